"""Where the shapes of a drawing lie, what lies inside what, and how far colours stand apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import cos, radians, sin
from xml.etree.ElementTree import Element

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)
STEPS = 24  # pieces of a curve; a piece is then shorter than a line is thick


def _times(m: Matrix, n: Matrix) -> Matrix:
    a, b, c, d, e, f = m
    g, h, i, j, k, q = n
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j,
            a * k + c * q + e, b * k + d * q + f)  # fmt: skip


def _matrix(transform: str) -> Matrix:
    found = SAME
    for kind, inside in re.findall(r"(\w+)\(([^)]*)\)", transform):
        numbers = [float(number) for number in re.split(r"[ ,]+", inside.strip())]
        if kind == "translate":
            step = (1, 0, 0, 1, numbers[0], numbers[1] if len(numbers) > 1 else 0)
        elif kind == "scale":
            step = (numbers[0], 0, 0, numbers[-1], 0, 0)
        elif kind == "rotate" and len(numbers) == 1:
            turn = radians(numbers[0])
            step = (cos(turn), sin(turn), -sin(turn), cos(turn), 0, 0)
        else:
            raise ValueError(f"{transform!r} is more than this reads")
        found = _times(found, step)
    return found


def _points(data: str) -> Iterator[Point]:
    """Return the points of a path made of M, L, H, V, C and Z with absolute numbers."""
    here = (0.0, 0.0)
    for command, inside in re.findall(r"([A-Za-z])([^A-Za-z]*)", data):
        numbers = [float(number) for number in re.findall(r"-?\d*\.?\d+", inside)]
        if command in "ML":
            for here in zip(numbers[::2], numbers[1::2], strict=True):
                yield here
        elif command == "C":
            for six in zip(*(numbers[place::6] for place in range(6)), strict=True):
                a, b, end = six[0:2], six[2:4], six[4:6]
                for step in range(1, STEPS + 1):
                    t = step / STEPS
                    u = 1 - t
                    yield tuple(
                        u**3 * here[k] + 3 * u * u * t * a[k] + 3 * u * t * t * b[k] + t**3 * end[k]
                        for k in (0, 1)
                    )
                here = end
        elif command in "HV":
            here = (numbers[0], here[1]) if command == "H" else (here[0], numbers[0])
            yield here
        elif command != "Z":
            raise ValueError(f"{command!r} is more than this reads")


def shapes(root: Element, name: str) -> list[list[Point]]:
    """Return every path of a class as points on the page, in the order drawn.

    Args:
        root: the drawing.
        name: one of the path's classes.

    """

    def walk(element: Element, frame: Matrix) -> Iterator[list[Point]]:
        frame = _times(frame, _matrix(element.get("transform", "")))
        if element.tag.endswith("path") and name in element.get("class", "").split():
            a, b, c, d, e, f = frame
            yield [(a * x + c * y + e, b * x + d * y + f) for x, y in _points(element.get("d", ""))]
        for child in element:
            yield from walk(child, frame)

    return list(walk(root, SAME))


def area(shape: list[Point]) -> float:
    """Return the area of a closed shape."""
    pairs = zip(shape, [*shape[1:], shape[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def inside(spot: Point, shape: list[Point]) -> bool:
    """Return whether a spot lies in a closed shape."""
    x, y = spot
    crossed = False
    for (x1, y1), (x2, y2) in zip(shape, [*shape[1:], shape[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, written as #RRGGBB, from 1 to 21 as WCAG defines it."""

    def luminance(colour: str) -> float:
        parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
        red, green, blue = (
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
