"""Cross-section of the low back at L4-5, one drawing in seven scenes.

In: the name of a scene. Out: a `Drawing` (svg text and the parts its numbers stand for).
The patient lies face down: skin is up, the disc is down.

Coordinates are quarter-millimetres on a grid whose x = 0 is the midline, so that the canal
(22 mm), the disc (50 mm) and the tube (5.5 mm) keep their true relation.
"""

from __future__ import annotations

from app.figures.anatomy_parts import (
    TUBE_FRAME,
    Drawing,
    Label,
    Outline,
    Point,
    bandage,
    blend,
    bone,
    bone_tool,
    both,
    document,
    hollow,
    inked,
    labels,
    ligament_tool,
    notch,
    outline,
    path,
    shape,
    tube,
    whole,
)

__all__ = ["SCENES", "Drawing", "cross_section"]

SCENES: tuple[str, ...] = ("narrow", "aim", "contrast", "opening", "trim", "thin", "closed")

_WIDTH, _HEIGHT = 400, 476
_ZOOM, _DOWN = 1.25, 0.0

# Share of the way from thick to thinned ligament, (right side, left side).
_THINNED: dict[str, tuple[float, float]] = {
    "aim": (1.0, 1.0),
    "thin": (0.45, 0.0),
    "closed": (1.0, 1.0),
}
_CORE = 0.52  # size of the soft nucleus as a share of the disc
_WITH_TUBE = ("opening", "trim", "thin")
_WITH_CONTRAST = ("contrast", *_WITH_TUBE)

# Half outlines, from the midline down the right side. First the bony arch in one piece:
# spinous process, laminae, inner (L4) halves of the facet joints.
_ARCH = outline(
    "0 112 12 112 19 117 18 130 17 146 11 160 11 178 11 198 18 205 32 213"
    " 44 220 50 228 61 228 71 228 86 220 88 234 88 248 73 263 58 276"
    " 53 280 49 276 48 269 38 254 14 237 0 230"
)
# The outer (L5) half of the right facet joint, and the joint gap between the two halves.
_FACET = outline(
    "94 238 93 252 78 268 63 281 57 288 66 297 80 296 94 296 107 288 109 268"
    " 110 250 106 232 99 231 95 231 94 234 94 238"
)
_JOINT = outline("92 232 92 250 76 266 61 278.5")
_DISC = outline("0 306 18 306 40 304 58 310 86 320 101 346 100 376 98 412 60 446 0 446")

_TO_FACET = "0 228 18 236 40 254 52 268 60 274 66 282 65 289 "
_THICK = outline(_TO_FACET + "48 286 36 285 25 279 13 273 6 258 0 249")
_THINNER = outline(_TO_FACET + "49 285 36 278 25 270 13 262 5 254 0 248")

_SAC_FRONT = " 44 293 43 303 33 303.5 20 304 8 303 0 303"
_SAC_TIGHT = outline("0 266 5 266 6 273 11 278 17 285 29 287 37 290" + _SAC_FRONT)
_SAC_EASED = outline("0 262 8 262 12 268 18 273 25 279 33 283 38 288" + _SAC_FRONT)
# How far contrast stands off the back of the sac; the last three points hide under the sac.
_DYE_SHIFT = outline("0 -4.6 1.5 -4.6 3 -4 3.4 -3.2 3 -3.2 1.5 -4 2.5 .5 0 0 0 0 0 -6")
_ROOTS_TIGHT = outline("0 274 6 282 0 290.5 13 289 21 293.5 30 297.5 11 298")
_ROOTS_EASED = outline("0 271 8 278 0 288 16 285 24 290.5 30 297.5 12 296")

