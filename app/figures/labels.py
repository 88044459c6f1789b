"""Where the name beside each dot goes, so that no name covers a dot or another name on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

_LINE, _GAP = 18.0, 4.0
"""Height of a line and distance from the dot, in pixels at 15 px type."""
_NARROW, _WIDE = set(" ()i,?.l"), set("MW")


PLACES = (
    "right", "above", "below", "left", "above-right", "below-right", "above-left", "below-left",
)  # fmt: skip
"""Where a name may stand, in the order they are tried."""


@dataclass(frozen=True)
class Dot:
    """A dot in pixels on the narrowest screen, and the name that belongs to it.

    Attributes:
        x: from the left of the plot.
        y: from its top.
        radius: half the marker.
        name: what stands beside it, one text a line.

    """

    x: float
    y: float
    radius: float
    name: tuple[str, ...]


_OUTSIDE, _NEAR = 1000.0, 5.0
"""What a pixel beyond the plot costs, in pixels covered; how far names keep from other dots."""

Box = tuple[float, float, float, float]


def _letters(text: str) -> float:
    """Return about how wide a bold text is at 15 px type, in pixels."""
    widths = (4.4 if one in _NARROW else 12.0 if one in _WIDE else 8.2 for one in text)
    return sum(
        width + (1.0 if one.isupper() else 0.0) for one, width in zip(text, widths, strict=True)
    )


def _marker(dot: Dot, around: float = 0.0) -> Box:
    half = dot.radius + around
    return dot.x - half, dot.y - half, dot.x + half, dot.y + half


def _name(dot: Dot, place: str) -> Box:
    width, height = max(map(_letters, dot.name)), _LINE * len(dot.name)
    half, reach = height / 2, dot.radius + _GAP
    if place == "right":
        return dot.x + reach, dot.y - half, dot.x + reach + width, dot.y + half
    if place == "left":
        return dot.x - reach - width, dot.y - half, dot.x - reach, dot.y + half
    top = dot.y - reach - height if place.startswith("above") else dot.y + reach
    left = {"right": dot.x + dot.radius, "left": dot.x - dot.radius - width}.get(
        place.partition("-")[2], dot.x - width / 2
    )
    return left, top, left + width, top + height


def _overlap(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)


def places(
    dots: Sequence[Dot], width: float, height: float, taken: Sequence[Box] = ()
) -> list[str]:
    """Return a place for each dot's name, so that as little as can be is covered.

    All ways to place the names are looked through; a way is left as soon as it covers more than
    the best one so far. Among equals the first in the order of `PLACES` is taken.

    Args:
        dots: in the order drawn, a handful.
        width: of the plot, in pixels; a name never leaves it where another place is left.
        height: likewise.
        taken: boxes that names must keep clear of as well: left, top, right, bottom.

    """
    boxes = [{place: _name(dot, place) for place in PLACES} for dot in dots]
    alone: list[dict[str, float]] = []
    for number, dot in enumerate(dots):
        others = [_marker(other, _NEAR) for other in (*dots[:number], *dots[number + 1 :])]
        fixed = [_marker(dot), *others, *taken]
        alone.append({at: _cost(box, fixed, width, height) for at, box in boxes[number].items()})
    least = [min(costs.values()) for costs in alone]
    best: tuple[float, list[str]] = (inf, [PLACES[0]] * len(dots))

    def look(chosen: list[str], cost: float) -> None:
        nonlocal best
        number = len(chosen)
        if cost + sum(least[number:]) >= best[0]:
            return
        if number == len(dots):
            best = (cost, chosen)
            return
        for place in sorted(PLACES, key=alone[number].__getitem__):
            more = alone[number][place] + sum(
                _overlap(boxes[number][place], boxes[other][at]) for other, at in enumerate(chosen)
            )
            look([*chosen, place], cost + more)

    look([], 0.0)
    return best[1]


def _cost(box: Box, fixed: Sequence[Box], width: float, height: float) -> float:
    """Return how much of what does not move a name would cover; outside the plot nobody reads."""
    beyond = (-box[0], box[2] - width, -box[1], box[3] - height)
    outside = sum(max(0.0, one) for one in beyond)
    return _OUTSIDE * outside + sum(_overlap(box, one) for one in fixed)
