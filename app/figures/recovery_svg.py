"""The recovery chart as a still SVG: for the text edition, where no script draws."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from app.figures.recovery_points import (
    FIRST_WEEKS_MONTHS,
    LAST_MONTHS,
    MARKERS,
    RANGES,
    RecoveryPoints,
    marker_size,
)
from app.knowledge.catalog import Library

_WIDTH, _HEIGHT = 720, 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 20, 20, 50

_STEPS = {"odi": 10, "pain": 2}
_SHAPES = {
    "circle": '<circle r="1"/>',
    "square": '<path d="M-.9-.9H.9V.9H-.9Z"/>',
    "diamond": '<path d="M0-1.25L1.25 0 0 1.25-1.25 0Z"/>',
    "triangle-up": '<path d="M0-1.2L1.15.9H-1.15Z"/>',
    "triangle-down": '<path d="M0 1.2L1.15-.9H-1.15Z"/>',
    "star": '<path d="M0-1.3L.38-.4H1.24L.55.18.76 1.05 0 .55-.76 1.05-.55.18-1.24-.4H-.38Z"/>',
}


_NAMES = {
    "right": (1, 0, 6, 5, "start"),
    "left": (-1, 0, -6, 5, "end"),
    "above": (0, -1, 0, -6, "middle"),
    "below": (0, 1, 0, 18, "middle"),
    "above-right": (1, -1, 0, -6, "start"),
    "below-right": (1, 1, 0, 18, "start"),
}
"""For each place of a name: radii and pixels to go right and down from the dot, and its anchor."""


@dataclass(frozen=True)
class _Scale:
    """Turns months and points of change into places in the picture."""

    low: float
    high: float

    def x(self, months: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * months / LAST_MONTHS

    def y(self, change: float) -> float:
        return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (self.high - change) / (self.high - self.low)


def recovery_svg(library: Library, shown: RecoveryPoints) -> str:
    """Return the points as an SVG with the same axes, band and labels as the chart.

    Args:
        library: the content, for its words.
        shown: the points of one measure.

    """
    scale = _Scale(*RANGES[shown.measure])
    parts = [*_ground(library, shown, scale), *_ticks(library, shown, scale)]
    for point in shown.points.to_dict("records"):
        parts += _dot(point, scale)
    return (
        f'<svg class="chart-still" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="{escape(shown.alt)}" font-size="15" fill="currentColor">'
        f"{''.join(parts)}</svg>"
    )


def _ground(library: Library, shown: RecoveryPoints, scale: _Scale) -> list[str]:
    """Draw no change, the change people notice, and the weeks without figures."""
    words, right, x, y = library.words, _WIDTH - _RIGHT, scale.x, scale.y
    near, far = (-size for size in shown.noticeable)
    band = words("chart.noticeable", low=f"{-near:g}", high=f"{-far:g}").replace("\n", " ")
    unknown = words("chart.unknown").replace("\n", " ")
    return [
        f'<rect x="{_LEFT}" y="{y(near):.0f}" width="{right - _LEFT}" '
        f'height="{y(far) - y(near):.0f}" fill="#7A8FA3" opacity=".28"/>',
        f'<rect x="{x(0):.0f}" y="{y(0):.0f}" width="{x(FIRST_WEEKS_MONTHS) - x(0):.0f}" '
        f'height="{y(scale.low) - y(0):.0f}" fill="none" stroke="currentColor" '
        'stroke-dasharray="3 3"/>',
        f'<path d="M{_LEFT} {y(0):.0f}H{right}" stroke="currentColor" stroke-width="2"/>',
        _text(right, y(0) - 6, words("chart.no_change"), "end"),
        _text(right, (y(near) + y(far)) / 2 + 5, band, "end"),
        _text(x(FIRST_WEEKS_MONTHS) + 8, y(scale.low) - 6, unknown),
    ]


def _ticks(library: Library, shown: RecoveryPoints, scale: _Scale) -> list[str]:
    years = range(LAST_MONTHS // 12 + 1)
    steps = range(0, int(scale.low), -_STEPS[shown.measure])
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    return [
        *(_text(scale.x(12 * year), _HEIGHT - 28, str(year), "middle") for year in years),
        _text(middle, _HEIGHT - 6, library.words("chart.axis_time"), "middle"),
        *(
            _text(_LEFT - 8, scale.y(step) + 5, f"{step}".replace("-", "−"), "end")
            for step in steps
        ),
    ]


def _dot(point: dict[Any, Any], scale: _Scale) -> list[str]:
    """Draw one study's dot with its name beside it."""
    shape, colour = MARKERS[point["study_id"]]
    size = marker_size(int(point["n"])) / 2
    x, y = scale.x(point["months"]), scale.y(point["change"])
    radii_right, radii_down, right, down, anchor = _NAMES[point["place"]]
    name_x, name_y = x + radii_right * size + right, y + radii_down * size + down
    return [
        f'<g transform="translate({x:.1f} {y:.1f}) scale({size:.1f})" fill="{colour}" '
        f'stroke="#FFFFFF" stroke-width=".12">{_SHAPES[shape]}</g>',
        _text(name_x, name_y, str(point["label"]), anchor),
    ]


def _text(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(text)}</text>'
