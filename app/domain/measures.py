"""What the charts over time can show: each measure, its panels, and how a panel reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

PointMeasure = Literal[
    "odi", "pain", "standing", "distance", "operations", "open_limits", "open_pain"
]
"""What one panel of a chart shows."""

Kind = Literal["change", "level", "share"]
"""A change from the start; an average at each time; people out of 100."""

KINDS: Mapping[PointMeasure, Kind] = {
    "odi": "change",
    "pain": "change",
    "standing": "level",
    "distance": "level",
    "operations": "share",
    "open_limits": "level",
    "open_pain": "level",
}

PANELS: Mapping[str, tuple[PointMeasure, ...]] = {
    "odi": ("odi",),
    "pain": ("pain",),
    "walking": ("standing", "distance"),
    "operations": ("operations",),
}
"""Each measure that a reader can choose, a value of `measure` in an address, and its panels."""

MEASURES = tuple(PANELS)

OPEN: tuple[PointMeasure, ...] = ("open_limits", "open_pain")
"""Panels of scores after open surgery, each small and apart."""

NOTICED: Mapping[PointMeasure, tuple[str, ...]] = {"odi": ("ODI",), "pain": ("NPRS", "VAS_pain")}
"""Scales in `thresholds.csv` whose sizes of a change that people notice apply to a panel."""

LAST_MONTHS = 60
"""End of every time axis, in months: five years."""

SIX_WEEKS = 6 * 12 / 52
"""Six weeks, in months; the tables write 1.38."""