# Tissues on the right of the midline that are only scenery: muscle, its seams, nerve at the side.
_MUSCLE = "M3 115C50 108 110 109 176 118L176 297C150 303 122 300 104 292L58 250L8 214Z"
_SEAM = "M58 111C78 150 92 186 98 231"
_FIBRES = (
    "M34 130C44 154 52 178 56 206M26 150C30 166 34 182 38 200M88 128C104 158 114 192 118 224"
    "M112 128C128 160 136 200 137 240M134 262C128 274 122 282 118 288"
)
_PSOAS = "M108 356C112 330 132 314 176 312L176 420L104 420C108 398 108 376 108 356Z"
_LOBULES = (
    "M22 80C30 88 40 88 46 79M60 92C68 100 80 98 85 90M92 77C102 85 112 84 118 76"
    "M112 96C120 103 130 102 136 95"
)
_SIDE_NERVE = (
    "M82 308C82 303 90 301 96 302C103 303 106 307 105 311C104 316 97 317 91 315"
    "C86 314 82 312 82 308Z"
)

# The block of tissue: skin surface on top with the shallow midline furrow, then clipped sides.
_SURFACE = "C-100 55 -50 53 -18 57C-8 59 8 59 18 57C50 53 100 55 131 61"
_BLOCK = f"M-131 61{_SURFACE}L131 366C131 374 126 379 118 379L-118 379C-126 379 -131 374 -131 366Z"
_UNDER_SKIN = "M-131 70C-100 64 -50 62 -18 66C-8 68 8 68 18 66C50 62 100 64 131 70"


def cross_section(scene: str) -> Drawing:
    """Take a scene of `SCENES`; give its drawing. An unknown scene raises ValueError."""
    if scene not in SCENES:
        raise ValueError(f"unknown scene {scene!r}; known: {', '.join(SCENES)}")
    marks = _LABELS[scene]
    body = f'<g transform="translate(200 {_DOWN}) scale({_ZOOM})">{_layers(scene)}</g>'
    svg = document(_WIDTH, _HEIGHT, body + labels(marks))
    return Drawing(svg, tuple(mark.part for mark in marks))


def _layers(scene: str) -> str:
    """Take a scene; give all tissue from the deepest layer up, then the tools."""
    tissue = _soft_tissue() + _canal(scene) + _disc()
    portal = tube() if scene in _WITH_TUBE else ""
    return (
        f'<clipPath id="block"><path d="{_BLOCK}"/></clipPath>'
        f'<g clip-path="url(#block)">{tissue}</g>'
        f"{shape(_BLOCK, 'l o')}{portal}{_bones()}{_work(scene)}"
    )


def _soft_tissue() -> str:
    """Give skin, fat with a few lobules, muscles with their seams, and the side nerves."""
    side = (
        inked(_MUSCLE, "muscle")
        + shape(_FIBRES, "f s-fibre")
        + shape(_SEAM, "l")
        + inked(_PSOAS, "muscle")
        + inked(_SIDE_NERVE, "sac")
        + _dots((88, 308), (94.5, 306), (94, 312), (100.5, 309.5))
        + shape(_LOBULES, "f s-lobule")
    )
    under = f"{_UNDER_SKIN}L146 400L-146 400Z"
    return shape(_BLOCK, "skin") + inked(under, "fat") + both("side", side)


def _disc() -> str:
    """Give the disc: outer edge, the rings of the annulus, the soft nucleus."""
    edge = whole(_DISC)
    rings = "".join(
        f'<g transform="translate(0 {376 * (1 - k):.1f}) scale({k})">'
        f"{shape(edge, 'nucleus s-ring' if k == _CORE else 'f s-ring')}</g>"
        for k in (0.9, 0.8, 0.7, 0.6, _CORE)
    )
    return inked(edge, "disc") + rings


def _canal(scene: str) -> str:
    """Take a scene; give ligament, contrast, nerve sac and nerve roots."""
    right, left = _THINNED.get(scene, (0.0, 0.0))
    # The sac gains less than the ligament loses: scans often show no clear widening.
    share = (right + left) / 2 * 0.5
    sac = blend(_SAC_TIGHT, _SAC_EASED, share)
    ligament = whole(blend(_THICK, _THINNER, right), blend(_THICK, _THINNER, left))
    dye = _dye(sac) if scene in _WITH_CONTRAST else ""
    roots = blend(_ROOTS_TIGHT, _ROOTS_EASED, share)
    roots += tuple((-x, y) for x, y in roots if x)
    return inked(ligament, "ligament") + dye + inked(whole(sac), "sac") + _dots(*roots)


