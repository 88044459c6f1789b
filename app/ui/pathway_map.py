"""The map of the whole decision pathway: every place is a button, the way taken is lit."""

from __future__ import annotations

from functools import cache

import streamlit as st

from app.domain.pathway import Walk
from app.figures.pathway_map import picture
from app.figures.pathway_plan import BRANCHES, COLUMNS, Box, PathwayPlan
from app.knowledge.catalog import Library
from app.ui import html
from app.ui.reader import Reader
from app.ui.walk import current_walk
from app.ui.ways import stand_on


@cache
def _plan(library: Library) -> PathwayPlan:
    return PathwayPlan(library)


def _open(walk: Walk, node: str) -> None:
    stand_on(walk.jump(node))


def pathway_map(reader: Reader) -> None:
    """Draw the lines, then every place as a button, branch by branch."""
    library, words = reader.library, reader.library.words
    way, plan = current_walk(library), _plan(library)
    st.html(f'<p class="how">{words("map.how")}</p>')
    with st.container(key="map-box"), st.container(key="map"):
        html.picture(picture(plan, way.trail), "map-lines")
        for branch in BRANCHES:
            with st.container(key=f"lane-{branch}"):
                st.html(f"<h3>{words(f'walk.branch_{branch}')}</h3>")
                for column in COLUMNS[branch]:
                    with st.container(key=f"column-{column}"):
                        if branch != "gate":
                            st.html(f'<p class="caption">{words(f"map.{column}")}</p>')
                        for box in plan.boxes.values():
                            if box.column == column:
                                _place(library, way, box)


def _place(library: Library, way: Walk, box: Box) -> None:
    """Draw one place: numbered where the way taken leads through it, named as the place to be."""
    name = library.prose.line(library.nodes[box.node].short).text
    state, kind = "other", "tertiary"
    number = way.trail.index(box.node) + 1 if box.node in way.trail else 0
    if number:
        state, kind = ("here", "primary") if box.node == way.here else ("taken", "secondary")
    st.button(
        library.words(f"map.{state}", number=number, name=name),
        key=f"open-{box.node}",
        type=kind,  # type: ignore[arg-type]
        width="stretch",
        on_click=_open,
        args=(way, box.node),
    )
