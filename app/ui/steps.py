"""The procedure step by step: the current step, back and on, and the track of all steps."""

from __future__ import annotations

import streamlit as st

from app.blocks import pictures
from app.knowledge.models import Step
from app.ui import address, html
from app.ui.follow import follow
from app.ui.reader import Reader

PHASES = ("before", "day", "room", "after")


@st.fragment
def steps(reader: Reader) -> None:
    """Draw the step in the address, with the ways to every other step."""
    library = reader.library
    ids = tuple(step.id for step in library.steps)
    here = ids.index(address.setting("step", ids, ids[0]))
    with st.container(key="steps"):
        panel, track = st.columns([2, 1], gap="large")
        with panel:
            html.draw(pictures.step_panel(library, library.steps[here], reader.view), "step")
            _neighbours(reader, here)
        with track, st.container(key="track"):
            _track(reader, library.steps[here])
    follow("step", f"step-{ids[here]}", at_once="step" in st.query_params)


def _neighbours(reader: Reader, here: int) -> None:
    library, words = reader.library, reader.library.words
    with st.container(key="step-buttons", horizontal=True):
        for offset, word, kind in ((-1, "previous", "secondary"), (1, "next", "primary")):
            there = here + offset
            inside = 0 <= there < len(library.steps)
            st.button(
                words(f"steps.{word}"),
                key=f"step-{word}",
                type="primary" if kind == "primary" else "secondary",
                disabled=not inside,
                on_click=address.choose,
                args=("step", library.steps[there].id if inside else library.steps[here].id),
            )


def _track(reader: Reader, here: Step) -> None:
    """Draw every step as a button, under its phase."""
    library, words = reader.library, reader.library.words
    st.html(f"<h3>{words('steps.all')}</h3>")
    for phase in PHASES:
        st.html(f'<p class="phase">{words(f"steps.phase_{phase}")}</p>')
        for number, step in enumerate(library.steps, start=1):
            if step.phase == phase:
                word = "steps.current" if step is here else "steps.other"
                st.button(
                    words(word, number=number, title=step.short),
                    key=f"track-{step.id}",
                    type="primary" if step is here else "tertiary",
                    width="stretch",
                    on_click=address.choose,
                    args=("step", step.id),
                )
