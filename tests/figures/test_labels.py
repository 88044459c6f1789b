"""Names beside dots cover nothing on the narrowest phone."""

from __future__ import annotations

import pytest

from app.domain.measures import MEASURES, OPEN
from app.figures.labels import Dot, places
from app.figures.recovery_panels import LARGE_PHONE, PHONE_WIDTH, Panel, across
from app.figures.recovery_points import TimeChart, open_surgery, recovery_points
from app.knowledge.catalog import Library

LINE = 16.0
"""From the top of the tallest letter to the foot of the lowest, at 15 pixels."""
WALL_WIDTH = 440.0
"""Width of the plot beside the words of a wall screen, in pixels."""
Box = tuple[float, float, float, float]


def letters(text: str) -> float:
    """Return the width of a bold name at 15 pixels; our own measure, not the app's."""
    return sum(9.7 if letter.isupper() else 4.2 if letter in " ()i,?" else 8.0 for letter in text)


def boxes(one: Panel, width: float = PHONE_WIDTH) -> dict[str, Box]:
    """Return where each dot and each name lies on a phone 320 pixels wide, or elsewhere."""
    found = {}
    for number, point in enumerate(one.points):
        x, y, half = width * across(point.months), one.down(point.value), point.size / 2
        wide, high, reach = max(map(letters, point.name)), LINE * len(point.name), half + 4
        up, down = y - reach - high, y + reach
        left, top = {
            "right": (x + reach, y - high / 2),
            "left": (x - reach - wide, y - high / 2),
            "above": (x - wide / 2, up),
            "below": (x - wide / 2, down),
            "above-right": (x + half, up),
            "below-right": (x + half, down),
            "above-left": (x - half - wide, up),
            "below-left": (x - half - wide, down),
        }[point.place]
        found[f"dot {number}"] = (x - half, y - half, x + half, y + half)
        found[f"name {number}"] = (left, top, left + wide, top + high)
    return found


@pytest.fixture(params=[*MEASURES, *OPEN])
def chart(request: pytest.FixtureRequest, library: Library) -> TimeChart:
    one = request.param
    return open_surgery(library, one) if one in OPEN else recovery_points(library, one)


def covered(a: Box, b: Box) -> tuple[float, float]:
    return min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])


def over_another(found: list[tuple[str, Box]]) -> list[tuple[str, str]]:
    return [
        (first, second)
        for number, (first, a) in enumerate(found)
        for second, b in found[number + 1 :]
        if not (first.startswith("dot") and second.startswith("dot"))
        if min(covered(a, b)) > 2  # letters are not as high as their line
    ]


def test_on_a_phone_no_name_covers_a_dot_or_another_name(chart: TimeChart):
    for one in chart.panels:
        assert over_another(list(boxes(one).items())) == []


@pytest.mark.parametrize("width", [LARGE_PHONE, WALL_WIDTH])
@pytest.mark.parametrize("measure", MEASURES)
def test_no_name_of_the_low_picture_covers_another_thing_on_a_wall_screen_or_a_larger_phone(
    measure: str, width: float, library: Library
):
    for one in recovery_points(library, measure, low=True).panels:
        assert over_another(list(boxes(one, width).items())) == []


def test_on_a_phone_no_name_leaves_the_plot(chart: TimeChart):
    for one in chart.panels:
        names = {name: box for name, box in boxes(one).items() if name.startswith("name")}
        assert not [name for name, box in names.items() if box[0] < -1 or box[2] > PHONE_WIDTH + 6]
        assert not [name for name, box in names.items() if box[1] < 0 or box[3] > one.height]


def test_a_name_goes_where_there_is_room():
    assert places([Dot(50, 50, 5, ("A",))], 240, 200) == ["right"]
    assert places([Dot(230, 50, 5, ("Study",))], 240, 200)[0] in (
        "above-left",
        "below-left",
        "left",
    )
    assert places([Dot(120, 4, 5, ("Study",))], 160, 200)[0].startswith(("below", "left"))


def test_names_make_room_for_each_other():
    crowded = [Dot(50, 50, 5, ("One name",)), Dot(62, 50, 5, ("Other name",))]
    first, second = places(crowded, 240, 200)
    assert first != "right"
    assert second != "left"
    assert first != second


def test_a_name_keeps_clear_of_other_words():
    free, taken = ([], [(56.0, 30.0, 240.0, 70.0)])
    dot = [Dot(50, 50, 5, ("Name",))]
    assert places(dot, 240, 200, free) == ["right"]
    assert places(dot, 240, 200, taken) != ["right"]


def test_a_longer_name_of_two_lines_counts_both():
    dots = [Dot(50, 50, 5, ("A", "second line")), Dot(60, 66, 5, ("B",))]
    assert places(dots, 240, 200)[0] != "right"
