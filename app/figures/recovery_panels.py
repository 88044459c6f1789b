"""What a chart over time draws: its panels, and in each the published points and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import isnan
from typing import Any

from app.domain.measures import KINDS, LAST_MONTHS, NOTICED, Kind, PointMeasure
from app.figures.kit import digits, people, time_of, when
from app.figures.labels import Box, Dot, places
from app.figures.recovery_looks import axis_of, counted, hollow, looks, size_of
from app.knowledge.catalog import Library

PHONE_WIDTH = 228.0
"""Width of the plot on the narrowest phone, in pixels."""
LARGE_PHONE = 300.0
"""Width of the plot on a larger phone, for pictures of which wall screens come first."""
FIRST, LAST = -1.2, LAST_MONTHS + 2.4
"""Ends of the time axis in months, with room for half a shape."""


@dataclass(frozen=True)
class Point:
    """One published result.

    Attributes:
        row: the row of `recovery_points.csv`, joined with its result.
        name: what stands beside it, one text a line.
        place: where the name stands, one of `labels.PLACES`.
        shape: of the study, one of `SHAPES`; `colour` likewise.
        colour: see `shape`.
        size: of the shape, in pixels.
        hollow: whether the number of people is not stated.

    """

    row: dict[Any, Any]
    name: tuple[str, ...]
    place: str
    shape: str
    colour: str
    size: float
    hollow: bool

    @property
    def months(self) -> float:
        """When, in months after the treatment."""
        return float(self.row["months"])

    @property
    def value(self) -> float:
        """The change, the average or the share."""
        return float(self.row["value"])

    @property
    def ends(self) -> tuple[float, float] | None:
        """The printed range, where there is one."""
        low, high = float(self.row["ci_low"]), float(self.row["ci_high"])
        return None if isnan(low) or isnan(high) else (low, high)


@dataclass(frozen=True)
class Gap:
    """A stretch of time without a published figure, from and to in months."""

    begin: float
    end: float
    words: str


@dataclass(frozen=True)
class Panel:
    """One plot of a chart over time.

    Attributes:
        measure: what it shows.
        kind: how: a change, an average, a share.
        title: what it shows, in words; `below` says how, in the line below.
        below: see `title`.
        points: the published results, by time.
        bottom: lowest value of the axis; `top` the highest.
        top: see `bottom`.
        ticks: values that the axis names.
        noticed: the smallest and largest published change that people notice; None where no source
            gives one.
        band: what the band of `noticed` says, one text a line.
        gaps: stretches of time without a figure.
        height: in pixels.

    """

    measure: PointMeasure
    kind: Kind
    title: str
    below: str
    points: tuple[Point, ...]
    bottom: float
    top: float
    ticks: tuple[float, ...]
    noticed: tuple[float, float] | None
    band: tuple[str, ...]
    gaps: tuple[Gap, ...]
    height: float

    def down(self, value: float) -> float:
        """Return how far below the top of the plot a value lies, in pixels."""
        return self.height * (self.top - value) / (self.top - self.bottom)


def style_of(measure: PointMeasure) -> str:
    """Return which words speak of a panel: those of its kind, or those of open surgery."""
    return "open" if measure.startswith("open_") else KINDS[measure]


def across(months: float) -> float:
    """Return how far to the right a time lies, from 0 at the left end to 1."""
    return (months - FIRST) / (LAST - FIRST)


@cache
def panel(
    library: Library, measure: PointMeasure, height: float, width: float = PHONE_WIDTH
) -> Panel:
    """Return one panel; it is built once and shared.

    Args:
        library: the content.
        measure: what it shows.
        height: of the plot, in pixels.
        width: of the narrowest plot in which the names still have room, in pixels.

    """
    words, kind = library.words, KINDS[measure]
    table = library.evidence.points
    rows = table[table["measure"] == measure].sort_values(["months", "value"]).to_dict("records")
    bottom, top, ticks = axis_of(kind, rows)
    noticed = _noticed(library, measure)
    below = words(
        f"chart.below_{style_of(measure)}",
        study=library.evidence.labels.short[rows[0]["study_id"]],
        people=people(library, rows[0]["n"]),
    )
    draft = Panel(
        measure, kind, words(f"chart.title_{measure}"), below, (), bottom,
        top, ticks, noticed, _band(library, noticed), _gaps(library, kind, rows), height,
    )  # fmt: skip
    return _with_points(library, draft, rows, width)


def _noticed(library: Library, measure: PointMeasure) -> tuple[float, float] | None:
    thresholds = library.evidence.thresholds
    sizes = thresholds[thresholds["measure"].isin(NOTICED.get(measure, ()))]["mcid"].astype(float)
    return None if sizes.empty else (float(sizes.min()), float(sizes.max()))


def _band(library: Library, noticed: tuple[float, float] | None) -> tuple[str, ...]:
    if noticed is None:
        return ()
    low, high = (digits(library, size) for size in noticed)
    return tuple(library.words("chart.noticeable", low=low, high=high).split("\n"))


def _gaps(library: Library, kind: Kind, rows: Sequence[dict[Any, Any]]) -> tuple[Gap, ...]:
    """Return the stretches before the first and after the last figure; a count includes both."""
    times = sorted({float(row["months"]) for row in rows} - {0.0})
    if kind == "share":
        return ()
    gaps = []
    if kind == "change":
        first = library.words("chart.unknown_first", time=when(times[0], library))
        gaps.append(Gap(0, times[0], first))
    if times[-1] < LAST_MONTHS:
        late = library.words("chart.unknown_last", time=when(times[-1], library))
        gaps.append(Gap(times[-1], LAST_MONTHS, late))
    return tuple(gaps)


def value_of(library: Library, measure: PointMeasure, value: float) -> str:
    """Return a value of a panel with its unit, in words."""
    return library.words(f"chart.value_{measure}", value=digits(library, value))


def _name(library: Library, row: dict[Any, Any]) -> tuple[str, ...]:
    words, measure = library.words, row["measure"]
    if KINDS[measure] == "level":  # one study alone: the panel names it
        return value_of(library, measure, row["value"]), time_of(row["months"], library)
    study = library.evidence.labels.short[str(row["study_id"])]
    if row["part"]:
        study = words("chart.label_part", study=study, part=words(f"chart.{row['part']}"))
    if found := counted(row):
        return (words("chart.label_counted", study=study, count=found.count, of=found.of),)
    n = words("chart.people_unknown") if isnan(row["n"]) else people(library, row["n"])
    return (words("chart.label", study=study, n=n),)


def _with_points(
    library: Library, draft: Panel, rows: Sequence[dict[Any, Any]], width: float
) -> Panel:
    """Return the panel with its points, their names placed where a narrow plot has room."""
    look_of = looks(library)
    names = [_name(library, row) for row in rows]
    dots = [
        Dot(
            width * across(row["months"]), draft.down(row["value"]), size_of(row["n"]) / 2,
            name,
        )
        for row, name in zip(rows, names, strict=True)
    ]  # fmt: skip
    chosen = places(dots, width, draft.height, _written(draft, width))
    points = tuple(
        Point(row, name, place, *look_of[row["study_id"]], size_of(row["n"]), hollow(row))
        for row, name, place in zip(rows, names, chosen, strict=True)
    )
    return Panel(**{**vars(draft), "points": points})


def band_at(one: Panel) -> tuple[float, float]:
    """Return where the words of the band end: months, and pixels below the top of the plot."""
    low, high = one.noticed or (0.0, 0.0)
    return LAST, one.down(-(low + high) / 2)


def gap_at(one: Panel, gap: Gap) -> tuple[float, str]:
    """Return where the words of a gap stand at the foot of the plot: months, and which end."""
    return (gap.end + 0.8, "start") if gap.begin == 0 else (LAST, "end")


def _written(one: Panel, width: float) -> list[Box]:
    """Return the boxes of the other words in a plot of some width, in pixels."""
    boxes = []
    for gap in one.gaps:
        lines = gap.words.split("\n")
        wide = 8.0 * max(map(len, lines))
        months, side = gap_at(one, gap)
        x = width * across(months) - (wide if side == "end" else 0)
        boxes.append((x, one.height - 18.0 * len(lines) - 4, x + wide, one.height))
    if one.band:
        wide, half = 8.0 * max(map(len, one.band)), 9.0 * len(one.band)
        _, middle = band_at(one)
        boxes.append((width - wide, middle - half, width, middle + half))
    return boxes
