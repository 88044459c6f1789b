"""What every figure of numbers brings along: sentence, alternative text, table, passports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from babel.numbers import format_decimal
from markupsafe import Markup

from app.knowledge.catalog import Library
from app.knowledge.notes import opener
from app.knowledge.passport import passport

Record = Mapping[Any, Any]


@dataclass(frozen=True)
class Figure:
    """The words of a figure of numbers; its picture is drawn from the same rows.

    Attributes:
        takeaway: what it shows, in a sentence computed from its rows.
        how: how to read it, in one line.
        alt: what the picture shows, for readers who do not see it.
        table: the same numbers, column name to text, one a row of the evidence.
        sources: one button for each result's passport, for the line below the picture.

    """

    takeaway: str
    how: str
    alt: str
    table: tuple[dict[str, str], ...]
    sources: tuple[Markup, ...]


def result_passports(
    library: Library, results: Iterable[tuple[str, str, Record]]
) -> tuple[Markup, ...]:
    """Return a button for each different passport, opened by tap or key.

    Args:
        library: the content.
        results: name of the study, what tells this result from others of it, and the row: `n`,
            `compared`, `source_id`. Where all results of a study share one passport, the button
            bears the name of the study alone.

    """
    found: dict[str, dict[str, str]] = {}
    for study, apart, row in results:
        found.setdefault(study, {}).setdefault(passport_of_result(library, row), apart)
    return tuple(
        Markup(opener("cite named", _named(library, study, apart, len(contents)), content, "src"))
        for study, contents in found.items()
        for content, apart in contents.items()
    )


def _named(library: Library, study: str, apart: str, count: int) -> str:
    return study if count == 1 else library.words("chart.result", study=study, time=apart)


def passport_of_result(library: Library, row: Record) -> str:
    """Return the passport of one result: of its source, with its own people and comparison.

    Args:
        library: the content.
        row: of the result: `n`, `compared` and `source_id`.

    """
    evidence, words = library.evidence, library.words
    source = {"id": row["source_id"], **evidence.sources.loc[row["source_id"]].to_dict()}
    lines = [
        words("source.result_people", n=people(library, row["n"])),
        words("source.result_compared", compared=evidence.labels.compared[row["compared"]]),
    ]
    read = words("source.read_on", date=read_on(library))
    return passport(source, evidence, words, lines, [read])


def read_on(library: Library) -> str:
    """Return the day on which the sources were last read, in words."""
    return library.day(library.about.evidence_read)


def people(library: Library, n: float | None) -> str:
    """Return how many people a result rests on, in words."""
    if n is None or pd.isna(n):
        return library.words("evidence.not_stated")
    return digits(library, int(n))


def digits(library: Library, value: float) -> str:
    """Return a number as the language writes it, with a true minus sign."""
    return str(format_decimal(value, format="#,##0.##", locale=library.lang)).replace("-", "−")


def when(months: float, library: Library) -> str:
    """Return a time after MILD in words."""
    words = library.words
    if months < 3:
        return words("chart.weeks", n=round(months * 52 / 12))
    if months == 12:
        return words("chart.one_year")
    if months % 12 == 0:
        return words("chart.years", n=int(months // 12))
    return words("chart.months", n=round(months))


def time_of(months: float, library: Library) -> str:
    """Return a time after MILD in words, the start and a time not stated (NaN) included."""
    if pd.isna(months):
        return library.words("evidence.not_stated")
    return when(months, library) if months else library.words("evidence.start")
