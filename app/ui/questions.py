"""The questions to take to the visit: tick them, see them as one list."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from app.ui.reader import Reader


@st.fragment
def questions(reader: Reader) -> None:
    """Draw the questions by group with a box each, then the chosen ones as a list to keep."""
    library, words = reader.library, reader.library.words
    chosen: list[str] = []
    audiences = ("patient", "clinician") if reader.clinic else ("patient",)
    with st.container(key="questions"):
        for group in library.questions.group:
            asked = [question for question in group.question if question.audience in audiences]
            if not asked:
                continue
            st.html(Markup("<h3>{}</h3>").format(group.title))
            for question in asked:
                text = library.prose.line(question.text).text
                if st.checkbox(text, key=f"ask-{question.id}", persist_state="session"):
                    chosen.append(text)
    items = Markup("").join(Markup("<li>{}</li>").format(text) for text in chosen)
    count = (
        words("visit.chosen_none") if not chosen
        else words("visit.chosen_one") if len(chosen) == 1
        else words("visit.chosen_count", count=len(chosen))
    )  # fmt: skip
    st.html(
        Markup(
            '<section class="your-list" aria-labelledby="your-list"><h3 id="your-list">{}</h3>'
            '<p role="status">{}</p><ul>{}</ul><p class="note-line">{}</p></section>'
        ).format(words("visit.chosen"), count, items, words("visit.keep"))
    )
