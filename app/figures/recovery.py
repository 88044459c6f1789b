"""The recovery-expectation chart in Plotly."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go

from app.domain.measures import LAST_MONTHS
from app.figures.done import Done
from app.figures.kit import digits
from app.figures.recovery_frame import (
    BAND,
    LEFT,
    LETTERS,
    LINES,
    RIGHT,
    YEARS,
    height,
    ticks_at,
    time_at,
    tops,
)
from app.figures.recovery_panels import FIRST, LAST, Gap, Panel, Point, band_at, gap_at
from app.figures.recovery_points import TimeChart, recovery_points
from app.knowledge.catalog import Library

_CLEAR = "rgba(0,0,0,0)"
_GRID = "rgba(122,133,144,0.28)"
_PLACES = {
    "right": "middle right", "left": "middle left", "above": "top center", "below": "bottom center",
    "above-right": "top right", "below-right": "bottom right",
    "above-left": "top left", "below-left": "bottom left",
}  # fmt: skip


def recovery_chart(library: Library, chart: TimeChart) -> go.Figure:
    """Return the chart: published points only, on a true time axis, no line through them.

    Args:
        library: the content, for its words.
        chart: the points of one measure.

    """
    figure = go.Figure()
    full, begins = height(chart.panels), tops(chart.panels)
    figure.update_layout(
        height=full,
        margin={"l": LEFT, "r": RIGHT, "t": 0, "b": 0, "pad": 0},
        barmode="overlay",
        dragmode=False,
        showlegend=False,
        font={"size": LETTERS},
    )
    for number, (one, begin) in enumerate(zip(chart.panels, begins, strict=True), start=1):
        axes = "" if number == 1 else str(number)
        _axes(figure, library, one, axes, (1 - (begin + one.height) / full, 1 - begin / full))
        _titles(figure, one, 1 - begin / full)
        _ground(figure, library, one, axes)
        for gap in one.gaps:
            _gap(figure, one, gap, axes)
        for point in one.points:
            figure.add_trace(_dot(point, axes))
    last, begin = chart.panels[-1], begins[-1]
    _note(
        figure, library.words("chart.axis_time"), x=0.5, xref="paper", xanchor="center",
        y=1 - (begin + time_at(last)) / full, yref="paper",
    )  # fmt: skip
    return figure


def _dot(point: Point, axes: str) -> go.Scatter:
    """Return one study's shape with its name beside it, and its printed range."""
    ends = point.ends
    return go.Scatter(
        x=[point.months],
        y=[point.value],
        xaxis=f"x{axes}",
        yaxis=f"y{axes}",
        mode="markers+text",
        text=["<br>".join([f"<b>{point.name[0]}</b>", *point.name[1:]])],
        textposition=_PLACES[point.place],
        textfont={"size": LETTERS},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
        error_y=None if ends is None else {
            "type": "data", "symmetric": False, "array": [ends[1] - point.value],
            "arrayminus": [point.value - ends[0]], "thickness": 2, "width": 6,
            "color": point.colour,
        },
        marker={
            "symbol": f"{point.shape}-open" if point.hollow else point.shape,
            "size": point.size,
            "color": point.colour,
            "line": {"width": 3 if point.hollow else 0, "color": point.colour},
        },
    )  # fmt: skip


def _axes(
    figure: go.Figure, library: Library, one: Panel, axes: str, place: tuple[float, float]
) -> None:
    """Set a true time axis in years and the scale of the measure; nothing zooms or drags."""
    figure.update_layout(
        {
            f"xaxis{axes}": {
                "anchor": f"y{axes}",
                "range": [FIRST, LAST],
                "tickvals": [12 * year for year in YEARS],
                "ticktext": [str(year) for year in YEARS],
                "tickfont": {"size": LETTERS},
                "ticklabelstandoff": round(ticks_at(one) - one.height) - LETTERS // 2 - 3,
                "fixedrange": True,
                "zeroline": False,
                "showgrid": False,
            },
            f"yaxis{axes}": {
                "anchor": f"x{axes}",
                "domain": list(place),
                "range": [one.bottom, one.top],
                "tickvals": list(one.ticks),
                "ticktext": [digits(library, tick) for tick in one.ticks],
                "tickfont": {"size": LETTERS},
                "ticklabelstandoff": 5,
                "fixedrange": True,
                "zeroline": False,
                "gridcolor": _GRID,
                "automargin": False,
            },
        }
    )


def _titles(figure: go.Figure, one: Panel, top: float) -> None:
    """Write what a panel shows above it, from the left edge of the picture."""
    for text, up in ((f"<b>{one.title}</b>", 38), (one.below, 18)):
        _note(
            figure, text, x=0, xref="paper", xshift=-LEFT, y=top, yref="paper", yshift=up,
            xanchor="left",
        )  # fmt: skip


def _ground(figure: go.Figure, library: Library, one: Panel, axes: str) -> None:
    """Draw what is not a point: the line at zero and the band of change that people notice."""
    across, up = f"x{axes}", f"y{axes}"
    figure.add_shape(
        type="line", x0=FIRST, x1=LAST, y0=0, y1=0, xref=across, yref=up, layer="below",
        line={"width": 2, "color": LINES},
    )  # fmt: skip
    if one.kind == "change":
        _note(
            figure, library.words("chart.no_change"), x=LAST, xref=across, xanchor="right",
            y=0, yref=up, yshift=11,
        )  # fmt: skip
    if one.noticed is None:
        return
    low, high = one.noticed
    figure.add_shape(
        type="rect", x0=FIRST, x1=LAST, y0=-high, y1=-low, xref=across, yref=up, layer="below",
        fillcolor=BAND, line={"width": 1, "color": LINES},
    )  # fmt: skip
    x, _ = band_at(one)
    _note(
        figure, "<br>".join(one.band), x=x, xref=across, xanchor="right", y=-(low + high) / 2,
        yref=up, align="right",
    )  # fmt: skip


def _gap(figure: go.Figure, one: Panel, gap: Gap, axes: str) -> None:
    """Hatch a stretch of time without figures and say so at its foot."""
    figure.add_trace(
        go.Bar(
            x=[(gap.begin + min(gap.end, LAST_MONTHS)) / 2], width=[gap.end - gap.begin],
            base=[one.bottom], y=[one.top - one.bottom], xaxis=f"x{axes}", yaxis=f"y{axes}",
            marker={
                "color": _CLEAR, "line": {"width": 0},
                "pattern": {
                    "shape": "/", "fgcolor": LINES, "bgcolor": _CLEAR, "size": 9, "solidity": 0.12,
                },
            },
            hoverinfo="skip", showlegend=False,
        )
    )  # fmt: skip
    x, side = gap_at(one, gap)
    _note(
        figure, gap.words.replace("\n", "<br>"), x=x, xref=f"x{axes}", y=one.bottom,
        yref=f"y{axes}", xanchor="left" if side == "start" else "right", yanchor="bottom",
        align="left" if side == "start" else "right",
    )  # fmt: skip


def _note(figure: go.Figure, text: str, **more: object) -> None:
    figure.add_annotation(
        text=text, showarrow=False, borderpad=0, font={"size": LETTERS},
        **{"yanchor": "middle", **more},
    )  # fmt: skip


@cache
def chart_of(library: Library, measure: str, low: bool = False) -> Done:
    """Return the chart of one measure; it is built once and shared: never change it."""
    return Done(recovery_chart(library, recovery_points(library, measure, low)))
