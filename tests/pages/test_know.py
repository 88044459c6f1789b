"""Check what you know: kind words and the fact after every answer; no gate, no score."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from app.blocks.visit import know_list
from app.knowledge.catalog import Library
from app.knowledge.know import KnowQuestion
from tests.content.visible import visible
from tests.pages.reader import buttons, calm, html, opened, pressed

CODES = ("trims", "helps", "paid", "numbness", "waiting", "later", "recovery")
LEADS = {
    "right": "That is right.",
    "other": "Not quite.",
    "unsure": "That is fine to say.",
    "choice": "That is one of your choices.",
}


def question(library: Library, code: str) -> KnowQuestion:
    return next(one for one in library.know.question if one.code == code)


def answer(app: AppTest, code: str, chosen: str) -> AppTest:
    return calm(app.radio(key=f"know-{code}").set_value(chosen).run())


def told(app: AppTest) -> list[str]:
    """Return in words all that is said to an answer, top to bottom."""
    pieces = re.findall(r'<div class="told" role="status">(.*)</div>', html(app))
    return [text for piece in pieces if (text := visible(piece))]


def test_nothing_is_chosen_beforehand_and_nothing_is_told():
    app = opened("visit")
    assert [app.radio(key=f"know-{code}").value for code in CODES] == [None] * len(CODES)
    assert told(app) == []
    assert buttons(app, "know-") == []


@pytest.mark.parametrize("code", CODES)
def test_every_answer_is_met_with_its_own_words_the_fact_and_a_way_there(
    code: str, library: Library
):
    app = opened("visit")
    asked = question(library, code)
    fact = visible(library.prose.line(asked.fact).html)
    for one in asked.answer:
        app = answer(app, code, one.code)
        [says] = told(app)
        own = visible(library.prose.line(one.says).html)
        assert says.startswith(f"{LEADS[one.kind]} {own}")
        assert fact in says
        links = [link.proto.label for link in app.get("page_link")]
        assert links.count(asked.see.text) == 1


@pytest.mark.parametrize(
    ("code", "right", "words"),
    [
        ("trims", "ligament", "Nothing is implanted."),
        (
            "helps",
            "not_all",
            "58 of 100 people in the main trial were clearly better in daily life; 42 were not.",
        ),
        ("paid", "maker", "The maker of MILD paid for both."),
        ("numbness", "call_now", "Call 911 now"),
        ("later", "open_surgery", "What MILD trimmed cannot be put back."),
        ("recovery", "weeks", "full results may take 4 to 6 weeks"),
    ],
)
def test_what_a_reader_must_know_is_right(code: str, right: str, words: str, library: Library):
    [one] = question(library, code).right
    assert one.code == right
    [says] = told(answer(opened("visit"), code, right))
    assert words in says


def test_treatment_and_waiting_are_both_right(library: Library):
    assert [one.code for one in question(library, "waiting").right] == ["treatment", "wait"]
    [says] = told(answer(opened("visit"), "waiting", "wait"))
    assert "30 of 100 felt better. The other 70 of 100 were the same, worse, or had" in says


def test_nothing_is_counted_and_no_question_waits_for_another(library: Library):
    app = opened("visit")
    for one in library.know.question:
        app = answer(app, one.code, one.answer[0].code)
    said = " ".join(told(app)).lower()
    assert len(told(app)) == len(CODES)
    assert not re.search(r"score|failed|wrong|correct|\d of 7", said)
    assert dict(app.query_params) == {}
    app = pressed(app, "know-clear")
    assert told(app) == []
    assert {app.radio(key=f"know-{code}").value for code in CODES} == {None}


def test_the_text_edition_gives_each_question_its_right_answer_and_why(library: Library):
    shown = visible(know_list(library))
    for one in library.know.question:
        assert library.prose.line(one.question).text in shown
        assert visible(library.prose.line(one.fact).html) in shown
        for right in one.right:
            assert f"Answer: {library.prose.line(right.label).text}" in shown
    assert shown.count("Answer: ") == sum(len(one.right) for one in library.know.question)
