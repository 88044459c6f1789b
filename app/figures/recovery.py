"""The recovery-expectation chart in Plotly."""

from __future__ import annotations

import plotly.graph_objects as go

from app.figures.recovery_points import (
    FIRST_WEEKS_MONTHS,
    LAST_MONTHS,
    MARKERS,
    RANGES,
    RecoveryPoints,
    marker_size,
    when,
)
from app.knowledge.library import Library

HEIGHT = 560
"""Height of the chart in pixels, reserved before it is drawn."""

_TICKS = (0, 6, 12, 24, 36, 48, 60)


def recovery_chart(library: Library, shown: RecoveryPoints) -> go.Figure:
    """Return the chart: published points only, on a true time axis, no line through them.

    Args:
        library: the content, for its words.
        shown: the points of one measure.
    """
    words = library.words
    figure = go.Figure()
    _band(figure, library, shown)
    for point in shown.points.to_dict("records"):
        shape, colour = MARKERS[point["study_id"]]
        part = point["part"] == "leg"
        figure.add_trace(
            go.Scatter(
                x=[point["months"]],
                y=[point["change"]],
                mode="markers+text",
                text=[point["label"]],
                textposition=_side(point),
                textfont={"size": 15},
                cliponaxis=False,
                hoverinfo="skip",
                showlegend=False,
                marker={
                    "symbol": f"{shape}-open" if part else shape,
                    "size": marker_size(int(point["n"])),
                    "color": colour,
                    "line": {"width": 3 if part else 1.5, "color": colour if part else "#FFFFFF"},
                },
            )
        )
    figure.update_layout(
        height=HEIGHT,
        margin={"l": 10, "r": 10, "t": 30, "b": 10},
        dragmode=False,
        showlegend=False,
        font={"size": 15},
    )
    figure.update_xaxes(
        range=[-1, LAST_MONTHS + 2],
        tickvals=list(_TICKS),
        ticktext=["0", *(when(month, library) for month in _TICKS[1:])],
        tickfont={"size": 14},
        title={"text": words("chart.axis_time"), "font": {"size": 15}},
        fixedrange=True,
        zeroline=False,
        showgrid=False,
    )
    figure.update_yaxes(
        range=list(RANGES[shown.measure]),
        tickfont={"size": 14},
        title={"text": words(f"chart.axis_{shown.measure}"), "font": {"size": 15}},
        fixedrange=True,
        zeroline=False,
        automargin=True,
    )
    return figure


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
    notes = (
        (LAST_MONTHS + 2, 0, "right", "bottom", words("chart.no_change")),
        (LAST_MONTHS + 2, -low, "right", "bottom",
         words("chart.noticeable", low=f"{low:g}", high=f"{high:g}")),
        (0, bottom, "left", "bottom", words("chart.unknown")),
    )  # fmt: skip
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


def _side(point: dict[object, object]) -> str:
    """Put labels where no neighbour stands: first dots to the right, late ones below."""
    return "middle right" if float(str(point["months"])) < 30 else "bottom center"
