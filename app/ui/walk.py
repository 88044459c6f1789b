"""The decision view: one question at a time, and the outline of the whole pathway."""

from __future__ import annotations

import streamlit as st

from app.blocks import blocks
from app.domain.pathway import Walk, shortest_trail
from app.knowledge.catalog import START_NODE, Library
from app.knowledge.nodes import Answer, AnyNode, QuestionNode, StageNode
from app.ui import address, html
from app.ui.follow import follow
from app.ui.reader import Reader

BRANCHES = ("gate", "further_evaluation", "alternative_interventions", "pain_management")


def current_walk(library: Library) -> Walk:
    """Return the reader's walk: the way they took, or the shortest one to the node of the address.

    The way taken is a convenience that may be lost with a server; the node in the address is not.
    """
    node = address.setting("node", tuple(library.nodes), START_NODE)
    taken = st.session_state.get("walk-trail", ())
    if taken and taken[-1] == node:
        return Walk(library.graph, taken)
    return Walk(library.graph, shortest_trail(library.graph, START_NODE, node))


def _stand_on(walk: Walk) -> None:
    st.session_state["walk-trail"] = walk.trail
    address.choose("node", walk.here)


def _open(walk: Walk, node: str) -> None:
    _stand_on(walk.go(node))


def walk(reader: Reader) -> None:
    """Draw the node the reader stands on, its answers, and the way back."""
    library, words = reader.library, reader.library.words
    way = current_walk(library)
    node = library.nodes[way.here]
    with st.container(key="walk"):
        if len(way.trail) > 1:
            _trail(library, way)
        html.draw(blocks.node_panel(library, node), "node")
        if node.branch == "gate":
            html.draw(blocks.signs(library, expected=False), "signs")
        elif "walk-trail" not in st.session_state:
            st.html(f'<p class="note-line">{words("walk.first")}</p>')
        _ways_on(library, way, node)
        if len(way.trail) > 1:
            with st.container(key="walk-back", horizontal=True):
                for key, word, target in (
                    ("walk-go-back", "walk.back", way.back()),
                    ("walk-restart", "walk.restart", way.restart()),
                ):
                    st.button(words(word), key=key, on_click=_stand_on, args=(target,))
        st.html(f'<p class="note-line">{words("walk.privacy")}</p>')
    follow("walk", f"node-{way.here}", at_once="node" in st.query_params)


def _trail(library: Library, way: Walk) -> None:
    """Show the way taken as words, the place the reader stands on last."""
    own = st.session_state.get("walk-trail", ())[-1:] == way.trail[-1:]
    title = library.words("walk.trail" if own else "walk.shortest")
    names = [library.nodes[node].title for node in way.trail]
    items = "".join(f"<li>{library.prose.line(name).plain[0]}</li>" for name in names[:-1])
    st.html(f'<nav class="trail" aria-label="{title}"><p>{title}</p><ol>{items}</ol></nav>')


def _ways_on(library: Library, way: Walk, node: AnyNode) -> None:
    """Draw the answers to a question, or where a stage leads: tests, options, ways on."""
    words = library.words
    if isinstance(node, QuestionNode):
        with st.container(key="answers"):
            st.html(f'<p class="answers">{words("walk.answers")}</p>')
            for number, answer in enumerate(node.answers):
                _button(library, way, answer, f"answer-{number}")
    if isinstance(node, StageNode):
        for kind in ("tests", "options"):
            if targets := getattr(node, kind):
                with st.container(key=f"ways-{kind}"):
                    st.html(f"<h4>{words(f'walk.{kind}')}</h4>")
                    for target in targets:
                        way_on = Answer(label=library.nodes[target].title, to=target)
                        _button(library, way, way_on, f"way-{target}")
        if node.answers:
            with st.container(key="ways-onward"):
                st.html(f"<h4>{words('walk.onward')}</h4>")
                for number, answer in enumerate(node.answers):
                    _button(library, way, answer, f"onward-{number}")


def _button(library: Library, way: Walk, answer: Answer, key: str) -> None:
    """Draw one way on as a large button; what is said about it stands below it."""
    text = " ".join(library.prose.line(answer.label).plain)
    st.button(text, key=f"{way.here}-{key}", width="stretch", on_click=_open, args=(way, answer.to))
    if answer.note:
        html.draw(f'<p class="answer-note">{library.prose.line(answer.note).html}</p>', key)


def outline(reader: Reader) -> None:
    """Draw the whole pathway by branch; every place can be opened, the way taken is marked."""
    library, words = reader.library, reader.library.words
    way = current_walk(library)
    with st.container(key="outline"):
        for branch in BRANCHES:
            nodes = [node for node in library.nodes.values() if node.branch == branch]
            here = any(node.id == way.here for node in nodes)
            with st.expander(words(f"walk.branch_{branch}"), key=f"branch-{branch}"):
                for node in nodes:
                    title = " ".join(library.prose.line(node.title).plain)
                    if node.id == way.here:
                        title = f"{title} {words('app.here')}"
                    st.button(
                        title,
                        key=f"open-{node.id}",
                        type="primary" if node.id in way.trail else "tertiary",
                        width="stretch",
                        on_click=_open,
                        args=(way, node.id),
                    )
            if here and way.here != START_NODE:
                title = " ".join(library.prose.line(library.nodes[way.here].title).plain)
                st.html(
                    f'<p role="status">{words("walk.you_are_here")}: '
                    f'<a href="#node-{way.here}">{title}</a></p>'
                )
