"""A way to another place that keeps what the reader has answered: the page is not loaded anew."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from app.knowledge.catalog import Library
from app.knowledge.links import Link
from app.ui import address, html
from app.ui.files import file_of


def see(library: Library, link: Link) -> None:
    """Draw a link: to a section of this page, or to another page, step or node."""
    text = library.prose.line(link.text).text
    if link.page:
        settings = {**address.carried(), **link.settings}
        st.page_link(file_of(link.page), label=text, query_params=settings)
    else:
        html.plain(Markup('<a class="see" href="#{}">{}</a>').format(link.name, text))
