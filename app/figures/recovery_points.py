"""What the recovery chart shows: the published points, their take-away, alt text and table."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from babel.numbers import format_decimal

from app.domain.rounding import whole
from app.figures.labels import Dot, places
from app.knowledge.catalog import Library

MARKERS: dict[str, tuple[str, str]] = {
    "ENCORE": ("square", "#0072B2"),
    "MOTION": ("circle", "#00568A"),
    "MIDAS_I": ("diamond", "#B34700"),
    "BASU": ("triangle-up", "#007A5A"),
    "WONG": ("triangle-down", "#8A3B75"),
    "MEKHAIL40": ("star", "#6B4E00"),
}
"""Marker shape and colour of each study, the same in every picture; 4.5:1 or more on paper."""

FIRST_WEEKS_MONTHS = 1.38
"""End of the stretch without published figures: six weeks, in months."""

LAST_MONTHS = 60
"""End of the time axis, in months."""

RANGES = {"odi": (-33.0, 2.5), "pain": (-6.6, 0.6)}
"""Visible part of each scale, in points of change; below zero is better."""

PHONE_WIDTH, PHONE_HEIGHT = 240.0, 440.0
"""Size of the plot on the narrowest common phone, in pixels."""


@dataclass(frozen=True)
class RecoveryPoints:
    """One measure of the recovery chart, ready for any renderer.

    Attributes:
        measure: `odi` or `pain`.
        points: one row a dot: `study_id`, `label`, `months`, `change`, `n`, `place` (where its
            name stands) and its passport.
        noticeable: smallest and largest published change that people notice, in points.
        takeaway: one sentence computed from the points.
        alt: what the picture shows, for readers who do not see it.
        table: the same numbers with plain column names.

    """

    measure: str
    points: pd.DataFrame
    noticeable: tuple[float, float]
    takeaway: str
    alt: str
    table: pd.DataFrame


def marker_size(people: int) -> float:
    """Return a marker's diameter in pixels; its area grows with the number of people."""
    return float(8 + 1.3 * people**0.5)


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


def recovery_points(library: Library, measure: str) -> RecoveryPoints:
    """Return what one measure of the recovery chart shows.

    Args:
        library: the content.
        measure: `odi` (everyday limits, 0 to 100) or `pain` (0 to 10).

    """
    words, evidence = library.words, library.evidence
    points = evidence.points[evidence.points["measure"] == measure].copy()
    points = points.sort_values(["months", "change"])
    points["label"] = [_label(library, row) for row in points.to_dict("records")]
    scales = {"odi": ("ODI",), "pain": ("NPRS", "VAS_pain")}[measure]
    thresholds = evidence.thresholds[evidence.thresholds["measure"].isin(scales)]["mcid"].astype(
        float
    )
    sizes = points["change"].abs()
    points["place"] = _places(points, measure)
    takeaway = words(
        "chart.takeaway",
        count=len(points),
        studies=points["study_id"].nunique(),
        measure=words(f"chart.measure_{measure}"),
        low=_points(sizes.min(), measure, library),
        high=_points(sizes.max(), measure, library),
        first=when(points["months"].min(), library),
        last=when(points["months"].max(), library),
    )
    return RecoveryPoints(
        measure=measure,
        points=points,
        noticeable=(float(thresholds.min()), float(thresholds.max())),
        takeaway=takeaway,
        alt=words("chart.alt", takeaway=takeaway),
        table=_table(library, points),
    )


def _places(points: pd.DataFrame, measure: str) -> list[str]:
    """Return where each name stands, worked out for a phone, where there is least room."""
    bottom, top = RANGES[measure]
    dots = [
        Dot(
            x=PHONE_WIDTH * (point["months"] + 1) / (LAST_MONTHS + 3),
            y=PHONE_HEIGHT * (top - point["change"]) / (top - bottom),
            radius=marker_size(int(point["n"])) / 2,
            name=str(point["label"]),
        )
        for point in points.to_dict("records")
    ]
    return places(dots, PHONE_WIDTH)


def _points(size: float, measure: str, library: Library) -> str:
    value = size if measure == "pain" else whole(size)
    return str(format_decimal(value, locale=library.lang))


def _label(library: Library, row: dict[object, object]) -> str:
    study = library.evidence.labels.short[str(row["study_id"])]
    if not row["part"]:
        return study
    return library.words(
        "chart.label_part", study=study, part=library.words(f"chart.{row['part']}")
    )


def _table(library: Library, points: pd.DataFrame) -> pd.DataFrame:
    words = library.words

    def row(point: dict[object, object]) -> dict[str, str]:
        trial = point["study_id"] in ("ENCORE", "MOTION")
        change = format_decimal(float(str(point["change"])), locale=library.lang)
        how = words("chart.calculated" if point["calculated"] else "chart.reported")
        return {
            words("chart.col_study"): str(point["label"]),
            words("chart.col_time"): when(float(str(point["months"])), library),
            words("chart.col_people"): str(int(float(str(point["n"])))),
            words("chart.col_change"): f"{change} ({how})",
            words("chart.col_group"): words("chart.trial_arm" if trial else "chart.none"),
            words("chart.col_paid"): str(point["source_funding"]),
            words("chart.col_read"): words(f"seen_as.{point['source_seen_as']}"),
        }

    return pd.DataFrame([row(point) for point in points.to_dict("records")])
