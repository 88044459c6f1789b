"""How a result looks in a chart over time: shape and colour of its study, its size, the axis."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import ceil, floor, isnan, log10
from typing import Any

from app.domain.chances import Frequency, frequency, is_small
from app.domain.measures import KINDS, Kind
from app.knowledge.catalog import Library

SHAPES = (
    "diamond", "triangle-up", "circle", "triangle-down", "square", "star", "pentagon", "cross",
    "hexagon2", "x",
)  # fmt: skip
COLOURS = (
    "#C2570C", "#1B8A5A", "#1F7FBF", "#A0569B", "#4666C9", "#94701A", "#CE4C63", "#12838C",
    "#7A6A5C",
)  # fmt: skip
"""Studies take shapes and colours in turn, in the order of the table. Every colour keeps 3:1 on the
light and on the dark paper, so that one picture serves both themes."""

SIZES = ((25, 13.0), (50, 17.0), (100, 21.0), (None, 26.0))
"""Largest number of people of a step, and the size of its shape in pixels."""
SIZE_UNKNOWN = 16.0
"""Size of the hollow shape of a result that does not say how many people it rests on."""


@cache
def looks(library: Library) -> dict[str, tuple[str, str]]:
    """Return shape and colour of each study, the same in every chart."""
    studies = dict.fromkeys(library.evidence.points["study_id"])
    return {
        study: (SHAPES[place % len(SHAPES)], COLOURS[place % len(COLOURS)])
        for place, study in enumerate(studies)
    }


def size_of(people: float) -> float:
    """Return the size of a shape in pixels for a number of people, or for none stated (NaN)."""
    if isnan(people):
        return SIZE_UNKNOWN
    return next(size for most, size in SIZES if most is None or people <= most)


def hollow(row: dict[Any, Any]) -> bool:
    """Return whether the shape says that the number of people is not known; a panel may."""
    return isnan(row["n"]) and KINDS[row["measure"]] != "level"


def counted(row: dict[Any, Any]) -> Frequency | None:
    """Return the share of a small group as people; None for all other results."""
    if KINDS[row["measure"]] != "share" or not is_small(row["n"]):
        return None
    return frequency(row["value"], row["n"], row["count"])


def axis_of(kind: Kind, rows: Sequence[dict[Any, Any]]) -> tuple[float, float, tuple[float, ...]]:
    """Return the ends and the ticks of the axis of values: from zero to beyond the last value."""
    ends = [row["ci_high"] for row in rows if not isnan(row["ci_high"])]
    values = [float(value) for value in (*(row["value"] for row in rows), *ends)]
    size = max(abs(value) for value in values) * (1.24 if kind == "change" else 1.18)
    step = step_of(size)
    if kind == "change":
        worse = max(0.09 * size, *values)
        low, high = min(-size, *values), worse * 1.1 if worse > 0.1 * size else worse
    else:
        low, high = 0.0, size
    ticks = range(ceil(low / step), floor(high / step) + 1)
    return low, high, tuple(step * tick for tick in ticks)


def step_of(size: float) -> float:
    """Return the distance of ticks: 1, 2 or 5 times a power of ten, some three to eight in all."""
    power = 10.0 ** floor(log10(size))
    return next(power * part for part in (0.1, 0.2, 0.5, 1, 2) if size / (power * part) <= 8)
