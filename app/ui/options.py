"""The options: all in short, and up to three side by side."""

from __future__ import annotations

import streamlit as st

from app.blocks import blocks
from app.blocks.templates import render
from app.ui import html
from app.ui.reader import Reader

MOST = 3


@st.fragment
def compare(reader: Reader) -> None:
    """Draw every option in short, then the chosen ones side by side in the fixed order."""
    library, words = reader.library, reader.library.words
    names = {option.id: option.name for option in library.options}
    html.draw(render(library, "options_short"), "short")
    first_choice = [library.options[0].id, library.options[1].id, "mild"]
    with st.container(key="compare"):
        chosen = st.pills(
            words("options.control"),
            list(names),
            selection_mode="multi",
            default=first_choice,
            format_func=names.__getitem__,
            key="compare-choice",
        )
        kept = chosen[:MOST]
        if kept:
            html.draw(blocks.options_side_by_side(library, kept), "compare")
        else:
            st.html(f'<p role="status">{words("options.none_chosen")}</p>')
