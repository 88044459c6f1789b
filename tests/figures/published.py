"""The published results, typed by hand from their sources and not read from the tables."""

from __future__ import annotations

from typing import NamedTuple

from app.figures.recovery_points import TimeChart


class Published(NamedTuple):
    """One published result: typed here by hand from the sources, not read from the tables."""

    study: str
    part: str
    months: float
    value: float
    people: int | None
    calculated: bool = False


PUBLISHED = {
    "odi": {
        Published("MIDAS_I", "", 1.38, -17.9, 75),
        Published("BASU", "", 6, -24.0, 27),
        Published("WONG", "", 12, -26.7, 17, True),
        Published("MOTION", "", 12, -16.0, 69),
        Published("ENCORE", "", 24, -22.7, 143),
        Published("MOTION", "", 36, -16.9, 48),
    },
    "pain": {
        Published("MIDAS_I", "", 1.38, -3.6, 75),
        Published("BASU", "", 6, -5.2, 27),
        Published("WONG", "", 12, -5.3, 17, True),
        Published("MEKHAIL40", "", 12, -3.5, 40, True),
        Published("ENCORE", "", 24, -3.6, 143),
        Published("MOTION", "leg", 36, -4.3, 48),
        Published("MOTION", "back", 36, -3.0, 48),
    },
    "standing": {
        Published("MEKHAIL40", "", 0, 8, 40),
        Published("MEKHAIL40", "", 12, 56, 40),
    },
    "distance": {
        Published("MEKHAIL40", "", 0, 246, 40),
        Published("MEKHAIL40", "", 12, 3956, 40),
    },
    "operations": {
        Published("WILKINSON", "", 18, 60, 10),
        Published("ENCORE", "", 24, 5.6, None),
        Published("STAATS2024", "", 24, 9.0, 2197),
        Published("MOTION", "", 36, 5.6, None),
        Published("MEKHAIL2021", "", 60, 12, 75),
    },
    "open_limits": {
        Published("FRITSCH2017", "", 0, 36.9, None),
        Published("FRITSCH2017", "", 3, 16.3, None),
        Published("FRITSCH2017", "", 60, 12.4, None),
    },
    "open_pain": {
        Published("FRITSCH2017", "", 0, 63.4, None),
        Published("FRITSCH2017", "", 3, 33.1, None),
        Published("FRITSCH2017", "", 60, 19.2, None),
    },
}


def published(chart: TimeChart) -> set[Published]:
    return {point for one in chart.panels for point in PUBLISHED[one.measure]}
