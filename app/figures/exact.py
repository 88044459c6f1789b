"""Exact statistics of chosen rows: value, range, people, time, comparison, who paid, source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

import pandas as pd
from markupsafe import Markup

from app.domain.chances import most_that_zero_hides, range_of_share
from app.domain.rounding import whole
from app.figures.kit import digits, passport_of_result
from app.figures.results import TO_CONFIRM_COMPARED, UNCONFIRMED, result_rows
from app.knowledge.arrays import share_rows
from app.knowledge.catalog import Library
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
        measure: what was measured; `note` says more where the row is not confirmed.
        note: see `measure`.
        time: when, in words.
        compared: code of the comparison: `randomized`, `not_randomized` or `none`.
        payer: who paid for the study.
        source: a button with the passport of its source.
        unconfirmed: the words that nobody has read it in its paper yet; empty where somebody has.
        arms: the groups.

    """

    measure: str
    note: str
    time: str
    compared: str
    payer: str
    source: Markup
    unconfirmed: str
    arms: tuple[Arm, ...]


def exact(library: Library, rows: Sequence[str]) -> tuple[Statistic, ...]:
    """Return rows as statistics, in their order; groups of one trial that follow make one.

    Args:
        library: the content.
        rows: ids of outcomes, events or rows to confirm.

    Raises:
        KeyError: no such row.

    """
    told = _told(library)
    found = [{"id": row, **told[row]} for row in rows]
    grouped = groupby(found, key=lambda one: (one["study"], one["measure"], one["time"]))
    return tuple(_statistic(library, list(arms)) for _, arms in grouped)


@cache
def _told(library: Library) -> dict[str, dict[str, Any]]:
    """Return every row in the words of the evidence table, by id."""
    found = result_rows(library).set_index("id").to_dict("index")
    return {str(row): {str(k): v for k, v in values.items()} for row, values in found.items()}


@cache
def _shares(library: Library) -> dict[str, dict[str, Any]]:
    """Return every row that is a share of people, by id; rows to confirm have no people."""
    waiting = library.evidence.to_confirm
    shares = waiting[waiting["statistic"] == "responder_pct"].rename(columns={"value": "share"})
    unread = shares.assign(n=float("nan"), count=float("nan")).to_dict("index")
    found = share_rows(library.evidence)
    for row, values in unread.items():
        found[str(row)] = {str(key): value for key, value in values.items()}
    return found


def _statistic(library: Library, arms: list[dict[str, Any]]) -> Statistic:
    first = arms[0]
    evidence, unconfirmed = library.evidence, first["status"] == UNCONFIRMED
    frame = next(
        one for one in (evidence.outcomes, evidence.events, evidence.to_confirm)
        if first["id"] in one.index
    )  # fmt: skip
    row = {str(key): value for key, value in frame.loc[first["id"]].to_dict().items()}
    row |= {"n": row.get("population_n", row.get("n"))}
    row.setdefault("compared", TO_CONFIRM_COMPARED)
    passport = passport_of_result(library, row)
    return Statistic(
        measure=first["measure"],
        note=str(row["meaning"]) if unconfirmed else "",
        time=library.words("exact.no_time") if pd.isna(row["time_months"]) else first["time"],
        compared=first["compared"],
        payer=first["payer"],
        source=Markup(mark(library.words("source.one"), passport)),
        unconfirmed=first["checked"] if unconfirmed else "",
        arms=tuple(_arm(library, arm) for arm in arms),
    )


def _arm(library: Library, told: dict[str, Any]) -> Arm:
    words, share = library.words, _shares(library).get(told["id"])
    people = words("exact.people", n=told["people"])
    if share is None:
        return Arm(told["group"], told["value"], people, "")
    if told["kind"] == CASE:
        return Arm(told["group"], words("exact.case"), people, "")
    n, value = share["n"], float(share["share"])
    slots = {"share": digits(library, value), "rest": digits(library, round(100 - value, 2))}
    if pd.isna(share["count"]) or pd.isna(n):
        said = words("exact.share", **slots)
    else:
        count, of = int(share["count"]), int(n)
        rest = digits(library, of - count)
        said = words("exact.counted", count=count, n=digits(library, of), rest=rest)
    return Arm(told["group"], said, people, _range(library, value, n))


def _range(library: Library, share: float, n: float) -> str:
    """Return what the number of people leaves open; nothing where it is not known."""
    if pd.isna(n):
        return ""
    if share == 0:
        upper = digits(library, whole(most_that_zero_hides(int(n))))
        return library.words("exact.zero", upper=upper)
    low, high = (digits(library, whole(end)) for end in range_of_share(share, int(n)))
    return library.words("exact.range", low=low, high=high)
