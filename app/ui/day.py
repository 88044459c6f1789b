"""The day at a glance: sentence, picture, and the same as a table with its sources."""

from __future__ import annotations

import streamlit as st

from app.blocks import charts
from app.figures.day import chart_of
from app.figures.day_parts import day_parts
from app.ui import html
from app.ui.live import live
from app.ui.reader import Reader


def day(reader: Reader) -> None:
    """Draw the day in order, with the times that sources give."""
    library = reader.library
    shown, chart = day_parts(library), chart_of(library)
    with st.container(key="day"):
        html.draw(charts.day_above(library), "day-above")
        live(chart, shown.alt, "day-chart", library.words("app.part_missing"))
        html.draw(charts.day_below(library), "day-below")
