"""What was typed into a form, against what its other parts have been drawn with.

A part of the form that is a fragment of its own is drawn alone after a tap in it. Words that were
typed just before travel along with the tap, and the run that would have shown them does not come
to its end: the list of questions would lack the last one. Such a part has the whole drawn instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

from app.ui.keys import OWN_QUESTIONS, OWN_WISH

_DRAWN = "typed-drawn"
_WHOLE: ContextVar[bool] = ContextVar("whole", default=False)


def _typed() -> tuple[str, ...]:
    return tuple(str(st.session_state.get(key) or "") for key in (OWN_WISH, *OWN_QUESTIONS))


@contextmanager
def drawing_whole() -> Iterator[None]:
    """Draw all of the form, and remember with what was typed: its fields know that at the end."""
    before = _WHOLE.set(True)
    try:
        yield
    finally:
        _WHOLE.reset(before)
    st.session_state[_DRAWN] = _typed()


def draw_part() -> None:
    """Have all of the page drawn where something was typed since; the first line of a part."""
    if not _WHOLE.get() and st.session_state.get(_DRAWN, _typed()) != _typed():
        st.rerun()
