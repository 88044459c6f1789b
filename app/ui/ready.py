"""Are you ready: four questions, and what to do about each "not yet"; no verdict.

Answers live in the session alone. They go into no address, no log and no file.
"""

from __future__ import annotations

import streamlit as st

from app.blocks import visit as blocks
from app.knowledge.catalog import Library
from app.knowledge.ready import READY, ReadyQuestion
from app.ui import html, keys
from app.ui.choice import choice, forget
from app.ui.reader import Reader
from app.ui.see import see
from app.ui.typed import draw_part


def readiness() -> dict[str, str]:
    """Return what the reader has answered: code of a question to `yes` or `no`."""
    found = {code: st.session_state.get(keys.ready(code)) for code in READY}
    return {code: answer for code, answer in found.items() if answer}


def ready(reader: Reader) -> None:
    """Draw each question with nothing chosen, a next step under each "not yet", then the whole."""
    with st.container(key="ready"):  # a fragment right in the place of another would be added anew
        _ready(reader)


@st.fragment
def _ready(reader: Reader) -> None:
    """Draw the questions; a fragment within the form of the visit, see `fill_together`."""
    draw_part()
    library, words = reader.library, reader.library.words
    html.draw(blocks.ready_about(library), "ready-about")
    for question in library.ready.question:
        _ask(library, question)
    html.status(blocks.ready_reading(library, readiness()), "ready-reading")
    if readiness():
        given = [keys.ready(code) for code in READY]
        st.button(words("ready.clear"), key="ready-clear", on_click=forget, args=given)


def _ask(library: Library, question: ReadyQuestion) -> None:
    """Draw one question, and below it what to do about a "not yet"."""
    answers = {
        blocks.YES: library.words("ready.yes"),
        blocks.NOT_YET: library.words("ready.not_yet"),
    }
    with st.container(key=f"ready-of-{question.code}"):
        label = library.prose.line(question.question).text
        not_yet = choice(label, answers, keys.ready(question.code)) == blocks.NOT_YET
        html.status(
            blocks.ready_help(library, question) if not_yet else "", f"ready-{question.code}"
        )
        for link in question.see if not_yet else ():
            see(library, link)
