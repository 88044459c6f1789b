"""The recovery chart with its switch: sentence, picture, passports, table."""

from __future__ import annotations

import streamlit as st

from app.blocks import charts
from app.blocks.templates import render
from app.domain.measures import MEASURES, OPEN
from app.figures.recovery import chart_of
from app.figures.recovery_points import open_surgery, recovery_points
from app.figures.recovery_svg import recovery_svg
from app.figures.results import unconfirmed_rows
from app.ui import address, html
from app.ui.reader import Reader

CONFIG = {"staticPlot": True, "displayModeBar": False, "showSendToCloud": False}
"""Nothing on a chart answers to a touch, so that a finger on it scrolls the page."""


def _measure_chosen() -> None:
    address.choose("measure", st.session_state["measure-choice"])


@st.fragment
def chart(reader: Reader) -> None:
    """Draw the published points of the measure in the address."""
    library, words = reader.library, reader.library.words
    measure = address.setting("measure", MEASURES, MEASURES[0])
    if st.session_state.get("measure-choice") != measure:
        st.session_state["measure-choice"] = measure
    shown, live = recovery_points(library, measure), chart_of(library, measure)
    with st.container(key="chart"):
        st.segmented_control(
            words("chart.control"),
            MEASURES,
            required=True,
            format_func=lambda code: words(f"chart.{code}"),
            key="measure-choice",
            on_change=_measure_chosen,
        )
        st.html(render(library, "figure_above", figure=shown.words))
        # Both stand in one box; a style rule takes the still picture away once the live one is in.
        with st.container(key="chart-box"):
            html.picture(recovery_svg(library, shown, spoken=False), "still")
            st.plotly_chart(
                live, height=live.layout.height, config=CONFIG, alt=shown.words.alt,
                key=f"chart-{measure}",
            )  # fmt: skip
        html.draw(charts.chart_below(library, shown), f"chart-{measure}")
        if reader.clinic and measure == "odi":
            st.html(render(library, "to_confirm", rows=unconfirmed_rows(library)))


def open_charts(reader: Reader) -> None:
    """Draw the scores after open surgery, each chart apart, and the shares of people below them."""
    library = reader.library
    with st.container(key="open-charts"):
        for measure in OPEN:
            shown = open_surgery(library, measure)
            with st.container(key=f"open-{measure}"):
                html.draw(render(library, "open_head", chart=shown), f"{measure}-head")
                html.picture(recovery_svg(library, shown), measure)
                html.draw(render(library, "open_foot", chart=shown), f"{measure}-foot")
    html.draw(charts.arrays(library, "open_surgery"), "open-arrays")
