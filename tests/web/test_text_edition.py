"""The text edition holds the words and numbers of the app, and all its links lead somewhere."""

from __future__ import annotations

import base64
import re
from collections import Counter
from functools import cache
from html import unescape
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from app.domain.address import PATHS, SHEETS
from app.figures.results import result_rows
from app.knowledge.catalog import Library
from app.knowledge.nodes import CheckNode, LeafNode, QuestionNode, StageNode
from app.knowledge.pages import Place
from app.web.shell import text_edition
from tests.content.visible import visible


@cache
def words(page: str) -> str:
    return visible(text_edition(page, "en"))


def said(library: Library, text: str) -> list[str]:
    """Return the plain paragraphs of a text, with blanks as the page has them."""
    return [" ".join(plain.split()) for plain in library.prose.block(text).plain]


@pytest.mark.parametrize("page", PATHS)
def test_every_section_stands_there_with_its_whole_prose(page: str, library: Library):
    shown = words(page)
    missing = []
    for section in library.pages[page].sections:
        assert section.title in shown
        for part in section.parts:
            if not isinstance(part, Place):
                missing += [plain for plain in said(library, part) if plain not in shown]
    assert missing == []


@pytest.mark.parametrize("page", PATHS)
def test_the_frame_of_the_page_stands_there_too(page: str, library: Library):
    shown, front = words(page), library.pages[page].front
    for text in (front.title, front.message, *front.key_points, *front.next):
        for plain in said(library, text):
            assert plain in shown
    for needed in ("Get help right away", "Questions? Ask your clinic.", "Key points",
                   "Not reviewed by a clinician yet.", "Next review due",
                   "No one paid for this guide."):  # fmt: skip
        assert needed in shown


def test_every_step_stands_there_with_what_it_says(library: Library):
    shown = words("procedure")
    for step in library.steps:
        for text in (step.title, step.body, step.feel, step.who, *step.varies):
            assert [plain for plain in said(library, text) if plain not in shown] == []
        lines = step.clinic
        for text in (*lines.instruments, *lines.imaging, *lines.evidence, *lines.note):
            assert not all(plain in shown for plain in said(library, text)), step.id


def test_every_option_stands_there_with_the_same_fields(library: Library):
    shown = words("options")
    for option in library.options:
        for text in (option.name, option.sentence, option.involves, option.place, option.living,
                     option.time_to_recover, *option.found, *option.harms, option.paid,
                     option.certainty_reason, option.head_to_head):  # fmt: skip
            assert [plain for plain in said(library, text) if plain not in shown] == []


def test_every_place_of_the_pathway_stands_there_with_its_ways_on(library: Library):
    shown = words("whats-next")
    for node in library.nodes.values():
        texts = [node.question if isinstance(node, QuestionNode) else node.title, node.body]
        if isinstance(node, QuestionNode | StageNode):
            texts += [text for answer in node.answers for text in (answer.label, answer.note)]
        if isinstance(node, LeafNode):
            texts += [node.involves, node.setting, node.recovery, node.suits, node.not_for]
            texts += [*node.risks, *node.evidence, *node.guidelines, *node.ask]
        if isinstance(node, CheckNode):
            texts += [node.what, node.why, *node.caution]
        for text in texts:
            assert [plain for plain in said(library, text) if plain not in shown] == []


def test_every_milestone_risk_and_sign_stands_there(library: Library):
    shown = words("recovery")
    safety = library.safety
    texts = [sign.text for sign in (*safety.emergency, *safety.same_day, *safety.expected)]
    texts += [text for risk in safety.risk for text in (risk.name, risk.shows)]
    for milestone in library.milestones:
        texts += [milestone.when, milestone.activity, milestone.relief, *milestone.not_usual]
        texts += milestone.always.values()
    for text in texts:
        assert [plain for plain in said(library, text) if plain not in shown] == []


def test_every_question_of_a_patient_stands_there_and_none_of_the_clinicians(library: Library):
    shown = words("visit")
    for group in library.questions.group:
        for question in group.question:
            for plain in said(library, question.text):
                assert (plain in shown) == (question.audience == "patient"), question.id


def test_every_result_source_and_gap_stands_there(library: Library):
    shown = words("evidence")
    for row in result_rows(library).to_dict("records"):
        assert row["value"] in shown
    for label in library.evidence.sources["label"]:
        assert " ".join(label.split()) in shown
    for item in library.not_known.item:
        assert [plain for plain in said(library, item.text) if plain not in shown] == []


@pytest.mark.parametrize("page", PATHS)
def test_an_unconfirmed_number_stands_on_no_page_but_the_evidence(page: str, library: Library):
    values = [f"{value:g}" for value in library.evidence.to_confirm["value"] if value % 1]
    found = [v for v in values if re.search(rf"(?<![\d.]){re.escape(v)}(?![\d.])", words(page))]
    assert found == (values if page == "evidence" else [])


@pytest.mark.parametrize("page", PATHS)
def test_every_link_of_a_page_leads_to_something_that_is_there(page: str, library: Library):
    html = text_edition(page, "en")
    ids = set(re.findall(r'\sid="([^"]+)"', html))
    for target in map(unescape, re.findall(r'(?:href|src|popovertarget)="([^"]+)"', html)):
        if target.startswith("#"):
            assert target[1:] in ids, target
        elif target.startswith("/"):
            assert _known(target, library), target
        elif target.startswith("data:image/svg+xml;base64,"):
            ElementTree.fromstring(base64.b64decode(target.partition(",")[2]))
        elif target.startswith("tel:"):
            assert target == f"tel:{library.clinic.emergency_number}"
        elif target.startswith("http"):
            assert target in set(library.evidence.sources["url"]) or "doi.org" in target
        else:
            assert target in ids, target


def _known(target: str, library: Library) -> bool:
    path, _, anchor = target.partition("#")
    path, _, query = path.partition("?")
    if path.startswith("/assets/"):
        return path in ("/assets/app.css", "/assets/favicon.svg")
    if path in SHEETS.values():
        return not query and not anchor
    page = {**{p: n for n, p in PATHS.items()}, "/text": "overview"}.get(path)
    page = page or {f"/text{p}": n for n, p in PATHS.items()}.get(path)
    name, _, value = query.partition("=")
    allowed = {"node": set(library.nodes), "step": {step.id for step in library.steps}, "": {""}}
    sections = {section.id for section in library.pages[page].sections} if page else set()
    return page is not None and value in allowed[name] and (not anchor or anchor in sections)


@pytest.mark.parametrize("page", PATHS)
def test_no_two_things_on_a_page_share_an_anchor(page: str):
    ids = re.findall(r'\sid="([^"]+)"', text_edition(page, "en"))
    assert [one for one, times in Counter(ids).items() if times > 1] == []


@pytest.mark.parametrize("page", PATHS)
def test_headings_step_down_one_level_at_a_time(page: str):
    html = re.sub(r"<div popover id=.*?</section></div>", "", text_edition(page, "en"), flags=re.S)
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels.count(1) == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []
