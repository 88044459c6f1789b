"""Rules over the whole content: references hold, numbers have sources, words keep to the style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.pathway import reachable
from app.knowledge import models, nodes
from app.knowledge.catalog import START_NODE, Library
from app.knowledge.files import Reader
from app.knowledge.pages import Place
from app.knowledge.reading import sentences, words
from app.knowledge.scenes import check_scenes
from app.knowledge.steps import Step

_FIELDS: dict[type[models.Content], tuple[str, ...]] = {
    Step: ("title", "body", "feel", "who", "varies"),
    models.Milestone: (
        "when", "body", "activity", "wound", "driving", "lifting", "work", "relief", "follow_up",
        "usual", "not_usual",
    ),
    models.Option: (
        "name", "sentence", "body", "involves", "place", "time_to_recover", "found", "harms",
        "living", "certainty_reason", "paid", "head_to_head",
    ),
    nodes.QuestionNode: ("title", "body", "question", "why"),
    nodes.StopNode: ("title", "body"),
    nodes.StageNode: ("title", "body"),
    nodes.LeafNode: (
        "title", "body", "involves", "setting", "recovery", "suits", "not_for", "risks",
        "evidence", "certainty_reason", "guidelines", "ask",
    ),
    nodes.CheckNode: ("title", "body", "what", "why", "caution"),
}  # fmt: skip


_STATES_A_FACT = re.compile(r"\{[a-z0-9_]+\.[^}]*\}|\[@")
_PAGE_OF_WORDS = {"glance": "overview", "day": "procedure"}


@dataclass(frozen=True)
class PatientText:
    """One prose text that a patient can meet.

    Attributes:
        page: the page it stands on.
        file: its file, below the language's folder.
        key: its key in the file.
        text: the prose source.
        running: whether it is running text, which counts for the reading level.
        inline: whether it is shown as one line, not as Markdown blocks.

    """

    page: str
    file: str
    key: str
    text: str
    running: bool = True
    inline: bool = False


def _fields(page: str, file: str, item: models.Content) -> Iterator[PatientText]:
    for name in _FIELDS[type(item)]:
        value = getattr(item, name)
        for number, text in enumerate(value if isinstance(value, list) else [value]):
            if text:
                key = f"{name}.{number}" if isinstance(value, list) else name
                running = name not in ("title", "name", "when")
                yield PatientText(page, file, key, text, running)
    for number, answer in enumerate(getattr(item, "answers", [])):
        yield PatientText(page, file, f"answers.{number}.label", answer.label)
        if answer.note:
            yield PatientText(page, file, f"answers.{number}.note", answer.note)


def _page_texts(library: Library) -> Iterator[PatientText]:
    for page in library.pages.values():
        file = f"pages/{page.id}.md"
        yield PatientText(page.id, file, "title", page.front.title, running=False)
        yield PatientText(page.id, file, "message", page.front.message)
        for key in ("key_points", "next"):
            for number, text in enumerate(getattr(page.front, key)):
                yield PatientText(page.id, file, f"{key}.{number}", text)
        for section in page.sections:
            yield PatientText(page.id, file, f"#{section.id}", section.title, running=False)
            for part in section.parts:
                if not isinstance(part, Place):
                    yield PatientText(page.id, file, f"#{section.id}", part)


def _list_texts(library: Library) -> Iterator[PatientText]:
    for term in library.glossary.term:
        yield PatientText("glossary", "glossary.toml", term.id, term.definition)
    for group in library.questions.group:
        for question in group.question:
            patient = question.audience == "patient"
            yield PatientText("visit", "questions.toml", question.id, question.text, patient)
    for name in ("emergency", "same_day", "expected"):
        for sign in getattr(library.safety, name):
            yield PatientText("recovery", "safety.toml", f"{name}.{sign.id}", sign.text)
    for risk in library.safety.risk:
        yield PatientText("recovery", "safety.toml", f"risk.{risk.id}", risk.shows)
    for part in library.anatomy.part:
        yield PatientText("overview", "anatomy.toml", part.id, part.sentence)
    for item in library.not_known.item:
        yield PatientText("evidence", "not_known.toml", item.id, item.text)
    for criterion in library.checklist.item:
        yield PatientText("evidence", "ipdas.toml", criterion.id, criterion.says)
        yield PatientText("evidence", "ipdas.toml", f"{criterion.id}.note", criterion.note)


def _interface_texts(library: Library) -> Iterator[PatientText]:
    """Sentences of the interface that state a fact: those that name a row or cite a source."""
    for key in sorted(library.words.keys()):
        text, group = library.words.raw(key), key.split(".")[0]
        if group in _PAGE_OF_WORDS and _STATES_A_FACT.search(text):
            yield PatientText(_PAGE_OF_WORDS[group], "words.toml", key, text)


def patient_texts(library: Library) -> tuple[PatientText, ...]:
    """Return every prose text that a patient can meet, in reading order."""
    texts = [*_page_texts(library)]
    for step in library.steps:
        texts += _fields("procedure", step.file, step)
        texts.append(PatientText("procedure", step.file, "scene.seen", step.scene.seen))
    for milestone in library.milestones:
        texts += _fields("recovery", f"recovery/{milestone.id.lower()}.md", milestone)
    for option in library.options:
        texts += _fields("options", f"options/{option.id}.md", option)
    for node in library.nodes.values():
        texts += _fields("whats-next", f"pathway/{node.id.lower()}.md", node)
    return (*texts, *_list_texts(library), *_interface_texts(library))


def _clinic_texts(library: Library) -> Iterator[PatientText]:
    for step in library.steps:
        for kind in type(step.clinic).model_fields:
            for number, text in enumerate(getattr(step.clinic, kind)):
                key = f"clinic.{kind}.{number}"
                yield PatientText("procedure", step.file, key, text, running=False)


def check_library(library: Library, reader: Reader) -> None:
    """Add to the reader's faults everything that no single file can show."""
    folder = reader.root / library.lang
    used = _check_texts(library, reader, folder)
    _check_ids(library, reader, folder)
    _check_pathway(library, reader, folder)
    check_scenes(library, reader, folder)
    for fact in library.evidence.facts.index:
        if fact not in used:
            where = reader.root / "evidence" / "facts.csv"
            reader.fault(where, str(fact), "a row that nothing names", "a row in use")
    for key in sorted(library.words.keys()):
        if key.split(".")[0] not in _PAGE_OF_WORDS and _STATES_A_FACT.search(
            library.words.raw(key)
        ):
            found, allowed = "a row or a source", f"only under {', '.join(_PAGE_OF_WORDS)}"
            reader.fault(folder / "words.toml", key, found, allowed)
    for path in sorted([*folder.rglob("*"), *(reader.root / "evidence").rglob("*")]):
        if path.is_file() and path not in reader.read and not path.name.startswith("."):
            reader.fault(path, "(file)", "a file that nothing reads", "the files of the guide")


