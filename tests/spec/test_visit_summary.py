"""What a summary of a visit may hold, and how a reader's own words are made one line."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.visit import (
    LONGEST,
    MOST_OPTIONS,
    MOST_QUESTIONS,
    NotASummaryError,
    Plan,
    VisitSummary,
    tidy,
)

DAY = datetime.date(2026, 11, 27)

REFUSED = {
    "a weight that nobody offered": {"weights": {"lasts": "very"}},
    "a readiness of another kind": {"readiness": {"sure": "maybe"}},
    "four options": {"options": ("a", "b", "c", "d")},
    "eleven questions": {"questions": tuple(f"Q{n}" for n in range(11))},
    "eleven, six of them the reader's own": {
        "questions": ("Q1", "Q2", "Q3", "Q4", "Q5"),
        "own_questions": tuple("abcdef"),
    },
    "a text that is too long": {"own_wish": "a" * (LONGEST + 1)},
    "a text of two lines": {"own_questions": ("one\ntwo",)},
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_summary_that_cannot_be_is_refused(name: str):
    with pytest.raises(NotASummaryError):
        VisitSummary(DAY, "https://example.org/visit", **REFUSED[name])


@pytest.mark.parametrize(
    "wrong", [{"levels": {"L6-S1": "left"}}, {"levels": {"L4-L5": "middle"}}, {"sedation": "a lot"}]
)
def test_a_plan_that_cannot_be_is_refused_and_says_what_is_allowed(wrong):
    with pytest.raises(NotASummaryError, match="allowed:"):
        Plan(**wrong)


def test_the_most_that_is_allowed_is_allowed():
    VisitSummary(
        DAY, "https://example.org/visit", own_wish="a" * LONGEST,
        options=tuple(map(str, range(MOST_OPTIONS))),
        own_questions=("a" * LONGEST,) * MOST_QUESTIONS,
    )  # fmt: skip


def test_an_empty_summary_knows_that_it_is_empty():
    assert VisitSummary(DAY, "x").empty
    assert not VisitSummary(DAY, "x", plan=Plan(thinner=False)).empty
    assert not VisitSummary(DAY, "x", own_wish="a").empty


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  one \n\t two  ", "one two"),
        ("a\x00b\u202ec\u200bd", "abcd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("<b>&amp;</b> #strong[x] {y}", "<b>&amp;</b> #strong[x] {y}"),
    ],
)
def test_own_words_become_one_line_and_lose_nothing_that_can_be_read(written: str, kept: str):
    assert tidy(written) == kept


@given(st.text(max_size=300))
def test_tidy_words_stay_as_they_are(text: str):
    once = tidy(text)
    assert tidy(once) == once
    assert len(once) <= len(text)
    assert "\n" not in once
