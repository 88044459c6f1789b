"""Standing and leaning forward: a person from the side, with the low spine magnified.

In: the kind of posture. Out: a `Drawing` (svg text and the parts its numbers stand for).
The person faces right, so the front of the spine is on the right of the round inset.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, radians, sin

from app.figures.anatomy_parts import (
    Drawing,
    Label,
    Point,
    blend,
    inked,
    outline,
    path,
    shape,
    smooth,
)
from app.figures.strokes import drawn

__all__ = ["KINDS", "Drawing", "posture"]

KINDS: tuple[str, ...] = ("standing", "leaning")

_WIDTH, _HEIGHT = 400, 416
_LENS: Point = (121, 112)
_LENS_R = 84.0
_MAGNIFY = 1.2
_SPOT_R = 19.0
_STEP = 45.0  # one vertebra and one disc, measured along the canal


@dataclass(frozen=True)
class _Spine:
    """How the low spine is held; widths are measured from the canal's middle line."""

    bend: float  # degrees from one vertebra to the next; positive is an arched low back
    tilt: float  # degrees the whole piece leans forward
    buckle: float  # how far the ligament reaches into the canal
    disc: float  # how far the disc reaches into the canal
    spot: Point  # where on the figure the lens looks


_SPINES = {
    "standing": _Spine(bend=8, tilt=-4, buckle=-5.0, disc=4.0, spot=(276, 202)),
    "leaning": _Spine(bend=-4, tilt=24, buckle=-8.0, disc=5.0, spot=(207, 204)),
}


def posture(kind: str) -> Drawing:
    """Take a kind of `KINDS`; give its drawing. An unknown kind raises ValueError."""
    if kind not in KINDS:
        raise ValueError(f"unknown posture {kind!r}; known: {', '.join(KINDS)}")
    spine = _SPINES[kind]
    marks = _marks(kind, spine)
    x, y = spine.spot
    spot = "".join(
        f'<circle class="{c}" cx="{x}" cy="{y}" r="{_SPOT_R}"/>' for c in ("halo", "l o")
    )
    # The lens lines pass behind the figure, so that they never cut through an arm.
    body = _beam(spine) + _person(kind) + spot + _lens(spine)
    return Drawing(body, marks, _WIDTH, _HEIGHT)


def _marks(kind: str, spine: _Spine) -> tuple[Label, ...]:
    """Take the posture; give its numbered labels from top to bottom."""
    found = [
        Label("canal", (17, 62), _at(spine, -0.5, (spine.buckle + spine.disc) / 2 + 0.5, 0)),
        Label("ligamentum_flavum", (17, 122), _at(spine, 0.5, spine.buckle - 7, 0)),
        Label("nerves", (17, 182), _at(spine, 1.0, -4, 2)),
    ]
    if kind == "leaning":
        found.append(Label("cart", (383, 268), (342, 250)))
    return tuple(found)


def _at(spine: _Spine, level: float, x: float, y: float) -> Point:
    """Take a place beside the vertebra at `level` (0 is the middle one); give page units."""
    turn = radians(spine.bend * level)
    radius = _STEP / radians(spine.bend)
    px = (radius + x) * cos(turn) - y * sin(turn) - radius
    py = (radius + x) * sin(turn) + y * cos(turn)
    lean = radians(spine.tilt)
    return (
        _LENS[0] + _MAGNIFY * (px * cos(lean) - py * sin(lean)),
        _LENS[1] + _MAGNIFY * (px * sin(lean) + py * cos(lean)),
    )


_BODY = outline(
    "13 -17 22 -14 42 -14 52 -17 55 -17 56 -14 55 -12 52 -4 52 4 55 12"
    " 56 15 55 17 52 17 42 14 22 14 13 17 10 17 9 15 10 12 12 4 12 -4 10 -12"
    " 9 -15 10 -17 13 -17"
)
_BACK_ARCH = outline(
    "-17 -12 -14 -14 -12 -10 -13 -6 -14 0 -15 6 -17 11 -19 16 -24 15 -27 13"
    " -38 19 -52 26 -66 27 -74 27 -76 16 -68 13 -54 9 -41 4 -29 -2"
    " -23 -6 -21 -8 -17 -12"
)
_LEVELS = (-2, -1, 0, 1, 2)


