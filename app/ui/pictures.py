"""The overview's pictures and its large links."""

from __future__ import annotations

import streamlit as st

from app.blocks import pictures
from app.ui import address, html
from app.ui.files import file_of
from app.ui.reader import Reader

STARTS = ("procedure", "recovery", "options", "whats-next", "visit")


def problem(reader: Reader) -> None:
    """Draw the slice through the spine; its parts answer to tap and key without a rerun."""
    html.picture(pictures.name_the_parts(reader.library), "problem")


def posture(reader: Reader) -> None:
    """Draw the two postures, with their switch."""
    html.picture(pictures.two_postures(reader.library), "posture")


def start_here(reader: Reader) -> None:
    """Draw the five large links to where a reader may want to begin."""
    with st.container(key="start-here"):
        for name in STARTS:
            label = reader.library.words(f"start.{name}")
            st.page_link(
                file_of(name), label=label, query_params=address.carried(), width="stretch"
            )
