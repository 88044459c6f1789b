"""What matters to you: nothing chosen beforehand, every option each time, no score, no winner."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from app.blocks.matters import all_matters, standing
from app.domain.visit import WEIGHTS
from app.knowledge.catalog import Library
from app.knowledge.options import MATTERS
from tests.content.visible import visible
from tests.pages.reader import buttons, calm, html, opened, pressed


def weigh(app: AppTest, code: str, weight: str) -> AppTest:
    return calm(app.radio(key=f"matters-{code}").set_value(weight).run())


def reading(app: AppTest) -> str:
    found = re.search(r'<section class="matters-reading".*?</section>', html(app), re.DOTALL)
    assert found is not None
    return found[0]


def test_nothing_is_chosen_beforehand_and_nothing_is_told(library: Library):
    app = opened("visit")
    assert [app.radio(key=f"matters-{code}").value for code in MATTERS] == [None] * len(MATTERS)
    assert visible(reading(app)) == ""
    assert buttons(app, "matters-") == []


@pytest.mark.parametrize("code", MATTERS)
def test_a_wish_that_matters_shows_every_option_once_in_the_fixed_order(
    code: str, library: Library
):
    seen = reading(weigh(opened("visit"), code, "a_lot"))
    assert seen.count("<h3>") == 1
    lines = [line.split(", ") for line in re.findall(r"<dd>(.*?)</dd>", seen)]
    names = [option.name for option in library.options]
    assert sorted(name for line in lines for name in line) == sorted(names)
    assert all(line == sorted(line, key=names.index) for line in lines)
    for bears, options in standing(library, code).items():
        assert (f'class="bears-{bears}"' in seen) == bool(options)
    assert library.wishes.reading.partition(" [@")[0] in visible(seen)


def test_what_does_not_matter_is_not_told_and_what_matters_most_comes_first(library: Library):
    app = opened("visit")
    for code, weight in (("lasts", "a_little"), ("proof", "a_lot"), ("low_risk", "not")):
        app = weigh(app, code, weight)
    texts = {one.code: one.text for one in library.wishes.statement}
    assert re.findall(r"<h3>(.*?)</h3>", reading(app)) == [texts["proof"], texts["lasts"]]


def test_there_is_no_score_and_no_number_beside_an_option(library: Library):
    app = opened("visit")
    for code in MATTERS:
        app = weigh(app, code, "a_lot")
    assert not re.search(r"\d", visible(reading(app)))
    assert dict(app.query_params) == {}


def test_answers_and_own_words_can_be_cleared(library: Library):
    app = weigh(opened("visit"), "lasts", "a_lot")
    app = calm(app.text_area(key="matters-own").set_value("My garden").run())
    app = pressed(app, "matters-clear")
    assert app.radio(key="matters-lasts").value is None
    assert app.text_area(key="matters-own").value == ""
    assert visible(reading(app)) == ""


def test_the_text_edition_tells_every_wish(library: Library):
    seen = all_matters(library)
    assert [seen.count(one.text) for one in library.wishes.statement] == [1] * len(MATTERS)
    assert WEIGHTS[0] not in seen