def _lens(spine: _Spine) -> str:
    """Take how the spine is held; give the magnified piece of spine in its ring."""
    x, y = _LENS
    ring = f'cx="{x}" cy="{y}" r="{_LENS_R}"'
    clip = f'<clipPath id="lens"><circle {ring}/></clipPath>'
    rear = (*(_at(spine, i, -17, 0) for i in (-2, -1, 0, 1, 2)), (x - 99, y + 99), (x - 99, y - 99))
    inner = shape("M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in rear) + "Z", "muscle")
    inner += "".join(_disc(spine, i + 0.5) for i in _LEVELS[:-1]) + _nerves(spine)
    inner += "".join(_ligament(spine, i) for i in _LEVELS[:-1])
    for i in _LEVELS:
        for edge in (_BODY, _BACK_ARCH):
            here = tuple(_at(spine, i, x, y) for x, y in edge)
            inner += inked(path(here) + "Z", "bone")
    inner += _gauge(spine)
    return (
        f'{clip}<circle class="fat" {ring}/>'
        f'<g clip-path="url(#lens)">{inner}</g><circle class="l o" {ring}/>'
    )


def _beam(spine: _Spine) -> str:
    """Take how the spine is held; give the two lines from the lens to its spot on the figure."""
    (x1, y1), (x2, y2) = _LENS, spine.spot
    away = hypot(x2 - x1, y2 - y1)
    ux, uy = (x2 - x1) / away, (y2 - y1) / away
    lean = (_LENS_R - _SPOT_R) / away
    side = (1 - lean * lean) ** 0.5
    lines = ""
    for way in (1, -1):
        nx, ny = ux * lean - way * uy * side, uy * lean + way * ux * side
        lines += f"M{x1 + nx * _LENS_R:.1f} {y1 + ny * _LENS_R:.1f}"
        lines += f"L{x2 + nx * _SPOT_R:.1f} {y2 + ny * _SPOT_R:.1f}"
    return shape(lines, "f s-ink")


def _disc(spine: _Spine, level: float) -> str:
    """Take a half level; give the disc there, wedge-shaped by the bend of the spine."""
    top = [_at(spine, level - 0.5, x, y) for x, y in ((12, 15), (32, 12), (54, 15))]
    low = [_at(spine, level + 0.5, x, -y) for x, y in ((54, 15), (32, 12), (12, 15))]
    points = [*top, _at(spine, level, 57, 0), *low, _at(spine, level, spine.disc, 0), top[0]]
    return inked(path(smooth(points)) + "Z", "disc")


def _nerves(spine: _Spine) -> str:
    """Take how the spine is held; give the nerve sac and the nerves running down in it."""
    back: list[Point] = []
    front: list[Point] = []
    for half in range(-5, 6):
        at_disc = half % 2 != 0
        back.append(_at(spine, half / 2, spine.buckle + 1 if at_disc else -10, 0))
        front.append(_at(spine, half / 2, spine.disc - 1 if at_disc else 9, 0))
    there, again = smooth(back), smooth(front[::-1])
    sac = path(there) + path(again).replace("M", "L", 1) + "Z"
    lines = (blend(tuple(back), tuple(front), k) for k in (0.25, 0.5, 0.75))
    strands = "".join(shape(path(smooth(line)), "cord") for line in lines)
    return inked(sac, "sac") + strands


def _gauge(spine: _Spine) -> str:
    """Take how the spine is held; give two ticks on the walls of the canal where it is tight."""
    ticks = ""
    for x in (spine.buckle - 0.5, spine.disc + 0.5):
        a, b = _at(spine, -0.5, x, -6), _at(spine, -0.5, x, 6)
        ticks += f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}"
    return shape(ticks, "halo") + shape(ticks, "l o")


def _ligament(spine: _Spine, level: int) -> str:
    """Take a level; give the ligament from its arch to the next, buckled into the canal or not."""
    front = ((0, -15, 8), (0.5, spine.buckle, 0), (1, -13, -9))
    rear = ((1, -19, -8), (0.5, -20, 0), (0, -22, 12), (0, -15, 8))
    points = [_at(spine, level + down, x, y) for down, x, y in (*front, *rear)]
    return inked(path(smooth(points)) + "Z", "ligament")


