"""The outlines of the cross-section at L4-5, on its grid, in the ligament's states.

One unit is a quarter of a millimetre and x = 0 is the midline, so that the canal (22 mm), the disc
(50 mm) and the tube (5.5 mm) keep their true relation. Half outlines run from the midline down the
right side.
"""

from __future__ import annotations

import re

from app.figures.anatomy_parts import Outline, Point, blend, outline, path, whole

# Share of the way from thick to thinned ligament, (right side, left side).
THINNED: dict[str, tuple[float, float]] = {
    "ligament_thick": (0.0, 0.0),
    "ligament_one_side": (1.0, 0.0),
    "ligament_both_sides": (1.0, 1.0),
}
CORE = 0.52  # size of the soft nucleus as a share of the disc

# Half outlines, from the midline down the right side. First the bony arch in one piece:
# spinous process, laminae, inner (L4) halves of the facet joints.
ARCH = outline(
    "0 112 12 112 19 117 18 130 17 146 11 160 11 178 11 198 18 205 32 213"
    " 44 220 50 228 61 228 71 228 86 220 88 234 88 248 73 263 58 276"
    " 53 280 49 276 48 269 38 254 14 237 0 230"
)
# The outer (L5) half of the right facet joint, and the joint gap between the two halves.
FACET = outline(
    "94 238 93 252 78 268 63 281 57 288 66 297 80 296 94 296 107 288 109 268"
    " 110 250 106 232 99 231 95 231 94 234 94 238"
)
JOINT = outline("92 232 92 250 76 266 61 278.5")
# The rim of the bone behind the disc; its back edge is the disc's own.
BODY = outline("0 305.5 18 305.5 41 303 60 307 92 316 110 346 108 378 105 416 62 452 0 452")
DISC = outline("0 306 18 306 40 304 58 310 86 320 101 346 100 376 98 412 60 446 0 446")

_TO_FACET = "0 228 18 236 40 254 52 268 60 274 66 282 65 289 "
_THICK = outline(_TO_FACET + "48 286 36 285 25 279 13 273 6 258 0 249")
_THINNER = outline(_TO_FACET + "49 285 36 278 25 270 13 262 5 254 0 248")

# What lies inside the canal: from under the ligament to the back of the disc.
CANAL = outline(
    "0 245 12 258 36 280 50 284 58 287 62 290 60 294 57 300 55 305 40 307 26 307 13 307 0 307"
)

_SAC_FRONT = " 44 293 43 303 33 303.5 20 304 8 303 0 303"
_SAC_TIGHT = outline("0 266 5 266 6 273 11 278 17 285 29 287 37 290" + _SAC_FRONT)
_SAC_EASED = outline("0 262 8 262 12 268 18 273 25 279 33 283 38 288" + _SAC_FRONT)
# How far contrast stands off the back of the sac, from the midline: where it runs on to the side,
# and where it stops soon after the midline. At its end it has no thickness.
_DYE_RUNS = outline("0 -4.6 1.5 -4.6 3 -4 3.4 -3.2 3 -3.2 1.5 -4 .2 -.3")
_DYE_STOPS = outline("0 -4.6 1.5 -4 2 -2.4 .2 -.3")
_ROOTS_TIGHT = outline("0 274 6 282 0 290.5 13 289 21 293.5 30 297.5 11 298")
_ROOTS_EASED = outline("0 271 8 278 0 288 16 285 24 290.5 30 297.5 12 296")

# The arch in two, for touching: the spinous process, and the laminae with their joint halves.
_SPINE = outline("0 112 12 112 19 117 18 130 17 146 11 160 11 178 11 190 8 198 0 198")
_LAMINAE = outline(
    "0 198 6 198 10 195 11 190 12 200 20 206 32 213 44 220 50 228 61 228 71 228 86 220 88 234"
    " 88 248 73 263 58 276 53 280 49 276 48 269 38 254 14 237 0 230"
)

# Tissues on the right of the midline that are only scenery: muscle, its seams, nerve at the side.
MUSCLE = "M3 115C50 108 110 109 176 118L176 297C150 303 122 300 104 292L58 250L8 214Z"
SEAM = "M58 111C78 150 92 186 98 231"
FIBRES = (
    "M34 130C44 154 52 178 56 206M26 150C30 166 34 182 38 200M88 128C104 158 114 192 118 224"
    "M112 128C128 160 136 200 137 240M134 262C128 274 122 282 118 288"
)
PSOAS = "M108 356C112 330 132 314 176 312L176 420L104 420C108 398 108 376 108 356Z"
LOBULES = (
    "M22 80C30 88 40 88 46 79M60 92C68 100 80 98 85 90M92 77C102 85 112 84 118 76"
    "M112 96C120 103 130 102 136 95"
)
SIDE_ROOTS: tuple[Point, ...] = ((88, 308), (94.5, 306), (94, 312), (100.5, 309.5))
SIDE_NERVE = (
    "M82 308C82 303 90 301 96 302C103 303 106 307 105 311C104 316 97 317 91 315"
    "C86 314 82 312 82 308Z"
)

