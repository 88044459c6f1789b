"""Reading the whole content in one language, once, with every fault in it named."""

from __future__ import annotations

import logging
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from app.knowledge import models, nodes
from app.knowledge.activities import Activities
from app.knowledge.arrays import Arrays
from app.knowledge.catalog import DEFAULT_LANGUAGE, Library
from app.knowledge.clinic import About
from app.knowledge.clinic_view import ClinicView
from app.knowledge.evidence import read_evidence
from app.knowledge.faults import ContentError
from app.knowledge.files import Reader
from app.knowledge.fit import Fit
from app.knowledge.know import Know
from app.knowledge.milestones import Milestone
from app.knowledge.models import PAGE_IDS, Content
from app.knowledge.nodes import AnyNode
from app.knowledge.options import Option
from app.knowledge.pages import read_page
from app.knowledge.profile import Profile, read_profile
from app.knowledge.ready import Ready
from app.knowledge.rules import check_library
from app.knowledge.steps import Step
from app.knowledge.wishes import Wishes
from app.knowledge.words import Words

log = logging.getLogger("mild.content")

CONTENT = Path(__file__).resolve().parents[2] / "content"

Item = TypeVar("Item", bound=Content)

_TOML: dict[str, tuple[str, type[Content]]] = {
    "glossary": ("glossary.toml", models.Glossary),
    "questions": ("questions.toml", models.Questions),
    "safety": ("safety.toml", models.Safety),
    "arrays": ("arrays.toml", Arrays),
    "activities": ("activities.toml", Activities),
    "fit": ("fit.toml", Fit),
    "wishes": ("matters.toml", Wishes),
    "know": ("know.toml", Know),
    "ready": ("ready.toml", Ready),
    "clinic_view": ("clinic_view.toml", ClinicView),
    "anatomy": ("anatomy.toml", models.Anatomy),
    "not_known": ("not_known.toml", models.NotKnown),
    "checklist": ("ipdas.toml", models.Checklist),
    "style": ("style.toml", models.Style),
}
"""Parts of the library that are one TOML file each."""


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


def _item(reader: Reader, path: Path, model: type[Item], within: str = "") -> Item | None:
    loaded = reader.markdown(path)
    if loaded is None:
        return None
    data, body = loaded
    item = reader.model(path, model, {**data, "body": body} if body else data, within)
    written = "".join(char for char in str(data.get("id", "")).lower() if char.isalnum())
    named = path.stem.replace("-", "")
    if item is not None and written != named and written != named.replace("p0", "p"):
        reader.fault(path, "id", str(data.get("id")), f"the file's name, {path.stem}")
    return item


def _nodes(reader: Reader, folder: Path) -> dict[str, AnyNode]:
    found: dict[str, AnyNode] = {}
    for path in sorted(folder.glob("*.md")):
        loaded = reader.markdown(path)
        if loaded is None:
            continue
        kind = str(loaded[0].get("kind", ""))
        if kind not in nodes.NODE_KINDS:
            reader.fault(path, "kind", kind, ", ".join(nodes.NODE_KINDS))
            continue
        node = _item(reader, path, nodes.NODE_KINDS[kind], str(loaded[0].get("id", "")))
        if node is not None:
            found[node.id] = node
    return found


def read_library(root: Path, lang: str, profile: Profile | None = None) -> Library:
    """Read and check everything in one language.

    Args:
        root: the content folder.
        lang: name of the language's folder.
        profile: the clinic's own details where they were read before.

    Raises:
        ContentError: with every fault found.

    """
    own = profile or read_profile(root, language_folders(root))
    reader = Reader(root)
    folder = root / lang
    reader.read.add(folder / "reading_level.json")  # measured from the words, not part of them
    words = reader.toml(folder / "words.toml")
    options = _folder(reader, folder / "options", Option)
    parts: dict[str, Any] = {
        name: reader.model(folder / file, model, reader.toml(folder / file))
        for name, (file, model) in _TOML.items()
    }
    parts |= {
        "pages": {name: read_page(reader, folder / "pages" / f"{name}.md") for name in PAGE_IDS},
        "steps": tuple(_folder(reader, folder / "procedure", Step)),
        "milestones": tuple(_folder(reader, folder / "recovery", Milestone)),
        "options": tuple(sorted(options, key=lambda option: option.order)),
        "nodes": _nodes(reader, folder / "pathway"),
        "evidence": read_evidence(reader, lang),
        "about": reader.model(root / "about.toml", About, reader.toml(root / "about.toml")),
        **own.parts,
    }
    if reader.faults or words is None:
        raise ContentError(reader.faults)
    library = Library(lang=lang, words=Words(words), **parts)
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
    """Return the languages a reader can choose: the complete folders, or those the clinic keeps.

    Raises:
        ContentError: the default language is not complete.

    """
    complete = []
    kept = clinic_profile(CONTENT).clinic.languages
    for lang in language_folders():
        if kept and lang not in kept:
            continue
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
    return read_library(CONTENT, lang, clinic_profile(CONTENT))


@cache
def clinic_profile(root: Path) -> Profile:
    """Return the clinic's own details; they are read, and their faults logged, once in a process.

    Args:
        root: the content folder.

    """
    return read_profile(root, language_folders(root))
