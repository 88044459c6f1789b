"""The frame of every page: header, title, sections with their blocks, key points, footer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import streamlit as st
from babel import Locale
from streamlit.delta_generator import DeltaGenerator

from app.blocks import blocks, links
from app.blocks.layout import layout
from app.domain.address import PATHS
from app.knowledge.catalog import Library
from app.knowledge.library import offered
from app.knowledge.pages import Page, Place
from app.ui import address, html
from app.ui.clinic_view import has_screen, show_screen, to_screens
from app.ui.follow import follow
from app.ui.keep import note
from app.ui.reader import Reader, current
from app.ui.typed import drawing_whole

Block = Callable[[Reader], None]


def header(library: Library, here: str) -> None:
    """Draw the name of the guide, the pages, and the languages where there is a choice."""
    with st.container(key="site-header"):
        html.plain(links.header(library, here, address.carried_items(), _languages()))


@cache
def _languages() -> tuple[tuple[str, str], ...]:
    """Return the languages to choose from, as plain links: all of a page changes with them."""
    langs = offered()
    return tuple((lang, own_name(lang)) for lang in langs) if len(langs) > 1 else ()


def own_name(lang: str) -> str:
    """Return a language's name in that language."""
    return str(Locale.parse(lang).get_display_name(lang) or lang)


def show(page_id: str, parts: Mapping[str, Block], one_form: bool = False) -> None:
    """Draw one page.

    Args:
        page_id: which page.
        parts: for each block with controls what draws it; the others are drawn without.
        one_form: whether the blocks are one form, see `fill_together`.

    """
    reader = current()
    if has_screen(reader, page_id):
        show_screen(reader, page_id)
        return
    page = reader.library.pages[page_id]
    with st.container(key="page"):
        html.draw(blocks.page_head(reader.library, page), "head")
        if reader.clinic:
            to_screens(reader, page_id)
        places = {}
        for part in layout(reader.library, page_id, frozenset(parts)):
            if not isinstance(part, Place):
                html.plain(part)
            elif one_form:
                places[part.name] = st.container(key=f"place-{part.name}")
            else:
                parts[part.name](reader)
        if one_form:
            fill_together(reader, places, parts)
    footer(reader, page)
    follow("page", f"page-{page.id}", scroll=False)  # the app itself starts a page at its top


@st.fragment
def fill_together(
    reader: Reader, places: Mapping[str, DeltaGenerator], parts: Mapping[str, Block]
) -> None:
    """Draw some blocks as one form: every answer draws all of them anew, and nothing else.

    What follows from an answer may stand in another block: the way on the map, the sheet. And a tap
    on a button takes the focus out of a text field, whose words then go along with the tap. Were
    the two in different fragments, the browser would draw the first anew and lose the tap. A block
    without a text field that nothing else follows from may be a fragment within: what was typed
    before draws all of it, and the tap with it.

    Args:
        reader: who reads.
        places: where each block stands.
        parts: what draws it.

    """
    note(reader, "form")
    with drawing_whole():
        for name, place in places.items():
            with place:
                parts[name](reader)


def footer(reader: Reader, page: Page) -> None:
    """Draw the way on and back, all pages, and the facts about this guide."""
    library, words = reader.library, reader.library.words
    html.plain(links.onward(library, page.id, address.carried_items()))
    with st.container(key="site-footer"):
        foot = links.foot_links(library, page.id, address.carried_items())
        html.plain(foot + blocks.footer(library, here=page.id))
        with st.container(key="foot-links", horizontal=True):
            word = "footer.patient_view" if reader.clinic else "footer.clinic_view"
            st.button(
                words(word),
                key="view-switch",
                type="tertiary",
                on_click=address.choose,
                args=("view", "" if reader.clinic else "clinic"),
            )
            text = f"/text{PATHS[page.id]}".rstrip("/")
            language = f"?lang={library.lang}" if "lang" in st.query_params else ""
            html.plain(f'<p><a href="{text}{language}">{words("app.text_edition")}</a></p>')
