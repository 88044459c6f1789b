"""Contrast follows the course of the procedure, and has color only inside the body."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from app.domain.drawings import DRAWINGS
from app.figures.drawings import drawing_of
from app.figures.palette import INKS
from tests.figures.geometry import Point, area, inside, shapes
from tests.figures.scenes import DRAWN, STEPS, WITH_NERVES, nerve_sac, parsed, scene_of

DYE_LAYERS = {layer for drawing in DRAWINGS.values() for layer in drawing.parts.get("contrast", ())}
A_THREAD = 0.1  # share of the back of the sac that contrast may cover before the work is done
HELD_UP_WITHIN = 30  # page units, 13 mm
CUT_END = 25  # page units at either end of the nerve sac that the edge of the picture cuts


@pytest.mark.parametrize("step", WITH_NERVES)
def test_contrast_lies_outside_the_nerve_sac_and_only_where_the_step_has_it(step: str):
    root = parsed(step)
    dye, sac = shapes(root, "contrast"), nerve_sac(root)
    assert bool(dye) == (not DYE_LAYERS.isdisjoint(scene_of(step).layers))
    assert [spot for shape in dye for spot in shape if inside(spot, sac)] == []


# ---- Contrast from step to step ----


def covered(root: Element) -> float:
    """Return the share of the width of the nerve sac over which contrast lies, across the body."""
    left, right = (pick(x for x, _ in nerve_sac(root)) for pick in (min, max))
    spans = [[x for x, _ in shape] for shape in shapes(root, "contrast")]
    columns = [left + (right - left) * step / 200 for step in range(201)]
    return sum(any(min(xs) <= x <= max(xs) for xs in spans) for x in columns) / len(columns)


def tight_place(root: Element) -> float:
    """Return how far from the left edge the nerve sac is narrowest, seen from the side."""
    sac = nerve_sac(root)
    edges = list(zip(sac, [*sac[1:], sac[0]], strict=True))

    def height(x: float) -> float:
        ys = [a[1] + (x - a[0]) / (b[0] - a[0]) * (b[1] - a[1])
              for a, b in edges if (a[0] > x) != (b[0] > x)]  # fmt: skip
        return max(ys) - min(ys)

    left, right = (round(pick(x for x, _ in sac)) for pick in (min, max))
    return min(range(left + CUT_END, right - CUT_END), key=height)


def wrong_turns(drawn: dict[str, Element]) -> list[str]:
    """Return where contrast does not follow the procedure.

    Args:
        drawn: the drawing of every step that shows the nerve sac, in the order of the steps.

    """
    found, thick, last, before, given = [], 0.0, 0.0, 0.0, False
    for step, root in drawn.items():
        dye, ligaments = shapes(root, "contrast"), shapes(root, "ligament")
        if scene_of(step).drawing == "side_view":
            gaps = [min(x for x, _ in shape) - tight_place(root) for shape in dye]
            given = given or bool(dye)
            found += [f"{step}: past the tight place" for gap in gaps if gap < 0]
            found += [f"{step}: not as far as it" for gap in gaps if gap > HELD_UP_WITHIN]
            continue
        now, size = covered(root), area(ligaments[0])
        thick, last = max(thick, size), last or size
        if dye and not given:
            found.append(f"{step}: before it is given")
        elif size == thick and now > A_THREAD:
            found.append(f"{step}: past a ligament that is still thick")
        elif now < before or (size < last and now <= before + A_THREAD):
            found.append(f"{step}: no more than before")
        before, last = now, size
    return found


def drawings_of_the_sac() -> dict[str, Element]:
    return {step: parsed(step) for step in WITH_NERVES}


def with_layers(step: str, *dye: str) -> Callable[[dict[str, Element]], None]:
    """Return what draws a step anew with these layers of contrast in place of its own."""

    def change(drawn: dict[str, Element]) -> None:
        scene = scene_of(step)
        layers = [*(one for one in scene.layers if one not in DYE_LAYERS), *dye]
        labels = ["dural_sac"]
        other = scene.model_copy(update={"layers": layers, "labels": labels, "look": labels[0]})
        drawn[step] = ElementTree.fromstring(drawing_of(other).svg)

    return change


def moved(far: int) -> Callable[[dict[str, Element]], None]:
    """Return what moves the contrast of the side view so far towards the feet."""

    def change(drawn: dict[str, Element]) -> None:
        dye = drawn["P9"].find(".//*[@data-layer='contrast']")
        assert dye is not None
        dye.set("transform", f"translate({far} 0)")

    return change


def test_contrast_is_held_up_at_the_tight_place_until_the_ligament_is_thinned():
    drawn = drawings_of_the_sac()
    assert wrong_turns(drawn) == []
    share = {step: covered(drawn[step]) for step in ("P10", "P11", "P12", "P13", "P14", "P15")}
    assert share["P10"] == share["P11"] == share["P12"] == 0
    assert 0.4 < share["P13"] <= share["P14"] < share["P15"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (with_layers("P1", "contrast_both_sides"), "P1: before it is given"),
        (moved(-40), "P9: past the tight place"),
        (moved(40), "P9: not as far as it"),
        *((with_layers(step, layer), f"{step}: past a ligament that is still thick")
          for step in ("P10", "P11", "P12")
          for layer in ("contrast_one_side", "contrast_both_sides")),
        (with_layers("P13"), "P13: no more than before"),
        (with_layers("P14"), "P14: no more than before"),
        (with_layers("P15"), "P15: no more than before"),
        (with_layers("P15", "contrast_one_side"), "P15: no more than before"),
    ],
)  # fmt: skip
def test_contrast_out_of_step_is_found(change: Callable[[dict[str, Element]], None], said: str):
    drawn = drawings_of_the_sac()
    change(drawn)
    assert said in wrong_turns(drawn)


# ---- What vessels hold ----

VESSELS = {"dye_bottle", "water", "drip", "numbing_needle"}
FITTINGS = {"glass", "liquid", "bandage", "tool", "steel"}
"""What may be filled inside a vessel: walls, the clear liquid, the paper label, the plunger."""


def parts_of(root: Element) -> list[Element]:
    """Return the layers of a drawing, or all of it where it has none."""
    return root.findall(".//*[@data-layer]") or [root]


def colored(root: Element) -> list[str]:
    """Return what has the color of contrast outside the body and off a vessel's paper label."""
    found = []
    for part in parts_of(root):
        if part.get("data-layer") in DYE_LAYERS:
            continue
        uses = [one for one in part.iter()
                if {"contrast", "s-contrast"} & set(one.get("class", "").split())
                or "--contrast)" in " ".join(one.attrib.values())]  # fmt: skip
        labels = [paper for paper in shapes(part, "bandage") if in_glass(part, paper)]
        on_paper = [dye for dye in shapes(part, "contrast")
                    if any(is_band(dye, paper) for paper in labels)]  # fmt: skip
        found += [str(part.get("data-layer"))] * (len(uses) - len(on_paper))
    return found


