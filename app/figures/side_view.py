"""Side view of the low back in layers: a cut just beside the midline, the patient face down.

The head is on the left, the skin of the back on top. The needles end where they do in the real
procedure: the numbing needle on the outer face of bone, the contrast needle behind the nerve sac.
In: the layers to show. Out: a `Sheet`.
"""

from __future__ import annotations

from math import cos, radians, sin

from app.figures.anatomy_parts import Point, blend, bone, inked, shape
from app.figures.sheet import Sheet, Spot
from app.figures.side_view_shapes import (
    CANAL_BACK,
    CANAL_FRONT,
    CORES,
    LAMINAE,
    LIGAMENTS,
    REMNANT,
    SAC_BACK,
    SAC_FRONT,
    SPINOUS,
    at,
    between,
    body,
    contrast,
    core,
    disc,
    ring,
    rings,
    trace,
)

_UNDER_SKIN = "M40 118C90 116 130 120 176 121C226 122 290 115 360 103"
_FASCIA = "M40 157C90 157 130 161 176 162C226 163 290 153 360 137"
_BLOCK = (
    "M40 111C90 109 130 113 176 114C226 115 290 108 360 96"
    "L360 404C360 412 355 417 347 417L53 417C45 417 40 412 40 404Z"
)
# What is cut by the block's edge ends just inside its line, so that the line stays whole.
_INNER = (
    "M40.7 111.5C90 109.5 130 113.5 176 114.5C226 115.5 290 108.5 359.3 96.5"
    "L359.3 404C359.3 412 354.6 416.3 347 416.3L53 416.3C45.4 416.3 40.7 412 40.7 404Z"
)


def side_view(shown: frozenset[str]) -> Sheet:
    """Take the chosen layers; give the sheet."""
    cut = {
        **_soft_tissue(),
        **_spine(),
        "contrast": shape(contrast(), "contrast"),
        "sac": _sac(),
        "spinous_processes": "".join(_behind(one) for one in SPINOUS),
    }
    layers = {
        name: f'<g clip-path="url(#side_view-block)">{code}</g>' for name, code in cut.items()
    }
    layers["skin"] = shape(_BLOCK, "skin") + shape(_BLOCK, "l o")
    layers |= {"levels": _levels(), "numbing": _numbing(), "contrast_needle": _contrast_needle()}
    defs = f'<clipPath id="side_view-block"><path d="{_INNER}"/></clipPath>'
    return Sheet(layers, _spots(shown), defs)


def _soft_tissue() -> dict[str, str]:
    """Give skin, fat with a few lobules, and the long muscles with their fibres."""
    low = "L360 440L40 440Z"
    muscle = _FASCIA + "L360 210L280 250L200 272L40 278Z"
    return {
        "fat": inked(_UNDER_SKIN + low, "fat") + shape(_LOBULES, "f s-lobule"),
        "muscle": inked(muscle, "muscle") + shape(_FIBRES, "f s-fibre"),
    }


_LOBULES = (
    "M58 134C66 142 76 142 82 133M104 146C112 154 122 154 128 145M150 135C158 143 168 143 174 134"
    "M206 147C214 155 224 155 230 146M252 131C260 139 270 139 276 130"
    "M304 134C312 142 322 140 328 131M62 396C70 404 80 404 86 395M122 404C130 412 140 412 146 403"
    "M188 396C196 404 206 404 212 395M250 388C258 396 268 396 274 387"
    "M304 360C312 368 322 368 328 359M318 396C326 404 336 404 342 395"
)
_FIBRES = (
    "M62 160C70 184 82 208 98 230M86 160C94 184 104 206 114 224M132 164C142 190 158 214 176 234"
    "M152 164C162 186 170 202 182 222M204 166C216 190 230 208 248 222"
    "M222 165C232 186 244 202 258 214M262 160C272 178 284 192 300 204"
    "M284 156C294 170 306 184 322 190M312 150C322 162 336 174 352 180"
)


def _spine() -> dict[str, str]:
    """Give the bodies, the discs, the canal with its fat, the ligaments and the cut arches."""
    bodies = "".join(bone(trace(body(one)) + "Z", f"side_view-{one}") for one in (3, 4, 5, 6))
    arches = "".join(shape(one, "bone") for one in LAMINAE.values())
    cores = "".join(shape(one, "marrow") for one in CORES)
    lines = shape("".join(LAMINAE.values()), "l")
    return {
        "bodies": bodies + inked(ring(REMNANT), "disc"),
        "discs": "".join(_disc(level) for level in (2.5, 3.5, 4.5, 5.5)),
        "epidural_fat": inked(between(CANAL_BACK, CANAL_FRONT), "epidural"),
        "ligament": "".join(inked(one, "ligament") for one in LIGAMENTS),
        "arches": arches + cores + lines,
    }


def _disc(level: float) -> str:
    """Take the level of a disc; give it with its soft core and the rings before and behind it."""
    edge = trace(disc(level)) + "Z"
    inside = shape(core(level), "nucleus s-ring") + shape(rings(level), "f s-ring")
    return shape(edge, "disc") + inside + shape(edge, "l")


def _sac() -> str:
    """Give the nerve sac and its nerve roots, which sink to the belly side when face down."""
    strands = "".join(
        shape(trace(blend(SAC_BACK, SAC_FRONT, share)), "cord") for share in (0.38, 0.61, 0.84)
    )
    return inked(between(SAC_BACK, SAC_FRONT), "sac") + strands


def _behind(data: str) -> str:
    """Take the outline of what stands behind the cut; give it pale, with the muscle before it."""
    return shape(data, "bone", 'fill-opacity=".28"') + shape(data, "f s-ink", 'opacity=".4"')


