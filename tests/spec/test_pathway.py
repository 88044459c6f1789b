"""The decision pathway, branch by branch, as the clinical rules state it."""

from __future__ import annotations

import re

import pytest

from app.domain.pathway import reachable, shortest_trail
from app.knowledge.catalog import START_NODE, Library
from app.knowledge.nodes import LeafNode, QuestionNode, StageNode, StopNode

EMERGENCY, SAME_DAY = "N0-Y", "N0-S"
ANSWERS = (
    # where, what the reader answers, where it leads
    ("N0", r"Yes.*emergency", EMERGENCY),
    ("N0", r"Yes.*call about today", SAME_DAY),
    ("N0", r"No, none", "N1"),
    ("N0", r"not sure", SAME_DAY),
    ("N1", r"Less than three days", "N1-A"),
    ("N1", r"Three days to two weeks", "N1-B"),
    ("N1", r"Two to six weeks", "N1-C"),
    ("N1", r"Six to twelve weeks", "N2"),
    ("N1", r"More than three months", "N2"),
    ("N2", r"same as before", "N2-A"),
    ("N2", r"Better", "N2-B1"),
    ("N2", r"wore off", "N2-C"),
    ("N2", r"new or different pain", "N2-D"),
    ("N2", r"wound.*fever.*headache.*leak", "N0"),
    ("N2-B1", r"Yes", "N2-B1-Y"),
    ("N2-B1", r"No", "N2-B1-N"),
    ("N3", r"Leg or buttock.*Sitting or bending", "N4-1"),
    ("N3", r"Calf.*standing still", "N4-2"),
    ("N3", r"one strip of skin", "N4-3"),
    ("N3", r"Back pain much more than leg", "N4-4"),
    ("N3", r"Groin.*hip", "N4-5"),
    ("N3", r"one buttock, below the belt", "N4-6"),
    ("N3", r"numb feet on both sides", "N4-7"),
    ("N3", r"None of these", "N4-8"),
    ("N5", r"level that was treated", "N5-a"),
    ("N5", r"level that was not treated", "N5-b"),
    ("N5", r"slip", "N5-c"),
    ("N5", r"side openings", "N4-3"),
    ("N5", r"Not tight", "N3"),
    ("N5", r"Fluid or blood", "N5-f"),
)
ONWARD = (
    # stage, where it leads on
    ("N1-A", {"N0", "N1-B"}),
    ("N1-B", {"N0", "N1-C"}),
    ("N1-C", {"N0", "N2"}),
    ("N2-A", {"N3"}),
    ("N2-B1-Y", {"L1"}),
    ("N2-B1-N", {"L2", "N3"}),
    ("N2-C", {"N3", "N4-1"}),
    ("N2-D", {"N0", "N3"}),
    ("N4-1", {"E1", "E2", "E4", "N5"}),
    ("N4-2", {"E6", "L13"}),
    ("N4-3", {"E2", "E9", "L3", "L4", "L9"}),
    ("N4-4", {"E4", "E9", "L2", "L5", "L10"}),
    ("N4-5", {"E7", "L13"}),
    ("N4-6", {"E8", "L13"}),
    ("N4-7", {"E5", "L13", "L6"}),
    ("N4-8", {"L2", "L6", "L11", "L12"}),
    ("N5-a", {"L2", "L3", "L8", "L9"}),
    ("N5-b", {"L7", "L8", "L9"}),
    ("N5-c", {"L9", "L10"}),
    ("N5-f", {"N0", "E10"}),
    ("N6", {"N6-1", "N0"}),
    ("N6-1", {"N0"}),
)
LEAVES = {f"L{number}" for number in range(1, 14)}
TESTS = {f"E{number}" for number in range(1, 11)}
NOT_THERE = (
    # a stage, and an option that the rules do not offer for it
    ("N4-2", "L9"), ("N4-5", "L9"), ("N4-6", "L9"), ("N4-7", "L9"), ("N5-b", "L10"),
    ("N5-a", "L10"), ("N5-a", "L7"), ("N4-8", "L9"), ("N4-8", "L10"),
)  # fmt: skip


