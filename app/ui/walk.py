"""The decision view, one question at a time: where the reader stands, and the ways on."""

from __future__ import annotations

import streamlit as st

from app.blocks import pathway
from app.domain.pathway import Walk
from app.knowledge.catalog import Library
from app.knowledge.nodes import CheckNode, LeafNode
from app.knowledge.pathway import START_NODE, WAIT_NODE
from app.ui import address, html
from app.ui.files import file_of
from app.ui.follow import follow
from app.ui.keys import CHECKED, TRAIL
from app.ui.reader import Reader
from app.ui.ways import stand_on, ways_on


def current_walk(library: Library) -> Walk:
    """Return the reader's walk: the way they took, or the shortest one to the node of the address.

    The way taken is a convenience that may be lost with a server; the node in the address is not.
    """
    node = address.setting("node", tuple(library.nodes), START_NODE)
    taken = st.session_state.get(TRAIL, ())
    return Walk(library.graph, taken or (START_NODE,)).jump(node)


def _no_sign() -> None:
    st.session_state[CHECKED] = True


def walk(reader: Reader) -> None:
    """Draw the node the reader stands on, its answers, and the way back."""
    library, words = reader.library, reader.library.words
    way = current_walk(library)
    node = library.nodes[way.here]
    signs_first = node.branch != "gate" and not st.session_state.get(CHECKED)
    with st.container(key="walk"):
        html.draw(pathway.walk_place(library, node), "walk-place")
        if signs_first:
            _signs_first(library, way)
        if len(way.trail) > 1:
            html.draw(pathway.walk_trail(library, way.trail, way.own), "walk-trail")
        html.draw(pathway.node_panel(library, node), "node")
        ways_on(library, way, node)
        if isinstance(node, LeafNode | CheckNode):
            _after_the_end(library, way)
        _back(library, way)
        html.plain(f'<p class="note-line">{words("walk.privacy")}</p>')
    heading = f"{'signs-before' if signs_first else 'node'}-{way.here}"
    follow("walk", heading, at_once="node" in st.query_params)


def _signs_first(library: Library, way: Walk) -> None:
    """Put the emergency signs before whatever a link or the map has opened."""
    with st.container(key="walk-signs-first"):
        html.draw(pathway.signs_first(library, library.nodes[way.here]), "signs-first")
        st.button(library.words("walk.no_sign"), key="walk-no-sign", on_click=_no_sign)
        st.button(
            library.words("walk.check_signs"),
            key="walk-check-signs",
            on_click=stand_on,
            args=(way.restart(),),
        )


def _after_the_end(library: Library, way: Walk) -> None:
    """Offer what can follow an option or a test: wait, prepare the visit, check the signs."""
    with st.container(key="walk-end"):
        html.plain(f"<h4>{library.words('walk.onward')}</h4>")
        for key, target in (("wait", way.jump(WAIT_NODE)), ("worse", way.restart())):
            words = library.words(f"walk.end_{key}")
            st.button(words, key=f"end-{key}", width="stretch", on_click=stand_on, args=(target,))
        st.page_link(
            file_of("visit"), label=library.words("walk.end_visit"), query_params=address.carried()
        )


def _back(library: Library, way: Walk) -> None:
    if len(way.trail) == 1:
        return
    with st.container(key="walk-back", horizontal=True):
        for word, target in (("back", way.back()), ("restart", way.restart())):
            label = library.words(f"walk.{word}")
            st.button(label, key=f"walk-go-{word}", on_click=stand_on, args=(target,))
        html.plain(f'<a class="to-map" href="#map">{library.words("walk.to_map")}</a>')
