"""The map shows every place, under its branch, and no line or name crosses another name."""

from __future__ import annotations

import itertools
import re

import pytest

from app.figures.pathway_map import TRACKS, picture, style
from app.figures.pathway_plan import BETWEEN, BRANCHES, COLUMNS, Box, PathwayPlan
from app.knowledge.catalog import Library
from app.knowledge.nodes import QuestionNode


@pytest.fixture(scope="module")
def plan(library: Library) -> PathwayPlan:
    return PathwayPlan(library)


def crosses(start: tuple[float, float], end: tuple[float, float], box: Box) -> bool:
    """Return whether a level or upright piece of a line runs through a box, not only along it."""
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    return left < box.right and right > box.left and top < box.bottom and bottom > box.top


def test_every_place_is_on_the_map_once_under_its_branch(plan: PathwayPlan, library: Library):
    assert set(plan.boxes) == set(library.nodes)
    for box in plan.boxes.values():
        assert box.column in COLUMNS[library.nodes[box.node].branch]
    places = [(box.column, box.row) for box in plan.boxes.values()]
    assert len(set(places)) == len(places)


def test_reading_order_is_the_gate_then_branch_by_branch(plan: PathwayPlan, library: Library):
    branches = [library.nodes[node].branch for node in plan.boxes]
    assert [branch for branch, _ in itertools.groupby(branches)] == list(BRANCHES)
    for column in (column for columns in COLUMNS.values() for column in columns):
        rows = [box.row for box in plan.boxes.values() if box.column == column]
        assert rows == list(range(len(rows)))


def test_answers_stand_set_in_below_their_question(plan: PathwayPlan, library: Library):
    for box in plan.boxes.values():
        above = [
            one for one in plan.boxes.values()
            if one.column == box.column and one.row < box.row and one.depth < box.depth
        ]  # fmt: skip
        if box.depth:
            question = library.nodes[above[-1].node]
            assert isinstance(question, QuestionNode)
            assert box.node in library.graph[question.id]
            assert above[-1].depth == box.depth - 1


def test_no_two_places_touch(plan: PathwayPlan):
    for one, other in itertools.combinations(plan.boxes.values(), 2):
        apart_across = one.right <= other.left or other.right <= one.left
        apart_down = one.bottom + BETWEEN / 2 <= other.top or other.bottom + BETWEEN / 2 <= one.top
        assert apart_across or apart_down, (one, other)
    assert all(box.left >= 0 and box.right <= 100 for box in plan.boxes.values())
    assert all(box.top >= 0 and box.bottom < plan.height for box in plan.boxes.values())


@pytest.mark.parametrize("track", TRACKS)
def test_no_line_between_any_two_places_that_lead_on_crosses_a_third(
    track: float, plan: PathwayPlan, library: Library
):
    for here, followers in library.graph.items():
        for there in followers:
            line = plan.line(here, there, track)
            for start, end in itertools.pairwise(line):
                assert start[0] == end[0] or start[1] == end[1], "a slanting line"
                assert all(0 <= x <= 100 for x, _ in (start, end)), (here, there)
                hit = [box.node for box in plan.boxes.values() if crosses(start, end, box)]
                assert hit == [], (here, there)


def test_a_line_begins_and_ends_at_its_places(plan: PathwayPlan, library: Library):
    for here, followers in library.graph.items():
        for there in followers:
            line = plan.line(here, there)
            for (x, y), node in ((line[0], here), (line[-1], there)):
                box = plan.boxes[node]
                on_side = x in (box.left, box.right) and box.top <= y <= box.bottom
                on_edge = y in (box.top, box.bottom) and box.left <= x <= box.right
                assert on_side or on_edge, (here, there)


def test_the_way_taken_is_lit_and_what_can_follow_is_dashed(plan: PathwayPlan, library: Library):
    drawn = picture(plan, ("N0", "N1", "N2", "N3"))
    taken = re.search(r'class="taken" d="([^"]+)"', drawn)
    assert taken is not None
    assert taken[1].count("M") == 3
    dashed = set(re.findall(r"\.place-(\S+) a", drawn))
    assert dashed == set(library.graph["N3"])
    assert 'class="next"' in drawn


def test_from_a_stop_nothing_follows(plan: PathwayPlan):
    drawn = picture(plan, ("N0", "N0-Y"))
    assert "next" not in drawn
    assert "<style>" not in drawn


def test_the_rest_stays_visible(plan: PathwayPlan):
    for trail in (("N0",), ("N0", "N1", "N2", "N2-A", "N6", "L9")):
        tree = re.search(r'class="tree" d="([^"]+)"', picture(plan, trail))
        assert tree is not None
        assert tree[1].count("M") + len(trail) > len(plan.ways) - 12


def test_every_depth_has_its_style_rule(plan: PathwayPlan, library: Library):
    rules = style(library)
    for box in plan.boxes.values():
        if box.depth:
            rule = rf"\.place-{box.node}[,{{][^}}]*--depth:{box.depth}\}}"
            assert re.search(rule, rules), box.node
