"""Draws pieces of HTML: prose, its notes told apart from those of every other piece; pictures."""

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


def picture(markup: str, place: str) -> None:
    """Draw a picture with its labels.

    `st.html` takes out every SVG; Markdown keeps it, and changes only what is different from the
    picture before, so that what stays in it does not flicker.

    Args:
        markup: from a block; our own content alone, in one line, for it is not cleaned.
        place: name of the piece, once on a page.

    """
    st.markdown(numbered(markup, place), unsafe_allow_html=True)


def status(markup: str, place: str) -> None:
    """Draw what answers a choice, where a screen reader says it aloud without moving the focus.

    The element is there before there is anything to say, and stays when that changes: only then
    is it read. `st.html` would put a new element in its place.

    Args:
        markup: from a block, in one line; nothing while there is nothing to say.
        place: name of the piece, once on a page.

    """
    told = numbered(markup, place)
    st.markdown(f'<div class="told" role="status">{told}</div>', unsafe_allow_html=True)
