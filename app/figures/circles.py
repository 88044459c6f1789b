"""Circles that stand for people, as a picture of its own that weighs next to nothing."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from markupsafe import Markup

LOOKS = ("full", "dot", "ring")
"""How the circles of the first, second and third share look; those of the rest are empty rings."""
REST, MAYBE = "ring", "maybe"
"""The look of the rest, and of those among them in whom an event may have gone unseen."""

_SIDE, _STEP = 10, 20
"""Circles in a row, and the side of the square that each fills."""
_STYLE = (
    "circle{fill:none;stroke:#3F4A54;stroke-width:2}.full,.core{fill:#3F4A54}.core{stroke:none}"
    ".maybe{stroke-dasharray:3.2 2.7;stroke-width:2.6}"
    "@media screen and (prefers-color-scheme:dark){circle{stroke:#C9D2DA}.full,.core{fill:#C9D2DA}}"
)
"""Dark circles on the light page, light ones on the dark; printed, they are dark."""


@cache
def circles(looks: tuple[str, ...], alt: str) -> Markup:
    """Return circles as an image.

    Args:
        looks: of each circle, in order.
        alt: what the picture shows; empty where words beside it say the same.

    """
    address = data_uri("image/svg+xml", circles_svg(looks).encode())
    return Markup('<img class="circles" src="{}" alt="{}">').format(address, alt)


def data_uri(media_type: str, data: bytes) -> str:
    """Return an address that holds a small file itself."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


def circles_svg(looks: Sequence[str]) -> str:
    """Return circles row by row, ten in each, as a picture that follows the theme by itself.

    A look is a pattern of one circle; each run of circles of one look fills up to three boxes with
    it, so that a picture of 100 weighs less than one kilobyte. Every picture is ten circles wide,
    so that circles have one size in all of them; a sample of one circle is as wide as it.

    Args:
        looks: of each circle, in order: `full`, `dot`, `ring` or `maybe`.

    """
    wide, high = (1 if len(looks) == 1 else _SIDE) * _STEP, -(-len(looks) // _SIDE) * _STEP
    patterns = "".join(_pattern(look) for look in dict.fromkeys(looks))
    boxes, begin = "", 0
    for look, run in groupby(looks):
        end = begin + len(list(run))
        boxes += "".join(_box(look, *box) for box in _boxes(begin, end))
        begin = end
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
        f"<style>{_STYLE}</style><defs>{patterns}</defs>{boxes}</svg>"
    )


def _pattern(look: str) -> str:
    core = '<circle class="core" cx="10" cy="10" r="3"/>' if look == "dot" else ""
    return (
        f'<pattern id="{look}" width="{_STEP}" height="{_STEP}" patternUnits="userSpaceOnUse">'
        f'<circle class="{look}" cx="10" cy="10" r="7.5"/>{core}</pattern>'
    )


def _boxes(begin: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Return the boxes that hold the circles of a run: column, row, columns, rows."""
    while begin < end:
        row, column = divmod(begin, _SIDE)
        if column == 0 and end - begin >= _SIDE:
            rows = (end - begin) // _SIDE
            yield 0, row, _SIDE, rows
            begin += rows * _SIDE
        else:
            columns = min(_SIDE - column, end - begin)
            yield column, row, columns, 1
            begin += columns


def _box(look: str, column: int, row: int, columns: int, rows: int) -> str:
    x, y, wide, high = (_STEP * one for one in (column, row, columns, rows))
    return f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" fill="url(#{look})"/>'
