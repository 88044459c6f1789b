"""A drawing in layers on one sheet, and the scenes that are put together from it.

In: a drawing's layers as SVG code, and the spots where its parts can be pointed at. Out: a
`Drawing` with the layers, labels and emphasis that one scene asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.domain.drawings import DRAWINGS
from app.figures.anatomy_parts import Drawing, Label
from app.knowledge.steps import Scene

WIDTH, HEIGHT = 400, 440
"""Every sheet has the same size, so that the picture stays put from step to step."""

Side = Literal["left", "right"]


@dataclass(frozen=True)
class Spot:
    """Where a part can be pointed at, in page units, and from which side."""

    x: float
    y: float
    side: Side


@dataclass(frozen=True)
class Sheet:
    """A drawing for one choice of layers.

    Attributes:
        layers: layer -> its SVG code; all layers of the drawing, or at least the chosen ones.
        spots: part -> where to point at it; all parts of the drawing, or those that can be seen.
        defs: clip paths that the layers use.

    """

    layers: Mapping[str, str]
    spots: Mapping[str, Spot]
    defs: str = ""


Draw = Callable[[frozenset[str]], Sheet]
"""Takes the chosen layers; gives the sheet. A layer may look different beside another one."""

_EDGE = 17.0
_TOP, _BOTTOM = 34.0, HEIGHT - 34.0
_APART = 48.0  # room for a name of two lines beside its number


def compose(draw: Draw, scene: Scene, spare: bool = False) -> Drawing:
    """Put a scene together.

    Args:
        draw: what draws the scene's drawing.
        scene: its layers, labels and the part to look at.
        spare: whether layers that the scene does not show come along hidden, so that a change of
            scene is a change of what is hidden, and the picture can pass gently into the next.

    Raises:
        ValueError: a layer or part that the drawing does not have, or a part that is not shown.

    """
    known, shown = DRAWINGS[scene.drawing], frozenset(scene.layers)
    for odd in sorted(shown - set(known.layers)):
        raise ValueError(f"{scene.drawing} has no layer {odd!r}; known: {', '.join(known.layers)}")
    for part in scene.labels:
        if part not in known.parts or not known.showing(part, shown):
            raise ValueError(f"{scene.drawing} does not show {part!r} in this scene")
    sheet = draw(shown)
    body = "".join(
        f'<g class="layer{"" if layer in shown else " off"}" data-layer="{layer}">'
        f"{sheet.layers[layer]}</g>"
        for layer in known.layers
        if spare or layer in shown
    )
    seated = seats({part: sheet.spots[part] for part in scene.labels})
    found = tuple(replace(label, look=label.part == scene.look) for label in seated)
    return Drawing(sheet.defs + body, found, WIDTH, HEIGHT)


def seats(spots: Mapping[str, Spot]) -> tuple[Label, ...]:
    """Return a label for each spot: in a column on its side, apart, lines never crossing.

    Args:
        spots: part -> spot, in the order of the numbers; at most six on one side.

    """
    heights: dict[str, float] = {}
    for side in ("left", "right"):
        column = sorted((spot.y, part) for part, spot in spots.items() if spot.side == side)
        heights |= dict(
            zip((part for _, part in column), spread([y for y, _ in column]), strict=True)
        )
    return tuple(
        Label(
            part, (_EDGE if spot.side == "left" else WIDTH - _EDGE, heights[part]), (spot.x, spot.y)
        )
        for part, spot in spots.items()
    )


def spread(wanted: Sequence[float]) -> list[float]:
    """Return heights near the wanted ones, in the same order, far enough apart, on the sheet.

    Args:
        wanted: heights in page units, rising.

    """
    apart = min(_APART, (_BOTTOM - _TOP) / max(len(wanted) - 1, 1))
    found = [min(max(y, _TOP), _BOTTOM) for y in wanted]
    for _ in range(200):  # push neighbours apart evenly; settles long before
        moved = False
        for i in range(len(found) - 1):
            short = apart - (found[i + 1] - found[i])
            if short > 0.01:
                found[i] -= short / 2
                found[i + 1] += short / 2
                moved = True
        found = [min(max(y, _TOP), _BOTTOM) for y in found]
        if not moved:
            break
    return found
