"""The calm page in place of a trace."""

from __future__ import annotations

import logging

import streamlit as st

from app.blocks.templates import render
from app.knowledge.catalog import DEFAULT_LANGUAGE
from app.knowledge.library import library

log = logging.getLogger("mild.app")


def calm_error(error: Exception) -> bool:
    """Show a calm page instead of a trace, and write one line to the log.

    Args:
        error: what went wrong. Its message is not logged: it could hold what a reader typed.

    Returns:
        True: the error is dealt with.

    """
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    log.error("script error: %s at %s", type(error).__name__, place)
    st.html(render(library(DEFAULT_LANGUAGE), "error"))
    return True
