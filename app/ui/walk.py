"""The decision view, one question at a time: where the reader stands, and the ways on."""

from __future__ import annotations

import streamlit as st

from app.blocks import blocks, pathway
from app.domain.pathway import Walk
from app.knowledge.catalog import Library
from app.knowledge.nodes import AnyNode, QuestionNode, StageNode, Way
from app.knowledge.pathway import START_NODE
from app.ui import address, html
from app.ui.follow import follow
from app.ui.reader import Reader

TRAIL = "walk-trail"
"""Session key of the way the reader took by answers; it may be lost with a server."""

CHECKED = "walk-signs-checked"
"""Session key: whether the reader has said in this visit that they have none of the signs."""


def current_walk(library: Library) -> Walk:
    """Return the reader's walk: the way they took, or the shortest one to the node of the address.

    The way taken is a convenience that may be lost with a server; the node in the address is not.
    """
    node = address.setting("node", tuple(library.nodes), START_NODE)
    taken = st.session_state.get(TRAIL, ())
    if taken and taken[-1] == node:
        return Walk(library.graph, taken)
    start = Walk(library.graph, (START_NODE,))
    return start if node == START_NODE else start.jump(node)


def stand_on(walk: Walk) -> None:
    """Go to the end of a walk: into the address the place, into the session the way taken."""
    if walk.own:
        st.session_state[TRAIL] = walk.trail
        st.session_state[CHECKED] = len(walk.trail) > 1 and bool(walk.graph[walk.trail[1]])
    elif TRAIL in st.session_state:
        del st.session_state[TRAIL]
    address.choose("node", walk.here)


def _answer(walk: Walk, node: str) -> None:
    stand_on(walk.go(node))


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
        if node.branch == "gate":
            html.draw(blocks.signs(library, expected=False), "signs")
        _ways_on(library, way, node)
        _back(library, way)
        st.html(f'<p class="note-line">{words("walk.privacy")}</p>')
    heading = f"{'signs-before' if signs_first else 'node'}-{way.here}"
    follow("walk", heading, at_once="node" in st.query_params)


def _signs_first(library: Library, way: Walk) -> None:
    """Put the emergency signs before whatever a link or the map has opened."""
    with st.container(key="walk-signs-first"):
        html.draw(pathway.signs_first(library, library.nodes[way.here]), "signs-first")
        st.button(
            library.words("walk.check_signs"),
            key="walk-check-signs",
            on_click=stand_on,
            args=(way.restart(),),
        )


def _back(library: Library, way: Walk) -> None:
    if len(way.trail) == 1:
        return
    with st.container(key="walk-back", horizontal=True):
        for key, word, target in (
            ("walk-go-back", "back", way.back()),
            ("walk-restart", "restart", way.restart()),
        ):
            st.button(library.words(f"walk.{word}"), key=key, on_click=stand_on, args=(target,))
        st.html(f'<a class="to-map" href="#map">{library.words("walk.to_map")}</a>')


def _ways_on(library: Library, way: Walk, node: AnyNode) -> None:
    """Draw the answers to a question, or where a stage leads: tests, options, ways on."""
    words = library.words
    if isinstance(node, QuestionNode):
        with st.container(key="answers"):
            st.html(f'<p class="answers">{words("walk.answers")}</p>')
            for answer in node.answers:
                _button(library, way, answer, f"answer-{answer.id}")
    if isinstance(node, StageNode):
        for kind in ("tests", "options"):
            if targets := getattr(node, kind):
                with st.container(key=f"ways-{kind}"):
                    st.html(f"<h4>{words(f'walk.{kind}')}</h4>")
                    for target in targets:
                        way_on = Way(label=library.nodes[target].title, to=target)
                        _button(library, way, way_on, f"way-{target}")
        if node.answers:
            with st.container(key="ways-onward"):
                st.html(f"<h4>{words('walk.onward')}</h4>")
                for number, onward in enumerate(node.answers):
                    _button(library, way, onward, f"onward-{number}")


def _button(library: Library, way: Walk, answer: Way, key: str) -> None:
    """Draw one way on as a large button; what is said about it stands below it."""
    text = " ".join(library.prose.line(answer.label).plain)
    st.button(
        text, key=f"{way.here}-{key}", width="stretch", on_click=_answer, args=(way, answer.to)
    )
    if answer.note:
        html.draw(f'<p class="answer-note">{library.prose.line(answer.note).html}</p>', key)
