"""A chart over time as a still SVG: until Plotly's code has come, on paper, in the text edition.

Places from left to right are in percent and everything else is in pixels, so that the still picture
fits the same box as the live one at every width and its letters keep their size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape

from app.domain.measures import LAST_MONTHS
from app.figures.kit import digits
from app.figures.recovery_frame import (
    BAND,
    LEFT,
    LETTERS,
    LINE,
    LINES,
    RIGHT,
    YEARS,
    height,
    ticks_at,
    time_at,
    tops,
)
from app.figures.recovery_panels import Gap, Panel, Point, across, band_at, gap_at
from app.figures.recovery_points import TimeChart
from app.knowledge.catalog import Library

_DROP = 0.35 * LETTERS
"""From the middle of a line of letters to its foot, in pixels."""
_SHAPES = {
    "circle": "M-1 0A1 1 0 0 1 1 0A1 1 0 0 1-1 0Z",
    "square": "M-1-1H1V1H-1Z",
    "diamond": "M0-1.3L1.3 0 0 1.3-1.3 0Z",
    "triangle-up": "M0-1L1.155.5H-1.155Z",
    "triangle-down": "M0 1L1.155-.5H-1.155Z",
    "star": "M0-1.4L.38-.45H1.33L.55.17.82 1.1 0 .55-.82 1.1-.55.17-1.33-.45H-.38Z",
    "pentagon": "M0-1L.95-.31.59.81H-.59L-.95-.31Z",
    "cross": "M-.4-1.2H.4V-.4H1.2V.4H.4V1.2H-.4V.4H-1.2V-.4H-.4Z",
    "hexagon2": "M-1 0L-.5-.87H.5L1 0 .5.87H-.5Z",
    "x": "M-.57-1.13L0-.57.57-1.13 1.13-.57.57 0 1.13.57.57 1.13 0 .57-.57 1.13-1.13.57-.57 0-1.13-.57Z",  # noqa: E501
}
"""Each shape around the origin, as wide as Plotly draws it for a size of 2."""

_NAMES = {
    "right": (1, 0, "start"),
    "left": (-1, 0, "end"),
    "above": (0, -1, "middle"),
    "below": (0, 1, "middle"),
    "above-right": (1, -1, "start"),
    "below-right": (1, 1, "start"),
    "above-left": (-1, -1, "end"),
    "below-left": (-1, 1, "end"),
}
"""For each place of a name: how many radii to go right and down, and its anchor."""


@cache
def recovery_svg(
    library: Library, chart: TimeChart, spoken: bool = True, place: str = "page"
) -> str:
    """Return the chart as HTML: one SVG in the box of the live one. It is drawn once and kept.

    Args:
        library: the content, for its words.
        chart: what it shows.
        spoken: whether a screen reader meets it; not where the live chart will say the same.
        place: one word for each place of a document where the same chart stands.

    """
    pieces: list[str] = []
    for one, begin in zip(chart.panels, tops(chart.panels), strict=True):
        inside = "".join([*_ground(library, one), *_axis(library, one), *_points(one)])
        pieces.append(_nested(0, begin, inside))
    last, begin = chart.panels[-1], tops(chart.panels)[-1]
    words = library.words("chart.axis_time")
    pieces.append(_text("50%", begin + time_at(last) + _DROP, words, "middle"))
    hatch = f"hatch-{place}-{chart.name}"
    named = f'role="img" aria-label="{escape(chart.words.alt)}"' if spoken else 'aria-hidden="true"'
    return (
        f'<div class="chart-still" style="padding:0 {RIGHT}px 0 {LEFT}px">'
        f'<svg width="100%" height="{height(chart.panels)}" overflow="visible" {named} '
        f'font-size="{LETTERS}" fill="currentColor">'
        f'{_hatching(hatch)}{"".join(pieces).replace("#hatch", f"#{hatch}")}'
        "</svg></div>"
    )  # fmt: skip


def _hatching(name: str) -> str:
    return (
        f'<defs><pattern id="{name}" width="15" height="15" patternUnits="userSpaceOnUse">'
        f'<path d="M-1 16L16-1M-1 1L1-1M14 16L16 14" stroke="{LINES}" stroke-opacity=".7" '
        'fill="none"/></pattern></defs>'
    )


def _percent(months: float) -> str:
    return f"{100 * across(months):.2f}%"


def _nested(x: object, y: float, inside: str) -> str:
    """Return a picture in the picture: its origin moves, at any width."""
    return f'<svg x="{x}" y="{y:.1f}" overflow="visible">{inside}</svg>'


def _ground(library: Library, one: Panel) -> Iterator[str]:
    """Draw the grid, the band of change that people notice and the stretches without figures."""
    for tick in one.ticks:
        y = one.down(tick)
        yield _line(y, f'stroke="{LINES}" stroke-opacity=".28"')
    if one.noticed:
        low, high = one.noticed
        y, deep = one.down(-low), one.down(-high) - one.down(-low)
        yield (
            f'<rect class="band" x="0" y="{y:.1f}" width="100%" height="{deep:.1f}" '
            f'fill="{BAND}" stroke="{LINES}"/>'
        )
    for gap in one.gaps:
        wide = 100 * (across(min(gap.end, LAST_MONTHS)) - across(gap.begin))
        yield (
            f'<rect class="gap" x="{_percent(gap.begin)}" y="0" width="{wide:.2f}%" '
            f'height="{one.height:.0f}" fill="url(#hatch)"/>'
        )
    yield _line(one.down(0), f'stroke="{LINES}" stroke-width="2"')
    if one.kind == "change":
        yield _text("100%", one.down(0) - 11 + _DROP, library.words("chart.no_change"), "end")
    if one.band:
        yield from _lines("100%", band_at(one)[1], one.band, "end")
    for gap in one.gaps:
        yield from _gap_words(one, gap)


def _gap_words(one: Panel, gap: Gap) -> Iterator[str]:
    lines = gap.words.split("\n")
    months, side = gap_at(one, gap)
    yield from _lines(_percent(months), one.height - LINE * len(lines) / 2, lines, side)


def _axis(library: Library, one: Panel) -> Iterator[str]:
    """Write the title of a panel above it, its values to the left, the years below."""
    yield _text(f"{-LEFT}", -38 + _DROP, one.title, "start", bold=True)
    yield _text(f"{-LEFT}", -18 + _DROP, one.below, "start")
    for tick in one.ticks:
        yield _text("-6", one.down(tick) + _DROP, digits(library, tick), "end")
    for year in YEARS:
        yield _text(_percent(12 * year), ticks_at(one) + _DROP, str(year), "middle")


def _points(one: Panel) -> Iterator[str]:
    for point in one.points:
        yield _nested(_percent(point.months), one.down(point.value), _dot(one, point))


def _dot(one: Panel, point: Point) -> str:
    """Draw one study's shape around the origin, with its name beside it."""
    half = point.size / 2
    look = (
        f'fill="none" stroke="{point.colour}" stroke-width="{3 / half:.2f}"' if point.hollow
        else f'fill="{point.colour}"'
    )  # fmt: skip
    right, down, anchor = _NAMES[point.place]
    reach = half + 4
    middle = down * (reach + LINE * len(point.name) / 2)
    x = 0.0 if anchor == "middle" else right * (half if down else reach)
    return (
        f"{_range(one, point)}"
        f'<path class="dot" transform="scale({half:.1f})" d="{_SHAPES[point.shape]}" {look}/>'
        f"{''.join(_lines(f'{x:.0f}', middle, point.name, anchor, first_bold=True))}"
    )


def _range(one: Panel, point: Point) -> str:
    """Draw the printed range of a point, with a stroke at each end."""
    if point.ends is None:
        return ""
    low, high = (one.down(end) - one.down(point.value) for end in point.ends)
    return (
        f'<path class="range" d="M0 {low:.1f}V{high:.1f}M-6 {low:.1f}H6M-6 {high:.1f}H6" '
        f'stroke="{point.colour}" stroke-width="2" fill="none"/>'
    )


def _line(y: float, look: str) -> str:
    return f'<line x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}" {look}/>'


def _lines(
    x: str, middle: float, lines: Sequence[str], anchor: str, first_bold: bool = False
) -> Iterator[str]:
    """Write some lines around a middle."""
    y = middle - LINE * (len(lines) - 1) / 2 + _DROP
    for number, text in enumerate(lines):
        yield _text(x, y + LINE * number, text, anchor, bold=first_bold and not number)


def _text(x: str, y: float, text: str, anchor: str, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{x}" y="{y:.1f}" text-anchor="{anchor}"{weight}>{escape(text)}</text>'
