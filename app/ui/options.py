"""The options: all in short, and up to three side by side."""

from __future__ import annotations

import streamlit as st

from app.blocks.options import (
    chosen_options,
    option_names,
    options_at_a_glance,
    options_side_by_side,
)
from app.blocks.templates import render
from app.knowledge.catalog import Library
from app.ui import html
from app.ui.reader import Reader

MOST = 3
START = ("change-nothing", "exercise", "mild")
"""What stands side by side as the page opens."""

CHOICE, TURNED_AWAY = "compare-choice", "compare-turned-away"


def _hold_at_three() -> None:
    """Keep the first three choices and remember the one for which there is no room."""
    chosen = st.session_state[CHOICE]
    st.session_state[TURNED_AWAY] = next(iter(chosen[MOST:]), "")
    st.session_state[CHOICE] = chosen[:MOST]


def _status(library: Library, chosen: list[str]) -> str:
    """Return what stands side by side, for those who listen; for all, what to do if it cannot."""
    words = library.words
    if away := chosen_options(library, [st.session_state.pop(TURNED_AWAY, "")]):
        said = words("options.status_full", name=away[0].name)
    elif not chosen:
        said = words("options.none_chosen")
    elif len(chosen) == 1:
        said = words("options.status_one")
    else:
        names = option_names(library, chosen_options(library, chosen))
        said = words("options.status", names=names)
    hidden = " visually-hidden" if len(chosen) > 1 and not away else ""
    return f'<p role="status" class="compare-status{hidden}">{said}</p>'


@st.fragment
def compare(reader: Reader) -> None:
    """Draw every option in short, then the chosen ones side by side in the fixed order."""
    library, words = reader.library, reader.library.words
    names = {option.id: option.name for option in library.options}
    html.draw(render(library, "options_short"), "short")
    st.session_state.setdefault(CHOICE, list(START))
    with st.container(key="compare"):
        chosen = st.pills(
            words("options.control"),
            list(names),
            selection_mode="multi",
            format_func=names.__getitem__,
            on_change=_hold_at_three,
            key=CHOICE,
            persist_state="session",
        )
        # Markdown keeps the line and changes its words alone, so that they are read aloud.
        st.markdown(
            _status(library, chosen)
            + f'<p class="note-line">{words("options.order")} {words("options.start")}</p>',
            unsafe_allow_html=True,
        )
        if chosen:
            html.draw(options_side_by_side(library, chosen), "compare")
        else:
            html.draw(options_at_a_glance(library), "glance")