def _levels() -> str:
    """Give the names of the vertebrae on their bodies."""
    bodies = {"L3": at(3, 0, -41), "L4": at(4, 0, -41), "L5": at(5, 0, -40), "S1": at(6, 31, -44)}
    return "".join(
        f'<text class="level ink" x="{x:.1f}" y="{y + 7:.1f}" font-size="20" font-weight="700"'
        " font-family=\"Arial,Helvetica,'Liberation Sans',sans-serif\""
        f' text-anchor="middle">{name}</text>'
        for name, (x, y) in bodies.items()
    )


# Where each needle ends, and the degrees that its upper end leans towards the feet.
_NUMBING: tuple[Point, float] = (at(4, 27, 61.5), 14)
_CONTRAST: tuple[Point, float] = (at(5.5, -1, 32.5), 17)
_SOFT = (1, 0.82, 0.64, 0.46, 0.3)  # the numbed tissue fades out towards its edge
_NOSE = "M-3 -144L3 -144L3 -149L11 -153"


def _set(code: str, needle: tuple[Point, float]) -> str:
    """Take an instrument drawn upright with its tip at the origin; give it set in its place."""
    (x, y), lean = needle
    return f'<g transform="translate({x:.1f} {y:.1f}) rotate({lean})">{code}</g>'


def _up(needle: tuple[Point, float], far: float, aside: float = 0) -> Point:
    """Take a needle; give the point so far up from its tip, and so far beside it."""
    (x, y), lean = needle
    turn = radians(lean)
    return x + far * sin(turn) + aside * cos(turn), y - far * cos(turn) + aside * sin(turn)


def _needle(half: float, long: float) -> str:
    """Take half its width, and its length; give a needle with a slanted point."""
    data = f"M{-half} {-long}L{half} {-long}L{half} -5L{-half} 0Z"
    return inked(data, "steel", "f s-ink")


def _numbing() -> str:
    """Give the numbed tissue along the needle from the skin to the bone, needle and syringe."""
    zone = "".join(shape(ring(_numbed(share)), "accent", 'fill-opacity=".1"') for share in _SOFT)
    return f'<g clip-path="url(#side_view-block)">{zone}</g>' + _set(_syringe(), _NUMBING)


def _syringe() -> str:
    """Give the syringe upright, the point of its needle at the origin."""
    barrel = f"{_NOSE}L11 -206L-11 -206L-11 -153L-3 -149Z"
    fluid = f"{_NOSE}L11 -182L-11 -182L-11 -153L-3 -149Z"
    return (
        _needle(1, 136)
        + inked("M-2.4 -194L2.4 -194L2.4 -228L-2.4 -228Z", "steel")
        + shape(barrel, "glass")
        + shape(fluid, "liquid")
        + inked("M-11 -182L11 -182L11 -189L-11 -189Z", "tool")
        + shape("M-11 -161L-5 -161M-11 -168L-5 -168M-11 -175L-5 -175M-11 -197L-5 -197", "f s-ink")
        + shape(barrel, "l")
        + inked("M-3.4 -132L3.4 -132L5 -146L-5 -146Z", "tool")
        + inked("M-18 -206L18 -206L18 -210.5L-18 -210.5Z", "steel")
        + inked("M-11 -228L11 -228L11 -232.5L-11 -232.5Z", "steel")
    )


def _numbed(share: float) -> list[Point]:
    """Take a share of its width; give the outline of the numbed tissue, flat on the bone."""
    wide = ((30, 19), (62, 23), (96, 20), (120, 15))
    left = [_up(_NUMBING, far, -side * share) for far, side in wide]
    right = [_up(_NUMBING, far, side * share) for far, side in reversed(wide)]
    floor = [at(4, 27 + 11 * share, 61), at(4, 27, 61), at(4, 27 - 20 * share, 61 - 7 * share)]
    return [*left, *right, *floor]


def _contrast_needle() -> str:
    """Give the thin needle between the arches of L5 and S1, its point just behind the sac."""
    hub = "M-3 -158L3 -158L5 -170L5 -186L-5 -186L-5 -170Z"
    wing = "M-8 -186L8 -186L8 -190L-8 -190Z"
    return _set(_needle(1.4, 160) + inked(hub, "tool") + inked(wing, "steel"), _CONTRAST)


def _spots(shown: frozenset[str]) -> dict[str, Spot]:
    """Take the chosen layers; give where every part can be pointed at."""
    lamina = at(4, 2, 45) if "numbing" in shown else at(3, 6, 46)
    disc_at = Spot(*at(5.5, 8, -42), "right")
    if "contrast" in shown:  # there its line would push that of the contrast along the contrast
        disc_at = Spot(*at(3.5, 0, -62), "left")
    return {
        "skin": Spot(64, 114, "left"),
        "fat": Spot(64, 140, "left"),
        "muscle": Spot(74, 208, "left"),
        "vertebral_body": Spot(*at(3, -14, -60), "left"),
        "disc": disc_at,
        "epidural_fat": Spot(*at(3.5, -9, 35.5), "left"),
        "contrast": Spot(*at(6, 9, 30), "right"),
        "dural_sac": Spot(*at(3, -18, 26), "left"),
        "nerve_roots": Spot(*at(3, 8, 14.7), "left"),
        "ligamentum_flavum": Spot(*at(4.5, 2, 32), "right"),
        "lamina": Spot(*lamina, "left"),
        "spinous_process": Spot(*at(3, 30, 100), "left"),
        "numbing_needle": Spot(*_up(_NUMBING, 170), "right"),
        "numbed_area": Spot(*_up(_NUMBING, 80, 12), "right"),
        "contrast_needle": Spot(*_up(_CONTRAST, 176), "right"),
    }
