"""The recovery-expectation chart in Plotly."""

from __future__ import annotations

from functools import cache
from typing import Any

import plotly.graph_objects as go

from app.figures.recovery_points import (
    FIRST_WEEKS_MONTHS,
    LAST_MONTHS,
    MARKERS,
    RANGES,
    RecoveryPoints,
    marker_size,
    recovery_points,
)
from app.knowledge.catalog import Library

HEIGHT = 560
"""Height of the chart in pixels, reserved before it is drawn."""

_YEARS = range(6)
_PLACES = {
    "right": "middle right", "left": "middle left", "above": "top center", "below": "bottom center",
    "above-right": "top right", "below-right": "bottom right",
}  # fmt: skip


def recovery_chart(library: Library, shown: RecoveryPoints) -> go.Figure:
    """Return the chart: published points only, on a true time axis, no line through them.

    Args:
        library: the content, for its words.
        shown: the points of one measure.

    """
    figure = go.Figure()
    _band(figure, library, shown)
    for point in shown.points.to_dict("records"):
        figure.add_trace(_dot(point))
    _axes(figure, library, shown.measure)
    return figure


def _dot(point: dict[Any, Any]) -> go.Scatter:
    """Return one study's dot with its name beside it."""
    shape, colour = MARKERS[point["study_id"]]
    hollow = point["part"] == "leg"
    return go.Scatter(
        x=[point["months"]],
        y=[point["change"]],
        mode="markers+text",
        text=[point["label"]],
        textposition=_PLACES[point["place"]],
        textfont={"size": 15},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
        marker={
            "symbol": f"{shape}-open" if hollow else shape,
            "size": marker_size(int(point["n"])),
            "color": colour,
            "line": {"width": 3 if hollow else 1.5, "color": colour if hollow else "#FFFFFF"},
        },
    )


def _axes(figure: go.Figure, library: Library, measure: str) -> None:
    """Set a true time axis in years and the scale of the measure; nothing zooms or drags."""
    figure.update_layout(
        height=HEIGHT,
        margin={"l": 4, "r": 4, "t": 8, "b": 8},
        dragmode=False,
        showlegend=False,
        font={"size": 15},
    )
    figure.update_xaxes(
        range=[-1, LAST_MONTHS + 2],
        tickvals=[12 * year for year in _YEARS],
        ticktext=[str(year) for year in _YEARS],
        tickfont={"size": 15},
        title={"text": library.words("chart.axis_time"), "font": {"size": 15}},
        fixedrange=True,
        zeroline=False,
        showgrid=False,
    )
    figure.update_yaxes(
        range=list(RANGES[measure]),
        tickfont={"size": 15},
        fixedrange=True,
        zeroline=False,
        automargin=True,
    )


def _band(figure: go.Figure, library: Library, shown: RecoveryPoints) -> None:
    """Draw what is not a point: no change, the change people notice, the weeks without figures."""
    words = library.words
    low, high = shown.noticeable
    figure.add_hrect(
        y0=-high, y1=-low, fillcolor="#7A8FA3", opacity=0.28, line_width=0, layer="below"
    )
    figure.add_hline(y=0, line={"width": 2, "color": "#7A7A7A"})
    bottom, _ = RANGES[shown.measure]
    figure.add_shape(
        type="rect", x0=0, x1=FIRST_WEEKS_MONTHS, y0=bottom, y1=0, layer="below",
        line={"width": 1.5, "dash": "dot", "color": "#7A7A7A"}, fillcolor="rgba(122,122,122,0.18)",
    )  # fmt: skip
    band = words("chart.noticeable", low=f"{low:g}", high=f"{high:g}").replace("\n", "<br>")
    unknown = words("chart.unknown").replace("\n", "<br>")
    notes = (
        (LAST_MONTHS + 2, 0, "right", "bottom", words("chart.no_change")),
        (LAST_MONTHS + 2, -(low + high) / 2, "right", "middle", band),
        (FIRST_WEEKS_MONTHS + 0.5, bottom, "left", "bottom", unknown),
    )
    for x, y, xanchor, yanchor, text in notes:
        figure.add_annotation(
            x=x,
            y=y,
            xanchor=xanchor,
            yanchor=yanchor,
            text=text,
            showarrow=False,
            font={"size": 14},
        )


@cache
def chart_of(library: Library, measure: str) -> go.Figure:
    """Return the chart of one measure; it is built once and shared: never change it."""
    return recovery_chart(library, recovery_points(library, measure))
