"""The decision pathway, branch by branch, as the clinical rules state it."""

from __future__ import annotations

import re

import pytest

from app.domain.pathway import reachable, shortest_trail
from app.knowledge.catalog import Library
from app.knowledge.nodes import LeafNode, QuestionNode, StageNode, StopNode
from app.knowledge.pathway import START_NODE
from tests.spec.pathway_rules import (
    ANSWERS,
    EMERGENCY,
    GATE,
    LEAVES,
    SAME_DAY,
    STAGES,
    TESTS,
    WITHOUT_A_PROCEDURE,
    AnswerRule,
    StageRule,
)
from tests.spec.rule_sheet import SHEET, rule_sheet


@pytest.mark.parametrize("rule", ANSWERS, ids=lambda rule: rule.answer)
def test_each_answer_leads_where_the_rules_say(rule: AnswerRule, library: Library):
    node = library.nodes[rule.question]
    assert isinstance(node, QuestionNode)
    answer = next(answer for answer in node.answers if answer.id == rule.answer)
    assert (answer.to, answer.returns) == (rule.leads, rule.returns)
    assert answer.unsure == rule.answer.endswith("-U")


def test_every_answer_of_every_question_has_its_rule(library: Library):
    asked = [
        (node.id, answer.id)
        for node in library.nodes.values()
        if isinstance(node, QuestionNode)
        for answer in node.answers
    ]
    assert sorted(asked) == sorted((rule.question, rule.answer) for rule in ANSWERS)


@pytest.mark.parametrize("rule", STAGES, ids=lambda rule: rule.stage)
def test_each_stage_names_what_the_rules_name_and_nothing_that_they_forbid(
    rule: StageRule, library: Library
):
    stage = library.nodes[rule.stage]
    assert isinstance(stage, StageNode)
    assert set(rule.tests) <= set(stage.tests)
    assert set(rule.options) <= set(stage.options)
    assert set(rule.onward) <= {way.to for way in stage.answers}
    assert set(rule.never) & set(stage.options) == set()


def test_every_stage_has_its_rule(library: Library):
    stages = {node.id for node in library.nodes.values() if isinstance(node, StageNode)}
    assert stages == {rule.stage for rule in STAGES}


def test_the_warning_signs_come_first(library: Library):
    assert START_NODE == GATE
    assert library.nodes[GATE].branch == "gate"
    ways = {node: shortest_trail(library.graph, GATE, node) for node in library.nodes}
    assert all(way[0] == GATE for way in ways.values())
    assert set(library.graph[GATE]) == {EMERGENCY, SAME_DAY, "N1"}


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
    assert [node.id for node in stages if not WITHOUT_A_PROCEDURE & set(node.options)] == []


def test_from_every_stage_one_can_go_back_to_the_warning_signs(library: Library):
    stages = [node.id for node in library.nodes.values() if isinstance(node, StageNode)]
    assert [stage for stage in stages if (stage, GATE) not in library.returns] == []


def test_repeating_mild_says_that_no_result_is_known(library: Library):
    leaf = library.nodes["L7"]
    assert isinstance(leaf, LeafNode)
    text = " ".join(" ".join(library.prose.line(item).plain) for item in leaf.evidence)
    assert re.search(r"\b(no|not|none)\b", text, re.IGNORECASE)
    assert leaf.certainty == "very_low"


def test_the_rule_sheet_is_current(library: Library):
    assert SHEET.read_text("utf-8") == rule_sheet(library), "write it anew with: make rules"