# The people and the cart, back to front: a fill (or a kind of line) and a path on each row;
# an indented row goes on with the one above.
_STANDING = """
cloth2 M298 386L313 386C318 392 332 393 333 400L304 400Z
cloth2 M284 236C292 280 294 300 294 326C294 350 296 368 298 388L313 388
 C315 362 319 344 319 318C319 290 325 262 324 230Z
hair M279 386L297 386C302 392 318 393 319 400L278 400C276 395 278 390 279 386Z
cloth2 M261 228C258 258 272 288 272 316C272 342 277 366 280 388L297 388
 C299 362 305 344 305 318C305 290 323 262 324 230Z
skin M284 70C286 80 286 86 284 93C290 99 300 99 304 93C303 88 303 82 304 74Z
cloth M285 92C268 97 258 116 258 140C258 162 267 178 268 196C268 210 258 220 258 236
 C276 243 306 243 327 236C331 214 333 192 330 170C328 144 326 122 315 104
 C311 97 306 93 302 92C296 96 290 96 285 92Z
column M285 102C272 112 269 128 270 146C271 164 280 178 281 196C281 209 277 219 273 228
skin M302 224L317 219C322 227 324 238 319 245C315 248 309 246 307 240Z
cloth M288 110C298 106 307 113 308 126C309 146 305 160 306 174C307 192 313 204 317 220
 L302 225C294 208 288 194 287 178C285 158 281 138 282 124C282 118 284 113 288 110Z
"""
_LEANING = """
cloth2 M251 383L268 378C274 385 289 388 290 396L256 400C252 396 251 390 251 383Z
cloth2 M206 240C222 268 232 290 236 316C240 342 246 364 252 384L268 379
 C267 352 265 332 260 310C256 286 254 262 247 236Z
bold M320 211L272 211M281 211L304 312L308 374L356 374M304 312L356 374
bold M308 374L312 384M356 374L350 384
bore M286 230L368 238L357 300L300 300Z
thin M306 232L316 300M327 234L330 300M348 236L344 300M291 253L364 259M296 277L361 280
tool M303 391A9 9 0 1 0 321 391A9 9 0 1 0 303 391Z
tool M341 391A9 9 0 1 0 359 391A9 9 0 1 0 341 391Z
hair M202 386L221 386C226 392 242 393 243 400L201 400C199 395 201 390 202 386Z
cloth2 M186 228C183 258 201 290 202 316C203 342 202 364 203 387L221 387
 C226 362 235 344 237 318C239 290 248 262 248 234Z
skin M258 113C266 108 270 104 272 96L292 110C288 118 287 124 288 132C280 138 264 128 258 113Z
cloth M262 110C238 112 216 134 203 162C193 186 183 204 184 232C200 245 230 248 249 240
 C255 222 271 206 281 184C288 168 293 150 290 138C287 128 274 114 262 110Z
column M262 118C242 124 226 144 216 166C207 188 199 206 200 230
skin M312 193C322 192 331 196 331 202C331 208 322 211 312 209Z
cloth M260 128C271 124 281 133 281 146C281 162 278 174 281 185C290 192 302 192 314 194
 L314 209C298 213 278 213 266 204C256 192 253 170 252 150C251 140 253 131 260 128Z
"""
_HEAD = """
skin M-13 22C-24 8 -22 -16 -8 -24C6 -31 20 -22 21 -8C21 -4 23 0 26 6C26 8 23 8 22 9
 C23 12 21 13 21 15C22 21 18 25 12 25C6 25 2 24 -1 22C-4 24 -9 25 -13 22Z
hair M-13 20C-26 10 -30 -14 -18 -26C-6 -37 16 -34 21 -14C14 -20 8 -18 5 -14
 C2 -10 4 -5 1 -2C-3 -4 -8 -2 -7 4C-6 10 -7 16 -13 20Z
skin M1 0C-4 -3 -8 1 -6 6C-5 10 -1 11 0 7C3 5 3 2 1 0Z
thin M1 0L13 -1M13 -1A4.5 4.5 0 1 0 22 -1A4.5 4.5 0 1 0 13 -1
"""


def _person(kind: str) -> str:
    """Take a kind of posture; give the person, grey-haired and facing right, on the ground."""
    rows = _STANDING if kind == "standing" else _LEANING
    head = "translate(294 52)" if kind == "standing" else "translate(294 84) rotate(14)"
    ground = shape("M176 400.8L372 400.8", "l")
    return f'{ground}{drawn(rows)}<g transform="{head}">{drawn(_HEAD)}</g>'
