"""The guide to the pattern that MILD was studied in: an emergency first, then the questions.

Answers live in the session alone. They go into no address, no log and no file.
"""

from __future__ import annotations

import streamlit as st

from app.blocks import fit as blocks
from app.domain.fit import read
from app.knowledge.catalog import Library
from app.knowledge.fit import FitQuestion
from app.ui import address, html, keys
from app.ui.choice import choice, forget
from app.ui.files import file_of
from app.ui.reader import Reader


def _ask(library: Library, question: FitQuestion, label: str) -> str | None:
    """Draw one question with nothing chosen; return the code of the answer, None while open."""
    answers = {answer.code: library.prose.line(answer.label).text for answer in question.answer}
    return choice(label, answers, keys.fit(question.code))


def _words_of(library: Library, question: FitQuestion) -> str:
    return library.prose.line(question.question).text


@st.fragment
def fit(reader: Reader) -> None:
    """Draw the first question alone; after its No the others, and what the answers say below."""
    library, words = reader.library, reader.library.words
    first, *others = library.fit.question
    with st.container(key="fit"):
        html.draw(blocks.fit_about(library), "fit-about")
        html.plain(f'<p class="note-line">{words("fit.privacy")}</p>')
        html.draw(blocks.fit_gate(library), "fit-gate")
        answers = {first.code: _ask(library, first, _words_of(library, first))}
        found = read(library.fit_rules, answers)
        if found.stopped:
            html.draw(blocks.fit_stop(library, found), "fit-stop")
        elif not found.open:
            html.plain(f'<p class="note-line">{words("fit.open")}</p>')
        else:
            answers |= _others(library, others)
            found = read(library.fit_rules, answers)
            html.draw(blocks.fit_reading(library, found), "fit-reading")
        if any(answers.values()):
            _below(library, more=found.answered > 0)


def _others(library: Library, others: list[FitQuestion]) -> dict[str, str | None]:
    """Draw the questions that follow the first one; return their answers by code."""
    words = library.words
    with st.container(key="fit-questions"):
        html.plain(
            f"<h4>{words('fit.next', count=len(others))}</h4>"
            f'<p class="note-line">{words("fit.skip")}</p>'
        )
        return {
            question.code: _ask(
                library,
                question,
                words(
                    "fit.position",
                    number=number,
                    count=len(others),
                    question=_words_of(library, question),
                ),
            )
            for number, question in enumerate(others, start=1)
        }


def _below(library: Library, more: bool) -> None:
    """Draw the way on from a reading, and the button that forgets all answers."""
    words = library.words
    with st.container(key="fit-below"):
        if more:
            html.plain(f'<p class="note-line">{words("fit.keep")}</p>')
            st.page_link(
                file_of("visit"), label=words("fit.to_visit"), query_params=address.carried()
            )
        given = [keys.fit(question.code) for question in library.fit.question]
        st.button(words("fit.clear"), key="fit-clear", on_click=forget, args=given)
