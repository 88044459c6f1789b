"""The recovery chart with its switch: sentence, picture, passports, table."""

from __future__ import annotations

import streamlit as st

from app.blocks import charts
from app.blocks.templates import render
from app.domain.measures import MEASURES
from app.figures.recovery import chart_of
from app.figures.recovery_points import TimeChart, recovery_points
from app.figures.recovery_svg import recovery_svg
from app.ui import address, html
from app.ui.live import live
from app.ui.reader import Reader


def _measure_chosen() -> None:
    address.choose("measure", st.session_state["measure-choice"])


@st.fragment
def chart(reader: Reader) -> None:
    """Draw the published points of the measure in the address, with passports and table."""
    with st.container(key="chart"):
        measure = _measure(reader)
        shown = recovery_points(reader.library, measure)
        _picture(reader, shown)
        html.draw(charts.chart_below(reader.library, shown), f"chart-{measure}")


@st.fragment
def chart_alone(reader: Reader) -> None:
    """Draw the same picture for a wall screen; its numbers open as a table."""
    library = reader.library
    with st.container(key="chart"):
        with st.container(key="chart-controls", horizontal=True):
            measure = _measure(reader)
            shown = recovery_points(library, measure, low=True)
            markup = render(library, "chart_open_table", figure=shown.words)
            html.plain(markup, width="content")
        _picture(reader, shown, low=True)


def _measure(reader: Reader) -> str:
    """Draw the switch; return the measure in the address."""
    words = reader.library.words
    measure = address.setting("measure", MEASURES, MEASURES[0])
    if st.session_state.get("measure-choice") != measure:
        st.session_state["measure-choice"] = measure
    st.segmented_control(
        words("chart.control"),
        MEASURES,
        required=True,
        format_func=lambda code: words(f"chart.{code}"),
        key="measure-choice",
        on_change=_measure_chosen,
        width="content",
    )
    return measure


def _picture(reader: Reader, shown: TimeChart, low: bool = False) -> None:
    """Draw the sentence and the picture, still and live."""
    library = reader.library
    html.plain(charts.chart_above(library, shown))
    # Both stand in one box; a style rule takes the still picture away once the live one is in.
    with st.container(key="chart-box"):
        html.picture(recovery_svg(library, shown, spoken=False), "still")
        live(chart_of(library, shown.name, low), shown.words.alt, f"chart-{shown.name}")


def open_charts(reader: Reader) -> None:
    """Draw the scores after open surgery, each chart apart, and the shares of people below them."""
    html.picture(charts.open_surgery_words(reader.library), "open-charts")
