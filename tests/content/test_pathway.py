"""Each leaf says all that it must, in few words at once, and harms as fully as findings."""

from __future__ import annotations

import re

import pytest

from app.blocks.pathway import node_panel, pathway
from app.figures.pathway_plan import PathwayPlan
from app.knowledge.catalog import Library
from app.knowledge.library import library as shipped
from app.knowledge.nodes import LeafNode
from app.knowledge.passport import OWN
from app.knowledge.reading import words
from tests.content.visible import visible

LEAVES = tuple(n for n in shipped("en").nodes.values() if isinstance(n, LeafNode))
MOST_WORDS = 180
ROW = re.compile(r"\{[a-z0-9_]+\.[^}]*\}")
UNKNOWN = re.compile(
    r"not known|no count|not read|nobody knows|have not collected|no study|no numbers", re.I
)
EACH = pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.id)


def plain(library: Library, texts: list[str]) -> str:
    return " ".join(" ".join(library.prose.line(text).plain) for text in texts)


@EACH
def test_little_stands_before_the_fold(leaf: LeafNode, library: Library):
    panel = node_panel(library, leaf)
    assert panel.count("<details") == 1
    at_once = visible(panel.split("<details")[0])
    assert len(words(at_once)) <= MOST_WORDS
    assert library.words("walk.talk") in at_once


@EACH
def test_a_leaf_says_all_it_must_in_one_place(leaf: LeafNode, library: Library):
    seen = visible(node_panel(library, leaf))
    for name in ("involves", "setting", "recovery", "suits", "not_for", "certainty_reason"):
        assert visible(library.prose.line(getattr(leaf, name)).html) in seen, name
    for name in ("risks", "more_risks", "evidence", "more_evidence", "guidelines", "ask"):
        for text in getattr(leaf, name):
            assert visible(library.prose.line(text).html) in seen, name
    assert library.words(f"options.certainty_{leaf.certainty}") in seen


@EACH
def test_risks_are_counted_or_said_to_be_unknown(leaf: LeafNode, library: Library):
    risks = [*leaf.risks, *leaf.more_risks]
    counted = any(ROW.search(text) for text in risks)
    unknown = UNKNOWN.search(plain(library, risks))
    assert counted or unknown


@EACH
def test_harms_are_told_as_fully_as_findings(leaf: LeafNode, library: Library):
    at_once = (plain(library, leaf.risks), plain(library, leaf.evidence))
    harms, findings = (len(words(text)) for text in at_once)
    assert harms >= 0.8 * findings, "at once more words on findings than on harms"
    assert leaf.AT_ONCE.index("risks") < leaf.AT_ONCE.index("evidence")


@EACH
def test_a_leaf_has_a_source_besides_our_own_view_or_says_that_there_is_none(
    leaf: LeafNode, library: Library
):
    texts = [leaf.involves, leaf.certainty_reason, *leaf.risks, *leaf.evidence, *leaf.guidelines]
    cited = {source for text in texts for source in library.prose.line(text).sources}
    assert cited - {OWN}


def test_the_text_edition_holds_the_outline_and_every_place_open(library: Library):
    page = pathway(library)
    boxes = PathwayPlan(library).boxes
    outline = re.search(r'<nav class="pathway-outline".*?</nav>', page, re.DOTALL)
    assert outline is not None
    named = re.findall(r'<li class="depth-(\d)"><a href="#([^"]+)"', outline[0])
    assert named == [(str(box.depth), node) for node, box in boxes.items()]
    for node in boxes:
        assert page.count(f'id="{node}"') == 1
    assert page.count("<details") == page.count(" open><summary")
