"""What was typed into a form, against what its other parts have been drawn with.

A part of the form that is a fragment of its own is drawn alone after a tap in it. Words that were
typed just before travel along with the tap, and the run that would have shown them does not come
to its end: the list of questions would lack the last one. Such a part has the whole drawn instead.
"""

from __future__ import annotations

import streamlit as st

from app.domain.visit import MOST_QUESTIONS

OWN_WISH = "matters-own"
OWN_QUESTIONS = tuple(f"ask-own-{number}" for number in range(1, MOST_QUESTIONS + 1))
"""Session keys of the text fields of the visit's form."""

_DRAWN = "typed-drawn"


def _typed() -> tuple[str, ...]:
    return tuple(str(st.session_state.get(key) or "") for key in (OWN_WISH, *OWN_QUESTIONS))


def draw_whole() -> None:
    """Remember that all of the form is drawn with what is typed now; its first line."""
    st.session_state[_DRAWN] = _typed()


def draw_part() -> None:
    """Have all of the page drawn where something was typed since; the first line of a part."""
    if st.session_state.get(_DRAWN, _typed()) != _typed():
        st.rerun()
