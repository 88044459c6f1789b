"""The ways on from a place of the decision pathway, and what is kept of the way taken."""

from __future__ import annotations

import streamlit as st

from app.blocks import pathway
from app.domain.pathway import Walk
from app.knowledge.catalog import Library
from app.knowledge.nodes import Answer, AnyNode, QuestionNode, StageNode, StopNode, Way
from app.ui import address, html
from app.ui.keys import CHECKED, TRAIL


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


def ways_on(library: Library, way: Walk, node: AnyNode) -> None:
    """Draw the answers to a question, or where a stage leads: tests, options, ways on."""
    if isinstance(node, StopNode):
        if node.urgency == "same_day":
            html.draw(pathway.signs_of(library, "emergency"), "signs-emergency")
    elif isinstance(node, QuestionNode):
        _answers(library, way, node)
    elif isinstance(node, StageNode):
        _stage(library, way, node)


def _answers(library: Library, way: Walk, node: QuestionNode) -> None:
    """Draw the answers; one that leads to a stop stands first, below the signs that it is about."""
    stops = {
        target.urgency: answer
        for answer in node.answers
        if not answer.unsure and isinstance(target := library.nodes[answer.to], StopNode)
    }
    with st.container(key="answers"):
        for urgency, answer in stops.items():
            html.draw(pathway.signs_of(library, urgency), f"signs-{urgency}")
            _button(library, way, answer, f"answer-{answer.id}")
        title = library.words("walk.neither") if stops else library.words("walk.answers")
        html.plain(f'<p class="answers">{title}</p>')
        for answer in node.answers:
            if answer not in stops.values():
                _button(library, way, answer, f"answer-{answer.id}")


def _stage(library: Library, way: Walk, node: StageNode) -> None:
    """Draw what a stage names; where it is urgent, the way back to the signs comes first."""
    returning = [(n, a) for n, a in enumerate(node.answers) if node.urgent and a.returns]
    onward = [(n, a) for n, a in enumerate(node.answers) if (n, a) not in returning]
    _onward(library, way, returning, "ways-urgent")
    _named(library, way, "tests", node.tests)
    _named(library, way, "options", node.options)
    if node.carries:
        _carried(library, way, node)
    _onward(library, way, onward, "ways-onward")


def _named(library: Library, way: Walk, kind: str, targets: list[str]) -> None:
    if not targets:
        return
    with st.container(key=f"ways-{kind}"):
        html.plain(f"<h4>{library.words(f'walk.{kind}')}</h4>")
        for target in targets:
            _button(library, way, _to(library, target), f"way-{target}")


def _carried(library: Library, way: Walk, node: StageNode) -> None:
    """Draw the options of the last stage that named some: only those fit what was found."""
    stages = {n.id: n for n in library.nodes.values() if isinstance(n, StageNode) and n.options}
    before = way.last_among(stages) if way.own else None
    more = [o for o in stages[before.here].options if o not in node.options] if before else []
    if before and more:
        with st.container(key="ways-carried"):
            title = library.prose.line(stages[before.here].title).text
            html.plain(f"<h4>{library.words('walk.carried', place=title)}</h4>")
            for target in more:
                _button(library, before, _to(library, target), f"carried-{target}")


def _onward(library: Library, way: Walk, ways: list[tuple[int, Way]], key: str) -> None:
    if not ways:
        return
    with st.container(key=key):
        if key == "ways-onward":
            html.plain(f"<h4>{library.words('walk.onward')}</h4>")
        for number, onward in ways:
            _button(library, way, onward, f"onward-{number}")


def _to(library: Library, node: str) -> Way:
    return Way(label=library.nodes[node].title, to=node)


def _button(library: Library, way: Walk, onward: Way | Answer, key: str) -> None:
    """Draw one way on as a large button; what is said about it stands below it."""
    text = library.prose.line(onward.label).text
    st.button(
        text, key=f"{way.here}-{key}", width="stretch", on_click=_answer, args=(way, onward.to)
    )
    if onward.note:
        html.draw(f'<p class="answer-note">{library.prose.line(onward.note).html}</p>', key)
