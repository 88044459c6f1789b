"""The frame of every page: header, title, sections with their blocks, key points, footer."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping

import streamlit as st
from babel import Locale
from streamlit.delta_generator import DeltaGenerator

from app.blocks import blocks
from app.blocks.templates import render
from app.domain.address import PATHS
from app.knowledge.catalog import Library
from app.knowledge.library import offered
from app.knowledge.models import PAGE_IDS
from app.knowledge.notes import mark_once
from app.knowledge.pages import Page, Place
from app.ui import address, html
from app.ui.clinic_view import has_screen, show_screen, to_screens
from app.ui.files import file_of
from app.ui.follow import follow
from app.ui.reader import Reader, current

Block = Callable[[Reader], None]


def header(library: Library, here: str) -> None:
    """Draw the name of the guide, the pages, and the languages where there is a choice."""
    with st.container(key="site-header"):
        with st.container(key="brand"):
            st.html(render(library, "brand", all_pages=True))
        with st.container(key="site-nav", horizontal=True):
            _page_links(library, here)
        if len(offered()) > 1:
            _languages(library)


def _page_links(library: Library, here: str) -> None:
    for name in PAGE_IDS:
        key = f"here-{name}" if name == here else f"to-{name}"
        with st.container(key=key, width="content"):
            st.page_link(
                file_of(name), label=library.pages[name].front.nav, query_params=address.carried()
            )


def _languages(library: Library) -> None:
    """Offer the other languages as plain links: the page loads anew, so that all of it changes."""
    st.html(render(library, "languages", languages=[(lang, own_name(lang)) for lang in offered()]))


def own_name(lang: str) -> str:
    """Return a language's name in that language."""
    return str(Locale.parse(lang).get_display_name(lang) or lang)


def show(page_id: str, parts: Mapping[str, Block], one_form: bool = False) -> None:
    """Draw one page.

    Args:
        page_id: which page.
        parts: for each block that the page's text places, what draws it.
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
        if contents := render(reader.library, "contents", page=page):
            html.draw(contents, "contents")
        places = _sections(reader, page, {} if one_form else parts)
        if one_form:
            fill_together(reader, places, parts)
        html.draw(blocks.key_points(reader.library, page), "points")
    footer(reader, page)
    follow("page", f"page-{page.id}", scroll=False)  # the app itself starts a page at its top


@st.fragment
def fill_together(
    reader: Reader, places: Mapping[str, DeltaGenerator], parts: Mapping[str, Block]
) -> None:
    """Draw some blocks as one form: every answer draws all of them anew, and nothing else.

    A tap on a button takes the focus out of a text field, whose words then go along with the tap.
    Were the two in different fragments, the browser would draw the first anew and lose the tap.

    Args:
        reader: who reads.
        places: where each block stands.
        parts: what draws it.

    """
    for name, place in places.items():
        with place:
            parts[name](reader)


def _sections(reader: Reader, page: Page, parts: Mapping[str, Block]) -> dict[str, DeltaGenerator]:
    """Draw heading, prose and blocks in the order of the text; prose in as few pieces as can be.

    Returns:
        An empty place for each block that `parts` does not draw.

    """
    places: dict[str, DeltaGenerator] = {}
    seen: set[str] = set()
    prose: list[str] = []
    pieces = itertools.count(1)

    def flush() -> None:
        if prose:
            html.draw(mark_once("\n".join(prose), seen), f"prose-{next(pieces)}")
            prose.clear()

    for section in page.sections:
        prose.append(blocks.section_head(reader.library, section))
        for part in section.parts:
            if isinstance(part, Place):
                flush()
                if part.name in parts:
                    parts[part.name](reader)
                else:
                    places[part.name] = st.container(key=f"place-{part.name}")
            else:
                prose.append(reader.library.prose.block(part).html)
    flush()
    return places


def static(name: str) -> Block:
    """Return the block of that name in its form without controls."""

    def draw(reader: Reader) -> None:
        html.draw(blocks.STATIC[name](reader.library), name)

    return draw


def footer(reader: Reader, page: Page) -> None:
    """Draw the way on and back, all pages, and the facts about this guide."""
    library, words = reader.library, reader.library.words
    place = PAGE_IDS.index(page.id)
    with st.container(key="onward", horizontal=True, horizontal_alignment="distribute"):
        for offset, word in ((-1, "page.previous_page"), (1, "page.next_page")):
            if 0 <= place + offset < len(PAGE_IDS):
                target = PAGE_IDS[place + offset]
                label = words(word, title=library.pages[target].front.nav)
                st.page_link(file_of(target), label=label, query_params=address.carried())
    with st.container(key="site-footer"):
        st.html(f'<h2 id="all-pages">{words("app.pages")}</h2>')
        with st.container(key="foot-nav"):
            for name in PAGE_IDS:
                label = library.pages[name].front.nav
                st.page_link(file_of(name), label=label, query_params=address.carried())
        st.html(blocks.footer(library, here=page.id))
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
            st.html(f'<p><a href="{text}{language}">{words("app.text_edition")}</a></p>')
