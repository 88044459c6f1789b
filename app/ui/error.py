"""The calm page in place of a trace."""

from __future__ import annotations

import logging

import streamlit as st

from app.blocks.templates import render
from app.knowledge.catalog import DEFAULT_LANGUAGE
from app.knowledge.library import library
from app.web.logs import place

log = logging.getLogger("mild.app")


def calm_error(error: Exception) -> bool:
    """Show a calm page instead of a trace, and write one line to the log.

    Args:
        error: what went wrong. Its message is not logged: it could hold what a reader typed.

    Returns:
        True: the error is dealt with.

    """
    what = {"type": type(error).__name__, "at": place(error.__traceback__)}
    log.error("script error", extra={"fields": what})
    st.html(render(library(DEFAULT_LANGUAGE), "error"))
    return True
