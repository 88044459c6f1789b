"""The kind of statistic of each result: only results of one kind may share a column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args

from app.knowledge.evidence import Evidence

Kind = Literal["count_compared", "count_alone", "between_groups", "before_after", "level"]
"""People counted in groups that are compared; in one group; the difference between two groups;
before and after in the same people; an average at one time."""

KINDS: tuple[Kind, ...] = get_args(Kind)
"""Every kind, in the order in which a study's results are read."""

Column = Literal["counts", "between_groups", "before_after", "level"]

COLUMNS: Mapping[Kind, Column] = {
    "count_compared": "counts",
    "count_alone": "counts",
    "between_groups": "between_groups",
    "before_after": "before_after",
    "level": "level",
}
"""The column or body of a table in which a kind stands."""

COLUMN_ORDER: tuple[Column, ...] = get_args(Column)
"""The columns as they stand in a table: counts of people first."""

Apart = Literal["between_groups", "before_after"]
"""Kinds that nobody may read beside each other: one looks like many times the other."""

APART: tuple[Apart, ...] = ("between_groups", "before_after")
"""The same in the order of their rows."""

UNTREATED = frozenset({"nonsurgical", "waiting", "community", "newly_diagnosed"})
"""Codes of groups who were followed without a procedure: their course is no result of one."""

_BY_STATISTIC: Mapping[str, Kind] = {
    "mean_change": "before_after",
    "median_change": "before_after",
    "mean_diff": "between_groups",
}
_BY_UNIT: Mapping[str, Kind] = {
    "% increase": "before_after",
    "% reduction": "before_after",
    "% lower": "between_groups",
}
"""How the unit of a percentage begins that is no share of people."""

_NAMED = re.compile(r"\{([a-z][a-z0-9_.]*)(?::([a-z_]+))?\}")
_SIZES = frozenset({"n", "months"})
"""Forms of a row in prose that tell of the study, not of its result."""


def kinds_of(evidence: Evidence) -> dict[str, Kind]:
    """Return the kind of statistic of every outcome, event and row to confirm, by its id."""
    outcomes = evidence.outcomes
    first = outcomes[(outcomes["statistic"] == "mean") & (outcomes["time_months"] == 0)]
    started = {_group(row) for row in first.to_dict("records")}
    kinds = {
        str(row): _kind(values, _group(values) in started)
        for row, values in outcomes.to_dict("index").items()
    }
    for row, compared in evidence.events["compared"].items():
        kinds[str(row)] = _count(compared)
    for row in evidence.to_confirm.index:
        kinds[str(row)] = "count_compared"  # both groups of a trial, which chance had made
    return kinds


def kinds_said(text: str, kinds: Mapping[str, Kind]) -> frozenset[Kind]:
    """Return the kinds of the results that a prose text gives.

    A row of which the text tells only how many people or how long counts where the text gives
    no result at all: its words then say the result.

    Args:
        text: prose source with ids of rows in braces.
        kinds: from `kinds_of`.

    """
    named = [(row, form) for row, form in _NAMED.findall(text) if row in kinds]
    given = [row for row, form in named if form not in _SIZES] or [row for row, _ in named]
    return frozenset(kinds[row] for row in given)


def mixed(kinds: Iterable[Kind]) -> bool:
    """Return whether kinds are among these that may not stand beside each other."""
    return frozenset(kinds) >= frozenset(APART)


def untreated_rows(evidence: Evidence) -> frozenset[str]:
    """Return the ids of all results of groups who had no procedure."""
    frames = (evidence.outcomes, evidence.events)
    return frozenset(
        str(row) for frame in frames for row in frame.index[frame["arm"].isin(UNTREATED)]
    )


def rows_named(text: str) -> tuple[str, ...]:
    """Return the ids in the braces of a prose text, in their order."""
    return tuple(row for row, _ in _NAMED.findall(text))


def _group(row: Mapping[Any, Any]) -> tuple[str, str, str]:
    return row["study_id"], row["arm"], row["measure"]


def _kind(row: Mapping[Any, Any], started: bool) -> Kind:
    """Return the kind of one outcome.

    Args:
        row: of the outcomes.
        started: whether an average of the same group at the start is known.

    """
    statistic, unit = str(row["statistic"]), str(row["unit"])
    if statistic in _BY_STATISTIC:
        return _BY_STATISTIC[statistic]
    if statistic == "mean":
        changed = started or str(row["measure"]).endswith("_change")
        return "before_after" if changed else "level"
    for begins, kind in _BY_UNIT.items():
        if unit.startswith(begins):
            return kind
    return _count(row["compared"])


def _count(compared: str) -> Kind:
    return "count_alone" if compared == "none" else "count_compared"
