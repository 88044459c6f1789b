"""What matters to the reader: eight wishes to weigh, and how the options stand to them.

Answers live in the session alone. They go into no address, no log and no file.
"""

from __future__ import annotations

import streamlit as st

from app.blocks import matters as blocks
from app.domain.visit import WEIGHTS
from app.knowledge.catalog import Library
from app.ui import html
from app.ui.choice import choice
from app.ui.reader import Reader

LONGEST = 200
"""Most letters of the reader's own words."""


def _key(code: str) -> str:
    return f"matters-{code}"


def _clear(library: Library) -> None:
    """Forget every answer; for callbacks."""
    for statement in library.wishes.statement:
        st.session_state[_key(statement.code)] = None
    st.session_state[_key("own")] = ""


def matters(reader: Reader) -> None:
    """Draw each wish with nothing chosen, then how the options stand to those that matter."""
    library, words = reader.library, reader.library.words
    named = {weight: words(f"matters.answer_{weight}") for weight in WEIGHTS}
    with st.container(key="matters"):
        html.draw(blocks.matters_about(library), "matters-about")
        st.html(f'<p class="note-line">{words("matters.privacy")}</p>')
        weights = {
            statement.code: choice(
                library.prose.line(statement.text).text, named, _key(statement.code)
            )
            for statement in library.wishes.statement
        }
        own = st.text_area(
            words("matters.own"), max_chars=LONGEST, key=_key("own"), persist_state="session"
        )
        count = sum(weight is not None for weight in weights.values())
        status = words("matters.answered", count=count, of=len(weights))
        st.html(f'<p role="status">{status}</p>')
        html.draw(blocks.matters_reading(library, weights), "matters-reading")
        if count or own:
            st.button(words("matters.clear"), key="matters-clear", on_click=_clear, args=(library,))
