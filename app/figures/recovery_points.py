"""A chart over time in words: its sentence, how to read it, alternative text, table, passports."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from app.domain.measures import PANELS, PointMeasure
from app.domain.rounding import whole
from app.figures.kit import Figure, digits, people, result_passports, time_of, when
from app.figures.recovery_looks import SIZES, counted
from app.figures.recovery_panels import (
    LARGE_PHONE,
    PHONE_WIDTH,
    Panel,
    Point,
    panel,
    style_of,
    value_of,
)
from app.knowledge.catalog import Library

_ONE, _TWO, _SMALL = 486.0, 200.0, 210.0
"""Height of a plot alone, of one of two (so that both pictures are as high), of one for comparison,
in pixels."""

_LOW_ONE, _LOW_TWO = 392.0, 153.0
"""The first two where the picture has to share the height of a wall screen with other words."""


@dataclass(frozen=True, eq=False)
class TimeChart:
    """A chart over time, ready for any renderer; built once and shared, so known by itself alone.

    Attributes:
        name: the measure that a reader chose, or what is compared.
        panels: from the top down.
        words: sentence, alternative text, table, passports.

    """

    name: str
    panels: tuple[Panel, ...]
    words: Figure

    @property
    def points(self) -> tuple[Point, ...]:
        """Every point, in the order drawn."""
        return tuple(point for one in self.panels for point in one.points)


@cache
def recovery_points(library: Library, measure: str, low: bool = False) -> TimeChart:
    """Return what the recovery chart shows for one measure; it is built once and shared.

    Args:
        library: the content.
        measure: one of `MEASURES`.
        low: whether the picture is less high, for a wall screen.

    """
    codes = PANELS[measure]
    one, two = (_LOW_ONE, _LOW_TWO) if low else (_ONE, _TWO)
    height, width = one if len(codes) == 1 else two, LARGE_PHONE if low else PHONE_WIDTH
    panels = tuple(panel(library, code, height, width) for code in codes)
    return _chart(library, measure, panels)


@cache
def open_surgery(library: Library, measure: PointMeasure) -> TimeChart:
    """Return what one small panel shows for open surgery; it is built once and shared.

    Args:
        library: the content.
        measure: `open_limits` or `open_pain`.

    """
    return _chart(library, measure, (panel(library, measure, _SMALL),))


def _chart(library: Library, name: str, panels: tuple[Panel, ...]) -> TimeChart:
    words = library.words
    points = [(one, point) for one in panels for point in one.points]
    caution = style_of(panels[0].measure)
    takeaway = " ".join(
        [*(_takeaway(library, one) for one in panels), words(f"chart.caution_{caution}")]
    )
    unknown = " ".join(gap.words.replace("\n", " ") + "." for gap in panels[0].gaps)
    return TimeChart(
        name,
        panels,
        Figure(
            takeaway=takeaway,
            how=_how(library, panels),
            alt=words("chart.alt", takeaway=takeaway, unknown=unknown).strip(),
            table=tuple(_row(library, one, point) for one, point in points),
            sources=result_passports(
                library,
                [
                    (_study(library, point), time_of(point.months, library), point.row)
                    for _, point in points
                ],
            ),
        ),
    )  # fmt: skip


def _how(library: Library, panels: tuple[Panel, ...]) -> str:
    style = style_of(panels[0].measure)
    small, middle, large = (digits(library, most) for most, _ in SIZES if most)
    return library.words(f"chart.how_{style}", small=small, middle=middle, large=large)


def _takeaway(library: Library, one: Panel) -> str:
    """Return what the points of one panel say, from the points alone."""
    words = library.words
    if one.kind == "share":
        return _takeaway_share(library, one)
    points = one.points
    values = [abs(point.value) for point in points]
    later = [point for point in points if point.months]
    slots: dict[str, Any] = {
        "count": len(points),
        "studies": len({point.row["study_id"] for point in points}),
        "measure": words(f"chart.measure_{one.measure}"),
        "low": _size(library, one, min(values)),
        "high": _size(library, one, max(values)),
        "first": when(later[0].months, library),
        "last": when(later[-1].months, library),
    }
    if one.kind == "level":
        slots |= {
            "people": people(library, points[0].row["n"]),
            "start": _size(library, one, points[0].value),
            "end": _size(library, one, points[-1].value),
        }
    worse = max(point.value for point in points)
    if one.kind == "change" and worse > 0:
        best = -min(point.value for point in points)
        slots |= {"better": _size(library, one, best), "worse": _size(library, one, worse)}
        return words("chart.takeaway_mixed", **slots)
    return words(f"chart.takeaway_{one.measure if one.kind == 'level' else one.kind}", **slots)


def _takeaway_share(library: Library, one: Panel) -> str:
    """Return what shares say: the large groups together, out of 100, then each small one."""
    words, said = library.words, []
    if large := [point for point in one.points if not counted(point.row)]:
        low, high = (whole(end([point.value for point in large])) for end in (min, max))
        said.append(
            words(
                "chart.takeaway_share", low=low, high=high, most=100 - low,
                least=100 - high, studies=len({point.row["study_id"] for point in large}),
                first=when(large[0].months, library), last=when(large[-1].months, library),
            )
        )  # fmt: skip
    for point in one.points:
        if found := counted(point.row):
            said.append(
                words(
                    "chart.takeaway_counted", count=found.count, of=found.of, rest=found.rest,
                    time=when(point.months, library),
                )
            )  # fmt: skip
    return " ".join(said)


def _size(library: Library, one: Panel, size: float) -> str:
    return digits(library, size if one.measure == "pain" else whole(size))


def _study(library: Library, point: Point) -> str:
    return library.evidence.labels.short[point.row["study_id"]]


def _row(library: Library, one: Panel, point: Point) -> dict[str, str]:
    """Return one point as a row of the table."""
    words, row, evidence = library.words, point.row, library.evidence
    found = counted(row)
    value = (
        words("chart.value_counted", count=found.count, of=found.of)
        if found else value_of(library, one.measure, point.value)
    )  # fmt: skip
    if point.ends:
        low, high = (digits(library, end) for end in point.ends)
        value += " " + words("evidence.outcome_interval", low=low, high=high)
    if one.kind == "change":
        how = words("chart.calculated" if row["calculated"] else "chart.reported")
        value = f"{value} ({how})"
    source = evidence.sources.loc[row["source_id"]]
    trial = row["compared"] == "none" and row["source_kind"] == "rct"
    compared = words("chart.trial_arm") if trial else evidence.labels.compared[row["compared"]]
    return {
        words("chart.col_study"): _study(library, point),
        words("chart.col_time"): time_of(point.months, library),
        words("chart.col_people"): people(library, row["n"]),
        words(f"chart.col_{one.kind}"): value,
        words("chart.col_counted"): row["meaning"],
        words("chart.col_group"): compared,
        words("chart.col_paid"): source["funding"],
        words("chart.col_read"): words(f"seen_as.{source['seen_as']}"),
    }
