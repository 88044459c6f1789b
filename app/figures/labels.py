"""Where the name beside each dot goes, so that no name covers a dot or another name on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_LETTER, _LINE, _GAP = 8.0, 18.0, 4.0
"""Width of a letter, height of a line and distance from the dot, in pixels at 15 px type."""

PLACES = ("right", "above", "below", "left", "above-right", "below-right")
"""Where a name may stand, in the order they are tried."""


@dataclass(frozen=True)
class Dot:
    """A dot in pixels on the narrowest screen, and the name that belongs to it.

    Attributes:
        x: from the left of the plot.
        y: from its top.
        radius: half the marker.
        name: what stands beside it.

    """

    x: float
    y: float
    radius: float
    name: str


Box = tuple[float, float, float, float]


def _marker(dot: Dot) -> Box:
    return dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius


def _name(dot: Dot, place: str) -> Box:
    width, half = _LETTER * len(dot.name), _LINE / 2
    reach = dot.radius + _GAP
    if place == "right":
        return dot.x + reach, dot.y - half, dot.x + reach + width, dot.y + half
    if place == "left":
        return dot.x - reach - width, dot.y - half, dot.x - reach, dot.y + half
    top = dot.y - reach - _LINE if place.startswith("above") else dot.y + reach
    left = dot.x + dot.radius if place.endswith("right") else dot.x - width / 2
    return left, top, left + width, top + _LINE


def _overlap(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)


def places(dots: Sequence[Dot], width: float) -> list[str]:
    """Return a place for each dot's name: the first that touches nothing, else the least covered.

    Args:
        dots: in the order drawn.
        width: of the plot, in pixels; a name that would leave it counts as covered.

    """
    taken: list[Box] = [_marker(dot) for dot in dots]
    chosen: list[str] = []
    for dot in dots:
        costs = {}
        for place in PLACES:
            box = _name(dot, place)
            outside = max(0.0, -box[0]) + max(0.0, box[2] - width)
            costs[place] = outside * _LINE + sum(_overlap(box, other) for other in taken)
        best = min(PLACES, key=costs.__getitem__)
        taken.append(_name(dot, best))
        chosen.append(best)
    return chosen
