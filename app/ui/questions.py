"""The questions to take to the visit: from the list, and in the reader's own words.

They live in the session alone. They go into no address, no log and no file.
"""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from app.domain.visit import LONGEST, MOST_QUESTIONS, tidy
from app.knowledge.catalog import Library
from app.knowledge.models import Question, QuestionGroup
from app.ui import html, keys
from app.ui.reader import Reader


def _groups(library: Library, clinic: bool) -> list[tuple[QuestionGroup, list[Question]]]:
    """Return the groups with the questions that are offered in a view."""
    audiences = ("patient", "clinician") if clinic else ("patient",)
    groups = [
        (group, [question for question in group.question if question.audience in audiences])
        for group in library.questions.group
    ]
    return [(group, offered) for group, offered in groups if offered]


def _own(key: str) -> str:
    """Return one of the reader's own questions in one line, empty where there is none."""
    return tidy(str(st.session_state.get(key) or "")[:LONGEST])


def chosen_questions(library: Library, clinic: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what the reader wants to ask, at most ten questions in all.

    Args:
        library: the content.
        clinic: whether the clinic view is open, where questions for the clinician count too.

    Returns:
        The ids of the chosen questions in the order of the list, and the reader's own questions.

    """
    listed = [
        question.id
        for _, offered in _groups(library, clinic)
        for question in offered
        if st.session_state.get(keys.ask(question.id))
    ][:MOST_QUESTIONS]
    own = [text for key in keys.OWN_QUESTIONS if (text := _own(key))]
    return tuple(listed), tuple(own[: MOST_QUESTIONS - len(listed)])


def questions(reader: Reader) -> None:
    """Draw the questions by group with a box each, fields for the reader's own, then the list."""
    library, words = reader.library, reader.library.words
    listed, own = chosen_questions(library, reader.clinic)
    full = len(listed) + len(own) >= MOST_QUESTIONS
    with st.container(key="questions"):
        for place, (group, offered) in enumerate(_groups(library, reader.clinic)):
            title = words("visit.group", title=group.title, count=len(offered))
            with st.expander(title, expanded=not place, key=f"asks-{group.id}"):
                for question in offered:
                    _box(library, question, full)
                if full:  # below the boxes, so that the one just ticked stays where it is
                    _no_more(library)
        html.plain(Markup("<h3>{}</h3>").format(words("visit.own_title")))
        _own_fields(library, full)
    with st.container(key="your-list"):
        _your_list(library, *chosen_questions(library, reader.clinic))


def _no_more(library: Library) -> None:
    """Say in sight of what cannot be changed why that is so, and how to choose another."""
    said = library.words("visit.chosen_full", most=MOST_QUESTIONS)
    html.plain(Markup('<p class="note-line">{}</p>').format(said))


def _box(library: Library, question: Question, full: bool) -> None:
    """Draw one question to tick; where no more fit, only those that are ticked can be changed."""
    ticked = bool(st.session_state.get(keys.ask(question.id)))
    st.checkbox(
        library.prose.line(question.text).text,
        key=keys.ask(question.id),
        disabled=full and not ticked,
        persist_state="session",
    )


def _own_fields(library: Library, full: bool) -> None:
    """Draw every field that is filled, and the first one that is not.

    Whether one is filled, it says itself: another server than before hears of it only as it is
    drawn, and would leave out the next one, which holds what is being typed.
    """
    empty = False
    for number, key in enumerate(keys.OWN_QUESTIONS, start=1):
        filled = bool(_own(key))
        if filled or not empty:
            text = st.text_area(
                library.words("visit.own", number=number),
                max_chars=LONGEST,
                height=96,
                key=key,
                disabled=full and not filled,
                persist_state="session",
            )
            empty = empty or not tidy(text)


def _your_list(library: Library, listed: tuple[str, ...], own: tuple[str, ...]) -> None:
    """Draw how many questions are chosen, and which; the reader's own words are escaped."""
    words = library.words
    count = len(listed) + len(own)
    said = (
        words("visit.chosen_none", most=MOST_QUESTIONS) if not count
        else words("visit.chosen_full", most=MOST_QUESTIONS) if count == MOST_QUESTIONS
        else words("visit.chosen_count", count=count, most=MOST_QUESTIONS)
    )  # fmt: skip
    texts = (*(library.prose.line(library.question(one).text).text for one in listed), *own)
    items = Markup("").join(Markup('<li dir="auto">{}</li>').format(text) for text in texts)
    html.plain(Markup('<h3 id="your-list">{}</h3>').format(words("visit.chosen")))
    st.markdown(Markup('<p class="told" role="status">{}</p>').format(said), unsafe_allow_html=True)
    html.plain(
        Markup('<ul class="your-list">{}</ul><p class="note-line">{}</p>').format(
            items, words("visit.keep")
        )
    )
