"""Exact statistics of chosen rows: value, range, people, time, comparison, who paid, source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

import pandas as pd
from markupsafe import Markup

from app.domain.chances import frequency, most_that_zero_hides, range_of_share
from app.domain.rounding import whole
from app.figures.kit import digits, passport_of_result, people
from app.figures.results import result_rows
from app.knowledge.catalog import Library
from app.knowledge.kinds import COLUMN_ORDER, COLUMNS, Column
from app.knowledge.notes import mark

CASE = "case_report"
"""Kind of source that tells of one person: a share of it would mean nothing."""


@dataclass(frozen=True)
class Arm:
    """What was found in one group of people.

    Attributes:
        group: who they are.
        value: what was found; a share in both frames.
        people: how many they are, in words.
        open: the range of a share that its number of people leaves; empty where none can be given.

    """

    group: str
    value: str
    people: str
    open: str


@dataclass(frozen=True)
class Statistic:
    """One result of one study at one time, for each group that was compared.

    Attributes:
        column: of the kind of statistic; two columns never share a body of a table.
        measure: what was measured.
        time: when, in words; empty where `measure` says it.
        compared: code of the comparison: `randomized`, `not_randomized` or `none`.
        payer: who paid for the study.
        source: a button with the passport of its source.
        arms: the groups.

    """

    column: Column
    measure: str
    time: str
    compared: str
    payer: str
    source: Markup
    arms: tuple[Arm, ...]


Bodies = tuple[tuple[Column, tuple[Statistic, ...]], ...]


def exact(library: Library, rows: Sequence[str]) -> tuple[Statistic, ...]:
    """Return rows as statistics, in their order; groups of one trial that follow make one.

    Args:
        library: the content.
        rows: ids of outcomes or events.

    Raises:
        KeyError: no such row.

    """
    told, kinds = _told(library), library.kinds
    found = [{"id": row, "column": COLUMNS[kinds[row]], **told[row]} for row in rows]
    same = ("study", "measure", "time", "column")
    grouped = groupby(found, key=lambda one: tuple(one[name] for name in same))
    return tuple(_statistic(library, list(arms)) for _, arms in grouped)


def by_column(statistics: Sequence[Statistic]) -> Bodies:
    """Return statistics by their kind, counts of people first: what may stand in one column."""
    found = (
        (name, tuple(one for one in statistics if one.column == name)) for name in COLUMN_ORDER
    )
    return tuple((name, one) for name, one in found if one)


def without(library: Library, array_id: str) -> Statistic:
    """Return what became of one group without a procedure: all its shares as one statistic.

    Args:
        library: the content.
        array_id: of an array of `arrays.toml` with one group.

    Raises:
        KeyError: no such array.

    """
    array = {one.id: one for one in library.arrays.array}[array_id]
    parts = array.group[0].part
    first, shares = exact(library, [parts[0].row])[0], library.shares
    return Statistic(
        column=first.column,
        measure=library.prose.line(array.title).text,
        time="",
        compared=first.compared,
        payer=first.payer,
        source=first.source,
        arms=tuple(_share_of(library, part.label, shares[part.row]) for part in parts),
    )


@cache
def _told(library: Library) -> dict[str, dict[str, Any]]:
    """Return every row in the words of the evidence table, by id; none that is to be confirmed."""
    found = result_rows(library).set_index("id").drop(library.evidence.to_confirm.index)
    told = found.to_dict("index")
    return {str(row): {str(k): v for k, v in values.items()} for row, values in told.items()}


def _statistic(library: Library, arms: list[dict[str, Any]]) -> Statistic:
    first, evidence = arms[0], library.evidence
    frame = evidence.outcomes if first["id"] in evidence.outcomes.index else evidence.events
    row = {str(key): value for key, value in frame.loc[first["id"]].to_dict().items()}
    row |= {"n": row.get("population_n", row.get("n"))}
    passport = passport_of_result(library, row)
    return Statistic(
        column=first["column"],
        measure=first["measure"],
        time=library.words("exact.no_time") if pd.isna(row["time_months"]) else first["time"],
        compared=first["compared"],
        payer=first["payer"],
        source=Markup(mark(library.words("source.one"), passport)),
        arms=tuple(_arm(library, arm) for arm in arms),
    )


def _arm(library: Library, told: dict[str, Any]) -> Arm:
    words, share = library.words, library.shares.get(told["id"])
    counted = words("exact.people", n=told["people"])
    if share is None:
        return Arm(told["group"], told["value"], counted, "")
    if told["kind"] == CASE:
        return Arm(told["group"], words("exact.case"), counted, "")
    n, value = share["n"], float(share["share"])
    slots = {"share": digits(library, value), "rest": digits(library, round(100 - value, 2))}
    found = frequency(value, n, share["count"])
    if found.worked_out:
        said = words("exact.worked_out", count=found.count, n=found.of, rest=found.rest)
    elif pd.isna(share["count"]) or pd.isna(n):
        said = words("exact.share", **slots)
    else:
        count, of = int(share["count"]), int(n)
        rest = digits(library, of - count)
        said = words("exact.counted", count=count, n=digits(library, of), rest=rest)
    return Arm(told["group"], said, counted, _range(library, value, n))


def _share_of(library: Library, label: str, share: Mapping[str, Any]) -> Arm:
    """Return one of several shares that are a whole group: the others are its other frame."""
    words, value, n = library.words, float(share["share"]), share["n"]
    counted = words("exact.people", n=people(library, n))
    said = words("exact.part", share=digits(library, value))
    return Arm(label, said, counted, _range(library, value, n))


def _range(library: Library, share: float, n: float) -> str:
    """Return what the number of people leaves open; nothing where it is not known."""
    if pd.isna(n):
        return ""
    if share == 0:
        upper = digits(library, whole(most_that_zero_hides(int(n))))
        return library.words("exact.zero", upper=upper)
    low, high = (digits(library, whole(end)) for end in range_of_share(share, int(n)))
    return library.words("exact.range", low=low, high=high)
