"""The recovery chart with its switch: sentence, picture, table."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from app.blocks.templates import render
from app.domain.address import MEASURES
from app.figures.recovery import HEIGHT, chart_of
from app.figures.recovery_points import recovery_points
from app.figures.results import unconfirmed_rows
from app.ui import address
from app.ui.reader import Reader

CONFIG = {"displayModeBar": False, "showSendToCloud": False, "scrollZoom": False}


def _measure_chosen() -> None:
    address.choose("measure", st.session_state["measure-choice"])


@st.fragment
def chart(reader: Reader) -> None:
    """Draw the published points of the measure in the address."""
    library, words = reader.library, reader.library.words
    measure = address.setting("measure", MEASURES, MEASURES[0])
    if st.session_state.get("measure-choice") != measure:
        st.session_state["measure-choice"] = measure
    shown = recovery_points(library, measure)
    with st.container(key="chart"):
        st.segmented_control(
            words("chart.control"),
            MEASURES,
            required=True,
            format_func=lambda code: words(f"chart.{code}"),
            key="measure-choice",
            on_change=_measure_chosen,
        )
        above = Markup(
            '<p class="takeaway" role="status">{}</p><p class="how">{}</p><p class="axis">{}</p>'
        )
        st.html(above.format(shown.takeaway, words("chart.how"), words(f"chart.axis_{measure}")))
        st.plotly_chart(
            chart_of(library, measure), height=HEIGHT, config=CONFIG, alt=shown.alt,
            key=f"chart-{measure}",
        )  # fmt: skip
        st.html(render(library, "chart_below", table=shown.table.to_dict("records")))
        if reader.clinic and measure == "odi":
            st.html(render(library, "to_confirm", rows=unconfirmed_rows(library)))
