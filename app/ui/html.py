"""Draws a piece of HTML with prose in it, its notes told apart from those of every other piece."""

from __future__ import annotations

import streamlit as st

from app.knowledge.notes import numbered


def draw(markup: str, place: str) -> None:
    """Draw HTML.

    Args:
        markup: from a block.
        place: name of the piece, once on a page.

    """
    st.html(numbered(markup, place))
