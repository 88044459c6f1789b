"""The outlines of the side view: where everything lies along the curve of the low back.

The patient lies face down with the head on the left. Every vertebra and every disc has a frame of
its own on the back wall of the bodies: u runs towards the feet, v towards the skin, 2.3 units to
the millimetre. Levels 2 to 5 are the vertebrae L2 to L5, 6 is the sacrum, 3.5 the disc L3-4.
In: places in those frames. Out: points and path data on the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

from app.figures.anatomy_parts import Outline, Point, outline, smooth

# level: x and y of the frame's origin on the page, degrees that its u axis rises to the right.
# The sacrum's origin is its upper back corner; all others lie half way along.
_FRAMES: dict[float, tuple[float, float, float]] = {
    2: (4.5, 287, -8),
    2.5: (45.1, 292.3, -6),
    3: (86, 295, -3),
    3.5: (127, 296.5, 0.5),
    4: (167.4, 294.3, 4),
    4.5: (207.2, 290.6, 9.5),
    5: (243.6, 281.8, 15),
    5.5: (277, 271.5, 25),
    6: (283.3, 268.6, 34),
}
# level: half its height at the back, half its height at the front, its depth.
_SIZES = {2: (31, 32, 78), 3: (31, 32, 80), 4: (30.5, 33, 80), 5: (28, 33, 79)}
# level: how far a disc reaches beyond the corners of the bodies, at the back and at the front.
_BULGES = {2.5: (1.5, 2.0), 3.5: (2.0, 3.0), 4.5: (6.0, 4.0), 5.5: (2.0, 3.0)}


def at(level: float, u: float, v: float) -> Point:
    """Take a place in the frame of a level; give page units."""
    x, y, rise = _FRAMES[level]
    turn = radians(rise)
    return x + u * cos(turn) - v * sin(turn), y - u * sin(turn) - v * cos(turn)


def places(text: str) -> list[Point]:
    """Take rows of a level and its "u v" pairs, parted by commas; give page units."""
    found: list[Point] = []
    for row in text.split(","):
        level, pairs = row.split(maxsplit=1)
        found += [at(float(level), u, v) for u, v in outline(pairs)]
    return found


def trace(points: Sequence[Point]) -> str:
    """Take an outline; give its path data, open."""
    start, *rest = (f"{x:.1f} {y:.1f}" for x, y in points)
    return f"M{start}C{' '.join(rest)}"


def ring(points: Sequence[Point]) -> str:
    """Take points; give the path data of a smooth closed shape through all of them."""
    return trace(smooth([points[-1], *points, *points[:2]])[3:-3]) + "Z"


def between(one: Outline, other: Outline) -> str:
    """Take two lines in the same direction; give the path data of the shape between them."""
    return f"{trace(one)}L{trace(other[::-1])[1:]}Z"


def body(level: float) -> list[Point]:
    """Take a level; give its bone from the upper back corner, clockwise.

    Pieces: back wall, corner, lower end, corner, front, corner, upper end, corner.
    """
    if level > 5:  # the sacrum runs on beyond the edge of the picture and has no lower end
        return places(
            "6 4 0 30 -2 60 -3 130 -6 130 -20 130 -40 130 -46 90 -46 40 -54 9 -79"
            " 5 -82 1 -81 0 -74 3 -55 3 -28 0 -6 -.5 -1.5 1 .5 4 0"
        )
    b, f, deep = _SIZES[int(level)]
    d = -deep
    wall = f"{6 - b} -.5 {14 - b} -3.5 {b - 14} -3.5 {b - 6} -.5"
    lower = f"{b - 2} 1 {b + 0.3} -1 {b} -6 {b - 4} {d * 0.33} {f - 4} {d * 0.67} {f} {d + 7}"
    front = f"{f + 0.5} {d + 1} {f - 3} {d - 2} {f - 9} {d + 1.5} {f - 17} {d + 6} {17 - f} {d + 6}"
    again = f"{9 - f} {d + 1.5} {3 - f} {d - 2} {-f - 0.5} {d + 1} {-f} {d + 7}"
    upper = f"{4 - f} {d * 0.67} {4 - b} {d * 0.33} {-b} -6 {-b - 0.3} -1 {2 - b} 1 {6 - b} -.5"
    return places(f"{level} {wall} {lower} {front} {again} {upper}")


def _moved(spot: Point, level: float, v: float) -> Point:
    """Take a point of the page; give the one that lies v units further back at that level."""
    (x, y), (x0, y0) = at(level, 0, v), at(level, 0, 0)
    return spot[0] + x - x0, spot[1] + y - y0


def disc(level: float) -> list[Point]:
    """Take the level of a disc; give its outline, edge to edge with the bodies beside it."""
    back, front = ((bulge + 6.5) / 0.75 for bulge in _BULGES[level])
    above, below = body(level - 0.5), body(level + 0.5)
    near = above[6:10]  # lower end of the upper body, from the back to the front
    far = below[12:16] if level > 5 else below[18:22]  # upper end of the lower one, front to back
    return [
        *near,
        _moved(near[-1], level, -front),
        _moved(far[0], level, -front),
        *far,
        _moved(far[-1], level, back),
        _moved(near[0], level, back),
        near[0],
    ]


def rings(level: float) -> str:
    """Take the level of a disc; give the lines of its outer rings, one behind and one in front."""
    near, far = body(level - 0.5), body(level + 0.5)
    ends = far[12:16] if level > 5 else far[18:22]
    behind = [_moved(near[6], level, -7), _moved(ends[3], level, -7)]
    before = [_moved(near[9], level, 7), _moved(ends[0], level, 7)]
    return "".join(
        trace((a, _moved(a, level, out), _moved(b, level, out), b))
        for (a, b), out in ((behind, 7), (before, -7))
    )


def core(level: float) -> str:
    """Take the level of a disc; give the path data of its soft core."""
    wide = 8 if level > 5 else 6
    return ring(
        places(
            f"{level} 0 -19 {wide} -27 {wide + 1} -42 {wide} -57 0 -65"
            f" {-wide} -57 {-wide - 1} -42 {-wide} -27"
        )
    )


# What is left of the disc between the first two pieces of the sacrum.
REMNANT = places("6 69 -3 71 -16 71 -34 68 -49 73 -50 77 -34 77 -16 74 -3")

# The nerve sac: its back and its front, from the head to the feet.
_BACK = (
    "2.5 -30 31,3 -12 30.5 15 31,3.5 0 31.5,4 -12 30.5 8 30 23 26.5,4.5 -9 22.5 1 20 11 22,"
    "5 -14 26 0 28.5 16 29,5.5 -2 28.5,6 14 26.5 40 25 70 24 110 23"
)
SAC_BACK = smooth(places(_BACK))
SAC_FRONT = smooth(
    places(
        "2.5 -30 2.5,3 -14 4.5 14 4.5,3.5 0 2.5,4 -12 4.5 8 5 22 6,4.5 -8 7.5 1 7.5 10 7,"
        "5 -14 5.5 0 5 14 5,5.5 0 5,6 14 8 40 9 70 9 110 9"
    )
)
# What lies in the canal; its back edge is hidden by the arches and the ligaments.
CANAL_FRONT = smooth(
    places(
        "2.5 -30 1.5 0 1.5,3 -24 -2 0 -3 24 -2,3.5 0 2,4 -24 -2 0 -3 24 -2,4.5 0 7,"
        "5 -22 -2 0 -3 22 -2,5.5 0 2,6 12 -1 60 -3 110 -5"
    )
)
CANAL_BACK = smooth(
    places(
        "2.5 -30 46 0 43,3 -12 38 20 46,3.5 0 43,4 -12 38 20 46,4.5 0 41,"
        "5 -12 38 16 46,5.5 0 41,6 22 37 60 34 110 28"
    )
)
# How thick the contrast lies on the back of the sac, from its 10th point on: a thread that is
# held up at the tight place, most of it where the needle gives it off.
_DYE = (0.3, 1.6, 4.2, 5.4, 5.8, 7.0, 5.0, 0.3)


def contrast() -> str:
    """Give the path data of the contrast: it follows the back of the sac and stays outside it."""
    rows = [row.split(maxsplit=1) for row in _BACK.split(",")]
    back = [(float(level), u, v) for level, pairs in rows for u, v in outline(pairs)]
    first, last = 9, 9 + len(_DYE)
    thick = [0.3] * first + list(_DYE) + [0.3] * (len(back) - last)
    lines = (
        smooth([at(level, u, v + up) for (level, u, v), up in zip(back, ups, strict=True)])
        for ups in ([0.3] * len(back), thick)
    )
    low, high = (line[3 * first : 3 * last - 2] for line in lines)
    return between(low, high)


# The cut arches like roof tiles: upper end, inner face, lower end, outer face.
_LAMINA = "-13 38.5 -7 34 8 37 24 41.5 36 46.5 42 53.5 38 61 26 60.5 10 55 -4 49 -12 43.5"
_LAMINA_5 = "-13 40 -8 35.5 4 37.5 16 41 25 44.5 30 51 26 59 17 58.5 5 54 -5 49 -12 43"
_LAMINA_S = "18 40 23 34 36 32.5 60 30.5 110 28 150 28 150 38 110 41 70 45 50 49 34 50 22 46"
LAMINAE = {
    level: ring(places(f"{level} {row}"))
    for level, row in ((2, _LAMINA), (3, _LAMINA), (4, _LAMINA), (5, _LAMINA_5), (6, _LAMINA_S))
}
# The soft marrow inside each.
_CORE = "-6 39.5 8 43 22 47.5 34 53 34 55.5 24 54 8 49 -4 44.5"
_CORE_5 = "-6 39.5 4 42.5 14 46.5 23 51 22 53.5 13 52 3 48 -5 44"
CORES = tuple(
    ring(places(f"{level} {row}"))
    for level, row in (
        (2, _CORE),
        (3, _CORE),
        (4, _CORE),
        (5, _CORE_5),
        (6, "26 39 38 36.5 60 34.5 110 30 150 29 150 33 110 36 66 40 48 43.5 34 44.5"),
    )
)
# From the inner face of one arch to the upper edge of the next; thick between L4 and L5.
_THIN = "{0} 8 39 24 42,{1} 0 38.5,{2} -16 35.5 -9 35 -9 42 -16 43,{1} 2 46.5,{0} 38 52 20 47"
LIGAMENTS = tuple(
    ring(places(row))
    for row in (
        _THIN.format(2, 2.5, 3),
        _THIN.format(3, 3.5, 4),
        "4 2 38 13 35.5 25 29.5,4.5 -6 24 2 22 10 24,5 -17 31 -11 35 -8 39 -14 43,4.5 3 43,"
        "4 38 52 20 47",
        "5 8 39 18 39.5,5.5 -2 37,6 15 33.5 22 34.5 24 40 19 45 6 47,5 26 51 14 46",
    )
)
# Spinous processes, standing behind the cut: along the outer face of the arch, then out and back.
_SPINOUS = (
    "-4 49 4 58 11 74 13 92 10 106 11 116 18 121 34 123 51 124 61 119 61 107 53 93 45 80 41 69"
    " 38 61 26 60.5 10 55"
)
SPINOUS = tuple(
    ring(places(f"{level} {row}"))
    for level, row in (
        (2, _SPINOUS),
        (3, _SPINOUS),
        (4, _SPINOUS),
        (
            5,
            "-5 49 1 56 8 70 13 85 13 97 17 105 30 109 46 108 54 101 52 90 42 78 33 67 26 59"
            " 17 58.5 5 54",
        ),
        (6, "34 50 44 58 50 70 60 77 74 78 86 72 100 66 124 66 150 66 150 38 110 41 70 45 50 49"),
    )
)