def _check_texts(library: Library, reader: Reader, folder: Path) -> set[str]:
    """Check each text; return the ids of the rows they name."""
    banned = re.compile(rf"\b({'|'.join(library.style.banned)})\b", re.IGNORECASE)
    used: set[str] = set()
    for item in (*patient_texts(library), *_clinic_texts(library)):
        prose = library.prose.block(item.text)
        used |= set(prose.rows)
        for found, allowed in prose.problems:
            reader.fault(folder / item.file, item.key, found, allowed)
        clinic_line = item.key.startswith("clinic.")
        for match in () if clinic_line else banned.finditer(" ".join(prose.plain)):
            reader.fault(
                folder / item.file, item.key, f"the word {match[0]!r}", "a plain statement"
            )
        longest = library.style.longest_sentence
        for sentence in sentences(prose.plain) if item.running else ():
            if len(words(sentence)) > longest:
                found = f"{len(words(sentence))} words: {sentence[:60]}..."
                reader.fault(folder / item.file, item.key, found, f"sentences of up to {longest}")
    return used


def _check_ids(library: Library, reader: Reader, folder: Path) -> None:
    questions = {one.id for group in library.questions.group for one in group.question}
    for step in library.steps:
        for ask in set(step.ask) - questions:
            reader.fault(folder / step.file, "ask", ask, "an id of questions.toml")
    for option in library.options:
        for ask in set(option.ask) - questions:
            reader.fault(folder / f"options/{option.id}.md", "ask", ask, "an id of questions.toml")
    expected = [f"P{number}" for number in range(1, len(library.steps) + 1)]
    if [step.id for step in library.steps] != expected:
        reader.fault(folder / "procedure", "id", [s.id for s in library.steps], ", ".join(expected))
    if [option.order for option in library.options] != list(range(1, len(library.options) + 1)):
        orders = [option.order for option in library.options]
        reader.fault(folder / "options", "order", orders, "each place once, from 1")
    for name, ids in _id_lists(library).items():
        for double in sorted({one for one in ids if ids.count(one) > 1}):
            reader.fault(folder / name, double, "an id or word used twice", "each once")
    for term in library.glossary.term:
        for source in set(term.sources) - set(library.evidence.sources.index):
            reader.fault(folder / "glossary.toml", term.id, source, "an id of evidence/sources.csv")


def _id_lists(library: Library) -> dict[str, list[str]]:
    safety = library.safety
    return {
        "glossary.toml": [
            name.lower() for term in library.glossary.term for name in {term.term, *term.aliases}
        ],
        "questions.toml": [one.id for group in library.questions.group for one in group.question],
        "safety.toml": [
            *(sign.id for sign in (*safety.emergency, *safety.same_day, *safety.expected)),
            *(risk.id for risk in safety.risk),
        ],
        "anatomy.toml": [part.id for part in library.anatomy.part],
        "not_known.toml": [item.id for item in library.not_known.item],
        "ipdas.toml": [item.id for item in library.checklist.item],
    }


def _check_pathway(library: Library, reader: Reader, folder: Path) -> None:
    for node, targets in library.graph.items():
        for target in targets:
            if target not in library.nodes:
                file = folder / f"pathway/{node.lower()}.md"
                reader.fault(file, node, f"a way to {target}", "the id of a node with a file")
    if START_NODE not in library.nodes:
        reader.fault(folder / "pathway", START_NODE, "nothing", "the node where the walk begins")
        return
    for node in sorted(set(library.nodes) - reachable(library.graph, START_NODE)):
        file = folder / f"pathway/{node.lower()}.md"
        reader.fault(file, node, "a node that nothing leads to", f"a way to it from {START_NODE}")
