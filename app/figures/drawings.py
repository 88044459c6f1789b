"""The drawings by name, and the scenes drawn from them."""

from __future__ import annotations

import re

from app.figures.anatomy_parts import Drawing
from app.figures.bedside import bedside
from app.figures.car import car
from app.figures.cross_section import cross_section
from app.figures.room import room
from app.figures.sheet import Draw, compose
from app.figures.side_view import side_view
from app.figures.table import table
from app.knowledge.steps import Scene

SHEETS: dict[str, Draw] = {
    "cross_section": cross_section,
    "side_view": side_view,
    "room": room,
    "table": table,
    "bedside": bedside,
    "car": car,
}
"""What draws each of `DRAWINGS`."""

_ID = re.compile(r'( id="|url\(#| href="#)')


def drawing_of(scene: Scene, spare: bool = False) -> Drawing:
    """Return the drawing of a scene.

    Args:
        scene: what to show.
        spare: whether hidden layers come along, for a gentle change to the next scene.

    """
    return compose(SHEETS[scene.drawing], scene, spare)


def placed_in(svg: str, place: str, name: str) -> str:
    """Return a drawing ready to stand in a page.

    Args:
        svg: the drawing.
        place: one word, once on the page; goes before every id, so that two drawings never clash.
        name: what a screen reader says in its place, plain text without quotes or tags; empty where
            the words beside it say all.

    """
    spoken = f'role="img" aria-label="{name}"' if name else 'aria-hidden="true"'
    head = f'<svg class="drawn" {spoken}'
    return _ID.sub(rf"\g<1>{place}-", svg).replace("<svg", head, 1)
