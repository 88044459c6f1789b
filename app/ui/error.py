"""The calm page in place of a trace."""

from __future__ import annotations

import streamlit as st

from app.blocks.templates import render
from app.knowledge.library import DEFAULT_LANGUAGE, library


def show_error() -> None:
    """Say that something went wrong on our side, and where the same words can be read."""
    st.html(render(library(DEFAULT_LANGUAGE), "error"))
