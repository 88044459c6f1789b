"""Shared parts of the drawings: smooth outlines, numbered labels.

In: plain coordinates. Out: strings of SVG, and the `Drawing` record that pages show.
Nothing here knows about Streamlit or about any scene.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Outline = tuple[Point, ...]
"""A smooth line: its start, then for every Bézier piece two handles and an end point."""


@dataclass(frozen=True)
class Label:
    """One numbered label: which part, where its number sits, where its line ends."""

    part: str
    seat: Point
    target: Point
    look: bool = False


@dataclass(frozen=True)
class Drawing:
    """A finished picture.

    Attributes:
        body: its SVG code without numbers.
        seats: the labels, in the order of their numbers from 1.
        width: of the sheet.
        height: of the sheet.

    """

    body: str
    seats: tuple[Label, ...]
    width: int
    height: int

    @property
    def svg(self) -> str:
        """The whole SVG with its numbers."""
        return document(self.width, self.height, self.body + labels(self.seats))

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that the numbers stand for."""
        return tuple(label.part for label in self.seats)


_CLIP = re.compile(r"<clipPath.*?</clipPath>")


def document(width: int, height: int, body: str, top: int = 0) -> str:
    """Wrap drawing code in an svg that scales to its container; `palette` gives it its colours.

    With `top`, only what lies below that height is shown.
    """
    box = f"0 {top} {width} {height - top}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>'


def outline(text: str) -> Outline:
    """Take "x y" pairs in one text; give the points."""
    numbers = [float(word) for word in text.split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def path(points: Outline) -> str:
    """Take an outline; give its path data, open, short but exact enough to stay smooth.

    Raises ValueError where a piece lacks a handle or its end.
    """
    if len(points) % 3 != 1:
        raise ValueError(f"{len(points)} points do not make whole pieces: {points[:2]}")
    start, *rest = (f"{x:.2f} {y:.2f}" for x, y in points)
    return f"M{start}C{' '.join(rest)}"


def whole(right: Outline, left: Outline | None = None) -> str:
    """Close a shape that runs from the midline down its right side and back up its left.

    `left` is also written as if it were on the right; without it the shape is symmetrical.
    """
    back = [(-x, y) for x, y in reversed(right if left is None else left)]
    return path((*right, *back[1:])) + "Z"


def blend(a: Outline, b: Outline, share: float) -> Outline:
    """Take two outlines with equal pieces; give the one `share` of the way from a to b."""
    return tuple(
        (p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share)
        for p, q in zip(a, b, strict=True)
    )


def smooth(points: Sequence[Point]) -> Outline:
    """Take points on a line; give a smooth outline through all of them."""
    out: list[Point] = [points[0]]
    for i in range(len(points) - 1):
        before, here = points[max(i - 1, 0)], points[i]
        there, after = points[i + 1], points[min(i + 2, len(points) - 1)]
        out.append((here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6))
        out.append((there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6))
        out.append(there)
    return tuple(out)


def shape(data: str, classes: str, extra: str = "") -> str:
    """Take path data and CSS classes; give a <path>."""
    return f'<path class="{classes}" d="{data}"{" " + extra if extra else ""}/>'


def inked(data: str, fill: str, line: str = "l") -> str:
    """Give a filled shape with its line drawn once on top of the fill."""
    return shape(data, fill) + shape(data, line)


def bone(data: str, clip_id: str) -> str:
    """Give a bone: soft marrow inside, a paler hard rim that follows the edge, then the line."""
    rim = f'stroke="var(--bone)" stroke-width="9" clip-path="url(#{clip_id})"'
    clip = f'<clipPath id="{clip_id}"><path d="{data}"/></clipPath>'
    core = shape(data, "marrow") + f'<path fill="none" d="{data}" {rim}/>'
    return clip + core + shape(data, "l")


def both(right: str) -> str:
    """Take drawing code for the right side; give it together with its mirror image.

    The mirror image is written out: a style sheet does not reach into what `<use>` repeats.
    """
    return f'{right}<g transform="scale(-1 1)">{_CLIP.sub("", right)}</g>'


def labels(items: Sequence[Label]) -> str:
    """Take labels in reading order; give leader lines first, then the numbers on top."""
    return "".join(_leader(item) for item in items) + "".join(
        _number(number, item) for number, item in enumerate(items, start=1)
    )


def _number(number: int, item: Label) -> str:
    """Take a label and its number; give the number in its ring, solid where to look."""
    (x, y), look = item.seat, " look" if item.look else ""
    return (
        f'<circle class="seat{look}" cx="{x:.1f}" cy="{y:.1f}" r="14.5"/>'
        f'<text class="num{look}" x="{x:.1f}" y="{y + 7.4:.1f}">{number}</text>'
    )


def _leader(item: Label) -> str:
    """Take a label; give its line, pale-edged so that it reads over any tissue, and end dot."""
    (x1, y1), (x2, y2) = item.seat, item.target
    data = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
    dot = f'<circle class="dot" cx="{x2:.1f}" cy="{y2:.1f}" r="3"/>'
    return shape(data, "halo") + shape(data, "lead") + dot
