"""The guide to the studied pattern on its page: gate first, every answer, the reading, clear."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.fit import gate
from app.knowledge.catalog import Library
from app.knowledge.library import library as shipped
from app.web.shell import text_edition
from tests.content.visible import visible
from tests.pages.reader import calm, opened, pressed

RULES = shipped("en").fit_rules
GATE = gate(RULES)
OTHERS = tuple(code for code in RULES if code != GATE)
HEADINGS = {
    "match": "Like the people in the studies",
    "test": "Needs a test or a talk first",
    "talk": "Needs a test or a talk first",
    "disagree": "Here sources disagree",
}
VERDICT = "This is something to talk about with your doctor. It is not a verdict."


def asked(app: AppTest) -> list[str]:
    """Return the questions that are on the page."""
    return [one.key.removeprefix("fit-") for one in app.radio if one.key.startswith("fit-")]


def answered(app: AppTest, **answers: str) -> AppTest:
    """Return the app after answers, one after the other."""
    for code, answer in answers.items():
        app.radio(key=f"fit-{code}").set_value(answer)
        calm(app.run())
    return app


def reading(app: AppTest) -> str:
    """Return the words of what the answers say, empty where nothing is said."""
    drawn = [one.proto.body for one in app.get("html")]
    return visible("".join(one for one in drawn if 'class="fit-' in one))


def plain(library: Library, text: str) -> list[str]:
    return [" ".join(part.split()) for part in library.prose.block(text).plain]


@pytest.fixture
def begun() -> AppTest:
    """The page with the gate passed."""
    return answered(opened("options"), **{GATE: "no"})


def test_the_gate_stands_alone_with_nothing_chosen(library: Library):
    app = opened("options")
    assert asked(app) == [GATE]
    assert app.radio(key=f"fit-{GATE}").value is None
    assert reading(app) == ""
    shown = visible("".join(one.proto.body for one in app.get("html")))
    for question in library.fit.question[1:]:
        assert question.question not in shown
    assert "kept only for this visit" in shown
    assert [one.key for one in app.button if one.key == "fit-clear"] == []


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_a_sign_of_an_emergency_or_doubt_stops_the_guide(answer: str):
    app = answered(opened("options"), **{GATE: answer})
    assert asked(app) == [GATE]
    shown = reading(app)
    assert "Stop here. Call 911 or go to the emergency room." in shown
    assert "Leave this guide for now." in shown
    assert not any(heading in shown for heading in HEADINGS.values())


def test_a_stop_later_on_takes_everything_else_away(begun: AppTest):
    app = answered(begun, scan="ligament", health="bleeding")
    assert HEADINGS["match"] in reading(app)
    app = answered(app, **{GATE: "yes"})
    assert asked(app) == [GATE]
    assert not any(heading in reading(app) for heading in HEADINGS.values())


def test_after_no_every_question_is_there_in_order_and_open(begun: AppTest):
    assert asked(begun) == [GATE, *OTHERS]
    assert [begun.radio(key=f"fit-{code}").value for code in OTHERS] == [None] * len(OTHERS)
    assert "You have answered 0 of 9 questions." in reading(begun)
    assert VERDICT not in reading(begun)


@pytest.mark.parametrize(
    ("code", "answer"), [(code, answer) for code in OTHERS for answer in RULES[code]]
)
def test_each_answer_gives_its_reading_and_what_to_ask(
    code: str, answer: str, begun: AppTest, library: Library
):
    app = answered(begun, **{code: answer})
    shown = reading(app)
    kinds = {one.kind for one in RULES[code][answer]}
    wanted = {HEADINGS[kind] for kind in kinds}
    assert {heading for heading in HEADINGS.values() if heading in shown} == wanted
    for one in RULES[code][answer]:
        for text in (one.text, *one.ask):
            assert [part for part in plain(library, text) if part not in shown] == []
    assert "You have answered 1 of 9 questions." in shown
    assert "The maker of MILD paid for the two main trials," in shown
    assert "your own result cannot be predicted" in shown
    assert VERDICT in shown


def test_not_sure_everywhere_gives_things_to_do_and_to_ask_and_no_match(begun: AppTest):
    shown = reading(answered(begun, **dict.fromkeys(OTHERS, "not_sure")))
    assert "You have answered 9 of 9 questions." in shown
    assert HEADINGS["match"] not in shown
    assert HEADINGS["test"] in shown
    assert "Ask your doctor" in shown
    assert "Could poor circulation, a hip problem, or a nerve illness" in shown
    assert VERDICT in shown


def test_a_changed_answer_changes_the_reading(begun: AppTest):
    app = answered(begun, slip="slipped")
    assert "A slipped bone." in reading(app)
    app = answered(app, slip="not_sure")
    assert "A slipped bone." not in reading(app)
    assert "X-rays taken as you bend can show it." in reading(app)


def test_clear_forgets_every_answer(begun: AppTest):
    app = pressed(answered(begun, scan="sides", earlier="never"), "fit-clear")
    assert asked(app) == [GATE]
    assert app.radio(key=f"fit-{GATE}").value is None
    app = answered(app, **{GATE: "no"})
    assert [app.radio(key=f"fit-{code}").value for code in OTHERS] == [None] * len(OTHERS)


def test_no_answer_is_in_the_address(begun: AppTest):
    app = answered(begun, **{code: next(iter(RULES[code])) for code in OTHERS})
    assert dict(app.query_params) == {}


def test_the_text_edition_has_every_question_answer_and_reading(library: Library):
    shown = visible(text_edition("options", "en"))
    for question in library.fit.question:
        assert question.question in shown
        for answer in question.answer:
            for text in (answer.label, *(one.text for one in answer.reading)):
                assert [part for part in plain(library, text) if part not in shown] == []
