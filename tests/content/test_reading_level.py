"""The words stay plain: measured, held to limits, and shown on the Evidence page as measured."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.blocks import blocks
from app.knowledge.catalog import Library
from app.knowledge.reading import measure, sentences, words
from tests.content.reading_level import measured, place, running_text

OVERALL, PAGE, SENTENCE = 6.5, 8.0, 25


@pytest.fixture(scope="module")
def level(library: Library) -> dict[str, Any]:
    return measured(library)


def test_the_kept_measure_is_that_of_the_words_shipped(level: dict[str, Any]):
    kept = json.loads(place("en").read_text("utf-8"))
    assert kept == level, "the words have changed: run `make reading`"


def test_the_whole_reads_at_sixth_grade(level: dict[str, Any]):
    assert level["grade"] <= OVERALL


def test_no_page_is_harder_than_eighth_grade(level: dict[str, Any]):
    assert {page: one["grade"] for page, one in level["pages"].items() if one["grade"] > PAGE} == {}


def test_every_page_and_the_glossary_are_measured(library: Library, level: dict[str, Any]):
    assert set(level["pages"]) == {*library.pages, "glossary"}


def test_no_sentence_is_longer_than_25_words(library: Library):
    blocks_by_page = running_text(library)
    long = {
        (page, sentence)
        for page, texts in blocks_by_page.items()
        for sentence in sentences(texts)
        if len(words(sentence)) > SENTENCE
    }
    assert long == set()


def test_the_hardest_page_and_the_sum_of_words_agree_with_the_pages(level: dict[str, Any]):
    pages = level["pages"].values()
    assert level["hardest"] == max(page["grade"] for page in pages)
    assert level["words"] == sum(page["words"] for page in pages)
    assert level["longest"] == max(page["longest"] for page in pages)


def test_the_evidence_page_shows_the_measure(library: Library, level: dict[str, Any]):
    shown = blocks.self_check(library)
    assert f"grade {level['grade']}" in shown
    assert f"grade {level['hardest']}" in shown


def test_the_grade_is_that_of_the_published_formula():
    # 10 words in 2 sentences, with 10 and with 11 syllables
    assert measure(["The cat sat down. It looked at the tall dog."]).grade == pytest.approx(
        0.39 * 5 + 11.8 * 1.0 - 15.59
    )
    assert measure(["The cat sat down. It looked at the happy dog."]).grade == pytest.approx(
        0.39 * 5 + 11.8 * 1.1 - 15.59
    )


def test_a_list_item_ends_a_sentence_without_a_full_stop():
    assert sentences(["one two three", "four five"]) == ["one two three", "four five"]


def test_nothing_to_read_has_no_grade():
    assert measure([]).grade == 0
