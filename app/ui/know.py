"""Check what you know: kind words, the fact and the way to it after every answer; no score.

Answers live in the session alone. They go into no address, no log and no file.
"""

from __future__ import annotations

import streamlit as st

from app.blocks import visit as blocks
from app.knowledge.catalog import Library
from app.knowledge.know import KnowQuestion
from app.ui import html, keys
from app.ui.choice import choice, forget
from app.ui.reader import Reader
from app.ui.see import see
from app.ui.typed import draw_part


def know(reader: Reader) -> None:
    """Draw each question with nothing chosen, and what is said to an answer right below it."""
    with st.container(key="know"):  # a fragment right in the place of another would be added anew
        _know(reader)


@st.fragment
def _know(reader: Reader) -> None:
    """Draw the questions; a fragment within the form of the visit, see `fill_together`."""
    draw_part()
    library, words = reader.library, reader.library.words
    html.draw(blocks.know_about(library), "know-about")
    answers = [
        _ask(library, question, number)
        for number, question in enumerate(library.know.question, start=1)
    ]
    if any(answers):
        given = [keys.know(question.code) for question in library.know.question]
        st.button(words("know.clear"), key="know-clear", on_click=forget, args=given)


def _ask(library: Library, question: KnowQuestion, number: int) -> str | None:
    """Draw one question; return the code of its answer, None while it is open."""
    label = library.words(
        "know.position",
        number=number,
        count=len(library.know.question),
        question=library.prose.line(question.question).text,
    )
    answers = {answer.code: library.prose.line(answer.label).text for answer in question.answer}
    with st.container(key=f"know-of-{question.code}"):
        chosen = choice(label, answers, keys.know(question.code))
        said = [
            blocks.know_says(library, question, answer)
            for answer in question.answer
            if answer.code == chosen
        ]
        html.status("".join(said), f"know-{question.code}")
        if said:
            see(library, question.see)
    return chosen
