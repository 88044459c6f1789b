"""The mark of each page: a short text that changes with any word, number or source on the page."""

from __future__ import annotations

import datetime
import hashlib
import json
import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from numbers import Real
from typing import Any

import pandas as pd
from pydantic import BaseModel

from app.knowledge.arrays import Array
from app.knowledge.catalog import Library
from app.knowledge.clinic_view import OptionLine, Screen
from app.knowledge.models import PAGE_IDS, Term
from app.knowledge.numbers import FORMS
from app.knowledge.texts import clinic_texts, patient_texts

_PARTS = {
    "overview": ("anatomy",),
    "procedure": ("steps", "anatomy"),
    "recovery": ("milestones", "activities", "safety", "arrays"),
    "options": ("options", "fit"),
    "whats-next": ("nodes",),
    "visit": ("questions", "wishes", "know", "ready"),
    "evidence": ("not_known", "checklist"),
}
"""Parts of the library that stand on a page."""
_TABLES = {
    "recovery": ("points", "thresholds"),
    "evidence": ("sources", "outcomes", "events", "appraisals", "to_confirm", "eligibility"),
}
"""Tables that a page shows whole."""
_OWN = {"procedure": ("fasting_hours", "sedation", "sedation_rule"), "recovery": ("aftercare",)}
"""What a clinic has added to a page."""
_WORDS = {
    "picture": "overview", "glance": "overview", "start": "overview", "steps": "procedure",
    "day": "procedure", "chart": "recovery", "array": "recovery", "recovery": "recovery",
    "diary": "recovery", "options": "options", "fit": "options", "walk": "whats-next",
    "map": "whats-next", "leaf": "whats-next", "test": "whats-next", "matters": "visit",
    "know": "visit", "ready": "visit", "visit": "visit", "take": "visit", "plan": "visit",
    "sheet": "visit", "evidence": "evidence",
}  # fmt: skip
"""The page of each group of the interface's words. Groups not named here are on every page."""
_FRAME = ("app", "page", "footer", "screens", "error")
"""Groups that say nothing about health."""
_ROW = re.compile(r"\{([a-z0-9_.]+)(?::\w+)?\}")
_CITED = re.compile(r"\[@([^\]]*)\]")
_PLACES = {"number", "source_number"}
"""Columns that change when another row is added."""
_ALL_TABLES = {*FORMS, *(table for tables in _TABLES.values() for table in tables)}

Tables = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Table to row to cells."""


@cache
def page_marks(library: Library) -> Mapping[str, str]:
    """Return the mark of each page, in the order of the pages.

    It covers the texts of the page, the rows and sources that they name, the meanings of their
    medical words, the urgent signs and what the clinic has added; not how the page is drawn.

    """
    tables = {name: getattr(library.evidence, name).to_dict("index") for name in _ALL_TABLES}
    return {page: _hash([*_everything(library, page, tables)])[:12] for page in PAGE_IDS}


def version(library: Library) -> str:
    """Return the version of the content in a language: its date, and a mark over all pages."""
    return f"{library.about.date.isoformat()}.{_hash([*page_marks(library).values()])[:8]}"


def _hash(parts: list[Any]) -> str:
    text = json.dumps(parts, ensure_ascii=False, default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    """Return a value as JSON can hold it; empty cells and kinds of numbers are all alike."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def _everything(library: Library, page: str, tables: Tables) -> Iterator[Any]:
    texts = [
        text.text for text in (*patient_texts(library), *clinic_texts(library)) if text.page == page
    ]
    texts += [library.question(one).text for one in _asked(library, page)]
    yield texts
    screens = [screen for screen in library.clinic_view.screen if screen.page == page]
    shares = _shares(library, screens)
    yield [*screens, *shares]
    yield from named([*texts, *(f"{{{row}}}" for row in _counted(screens, shares))], tables)
    yield from _explained(texts, library.glossary.term)
    yield from (getattr(library, part) for part in _PARTS[page])
    for table in _TABLES.get(page, ()):
        yield [_row(row, cells) for row, cells in tables[table].items()]
    yield [library.safety.emergency, library.safety.same_day, library.clinic.emergency_number]
    yield [getattr(library.clinic, key) for key in _OWN.get(page, ())]
    for key in sorted(library.words.keys()):
        group = key.split(".")[0]
        if group not in _FRAME and _WORDS.get(group, page) == page:
            yield key, library.words.raw(key)


def _asked(library: Library, page: str) -> list[str]:
    """Return the ids of the questions that are named, not written, on a page."""
    if page == "procedure":
        return [question for step in library.steps for question in step.ask]
    if page == "options":
        return [question for option in library.options for question in option.ask]
    return []


def _shares(library: Library, screens: list[Screen]) -> list[Array]:
    """Return the shares of people without a procedure that stand on screens."""
    shown = {screen.without for screen in screens}
    return [array for array in library.arrays.array if array.id in shown]


def _counted(screens: list[Screen], shares: list[Array]) -> list[str]:
    """Return the ids of the rows whose exact numbers stand on screens of the clinic view."""
    lines: list[Screen | OptionLine] = [*screens]
    lines += [line for screen in screens for line in screen.option]
    rows = [row for line in lines for row in (*line.results, *line.harms)]
    return [*rows, *(part.row for one in shares for group in one.group for part in group.part)]


def named(texts: list[str], tables: Tables) -> Iterator[list[str]]:
    """Yield the rows and sources that texts name, each with what stands in it.

    Args:
        texts: prose source.
        tables: the evidence; with the sources and every table whose rows prose can name.

    """
    whole = "\n".join(texts)
    sources = {one.strip() for cited in _CITED.findall(whole) for one in cited.split("; @")}
    for row in sorted({*_ROW.findall(whole)}):
        for cells in (tables[table][row] for table in FORMS if row in tables[table]):
            yield _row(row, cells)
            sources |= {*cells["sources"]} if "sources" in cells else {cells["source_id"]}
    for source in sorted(sources & tables["sources"].keys()):
        yield _row(source, tables["sources"][source])


def _explained(texts: list[str], terms: list[Term]) -> Iterator[Term]:
    """Yield the medical words that stand in texts."""
    plain = _ROW.sub("", _CITED.sub("", "\n".join(texts))).lower()
    for term in terms:
        names = "|".join(re.escape(name.lower()) for name in (term.term, *term.aliases))
        if re.search(rf"(?<![\w-])({names})(?![\w-])", plain):
            yield term


def _row(row: str, cells: Mapping[str, object]) -> list[str]:
    """Return the cells of one row as texts, without those that depend on its place."""
    return [row, *(f"{key}={_cell(cells[key])}" for key in sorted({*cells} - _PLACES))]


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    if isinstance(value, Real) and not isinstance(value, bool):
        return "" if math.isnan(value) else repr(float(value))
    return "" if value is None or value is pd.NA or value is pd.NaT else str(value)
