"""The decision pathway as HTML, without controls: one place, the way to it, the whole of it."""

from __future__ import annotations

from functools import cache

from app.blocks.templates import render
from app.figures.pathway_plan import BRANCHES, COLUMNS, plan_of
from app.knowledge.catalog import Library
from app.knowledge.nodes import PARTS, AnyNode


def node_panel(library: Library, node: AnyNode) -> str:
    """Return one place of the decision pathway, without the ways on."""
    return _node_panel(library, node.id)


@cache
def _node_panel(library: Library, node_id: str) -> str:
    return render(library, "node", node=library.nodes[node_id], open_all=False)


def walk_place(library: Library, node: AnyNode) -> str:
    """Return in which part of the walk a place lies, and which parts there are."""
    return _walk_place(library, PARTS.index(node.part))


@cache
def _walk_place(library: Library, here: int) -> str:
    return render(library, "walk_place", here=here, parts=PARTS)


def walk_trail(library: Library, trail: tuple[str, ...], own: bool) -> str:
    """Return the places before the one where the reader stands.

    Args:
        library: the content.
        trail: node ids from the start to here.
        own: whether the reader came this way by their own answers.

    """
    return render(library, "walk_trail", nodes=[library.nodes[n] for n in trail[:-1]], own=own)


def signs_first(library: Library, node: AnyNode) -> str:
    """Return the emergency signs, to stand before a place that a link or the map has opened."""
    return render(library, "signs_first", node=node)


@cache
def signs_of(library: Library, urgency: str) -> str:
    """Return one list of signs.

    Args:
        library: the content.
        urgency: `emergency` or `same_day`.

    """
    listed = render(library, "signs_of", urgency=urgency, level="h4")
    return f'<section class="signs">{listed}</section>'


def pathway(library: Library) -> str:
    """Return the whole pathway: an outline in the order of the map, then every place in full."""
    boxes = plan_of(library).boxes
    outline = [
        (branch, [[box for box in boxes.values() if box.column == column] for column in columns])
        for branch, columns in ((branch, COLUMNS[branch]) for branch in BRANCHES)
    ]
    places = [library.nodes[node] for node in boxes]
    return render(library, "pathway", outline=outline, branches=BRANCHES, places=places)
