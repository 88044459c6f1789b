"""The map of the whole decision pathway: every place is a link, the way taken is lit."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from app.blocks import links
from app.figures.pathway_map import picture
from app.figures.pathway_plan import plan_of
from app.knowledge.catalog import Library
from app.ui import address, html
from app.ui.reader import Reader
from app.ui.walk import current_walk


@lru_cache(maxsize=512)
def _lines(library: Library, trail: tuple[str, ...]) -> str:
    return picture(plan_of(library), trail)


def pathway_map(reader: Reader) -> None:
    """Draw what the frames mean, then the lines, and every place over them."""
    library = reader.library
    trail = current_walk(library).trail
    html.plain(f'<p class="how">{library.words("map.how")}</p>')
    with st.container(key="map"):
        html.picture(_lines(library, trail), "map-lines")
        html.plain(links.pathway_places(library, trail, address.carried_items()))
