"""What matters to the reader: eight wishes to weigh, and how the options stand to them.

Answers live in the session alone. They go into no address, no log and no file.
"""

from __future__ import annotations

import streamlit as st

from app.blocks import matters as blocks
from app.domain.visit import LONGEST, WEIGHTS, tidy
from app.knowledge.catalog import Library
from app.ui import html, keys
from app.ui.choice import choice, forget
from app.ui.reader import Reader
from app.ui.typed import draw_part


def _clear(library: Library) -> None:
    """Forget every answer; for callbacks."""
    forget(*(keys.wish(statement.code) for statement in library.wishes.statement))
    st.session_state[keys.OWN_WISH] = ""


def weighed(library: Library) -> dict[str, str]:
    """Return how much each wish matters, by its code, for those that are weighed."""
    found = {
        one.code: st.session_state.get(keys.wish(one.code)) for one in library.wishes.statement
    }
    return {code: weight for code, weight in found.items() if weight}


def own_wish() -> str:
    """Return what else matters, in the reader's own words and in one line."""
    return tidy(str(st.session_state.get(keys.OWN_WISH) or "")[:LONGEST])


def matters(reader: Reader) -> None:
    """Draw each wish with nothing chosen, how the options stand to those that matter, own words."""
    words = reader.library.words
    with st.container(key="matters"):
        html.draw(blocks.matters_about(reader.library), "matters-about")
        html.plain(f'<p class="note-line">{words("matters.privacy")}</p>')
        _weigh(reader)
        st.text_area(
            words("matters.own"), max_chars=LONGEST, key=keys.OWN_WISH, persist_state="session"
        )


@st.fragment
def _weigh(reader: Reader) -> None:
    """Draw the wishes and what follows from them; a fragment within a form, see `fill_together`."""
    draw_part()
    library, words = reader.library, reader.library.words
    named = {weight: words(f"matters.answer_{weight}") for weight in WEIGHTS}
    weights = {
        one.code: choice(library.prose.line(one.text).text, named, keys.wish(one.code))
        for one in library.wishes.statement
    }
    count = sum(weight is not None for weight in weights.values())
    status = words("matters.answered", count=count, of=len(weights))
    html.plain(f'<p role="status">{status}</p>')
    html.draw(blocks.matters_reading(library, weights), "matters-reading")
    if count or own_wish():
        st.button(words("matters.clear"), key="matters-clear", on_click=_clear, args=(library,))
