"""The options: all in short, and up to three side by side."""

from __future__ import annotations

import streamlit as st

from app.blocks.options import (
    chosen_options,
    option_names,
    options_at_a_glance,
    options_in_short,
    options_side_by_side,
)
from app.knowledge.catalog import Library
from app.knowledge.options import Option
from app.ui import html
from app.ui.keys import SIDE_BY_SIDE
from app.ui.reader import Reader
from app.ui.up_to_three import up_to_three

START = ("change-nothing", "exercise", "mild")
"""What stands side by side as the page opens."""


def _status(library: Library, chosen: list[str], away: Option | None) -> str:
    """Return what stands side by side, for those who listen; for all, what to do if it cannot."""
    words = library.words
    if away:
        said = words("options.status_full", name=away.name)
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
    html.draw(options_in_short(library), "short")
    with st.container(key="compare"):
        chosen, away = up_to_three(library, words("options.control"), SIDE_BY_SIDE, START)
        # Markdown keeps the line and changes its words alone, so that they are read aloud.
        st.markdown(
            _status(library, chosen, away)
            + f'<p class="note-line">{words("options.order")} {words("options.start")}</p>',
            unsafe_allow_html=True,
        )
        if chosen:
            html.draw(options_side_by_side(library, chosen), "compare")
        else:
            html.draw(options_at_a_glance(library), "glance")
