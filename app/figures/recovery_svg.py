"""The recovery chart as a still SVG: for the text edition, where no script draws."""

from __future__ import annotations

from html import escape

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


def recovery_svg(library: Library, shown: RecoveryPoints) -> str:
    """Return the points as an SVG with the same axes, band and labels as the chart.

    Args:
        library: the content, for its words.
        shown: the points of one measure.

    """
    low, high = RANGES[shown.measure]

    def x(months: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * months / LAST_MONTHS

    def y(change: float) -> float:
        return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (high - change) / (high - low)

    words = library.words
    near, far = (-size for size in shown.noticeable)
    band = words("chart.noticeable", low=f"{-near:g}", high=f"{-far:g}")
    unknown = words("chart.unknown")
    parts = [
        f'<rect x="{_LEFT}" y="{y(near):.0f}" width="{_WIDTH - _LEFT - _RIGHT}" '
        f'height="{y(far) - y(near):.0f}" fill="#7A8FA3" opacity=".28"/>',
        f'<rect x="{x(0):.0f}" y="{y(0):.0f}" width="{x(FIRST_WEEKS_MONTHS) - x(0):.0f}" '
        f'height="{y(low) - y(0):.0f}" fill="none" stroke="currentColor" stroke-dasharray="3 3"/>',
        f'<path d="M{_LEFT} {y(0):.0f}H{_WIDTH - _RIGHT}" stroke="currentColor" stroke-width="2"/>',
        _text(_WIDTH - _RIGHT, y(0) - 6, words("chart.no_change"), "end"),
        _text(_WIDTH - _RIGHT, (y(near) + y(far)) / 2 + 5, band.replace("\n", " "), "end"),
        _text(x(FIRST_WEEKS_MONTHS) + 8, y(low) - 6, unknown.replace("\n", " ")),
    ]
    for year in range(LAST_MONTHS // 12 + 1):
        parts.append(_text(x(12 * year), _HEIGHT - 28, str(year), "middle"))
    parts.append(
        _text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 6, words("chart.axis_time"), "middle")
    )
    for tick in range(0, int(low), -_STEPS[shown.measure]):
        parts.append(_text(_LEFT - 8, y(tick) + 5, str(tick), "end"))
    for point in shown.points.to_dict("records"):
        shape, colour = MARKERS[point["study_id"]]
        size = marker_size(int(point["n"])) / 2
        px, py = x(point["months"]), y(point["change"])
        parts.append(
            f'<g transform="translate({px:.1f} {py:.1f}) scale({size:.1f})" fill="{colour}" '
            f'stroke="#FFFFFF" stroke-width=".12">{_SHAPES[shape]}</g>'
        )
        dx, dy, anchor = {
            "right": (size + 6, 5, "start"),
            "left": (-size - 6, 5, "end"),
            "above": (0, -size - 6, "middle"),
            "below": (0, size + 18, "middle"),
        }[point["place"]]
        parts.append(_text(px + dx, py + dy, str(point["label"]), anchor))
    return (
        f'<svg class="chart-still" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="{escape(shown.alt)}" font-size="15" fill="currentColor">'
        f"{''.join(parts)}</svg>"
    )


def _text(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(text)}</text>'
