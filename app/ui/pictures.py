"""The overview's picture with its switch."""

from __future__ import annotations

import streamlit as st

from app.blocks import pictures
from app.ui import address, html
from app.ui.page import file_of
from app.ui.reader import Reader

STATES = ("narrow", "aim")
STARTS = ("procedure", "recovery", "options", "whats-next", "visit")


@st.fragment
def problem(reader: Reader) -> None:
    """Draw the slice through the spine; a switch shows what MILD aims at."""
    words = reader.library.words
    with st.container(key="problem-switch"):
        state = st.segmented_control(
            words("picture.control"),
            STATES,
            default=STATES[0],
            required=True,
            format_func=lambda code: words(f"picture.{code}"),
            key="problem-state",
        )
    html.draw(pictures.problem_picture(reader.library, state or STATES[0]), "problem")


def start_here(reader: Reader) -> None:
    """Draw the five large links to where a reader may want to begin."""
    with st.container(key="start-here"):
        for name in STARTS:
            label = reader.library.words(f"start.{name}")
            st.page_link(
                file_of(name), label=label, query_params=address.carried(), width="stretch"
            )
