"""The day of MILD in Plotly: its parts down the page, and in each the minutes from zero."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from textwrap import wrap

import plotly.graph_objects as go

from app.figures.day_parts import DayPart, DayRow, day_parts
from app.figures.done import Done
from app.knowledge.catalog import Library

INK = "#1F7FBF"
"""Colour of every mark: 4:1 or more on the light and on the dark paper."""

_LINE = "#7A8A99"
_TRACK = "rgba(122,138,153,0.22)"
_CLEAR = "rgba(0,0,0,0)"

_TICKS = (0, 30, 60, 90, 120)
_LAST = 172
"""End of the scale in minutes; right of the last tick there is room for how many clinics say so."""

_FADE = (0.1, 0.2, 0.3, 0.42)
"""How thick the stripes are from zero to an upper end, a quarter of the way each."""

_NAME, _LABEL, _TICK = 17, 16, 15  # sizes of letters in pixels
_LETTERS, _SHORT = 30, 24  # in one line on the narrowest phone; beside how many clinics say so
_NAME_STEP, _LABEL_STEP, _TICK_STEP = 23, 24, 26  # one line and the next, in pixels
_BAR, _DOT, _SPINE = 18, 8, -17  # height of a bar, radius of a dot, place of the line of the day
_ASIDE = 10  # pixels from the scale's end to what stands beside it
_UNDER_WORDS, _BETWEEN_ROWS, _BETWEEN_PARTS = 3, 11, 28


def day_chart(library: Library) -> go.Figure:
    """Return the chart: bars and marks for stated times alone, in the order of the day.

    One unit of the upward axis is one pixel, so that words keep their distance at any width.

    Args:
        library: the content.

    """
    figure = go.Figure()
    y, dots = 4.0, []
    for part in day_parts(library).parts:
        dots.append((y + _NAME_STEP / 2, bool(part.timed)))
        y = _part(figure, library, part, y) + _BETWEEN_PARTS
    _spine(figure, dots)
    _axes(figure, y - _BETWEEN_PARTS + 6)
    return figure


def _part(figure: go.Figure, library: Library, part: DayPart, y: float) -> float:
    """Draw one part from a height on; return the height below it."""
    for line in wrap(part.name, _LETTERS):
        _text(figure, (0, y + _NAME_STEP / 2), f"<b>{line}</b>", _NAME)
        y += _NAME_STEP
    if not part.rows:
        _text(figure, (0, y + _LABEL_STEP / 2), library.words("day.no_time"))
        return y + _LABEL_STEP
    for row in part.timed:
        y = _timed(figure, row, y + 2)
    if part.timed:
        y = _scale(figure, library, y - _BETWEEN_ROWS + 2) + _UNDER_WORDS
    for row in part.untimed:
        _text(figure, (_TICKS[-1], y + _LABEL_STEP / 2), row.who, xshift=_ASIDE)
        for line in wrap(_capital(row.what), _SHORT):
            _text(figure, (0, y + _LABEL_STEP / 2), line)
            y += _LABEL_STEP
    return y


def _timed(figure: go.Figure, row: DayRow, y: float) -> float:
    """Draw one stated time under its words; return the height of the next."""
    for line in wrap(_capital(row.what), _LETTERS + 3):
        _text(figure, (0, y + _LABEL_STEP / 2), line)
        y += _LABEL_STEP
    middle = y + _BAR / 2 + _UNDER_WORDS
    _track(figure, middle, row.low or 0)
    {"range": _bar, "about": _about, "under": _under}[row.kind](figure, row, middle)
    _text(figure, (_TICKS[-1], middle), row.who, xshift=_ASIDE)
    return middle + _BAR / 2 + _BETWEEN_ROWS


def _track(figure: go.Figure, y: float, low: float) -> None:
    """Draw the scale behind a mark, with a stroke at each tick and a line from zero to the mark."""
    half = _BAR / 2
    figure.add_shape(
        type="rect", x0=0, x1=_TICKS[-1], y0=y - half, y1=y + half, layer="below",
        line_width=0, fillcolor=_TRACK,
    )  # fmt: skip
    for tick in _TICKS:
        figure.add_shape(
            type="line", x0=tick, x1=tick, y0=y - half, y1=y + half, layer="below",
            line={"width": 1, "color": _LINE},
        )  # fmt: skip
    if low:
        figure.add_shape(
            type="line", x0=0, x1=low, y0=y, y1=y, layer="below", line={"width": 4, "color": INK}
        )


def _bar(figure: go.Figure, row: DayRow, y: float) -> None:
    """Draw a range as a full bar."""
    low, high = row.low or 0, row.high or 0
    figure.add_trace(
        go.Bar(
            orientation="h", base=[low], x=[high - low], y=[y], width=_BAR, name=row.row,
            marker={"color": INK, "line": {"width": 0}}, hoverinfo="skip", showlegend=False,
        )
    )  # fmt: skip


def _under(figure: go.Figure, row: DayRow, y: float) -> None:
    """Draw an upper end: a stop, and stripes below it that fade, for no lower end is known."""
    high = row.high or 0
    step = high / len(_FADE)
    pattern = {"shape": "/", "fgcolor": INK, "bgcolor": _CLEAR, "size": 8, "solidity": list(_FADE)}
    figure.add_trace(
        go.Bar(
            orientation="h", base=[step * part for part in range(len(_FADE))],
            x=[step] * len(_FADE), y=[y] * len(_FADE), width=_BAR, name=row.row,
            marker={"color": _CLEAR, "pattern": pattern, "line": {"width": 0}},
            hoverinfo="skip", showlegend=False,
        )
    )  # fmt: skip
    figure.add_shape(
        type="line", x0=high, x1=high, y0=y - _BAR / 2 - 4, y1=y + _BAR / 2 + 4,
        line={"width": 5, "color": INK},
    )  # fmt: skip


def _about(figure: go.Figure, row: DayRow, y: float) -> None:
    figure.add_trace(
        go.Scatter(
            x=[row.high], y=[y], mode="markers", name=row.row,
            marker={"symbol": "diamond", "size": _BAR + 2, "color": INK, "line": {"width": 0}},
            hoverinfo="skip", showlegend=False,
        )
    )  # fmt: skip


def _scale(figure: go.Figure, library: Library, y: float) -> float:
    """Write the minutes under the bars of one part; return the height below them."""
    for tick in _TICKS:
        _text(figure, (tick, y + _TICK_STEP / 2), str(tick), _TICK, xanchor="center")
    _text(figure, (_TICKS[-1], y + _TICK_STEP / 2), library.words("day.axis"), _TICK, xshift=17)
    return y + _TICK_STEP


def _text(
    figure: go.Figure, at: tuple[float, float], text: str, size: int = _LABEL, **more: object
) -> None:
    """Write one line at minutes and a height, from there to the right unless told otherwise."""
    figure.add_annotation(
        x=at[0], y=at[1], text=text, font={"size": size}, showarrow=False, borderpad=0,
        yanchor="middle", **{"xanchor": "left", **more},
    )  # fmt: skip


def _spine(figure: go.Figure, dots: list[tuple[float, bool]]) -> None:
    """Draw the order of the day: a line with a dot a part, hollow where no time is known."""
    place = {"xref": "paper", "xsizemode": "pixel", "xanchor": 0}
    for (above, _), (below, _) in pairwise(dots):
        figure.add_shape(
            type="line", x0=_SPINE, x1=_SPINE, y0=above + _DOT, y1=below - _DOT,
            line={"width": 3, "color": INK}, **place,
        )  # fmt: skip
    for y, filled in dots:
        figure.add_shape(
            type="circle", x0=_SPINE - _DOT, x1=_SPINE + _DOT, y0=y - _DOT, y1=y + _DOT,
            line={"width": 3, "color": INK}, fillcolor=INK if filled else _CLEAR, **place,
        )  # fmt: skip


def _axes(figure: go.Figure, height: float) -> None:
    """Make a unit of height a pixel and hide both axes; nothing zooms or drags."""
    figure.update_layout(
        height=round(height),
        margin={"l": 28, "r": 0, "t": 0, "b": 0, "pad": 0},
        barmode="overlay",  # else bars of other rows push each other aside
        dragmode=False,
        showlegend=False,
        font={"size": _LABEL},
    )
    figure.update_xaxes(range=[0, _LAST], visible=False, fixedrange=True)
    figure.update_yaxes(range=[round(height), 0], visible=False, fixedrange=True)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def chart_of(library: Library) -> Done:
    """Return the chart; it is built once and shared: never change it."""
    return Done(day_chart(library))
