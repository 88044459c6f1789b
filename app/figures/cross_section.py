"""Cross-section of the low back at L4-5 in layers, seen from below.

The patient lies face down: skin is up, the disc is down. Coordinates are quarter-millimetres on a
grid whose x = 0 is the midline, so that the canal (22 mm), the disc (50 mm) and the tube (5.5 mm)
keep their true relation: see `cross_section_shapes`.
"""

from __future__ import annotations

from app.figures.anatomy_parts import bone, both, inked, path, shape, whole
from app.figures.cross_section_shapes import (
    ARCH,
    BLOCK,
    BODY,
    CANAL,
    CORE,
    DISC,
    FACET,
    FIBRES,
    JOINT,
    LOBULES,
    MUSCLE,
    PSOAS,
    SEAM,
    SIDE_NERVE,
    SIDE_ROOTS,
    THINNED,
    UNDER_SKIN,
    contrast,
    ligament,
    nerves,
)
from app.figures.instruments import (
    bandage,
    bone_tool,
    chips,
    hollow,
    ligament_tool,
    notch,
    passes,
    placed,
    tube,
)
from app.figures.sheet import WIDTH, Sheet, Side, Spot

_ZOOM, _DOWN = 1.15, 2.0
PAGE = f"translate({WIDTH / 2:g} {_DOWN:g}) scale({_ZOOM})"
"""From the grid to the page."""

_SPOTS: dict[str, tuple[float, float, Side]] = {
    "skin": (-98, 62, "left"),
    "fat": (-96, 95, "left"),
    "muscle": (-84, 148, "left"),
    "spinous_process": (9, 138, "right"),
    "lamina": (-42, 236, "left"),
    "facet_joint": (-82.5, 256, "left"),
    "ligamentum_flavum": (34, 265, "right"),
    "epidural_fat": (50, 295, "right"),
    "dural_sac": (38, 297, "right"),
    "nerve_roots": (-30, 297.5, "left"),
    "disc": (70, 350, "right"),
    "vertebral_body": (104, 356, "right"),
    "contrast": (3.5, 262.6, "right"),
    "tube": (64.3, 109.3, "right"),
    "notch": (40, 243, "right"),
    "bone_chips": (26.5, 238.5, "right"),
    "bone_tool": (70, 16, "right"),
    "ligament_tool": (70, 16, "right"),
    "passes": (82, 111, "right"),
    "bandage": (76, 50.5, "right"),
}
"""Part -> where to point at it on the grid, and from which side."""

_RIGHT_SIDE_WORK = frozenset({"tube", "notch"})


def _spots(shown: frozenset[str]) -> dict[str, Spot]:
    """Take the chosen layers; give the spots: tissue is named on the side where nobody works."""
    found = dict(_SPOTS)
    turned: tuple[str, ...] = ()
    if "other_tube" in shown:
        turned = (
            "tube",
            "bone_tool",
            "ligament_tool",
            "passes",
            "lamina",
            "facet_joint",
            "dural_sac",
        )
    elif "ligament_one_side" in shown:  # the thinner half is the one to name
        turned = ("dural_sac",)
    elif shown & _RIGHT_SIDE_WORK:
        turned = ("ligamentum_flavum", "dural_sac")
    for part in turned:
        x, y, side = found[part]
        found[part] = (-x, y, "right" if side == "left" else "left")
    return {
        part: Spot(WIDTH / 2 + x * _ZOOM, _DOWN + y * _ZOOM, side)
        for part, (x, y, side) in found.items()
    }


def cross_section(shown: frozenset[str]) -> Sheet:
    """Take the chosen layers, one of the ligament's states among them; give the sheet."""
    state = next((one for one in THINNED if one in shown), "ligament_thick")
    sac, roots = nerves(state)
    dots = "".join(f'<circle class="root" cx="{x:.1f}" cy="{y:.1f}" r="2.9"/>' for x, y in roots)
    layers = {
        **_soft_tissue(),
        **{one: inked(ligament(one), "ligament") for one in THINNED},
        "contrast_one_side": shape(contrast(sac, both_sides=False), "contrast"),
        "contrast_both_sides": shape(contrast(sac, both_sides=True), "contrast"),
        "sac": inked(whole(sac), "sac") + dots,
        "bones": _bones(),
        **_work(),
    }
    defs = f'<clipPath id="cross_section-block"><path d="{BLOCK}"/></clipPath>'
    framed = {name: f'<g transform="{PAGE}">{code}</g>' for name, code in layers.items()}
    return Sheet(framed, _spots(shown), defs)


def _in_block(code: str) -> str:
    return f'<g clip-path="url(#cross_section-block)">{code}</g>'


def _soft_tissue() -> dict[str, str]:
    """Give skin, fat with a few lobules, muscles with the side nerves, bone, disc, epidural fat."""
    under = f"{UNDER_SKIN}L146 400L-146 400Z"
    muscle = (
        inked(MUSCLE, "muscle")
        + shape(FIBRES, "f s-fibre")
        + shape(SEAM, "l")
        + inked(PSOAS, "muscle")
        + inked(SIDE_NERVE, "sac")
        + "".join(f'<circle class="root" cx="{x}" cy="{y}" r="2.9"/>' for x, y in SIDE_ROOTS)
    )
    lobules = both(shape(LOBULES, "f s-lobule"))
    edge = shape(BLOCK, "l o")
    return {
        "skin": shape(BLOCK, "skin") + edge,
        "fat": _in_block(inked(under, "fat") + lobules) + edge,
        "muscle": _in_block(both(muscle)) + edge,
        "vertebral_body": _in_block(inked(whole(BODY), "marrow")),
        "disc": _in_block(_disc()) + edge,
        "epidural_fat": shape(whole(CANAL), "epidural s-lobule"),
    }


def _disc() -> str:
    """Give the disc: outer edge, the rings of the annulus, the soft nucleus."""
    edge = whole(DISC)
    rings = "".join(
        f'<g transform="translate(0 {376 * (1 - k):.1f}) scale({k})">'
        f"{shape(edge, 'nucleus s-ring' if k == CORE else 'f s-ring')}</g>"
        for k in (0.9, 0.8, 0.7, 0.6, CORE)
    )
    return inked(edge, "disc") + rings


def _bones() -> str:
    """Give the joint gaps, the outer halves of the facet joints and the bony arch."""
    gap = path(JOINT)
    facet = bone(path(FACET) + "Z", "cross_section-facet")
    joint = shape(gap, "joint edge") + shape(gap, "joint") + facet
    return both(joint) + bone(whole(ARCH), "cross_section-arch")


def _work() -> dict[str, str]:
    """Give the instruments and what they leave behind, on both sides."""
    return {
        "tube": placed(tube()),
        "other_tube": placed(tube(), other=True),
        "notch": placed(notch()),
        "other_notch": placed(notch(), other=True),
        "chips": placed(chips()),
        "bone_tool": placed(bone_tool()),
        "hollow": placed(hollow()),
        "other_hollow": placed(hollow(), other=True),
        "ligament_tool": placed(ligament_tool()),
        "other_ligament_tool": placed(ligament_tool(), other=True),
        "passes": placed(passes()),
        "bandage": bandage(),
    }
