"""The options side by side: what is chosen stands there, in one order, never more than three."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.visit import MOST_OPTIONS
from app.knowledge.catalog import Library
from app.knowledge.library import library as shipped
from app.knowledge.options import COMPARED
from app.ui.keys import SIDE_BY_SIDE
from app.ui.options import START
from tests.pages.reader import calm, html, opened, seen

OPTIONS = tuple(option.id for option in shipped("en").options)
HEAD = re.compile(r'<th scope="col" role="columnheader" class="option option-([a-z-]+)">')
FIELD = re.compile(r'<th scope="row" role="rowheader" id="compare-([a-z_-]+)">')
KINDS = {"found-between_groups", "found-before_after"}
"""Rows of results that stand there for options with such a result."""

CELL = re.compile(r'<td role="cell" class="option-([a-z-]+)">')
STATUS = re.compile(r'<p role="status" class="compare-status[^>]*>(.*?)</p>')


@pytest.fixture
def app() -> AppTest:
    return opened("options")


def choose(app: AppTest, *chosen: str) -> AppTest:
    app.get("pills")[0].set_value(list(chosen))
    return calm(app.run())


def status(app: AppTest) -> str:
    return STATUS.search(html(app))[1]


def test_three_stand_there_as_the_page_opens_and_mild_is_not_alone(app: AppTest):
    assert tuple(HEAD.findall(html(app))) == START == ("change-nothing", "exercise", "mild")
    assert "so that MILD does not stand alone" in seen(app)
    assert "It is not a ranking." in seen(app)


@pytest.mark.parametrize("chosen", [("open", "mild"), ("fusion", "medicines", "change-nothing")])
def test_two_or_three_make_one_table_in_the_fixed_order(app: AppTest, chosen: tuple[str, ...]):
    found = html(choose(app, *chosen))
    wanted = [option for option in OPTIONS if option in chosen]
    assert found.count('<table class="compare') == 1
    assert HEAD.findall(found) == wanted
    fields = FIELD.findall(found)
    assert [field for field in fields if field not in KINDS] == ["sentence", *COMPARED]
    assert KINDS.issubset(fields) == ("mild" in chosen)
    assert CELL.findall(found) == wanted * len(fields)


def test_every_cell_of_every_option_holds_its_text(app: AppTest, library: Library):
    for chosen in (OPTIONS[:3], OPTIONS[3:6], OPTIONS[6:]):
        words = seen(choose(app, *chosen))
        for option in (one for one in library.options if one.id in chosen):
            for text in (option.sentence, option.involves, option.place, option.time_to_recover,
                         *option.found, *option.harms, option.living, option.certainty_reason,
                         option.paid, option.head_to_head):  # fmt: skip
                assert all(plain in words for plain in library.prose.line(text).plain)


def test_a_fourth_finds_no_room_and_the_page_says_how_to_make_some(app: AppTest):
    choose(app, *START, "spacer")
    assert tuple(HEAD.findall(html(app))) == START
    assert app.session_state[SIDE_BY_SIDE] == list(START)
    assert status(app).startswith("Three fit side by side. To see Spacer, first tap one of the")
    choose(app, "exercise", "mild")
    choose(app, "exercise", "mild", "spacer")
    assert HEAD.findall(html(app)) == ["exercise", "mild", "spacer"]
    assert (
        status(app) == "You now see Exercise and physical therapy, MILD, and Spacer side by side."
    )


@pytest.mark.parametrize("option", OPTIONS)
def test_one_alone_is_read_in_full(app: AppTest, library: Library, option: str):
    found = html(choose(app, option))
    assert f'<article class="option option-{option}">' in found
    assert "<table" not in found.split('class="options"')[1].split("</article>")[0]
    fields = re.findall(r'class="field field-([a-z_]+)"', found)
    assert list(dict.fromkeys(fields)) == list(COMPARED)
    assert len(fields) - len(COMPARED) == found.count("<h4>What studies found: ")
    assert status(app).startswith("You see one option in full.")


def test_none_gives_a_kind_word_and_all_eight_at_a_glance(app: AppTest, library: Library):
    words = seen(choose(app))
    assert status(app).startswith("Choose at least one above.")
    assert "All eight options at a glance" in words
    for option in library.options:
        assert all(plain in words for plain in library.prose.line(option.time_to_recover).plain)
    assert len(re.findall(r'<th scope="row" class="marked', html(app))) == len(OPTIONS)


def test_nothing_of_the_choice_is_in_the_address(app: AppTest):
    for chosen in ((), ("open",), ("mild", "open"), START):
        assert set(choose(app, *chosen).query_params) == set()
    assert MOST_OPTIONS == 3
