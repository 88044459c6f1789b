"""A page gives answers back to a new server: all of them, and nothing that is no answer."""

from __future__ import annotations

import datetime

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.address import PATHS
from app.knowledge.catalog import Library
from app.ui.answers import checks
from app.ui.keys import CHECKED, TRAIL
from tests.pages.reader import opened

CONTROLS = ("radio", "checkbox", "text_area", "date_input", "button_group")
OF_A_VIEW = {"measure-choice"}
"""Controls that the address holds, or that stand for no answer."""


def _keys(app: AppTest) -> set[str]:
    found = {one.key for kind in CONTROLS for one in app.get(kind) if one.key}
    return {key for key in found if not key.startswith("results-")} - OF_A_VIEW


@pytest.mark.parametrize("view", ["patient", "clinic"])
@pytest.mark.parametrize("page", list(PATHS))
def test_every_question_is_among_the_answers_that_a_page_gives_back(
    library: Library, page: str, view: str
):
    assert _keys(opened(page, view=view)) <= set(checks(library))


def test_the_questions_are_found_at_all():
    keys = _keys(opened("visit"))
    assert {"matters-own", "ask-own-1", "ready-sure", "take-options", "ask-Q1"} <= keys


@pytest.mark.parametrize(
    ("key", "given", "taken"),
    [
        ("matters-walk_farther", "a_lot", "a_lot"),
        ("matters-walk_farther", "more", None),
        ("matters-walk_farther", ["a_lot"], None),
        ("matters-own", "a" * 500, "a" * 200),
        ("matters-own", "", None),
        ("matters-own", 7, None),
        ("ask-Q1", True, True),
        ("ask-Q1", "yes", None),
        ("ask-own-10", "what?", "what?"),
        ("take-options", ["mild", "nothing-of-ours", "mild"], ["mild"]),
        ("take-options", "mild", None),
        ("take-options", {"mild": 1}, None),
        ("plan-follow-up", "2027-01-31", datetime.date(2027, 1, 31)),
        ("plan-follow-up", "soon", None),
        ("plan-sedation", "deeper", "deeper"),
        (TRAIL, ["N0", "N1", "N2"], ("N0", "N1", "N2")),
        (TRAIL, ["N1", "N2"], None),
        (TRAIL, ["N0", "N2"], None),
        (TRAIL, ["N0", "nowhere"], None),
        (TRAIL, [], None),
        (CHECKED, True, True),
        (CHECKED, 1, None),
    ],
)
def test_only_what_a_control_could_have_given_is_taken_back(
    library: Library, key: str, given: object, taken: object
):
    assert checks(library)[key](given) == taken


def _take_back(given: object) -> AppTest:
    def script(given: object) -> None:
        import streamlit as st  # noqa: PLC0415 - the function is the whole of a script

        from app.knowledge.library import library  # noqa: PLC0415
        from app.ui.answers import held, take_back  # noqa: PLC0415

        take_back(library("en"), given)
        st.json(held(library("en")))

    app = AppTest.from_function(script, args=(given,), default_timeout=30)
    app.session_state["ready-sure"] = "yes"
    app.run()
    assert not app.exception
    return app


def test_an_answer_given_meanwhile_is_not_undone():
    app = _take_back({"ready-sure": "no", "ready-know": "no", "plan-follow-up": "2027-01-31"})
    assert app.session_state["ready-sure"] == "yes"
    assert app.session_state["ready-know"] == "no"
    assert '"plan-follow-up":"2027-01-31"' in app.json[0].value.replace(" ", "")


@pytest.mark.parametrize(
    "given", [None, [], "x", 7, {"site": "x"}, {"walk-trail": {"a": 1}}, {"served-as": "x"}]
)
def test_anything_else_that_comes_back_is_dropped(given: object):
    app = _take_back(given)
    assert app.json[0].value.replace(" ", "") == '{"ready-sure":"yes"}'
