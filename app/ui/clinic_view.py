"""The clinic view: six screens for a physician and a patient, on the addresses of six pages.

A screen is another layout of what its page holds. Because it has the page's own address, reload,
back of the browser, another server and the way back to the patient view need nothing of their own.
"""

from __future__ import annotations

import streamlit as st

from app.blocks import clinic_view as blocks
from app.knowledge.catalog import Library
from app.knowledge.clinic_view import SCREENS
from app.ui import address, html
from app.ui.clinic_screens import COLUMNS, PICTURES, WORDS
from app.ui.files import file_of
from app.ui.follow import follow
from app.ui.reader import Reader


def has_screen(reader: Reader, page_id: str) -> bool:
    """Return whether a page is shown as a screen of the clinic view."""
    return reader.clinic and page_id in SCREENS


def show_screen(reader: Reader, page_id: str) -> None:
    """Draw one screen: bar, picture, column of words, the ways to the other screens."""
    library = reader.library
    with st.container(key="clinic"):
        _bar(reader, page_id)
        screen = library.clinic_view.of(page_id)
        with st.container(key=f"screen-{page_id}"):
            with st.container(key="screen-words"):
                WORDS[page_id](reader, screen)
            with st.container(key="screen-picture"):
                PICTURES[page_id](reader)
            with st.container(key="screen-column"):
                COLUMNS[page_id](reader, screen)
        _track(library, page_id)
        html.draw(blocks.screen_foot(library, page_id), "screen-foot")
    follow("page", f"screen-{page_id}")


def to_screens(reader: Reader, page_id: str) -> None:
    """Draw the ways to the screens on a page that has none itself."""
    with st.container(key="screen-way"):
        _track(reader.library, page_id)


def _bar(reader: Reader, page_id: str) -> None:
    """Draw the title, the signs, back and on, and the way out."""
    library, words = reader.library, reader.library.words
    place = library.clinic_view.place(page_id)
    with st.container(key="screen-bar", horizontal=True):
        html.draw(blocks.screen_head(library, library.pages[page_id]), "head")
        with st.container(key="screen-ways", horizontal=True, width="content"):
            html.draw(blocks.screen_signs(library), "screen-signs")
            for offset, word in ((-1, "back"), (1, "next")):
                if 0 <= place + offset < len(SCREENS):
                    with st.container(key=f"screen-{word}", width="content"):
                        target = file_of(SCREENS[place + offset])
                        label = words(f"screens.{word}")
                        st.page_link(target, label=label, query_params=address.carried())
            st.button(
                words("footer.patient_view"),
                key="view-switch",
                on_click=address.choose,
                args=("view", ""),
            )


def _track(library: Library, page_id: str) -> None:
    """Draw every screen as a link, and the page with all numbers."""
    words = library.words
    with st.container(key="screen-track", horizontal=True):
        html.plain(f'<p class="onward">{words("screens.onward")}</p>', width="content")
        for number, screen in enumerate(library.clinic_view.screen, start=1):
            state = "here" if screen.page == page_id else "to"
            with st.container(key=f"{state}-screen-{screen.page}", width="content"):
                label = words("screens.name", number=number, title=screen.title)
                st.page_link(file_of(screen.page), label=label, query_params=address.carried())
        if page_id in SCREENS:
            with st.container(key="to-evidence", width="content"):
                label = words("screens.evidence")
                st.page_link(file_of("evidence"), label=label, query_params=address.carried())