# The block of tissue: skin surface on top with the shallow midline furrow, then clipped sides.
_SURFACE = "C-100 55 -50 53 -18 57C-8 59 8 59 18 57C50 53 100 55 131 61"
BLOCK = f"M-131 61{_SURFACE}L131 366C131 374 126 379 118 379L-118 379C-126 379 -131 374 -131 366Z"
_SKIN_BAND = (
    f"M-131 61{_SURFACE}L131 70C100 64 50 62 18 66C8 68 -8 68 -18 66C-50 62 -100 64 -131 70Z"
)
_FAT_BAND = (
    "M-131 70C-100 64 -50 62 -18 66C-8 68 8 68 18 66C50 62 100 64 131 70"
    "L131 113C100 109 50 108 3 115L-3 115C-50 108 -100 109 -131 113Z"
)
_MUSCLE_BAND = (
    "M19 114C50 109 95 109 131 113L131 300C122 298 112 296 104 292L109 268L88 234L61 228"
    "L18 205L11 178Z"
)
UNDER_SKIN = "M-131 70C-100 64 -50 62 -18 66C-8 68 8 68 18 66C50 62 100 64 131 70"


def nerves(state: str) -> tuple[Outline, tuple[Point, ...]]:
    """Take the ligament's state; give the right half of the nerve sac, and all nerve roots."""
    right, left = THINNED[state]
    # The sac gains less than the ligament loses: scans often show no clear widening.
    share = (right + left) / 2 * 0.5
    roots = blend(_ROOTS_TIGHT, _ROOTS_EASED, share)
    return blend(_SAC_TIGHT, _SAC_EASED, share), roots + tuple((-x, y) for x, y in roots if x)


def contrast(sac: Outline, both_sides: bool) -> str:
    """Give the path data of contrast on the outer back surface of the nerve sac.

    It lies where the ligament is thinned, and stops near the midline where it is not. It is no
    broader where there is more room: no source we read says how much more contrast passes.

    Args:
        sac: right half of the outline of the nerve sac.
        both_sides: whether it runs along the left side too, not along the right side alone.

    """
    halves = []
    for far in (_DYE_RUNS, _DYE_RUNS if both_sides else _DYE_STOPS):
        back = sac[: len(far)]
        outer = [(x + a, y + b) for (x, y), (a, b) in zip(back, far, strict=True)]
        inner = [(x + 0.2 * (x > 0), y - 0.3) for x, y in reversed(back)]
        halves.append((*outer, *inner[1:]))
    return whole(*halves)


def ligament(state: str) -> str:
    """Take the ligament's state; give its path data."""
    right, left = THINNED[state]
    return whole(blend(_THICK, _THINNER, right), blend(_THICK, _THINNER, left))


def outlines(state: str) -> dict[str, str]:
    """Return path data of every part of the body, on the grid (`PAGE` brings it to the page).

    Args:
        state: one of the ligament's layers.

    """
    sac, roots = nerves(state)
    facet = path(FACET) + "Z"
    return {
        "skin": _SKIN_BAND,
        "fat": _FAT_BAND,
        "muscle": _MUSCLE_BAND + _mirrored(_MUSCLE_BAND),
        "vertebral_body": whole(BODY) + whole(DISC),  # only its rim: the disc is cut out of it
        "disc": whole(DISC),
        "epidural_fat": whole(CANAL),
        "ligamentum_flavum": ligament(state),
        "facet_joint": facet + _mirrored(facet),
        "lamina": whole(_LAMINAE),
        "spinous_process": whole(_SPINE),
        "dural_sac": whole(sac),
        "nerve_roots": "".join(_disk(spot, 4.2) for spot in roots),
    }


def _mirrored(data: str) -> str:
    """Take path data of absolute M, L, C and Z; give its mirror image across the midline."""
    return re.sub(r"(-?[\d.]+) (-?[\d.]+)", lambda pair: f"{-float(pair[1]):g} {pair[2]}", data)


def _disk(spot: Point, r: float) -> str:
    """Take a centre and a radius; give a disk as path data."""
    (x, y), k = spot, r * 0.5523
    return (
        f"M{x - r:.1f} {y:.1f}C{x - r:.1f} {y - k:.1f} {x - k:.1f} {y - r:.1f} {x:.1f} {y - r:.1f}"
        f"C{x + k:.1f} {y - r:.1f} {x + r:.1f} {y - k:.1f} {x + r:.1f} {y:.1f}"
        f"C{x + r:.1f} {y + k:.1f} {x + k:.1f} {y + r:.1f} {x:.1f} {y + r:.1f}"
        f"C{x - k:.1f} {y + r:.1f} {x - r:.1f} {y + k:.1f} {x - r:.1f} {y:.1f}Z"
    )
