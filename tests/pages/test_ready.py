"""Are you ready: four questions, a next step for each "not yet", and no push to go ahead."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from app.blocks.visit import ready_list
from app.knowledge.catalog import Library
from app.knowledge.ready import READY
from tests.content.visible import visible
from tests.pages.reader import buttons, calm, html, opened, pressed
from tests.pages.test_know import told

STEPS = {
    "sure": "Write down what holds you back",
    "know": "Read about two options at a time",
    "values": "Go through the wishes above once more.",
    "support": "Ask someone you trust to come along",
}
ALL_YES = "You can still change your mind"
NOT_YET = "You may need more time or help, and that is fine."


def answer(app: AppTest, code: str, chosen: str) -> AppTest:
    return calm(app.radio(key=f"ready-{code}").set_value(chosen).run())


def ways(app: AppTest) -> set[str]:
    """Return what the links say that belong to a next step."""
    pages = {link.proto.label for link in app.get("page_link")}
    return pages | set(re.findall(r'<a class="see" href="#[a-z]+">([^<]+)</a>', html(app)))


def test_nothing_is_chosen_beforehand_and_nothing_is_told():
    app = opened("visit")
    assert [app.radio(key=f"ready-{code}").value for code in READY] == [None] * len(READY)
    assert told(app) == []
    assert buttons(app, "ready-") == []


@pytest.mark.parametrize("code", READY)
def test_a_not_yet_gets_its_next_step_with_ways_and_is_never_blamed(code: str, library: Library):
    app = opened("visit")
    asked = next(one for one in library.ready.question if one.code == code)
    texts = {link.text for link in asked.see}
    app = answer(app, code, "yes")
    assert told(app) == []
    assert not texts & ways(app)
    app = answer(app, code, "no")
    step, whole = told(app)
    assert step.startswith(f"What you can do next. {STEPS[code]}")
    assert whole.startswith(NOT_YET)
    assert texts <= ways(app)


def test_four_times_yes_is_no_push_to_go_ahead():
    app = opened("visit")
    for code in READY[:-1]:
        app = answer(app, code, "yes")
        assert told(app) == []
    app = answer(app, READY[-1], "yes")
    [whole] = told(app)
    assert ALL_YES in whole
    assert not re.search(r"ready|go ahead|\d", whole)


def test_one_not_yet_outweighs_every_yes_and_all_can_be_cleared():
    app = opened("visit")
    for code in READY:
        app = answer(app, code, "no" if code == "values" else "yes")
    assert [ALL_YES in told(app)[-1], NOT_YET in told(app)[-1]] == [False, True]
    assert dict(app.query_params) == {}
    app = pressed(app, "ready-clear")
    assert told(app) == []
    assert {app.radio(key=f"ready-{code}").value for code in READY} == {None}


def test_the_text_edition_says_what_to_do_about_each_not_yet(library: Library):
    shown = visible(ready_list(library))
    for one in library.ready.question:
        assert one.question in shown
        assert STEPS[one.code] in shown
    assert ALL_YES in shown
    assert NOT_YET in shown
