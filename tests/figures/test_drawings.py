"""The drawings are sound, numbered like their keys, and true where it matters for safety."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from app.domain.drawings import DRAWINGS
from app.figures.cross_section_shapes import outlines
from app.figures.drawings import drawing_of, placed_in
from app.figures.palette import INKS
from app.figures.posture import posture
from app.knowledge.catalog import Library
from tests.figures.geometry import area, contrast, inside, shapes
from tests.figures.scenes import DRAWN, STEPS, WITH_NERVES, bare, nerve_sac, parsed, scene_of

TOOLS = ("tool", "steel", "bore", "glass", "gap", "cut")
CUT_ACROSS = [step.id for step in STEPS if step.scene.drawing == "cross_section"]


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_is_well_formed_and_needs_nothing_from_outside(name: str):
    root, svg = parsed(name), DRAWN[name].svg
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    tags = {one.tag.rpartition("}")[2] for one in root.iter()}
    assert tags <= {"svg", "g", "path", "circle", "text", "clipPath"}  # no style reaches into <use>
    for one in root.iter():
        for key, value in one.attrib.items():
            assert not key.startswith("on"), key
            if key.endswith("href"):
                assert value.startswith("#")
    assert re.findall(r"url\((?!#)|@import|https?://(?!www\.w3\.org/2000/svg)", svg) == []


@pytest.mark.parametrize("name", DRAWN)
def test_what_a_drawing_refers_to_stands_in_it_once(name: str):
    svg = placed_in(DRAWN[name].svg, "here", "name")
    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("here-") for one in ids)
    named = {*re.findall(r"url\(#([^)]+)\)", svg), *re.findall(r'href="#([^"]+)"', svg)}
    assert named - set(ids) == set()


@pytest.mark.parametrize("name", DRAWN)
def test_colours_come_from_the_palette_of_both_themes(name: str):
    svg = DRAWN[name].svg
    assert (
        re.findall(r"#[0-9A-Fa-f]{3,8}\b(?!-)|rgb\(|hsl\(", re.sub(r'(href="|url\()#', "", svg))
        == []
    )
    assert set(re.findall(r"var\(--([a-z0-9-]+)\)", svg)) <= set(INKS)


@pytest.mark.parametrize("step", WITH_NERVES)
def test_no_tool_reaches_into_the_nerve_sac(step: str):
    root = parsed(step)
    sac = nerve_sac(root)
    drawn = [shape for name in TOOLS for shape in shapes(root, name)]
    working = {"tube", "numbing", "contrast_needle", "notch"} & set(scene_of(step).layers)
    assert bool(drawn) == bool(working)
    assert [spot for shape in drawn for spot in shape if inside(spot, sac)] == []
    assert [spot for spot in sac for shape in drawn if inside(spot, shape)] == []


@pytest.mark.parametrize("step", [one for one in CUT_ACROSS if "tube" in scene_of(one).layers])
def test_the_tube_stops_on_the_bone_and_does_not_reach_the_ligament(step: str):
    root = parsed(step)
    ligament, bore = shapes(root, "ligament")[0], shapes(root, "bore")[0]
    assert max(y for _, y in bore) < max(y for _, y in ligament)
    assert [spot for spot in bore if inside(spot, ligament)] == []


def test_the_numbing_needle_stops_at_the_bone():
    root = parsed("P7")
    needle = [spot for name in ("steel", "tool") for shape in shapes(root, name) for spot in shape]
    tip_x, tip_y = max(needle, key=lambda spot: spot[1])
    assert tip_y + 10 < min(y for x, y in nerve_sac(root) if abs(x - tip_x) < 15)
    arches = root.find(".//*[@data-layer='arches']")  # the other bones lie behind the cut
    assert arches is not None
    bones = shapes(arches, "bone")
    assert len(bones) == 5
    assert [spot for spot in needle for shape in bones if inside(spot, shape)] == []
    ligaments = shapes(root, "ligament")
    assert [spot for spot in needle for shape in ligaments if inside(spot, shape)] == []


def test_the_aim_is_a_thinner_ligament_and_a_little_more_room():
    thick, thin = (ElementTree.fromstring(drawing_of(s).svg) for s in (bare(), bare("both_sides")))
    assert area(shapes(thin, "ligament")[0]) < area(shapes(thick, "ligament")[0])
    gain = area(nerve_sac(thin)) / area(nerve_sac(thick))
    assert 1 < gain < 1.25  # scans often show no clear widening: the picture must not promise one


def test_an_unknown_posture_is_refused():
    with pytest.raises(ValueError, match="unknown posture 'x'; known: standing, leaning"):
        posture("x")


@pytest.mark.parametrize("state", ["ligament_thick", "ligament_both_sides"])
def test_a_part_that_can_be_touched_is_a_part_of_the_drawing(state: str, library: Library):
    found = outlines(state)
    assert set(found) <= set(DRAWINGS["cross_section"].parts)
    assert set(found) <= set(library.parts)
    assert all(re.fullmatch(r"[MLCZ\d .-]+", data) for data in found.values())


LINES = {
    "ink", "halo", "accent", "accent-text", "root", "contrast", "trace", "film", "fibre", "ring",
}  # fmt: skip
"""Colours of lines and of what lies on other things; `film` is the dark glass of a screen."""


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("name", sorted(set(INKS) - LINES))
def test_the_line_stands_out_from_every_fill(name: str, theme: int):
    assert contrast(INKS["ink"][theme], INKS[name][theme]) >= 3


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [("contrast", "epidural", 3), ("contrast", "sac", 3), ("root", "sac", 3),
     ("accent", "halo", 4.5), ("accent-text", "accent", 4.5), ("trace", "film", 3)],
)  # fmt: skip
def test_what_matters_stands_out_from_what_it_lies_on(
    front: str, back: str, least: float, theme: int
):
    assert contrast(INKS[front][theme], INKS[back][theme]) >= least
