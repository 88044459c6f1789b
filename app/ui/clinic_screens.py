"""What each screen of the clinic view shows: its picture, and the words beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from app.blocks import clinic_view as blocks
from app.blocks import pathway
from app.blocks.pictures import step_picture
from app.domain.pathway import Walk
from app.knowledge.catalog import Library
from app.knowledge.clinic_view import Screen
from app.knowledge.nodes import AnyNode, QuestionNode, StopNode
from app.knowledge.pathway import START_NODE
from app.ui import address, html
from app.ui.chart import chart_alone
from app.ui.follow import follow
from app.ui.keep import note
from app.ui.keys import CHECKED, TRAIL
from app.ui.matters import matters
from app.ui.pathway_map import pathway_map
from app.ui.pictures import problem
from app.ui.plan import plan
from app.ui.questions import questions
from app.ui.reader import Reader
from app.ui.take import take
from app.ui.typed import drawing_whole
from app.ui.walk import current_walk
from app.ui.ways import stand_on

Picture = Callable[[Reader], None]
Column = Callable[[Reader, Screen], None]


def _opening(reader: Reader, screen: Screen) -> None:
    """Draw the words to open with."""
    html.draw(blocks.opening(reader.library, screen), "opening")


def _numbers(reader: Reader, screen: Screen) -> None:
    """Draw the exact numbers, and what to ask."""
    if numbers := blocks.numbers(reader.library, screen):
        html.draw(numbers, "numbers")
    html.draw(blocks.teach_back(reader.library, screen), "teach-back")


def _step(reader: Reader) -> tuple[int, bool]:
    """Return the place of the step to show, and whether the address names it."""
    library = reader.library
    ids = tuple(step.id for step in library.steps)
    first = library.clinic_view.of("procedure").steps[0]
    return ids.index(address.setting("step", ids, first)), "step" in st.query_params


def _procedure(reader: Reader) -> None:
    """Draw the step, and the key steps as buttons between back and on."""
    library, words = reader.library, reader.library.words
    here, _ = _step(reader)
    step, last = library.steps[here], len(library.steps) - 1
    with st.container(key=f"step-picture-{step.scene.drawing}"):
        html.picture(step_picture(library, step, spare=True), "scene")
    with st.container(key="screen-steps", horizontal=True):
        for word, place in (("previous", here - 1), ("next", here + 1)):
            if word == "next":
                for key in library.clinic_view.of("procedure").steps:
                    _key_step(library, key, step.id)
            st.button(
                words(f"screens.step_{word}"),
                key=f"step-{word}",
                disabled=not 0 <= place <= last,
                wrap=True,
                on_click=address.choose,
                args=("step", library.steps[max(0, min(place, last))].id),
            )


def _key_step(library: Library, step_id: str, here: str) -> None:
    number, step = next(
        (number, step) for number, step in enumerate(library.steps, 1) if step.id == step_id
    )
    st.button(
        library.words("steps.other", number=number, title=step.short),
        key=f"track-{step_id}",
        type="primary" if step_id == here else "secondary",
        wrap=True,
        on_click=address.choose,
        args=("step", step_id),
    )


def _procedure_words(reader: Reader, screen: Screen) -> None:
    """Draw the words to open with; once a step is chosen, its own words in their place."""
    here, chosen = _step(reader)
    if chosen:
        step = reader.library.steps[here]
        html.draw(blocks.step_for_clinician(reader.library, step), "step")
    else:
        _opening(reader, screen)


def _procedure_numbers(reader: Reader, screen: Screen) -> None:
    """Draw the exact numbers; once a step is chosen, the way back to them."""
    _, chosen = _step(reader)
    if chosen:
        _to_opening(reader.library, address.choose, "step", "")
    else:
        _numbers(reader, screen)


def _to_opening(library: Library, on_click: Callable[..., None], *args: object) -> None:
    label = library.words("screens.to_opening")
    st.button(label, key="to-opening", on_click=on_click, args=args)


def _options(reader: Reader) -> None:
    """Draw one line for each option."""
    screen = reader.library.clinic_view.of("options")
    html.draw(blocks.options_overview(reader.library, screen), "overview")


def _pathway_words(reader: Reader, screen: Screen) -> None:
    """Draw the signs first; then the words to open with, or the place chosen on the map."""
    library = reader.library
    way = current_walk(library)
    node = library.nodes[way.here]
    if _unchecked(node):
        _signs(library, way, node)
    elif node.id == START_NODE:
        _opening(reader, screen)
    else:
        html.draw(blocks.node_short(library, node), "node")
    follow("panel", f"{'signs-before' if _unchecked(node) else 'screen-node'}-{node.id}")


def _pathway_numbers(reader: Reader, screen: Screen) -> None:
    """Draw the exact numbers and what to ask; at a place of the map, the way back to them."""
    way = current_walk(reader.library)
    node = reader.library.nodes[way.here]
    if _unchecked(node):
        return
    if node.id == START_NODE:
        _numbers(reader, screen)
    else:
        _to_opening(reader.library, _to_start)


def _to_start() -> None:
    """Leave the places of the map; who has checked the signs need not do so again."""
    st.session_state.pop(TRAIL, None)
    address.choose("node", "")


def _unchecked(node: AnyNode) -> bool:
    """Return whether the emergency signs come before all else: they are not checked yet."""
    return not isinstance(node, StopNode) and not st.session_state.get(CHECKED)


def _no_sign() -> None:
    st.session_state[CHECKED] = True


def _signs(library: Library, way: Walk, node: AnyNode) -> None:
    """Draw the emergency signs and what can be answered."""
    with st.container(key="walk-signs-first"):
        html.draw(pathway.signs_first(library, node), "signs-first")
        st.button(library.words("walk.no_sign"), key="walk-no-sign", on_click=_no_sign)
        start = way.restart()
        first = library.nodes[start.here]
        for answer in first.answers if isinstance(first, QuestionNode) else []:
            to = library.nodes[answer.to]
            if isinstance(to, StopNode) and to.urgency == "emergency":
                st.button(
                    library.prose.line(answer.label).text,
                    key=f"sign-{answer.id}",
                    on_click=stand_on,
                    args=(start.go(answer.to),),
                )


@st.fragment
def _take_home(reader: Reader) -> None:
    """Draw what is agreed, what matters and what to ask, and the sheet: one form, in two columns.

    Why it is one fragment is said at `fill_together`.
    """
    note(reader, "form")
    with drawing_whole(), st.container(key="take-home"):
        with st.container(key="take-home-first"):
            plan(reader)
            matters(reader)
        with st.container(key="take-home-second"):
            questions(reader)
            take(reader)


PICTURES: Mapping[str, Picture] = {
    "overview": problem,
    "procedure": _procedure,
    "recovery": chart_alone,
    "options": _options,
    "whats-next": pathway_map,
    "visit": _take_home,
}
"""Page to what draws the picture of its screen."""

WORDS: Mapping[str, Column] = {
    "overview": _opening,
    "procedure": _procedure_words,
    "recovery": _opening,
    "options": _opening,
    "whats-next": _pathway_words,
    "visit": _opening,
}
"""Page to what draws the words that come first."""

COLUMNS: Mapping[str, Column] = {
    "overview": _numbers,
    "procedure": _procedure_numbers,
    "recovery": _numbers,
    "options": _numbers,
    "whats-next": _pathway_numbers,
    "visit": _numbers,
}
"""Page to what draws the exact numbers and what to ask."""
