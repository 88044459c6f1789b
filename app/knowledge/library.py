"""Everything the app knows in one language, read once, checked and frozen."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from app.domain.pathway import Graph
from app.knowledge import models
from app.knowledge.clinic import About, Clinic, read_clinic
from app.knowledge.evidence import Evidence, read_evidence
from app.knowledge.faults import ContentError
from app.knowledge.files import Reader
from app.knowledge.models import PAGE_IDS, AnyNode, Content
from app.knowledge.numbers import Numbers
from app.knowledge.pages import Page, read_page
from app.knowledge.passport import opening_words, passports
from app.knowledge.prose import Context, Renderer
from app.knowledge.words import Words

log = logging.getLogger("mild.content")

CONTENT = Path(__file__).resolve().parents[2] / "content"
DEFAULT_LANGUAGE = "en"
START_NODE = "N0"

Item = TypeVar("Item", bound=Content)


@dataclass(frozen=True, eq=False)
class Library:
    """The whole content in one language. Shared by every reader: nothing in it ever changes."""

    lang: str
    words: Words
    pages: dict[str, Page]
    steps: tuple[models.Step, ...]
    milestones: tuple[models.Milestone, ...]
    options: tuple[models.Option, ...]
    nodes: dict[str, AnyNode]
    glossary: models.Glossary
    questions: models.Questions
    safety: models.Safety
    anatomy: models.Anatomy
    not_known: models.NotKnown
    checklist: models.Checklist
    style: models.Style
    evidence: Evidence
    clinic: Clinic
    about: About

    @cached_property
    def graph(self) -> Graph:
        """The decision pathway: node id to the ids that can be opened from it."""
        return {node: followers(content) for node, content in self.nodes.items()}

    @cached_property
    def numbers(self) -> Numbers:
        """Looks up a number by the id of its row."""
        return Numbers(self.evidence, self.lang, self.words.raw("number.range"))

    @cached_property
    def prose(self) -> Renderer:
        """Renders prose of this language."""
        return Renderer(
            Context(
                number=self.numbers.number,
                passports=passports(self.evidence, self.words),
                slots=self._slots(),
                targets={
                    "step": frozenset(step.id for step in self.steps),
                    "node": frozenset(self.nodes),
                },
                terms=self.glossary.term,
                source_words=lambda cited: opening_words(cited, self.words),
                settings={} if self.lang == DEFAULT_LANGUAGE else {"lang": self.lang},
            )
        )

    def _slots(self) -> dict[str, str]:
        from babel.dates import format_date

        def day(value: object) -> str:
            return str(format_date(value, format="long", locale=self.lang))

        return {
            "clinic.emergency_number": self.clinic.emergency_number,
            "about.date": day(self.about.date),
            "about.evidence_read": day(self.about.evidence_read),
            "about.review_due": day(self.about.review_due),
        }

    def question(self, question_id: str) -> models.Question:
        """Return a question to ask by its id."""
        return self._questions_by_id[question_id]

    @cached_property
    def _questions_by_id(self) -> dict[str, models.Question]:
        return {one.id: one for group in self.questions.group for one in group.question}

    @cached_property
    def parts(self) -> dict[str, models.Part]:
        """The parts of the drawings by id."""
        return {part.id: part for part in self.anatomy.part}


def followers(node: AnyNode) -> tuple[str, ...]:
    """Return the ids that can be opened from a node, in the order they are offered."""
    match node:
        case models.QuestionNode():
            return tuple(dict.fromkeys(answer.to for answer in node.answers))
        case models.StageNode():
            ways = [answer.to for answer in node.answers]
            return tuple(dict.fromkeys([*node.tests, *node.options, *ways]))
        case _:
            return ()


def _folder(reader: Reader, folder: Path, model: type[Item]) -> list[Item]:
    """Read every Markdown file of a folder as one kind of content, in the order of their names."""
    found = []
    for path in sorted(folder.glob("*.md")):
        item = _item(reader, path, model)
        if item is not None:
            found.append(item)
    if not found:
        reader.fault(folder / "*.md", "(folder)", "no valid file", "at least one")
    return found


def _item(reader: Reader, path: Path, model: type[Item]) -> Item | None:
    loaded = reader.markdown(path)
    if loaded is None:
        return None
    data, body = loaded
    item = reader.model(path, model, {**data, "body": body} if body else data)
    written = "".join(char for char in str(data.get("id", "")).lower() if char.isalnum())
    named = path.stem.replace("-", "")
    if item is not None and written != named and written != named.replace("p0", "p"):
        reader.fault(path, "id", str(data.get("id")), f"the file's name, {path.stem}")
    return item


def _nodes(reader: Reader, folder: Path) -> dict[str, AnyNode]:
    nodes: dict[str, AnyNode] = {}
    for path in sorted(folder.glob("*.md")):
        loaded = reader.markdown(path)
        if loaded is None:
            continue
        kind = str(loaded[0].get("kind", ""))
        if kind not in models.NODE_KINDS:
            reader.fault(path, "kind", kind, ", ".join(models.NODE_KINDS))
            continue
        node = _item(reader, path, models.NODE_KINDS[kind])
        if node is not None:
            nodes[node.id] = node
    return nodes


def read_library(root: Path, lang: str) -> Library:
    """Read and check everything in one language.

    Args:
        root: the content folder.
        lang: name of the language's folder.

    Raises:
        ContentError: with every fault found.

    """
    from app.knowledge.rules import check_library  # it reads a finished library

    reader = Reader(root)
    folder = root / lang
    toml = {
        name: reader.model(folder / f"{name}.toml", model, reader.toml(folder / f"{name}.toml"))
        for name, model in {
            "glossary": models.Glossary,
            "questions": models.Questions,
            "safety": models.Safety,
            "anatomy": models.Anatomy,
            "not_known": models.NotKnown,
            "ipdas": models.Checklist,
            "style": models.Style,
        }.items()
    }
    words = reader.toml(folder / "words.toml")
    pages = {name: read_page(reader, folder / "pages" / f"{name}.md") for name in PAGE_IDS}
    steps = _folder(reader, folder / "procedure", models.Step)
    milestones = _folder(reader, folder / "recovery", models.Milestone)
    options = _folder(reader, folder / "options", models.Option)
    nodes = _nodes(reader, folder / "pathway")
    evidence = read_evidence(reader, lang)
    about = reader.model(root / "about.toml", About, reader.toml(root / "about.toml"))
    clinic, _ = read_clinic(root / "clinic.toml")
    if reader.faults or evidence is None or about is None or words is None:
        raise ContentError(reader.faults)
    library = Library(
        lang=lang,
        words=Words(words),
        pages={name: page for name, page in pages.items() if page is not None},
        steps=tuple(steps),
        milestones=tuple(milestones),
        options=tuple(sorted(options, key=lambda option: option.order)),
        nodes=nodes,
        glossary=toml["glossary"],
        questions=toml["questions"],
        safety=toml["safety"],
        anatomy=toml["anatomy"],
        not_known=toml["not_known"],
        checklist=toml["ipdas"],
        style=toml["style"],
        evidence=evidence,
        clinic=clinic,
        about=about,
    )  # type: ignore[arg-type]  # no fault means that every model was read
    check_library(library, reader)
    if reader.faults:
        raise ContentError(reader.faults)
    return library


def language_folders(root: Path = CONTENT) -> tuple[str, ...]:
    """Return the folders that hold a language, the default first."""
    found = sorted(path.parent.name for path in root.glob("*/words.toml"))
    return tuple(sorted(found, key=lambda lang: lang != DEFAULT_LANGUAGE))


@lru_cache(maxsize=1)
def offered() -> tuple[str, ...]:
    """Return the languages a reader can choose: the complete folders.

    Raises:
        ContentError: the default language is not complete.

    """
    complete = []
    for lang in language_folders():
        try:
            library(lang)
        except ContentError as error:
            if lang == DEFAULT_LANGUAGE:
                raise
            log.warning("language %s is not offered: %d fault(s)", lang, len(error.faults))
        else:
            complete.append(lang)
    return tuple(complete)


@cache
def library(lang: str) -> Library:
    """Return the content in one language; it is read once in the life of the process.

    Raises:
        ContentError: with every fault found.

    """
    return read_library(CONTENT, lang)
