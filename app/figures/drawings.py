"""The drawings by name, and the address under which the server hands each out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache

from app.figures.anatomy import SCENES, Drawing, cross_section
from app.figures.posture import posture

NAMES: tuple[str, ...] = (*(f"cross-section-{scene}" for scene in SCENES), "standing", "leaning")


@dataclass(frozen=True)
class Picture:
    """A drawing and where it is.

    Attributes:
        drawing: the SVG and its numbered parts.
        src: address on our own server; changes when the drawing does, so it may be kept for good.
        width: width of its view box.
        height: height of its view box.

    """

    drawing: Drawing
    src: str
    width: int
    height: int


@cache
def picture(name: str) -> Picture:
    """Return a drawing by its name.

    Raises:
        KeyError: no drawing has this name.

    """
    if name not in NAMES:
        raise KeyError(name)
    scene = name.removeprefix("cross-section-")
    drawing = posture(name) if scene == name else cross_section(scene)
    mark = hashlib.sha256(drawing.svg.encode()).hexdigest()[:12]
    box = drawing.svg.split('viewBox="', 1)[1].split('"', 1)[0].split()
    width, height = (round(float(side)) for side in box[2:])
    return Picture(drawing, f"/figures/{name}-{mark}.svg", width, height)
