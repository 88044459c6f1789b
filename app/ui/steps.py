"""The procedure step by step: the drawing, the words, back and on, the track of all steps."""

from __future__ import annotations

import streamlit as st

from app.blocks import links, pictures
from app.ui import address, html
from app.ui.follow import follow
from app.ui.reader import Reader


@st.fragment
def steps(reader: Reader) -> None:
    """Draw the step in the address, with the ways to every other step."""
    library = reader.library
    ids = tuple(step.id for step in library.steps)
    here = ids.index(address.setting("step", ids, ids[0]))
    step = library.steps[here]
    with st.container(key="steps"):
        with st.container(key="step"):
            html.draw(pictures.step_head(library, step), "step-head")
            # Another drawing is another container: parts of two drawings must not blend.
            with st.container(key=f"step-picture-{step.scene.drawing}"):
                html.picture(pictures.step_picture(library, step, spare=True), "scene")
            with st.container(key="step-words"):
                html.draw(pictures.step_words(library, step), "step")
        _neighbours(reader, here)
        html.plain(links.step_track(library, step.id, address.carried_items()))
    follow("step", f"step-{step.id}", at_once="step" in st.query_params, always=True)


def _neighbours(reader: Reader, here: int) -> None:
    """Draw back and on, and between them where the reader is."""
    library, words = reader.library, reader.library.words
    count = len(library.steps)
    with st.container(key="step-buttons", horizontal=True, vertical_alignment="center"):
        for place, word in ((here - 1, "previous"), (here + 1, "next")):
            if word == "next":
                where = words("steps.where", number=here + 1, count=count)
                hint = f'<span class="visually-hidden">, {words("steps.to_all")}</span>'
                html.plain(f'<a href="#all-steps" class="where">{where}{hint}</a>', width="content")
            st.button(
                words(f"steps.{word}"),
                key=f"step-{word}",
                type="primary" if word == "next" else "secondary",
                disabled=not 0 <= place < count,
                wrap=True,
                on_click=address.choose,
                args=("step", library.steps[max(0, min(place, count - 1))].id),
            )