def middle(shape: list[Point]) -> Point:
    return sum(x for x, _ in shape) / len(shape), sum(y for _, y in shape) / len(shape)


def in_glass(part: Element, shape: list[Point]) -> bool:
    return any(inside(middle(shape), wall) for wall in shapes(part, "glass"))


def is_band(dye: list[Point], paper: list[Point]) -> bool:
    """Return whether a shape lies on a label and leaves most of it white."""
    return area(dye) < area(paper) / 2 and inside(middle(dye), paper)


def tinted(root: Element) -> set[str]:
    """Return what fills a vessel beside clear liquid, its label and its fittings."""
    return {
        fill
        for part in parts_of(root)
        for fill in INKS.keys() - FITTINGS
        for shape in shapes(part, fill)
        if in_glass(part, shape) and area(shape) > 0 and fill != "contrast"
    }


def held(root: Element) -> int:
    """Return how many vessels hold clear liquid."""
    return sum(
        any(inside(middle(liquid), wall) for liquid in shapes(part, "liquid"))
        for part in parts_of(root)
        for wall in shapes(part, "glass")
    )


@pytest.mark.parametrize("name", DRAWN)
def test_contrast_has_color_only_inside_the_body_and_on_labels(name: str):
    assert colored(parsed(name)) == []


@pytest.mark.parametrize("name", DRAWN)
def test_every_vessel_holds_clear_liquid(name: str):
    root = parsed(name)
    assert tinted(root) == set()
    assert held(root) == sum(len(shapes(part, "glass")) for part in parts_of(root))


WITH_VESSELS = [step.id for step in STEPS if held(parsed(step.id))]


def test_the_vessels_of_the_scenes_are_seen_as_vessels():
    named = {step.id for step in STEPS if not VESSELS.isdisjoint(step.scene.labels)}
    assert {part for step in STEPS for part in step.scene.labels} >= VESSELS
    assert named <= set(WITH_VESSELS)


@pytest.mark.parametrize("name", WITH_VESSELS)
@pytest.mark.parametrize("fill", ["contrast", "ligament", "accent"])
def test_a_colored_liquid_is_found(name: str, fill: str):
    svg = DRAWN[name].svg.replace('class="liquid"', f'class="{fill}"')
    root = ElementTree.fromstring(svg)
    assert colored(root) or tinted(root)
    assert held(root) == 0
