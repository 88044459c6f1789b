"""Where the pieces of a chart over time lie, in pixels: one frame for the live and the still."""

from __future__ import annotations

from collections.abc import Sequence

from app.figures.recovery_panels import Panel

LEFT, RIGHT = 56, 4
"""Pixels beside the plots, for the numbers of the axis and half a shape."""

LINE, LETTERS = 20, 15
"""Height of a line and size of its letters, in pixels."""

_TITLE, _TICKS, _TIME = 2 * LINE + 8, LINE + 8, LINE + 4

YEARS = range(6)
"""Years named below each plot."""

LINES = "#7A8590"
"""Colour of axes, hatching and the band's edge; 3:1 or more on the light and the dark paper."""

BAND = "rgba(122,143,163,0.30)"
"""Fill of the band of change that people notice; it lies under the words."""


def tops(panels: Sequence[Panel]) -> list[float]:
    """Return where each plot begins, in pixels from the top of the picture."""
    found, y = [], 0.0
    for one in panels:
        y += _TITLE
        found.append(y)
        y += one.height + _TICKS + LINE / 2
    return found


def height(panels: Sequence[Panel]) -> int:
    """Return the height of the whole picture in pixels."""
    return round(tops(panels)[-1] + panels[-1].height + _TICKS + _TIME)


def ticks_at(one: Panel) -> float:
    """Return how far below the top of a plot the middle of its years lies, in pixels."""
    return one.height + _TICKS / 2 + 2


def time_at(one: Panel) -> float:
    """Return how far below the top of the last plot the words of the time axis lie, in pixels."""
    return one.height + _TICKS + _TIME / 2