def _dye(sac: Outline) -> str:
    """Take the outline of the nerve sac; give contrast lying on its outer back surface.

    The shape is the back of the outline moved outwards, tapering to nothing at the sides; the
    sac is painted over it, so that nothing can show inside.
    """
    back = (*sac[:7], (20.0, 298.0), (10.0, 300.0), (0.0, 306.0))
    moved = tuple((x + a, y + b) for (x, y), (a, b) in zip(back, _DYE_SHIFT, strict=True))
    return shape(whole(moved), "contrast")


def _dots(*spots: Point) -> str:
    """Take places; give a nerve root, cut across, at each."""
    return "".join(f'<circle class="root" cx="{x:.1f}" cy="{y:.1f}" r="2.9"/>' for x, y in spots)


def _bones() -> str:
    """Give the joint gaps, the outer halves of the facet joints and the bony arch."""
    gap = path(_JOINT)
    facet = bone(path(_FACET) + "Z", "facet")
    sides = both("joint", shape(gap, "joint edge") + shape(gap, "joint") + facet)
    return sides + bone(whole(_ARCH), "arch")


def _work(scene: str) -> str:
    """Take a scene; give what is done in it: notch, tool, bandage."""
    if scene == "trim":
        return f"{TUBE_FRAME}{notch()}{bone_tool()}</g>"
    if scene == "thin":
        return f"{TUBE_FRAME}{hollow()}{notch()}{ligament_tool()}</g>"
    if scene == "closed":
        return both("notch", f"{TUBE_FRAME}{notch()}</g>") + bandage()
    return ""


def _at(part: str, seat: Point, spot: Point) -> Label:
    """Take a part, its number seat in page units, its spot on the grid; give the label."""
    return Label(part, seat, (200 + spot[0] * _ZOOM, _DOWN + spot[1] * _ZOOM))


_LEFT, _RIGHT = 17.0, 383.0
_SKIN = _at("skin", (_LEFT, 96), (-98, 62))
_LAMINA = _at("lamina", (_LEFT, 226), (-42, 236))
_LIGAMENT = _at("ligamentum_flavum", (_LEFT, 292), (-34, 265))
_SAC_LEFT = _at("dural_sac", (_LEFT, 366), (-40.8, 297))
_SAC = _at("dural_sac", (_RIGHT, 350), (40.8, 297))
_TUBE = _at("tube", (_RIGHT, 150), (64.3, 109.3))
_CONTRAST = _at("contrast", (_RIGHT, 320), (27, 283.5))
_BONE_TOOL = _at("bone_tool", (_RIGHT, 40), (70, 16))
_LIGAMENT_TOOL = _at("ligament_tool", (_RIGHT, 40), (70, 16))

_NARROW = (
    _SKIN,
    _LAMINA,
    _at("facet_joint", (_LEFT, 296), (-82.5, 256)),
    _at("ligamentum_flavum", (_RIGHT, 270), (34, 265)),
    _SAC,
    _at("nerve_roots", (_LEFT, 366), (-30, 297.5)),
    _at("disc", (_RIGHT, 430), (78, 350)),
)
_LABELS: dict[str, tuple[Label, ...]] = {
    "narrow": _NARROW,
    "aim": _NARROW,
    "contrast": (_CONTRAST, _LIGAMENT, _SAC_LEFT),
    "opening": (
        _TUBE,
        _SKIN,
        _at("fat", (_LEFT, 136), (-96, 95)),
        _at("muscle", (_LEFT, 182), (-84, 148)),
        _LAMINA,
        _CONTRAST,
    ),
    "trim": (_BONE_TOOL, _TUBE, _LAMINA, _LIGAMENT, _CONTRAST),
    "thin": (_LIGAMENT_TOOL, _TUBE, _LIGAMENT, _SAC_LEFT, _CONTRAST),
    "closed": (
        _at("bandage", (_RIGHT, 40), (40, 50.5)),
        _at("lamina", (_LEFT, 226), (-36, 236)),
        _LIGAMENT,
        _SAC,
    ),
}