@pytest.mark.parametrize(("where", "answer", "there"), ANSWERS, ids=str)
def test_each_answer_leads_where_the_rules_say(
    where: str, answer: str, there: str, library: Library
):
    node = library.nodes[where]
    assert isinstance(node, QuestionNode)
    led = [one.to for one in node.answers if re.match(f".*{answer}", one.label)]
    assert there in led
    assert set(led) == {there}


@pytest.mark.parametrize(("stage", "ways"), ONWARD, ids=[stage for stage, _ in ONWARD])
def test_each_stage_offers_what_the_rules_name(stage: str, ways: set[str], library: Library):
    assert ways <= set(library.graph[stage])


@pytest.mark.parametrize(("stage", "option"), NOT_THERE)
def test_no_stage_offers_what_does_not_fit_it(stage: str, option: str, library: Library):
    assert option not in library.graph[stage]


def test_every_answer_of_a_question_has_its_row_or_is_a_way_out_for_the_unsure(library: Library):
    rows = {(where, there) for where, _, there in ANSWERS}
    extra = [
        (node.id, answer.label)
        for node in library.nodes.values()
        if isinstance(node, QuestionNode)
        for answer in node.answers
        if (node.id, answer.to) not in rows
    ]
    assert {label for _, label in extra} <= {"I am not sure"}


def test_the_warning_signs_come_first(library: Library):
    assert START_NODE == "N0"
    assert library.nodes["N0"].branch == "gate"
    ways = {node: shortest_trail(library.graph, "N0", node) for node in library.nodes}
    assert all(way[0] == "N0" for way in ways.values())
    assert set(library.graph["N0"]) == {EMERGENCY, SAME_DAY, "N1"}


def test_a_warning_sign_ends_the_walk(library: Library):
    for stop, urgency in ((EMERGENCY, "emergency"), (SAME_DAY, "same_day")):
        node = library.nodes[stop]
        assert isinstance(node, StopNode)
        assert node.urgency == urgency
        assert library.graph[stop] == ()


def test_every_place_can_be_reached_from_the_warning_signs(library: Library):
    assert reachable(library.graph, START_NODE) == set(library.nodes)


def test_the_leaves_and_the_tests_are_those_of_the_rules(library: Library):
    leaves = {node.id for node in library.nodes.values() if isinstance(node, LeafNode)}
    tests = {node.id for node in library.nodes.values() if node.kind == "test"}
    assert leaves == LEAVES
    assert tests == TESTS


def test_every_stage_of_a_finding_offers_a_way_without_a_procedure(library: Library):
    stages = [
        node
        for node in library.nodes.values()
        if isinstance(node, StageNode) and node.id.startswith(("N4", "N5"))
    ]
    assert len(stages) == 12
    assert [node.id for node in stages if not {"L1", "L11"} & set(node.options)] == []


def test_from_every_stage_one_can_go_back_to_the_warning_signs(library: Library):
    stages = [node.id for node in library.nodes.values() if isinstance(node, StageNode)]
    assert [stage for stage in stages if "N0" not in library.graph[stage]] == []


def test_no_question_leaves_the_unsure_without_an_answer(library: Library):
    questions = [node for node in library.nodes.values() if isinstance(node, QuestionNode)]
    unsure = {node.id for node in questions if any("not sure" in a.label for a in node.answers)}
    assert unsure == {node.id for node in questions}


def test_repeating_mild_says_that_no_result_is_known(library: Library):
    leaf = library.nodes["L7"]
    assert isinstance(leaf, LeafNode)
    text = " ".join(" ".join(library.prose.line(item).plain) for item in leaf.evidence)
    assert re.search(r"\b(no|not|none)\b", text, re.IGNORECASE)
    assert leaf.certainty == "very_low"
