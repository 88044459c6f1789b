"""The scenes of the steps: their layers, their numbers, their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from app.blocks.pictures import step_picture, two_postures
from app.domain.drawings import DRAWINGS
from app.figures.drawings import SHEETS, drawing_of
from app.figures.posture import KINDS
from app.figures.sheet import HEIGHT, WIDTH, spread
from app.knowledge.catalog import Library
from tests.figures.scenes import DRAWN, STEPS, bare, parsed, scene_of


def layered(drawing: str) -> Iterator[frozenset[str]]:
    """Yield choices of layers that between them show all of a drawing."""
    known = DRAWINGS[drawing]
    either = {layer for group in known.one_of for layer in group}
    always = [layer for layer in known.layers if layer not in either]
    for turn in range(max((len(group) for group in known.one_of), default=1)):
        yield frozenset([*always, *(group[turn % len(group)] for group in known.one_of)])


@pytest.mark.parametrize("name", DRAWN)
def test_every_number_in_a_drawing_stands_for_one_part(name: str):
    parts = DRAWN[name].parts
    assert len(set(parts)) == len(parts) > 0
    numbers = [one.text for one in parsed(name).iter() if "num" in one.get("class", "").split()]
    assert numbers == [str(number) for number in range(1, len(parts) + 1)]


@pytest.mark.parametrize("name", DRAWN)
def test_numbers_lie_inside_the_sheet_and_apart(name: str):
    drawn = DRAWN[name]
    seats = [seat.seat for seat in drawn.seats]
    for number, (x1, y1) in enumerate(seats):
        assert 15 <= x1 <= drawn.width - 15
        assert 15 <= y1 <= drawn.height - 15
        for x2, y2 in seats[number + 1 :]:
            assert (x1 - x2) ** 2 + (y1 - y2) ** 2 >= 40**2


@pytest.mark.parametrize("name", DRAWN)
def test_no_two_lines_to_a_part_cross(name: str):
    lines = [(seat.seat, seat.target) for seat in DRAWN[name].seats]

    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    for number, (a, b) in enumerate(lines):
        for c, d in lines[number + 1 :]:
            across = side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
            assert not across, (a, b, c, d)


@pytest.mark.parametrize("step", [step.id for step in STEPS])
def test_a_scene_shows_its_layers_and_looks_at_one_of_its_parts(step: str):
    scene, spare = scene_of(step), drawing_of(scene_of(step), spare=True)
    shown = re.findall(r'class="layer" data-layer="(\w+)"', spare.svg)
    hidden = re.findall(r'class="layer off" data-layer="(\w+)"', spare.svg)
    assert sorted(shown) == sorted(scene.layers)
    assert sorted([*shown, *hidden]) == sorted(DRAWINGS[scene.drawing].layers)
    assert [seat.part for seat in spare.seats if seat.look] == [scene.look]
    assert spare.svg.count('class="seat look"') == 1


def test_no_two_steps_look_alike():
    pictures = {step.id: DRAWN[step.id].body for step in STEPS}
    assert len(STEPS) == 17
    assert len(set(pictures.values())) == len(STEPS)


@pytest.mark.parametrize("step", [step.id for step in STEPS])
def test_a_scene_is_light_enough_to_come_with_every_change(step: str, library: Library):
    one = next(item for item in library.steps if item.id == step)
    assert len(step_picture(library, one, spare=True).encode()) <= 60_000


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_every_layer_is_drawn_and_every_part_can_be_pointed_at(drawing: str):
    known = DRAWINGS[drawing]
    assert set(SHEETS) == set(DRAWINGS)
    for shown in layered(drawing):
        sheet = SHEETS[drawing](shown)
        assert set(sheet.layers) == set(known.layers)
        assert all(sheet.layers[layer] for layer in shown)
        for part in known.parts:
            spot = sheet.spots[part]
            assert 0 < spot.x < WIDTH
            assert 0 < spot.y < HEIGHT
    assert {layer for layers in known.parts.values() for layer in layers} <= set(known.layers)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"layers": ["bones", "glue"]}, "cross_section has no layer 'glue'; known: skin, fat"),
        ({"labels": ["lamina", "tube"]}, "cross_section does not show 'tube'"),
        ({"labels": ["lamina", "glue"]}, "cross_section does not show 'glue'"),
    ],
)
def test_a_scene_that_cannot_be_drawn_is_refused(change: dict[str, list[str]], message: str):
    with pytest.raises(ValueError, match=message):
        drawing_of(bare().model_copy(update=change))


@pytest.mark.parametrize(
    "wanted", [[200.0], [200.0, 201.0], [30.0, 31.0, 32.0, 33.0], [400.0, 410.0], [100.0, 300.0]]
)
def test_numbers_in_a_column_keep_their_order_and_their_distance(wanted: list[float]):
    found = spread(wanted)
    assert found == sorted(found)
    assert all(b - a >= 47.9 for a, b in pairwise(found))
    assert all(34 <= y <= HEIGHT - 34 for y in found)
    if all(b - a >= 48 for a, b in pairwise(wanted)):
        assert found == wanted


@pytest.mark.parametrize("step", [step.id for step in STEPS])
def test_the_picture_of_a_step_has_words_for_those_who_do_not_see_it(step: str, library: Library):
    one = next(item for item in library.steps if item.id == step)
    markup = step_picture(library, one)
    name = re.search(r'<svg class="drawn" role="img" aria-label="([^"]+)"', markup)
    assert name is not None
    assert one.scene.seen in name[1]
    names = re.findall(r"<b>([^<]+)</b>", markup)
    assert names == [library.parts[part].name for part in one.scene.labels]
    assert "\n" not in markup


def test_the_two_postures_have_words(library: Library):
    markup = two_postures(library)
    assert markup.count('<svg class="drawn" aria-hidden="true"') == 2
    for kind in KINDS:
        assert library.words(f"picture.posture_{kind}") in markup
