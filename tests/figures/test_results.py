"""Every result in plain words, found by what a reader may type."""

from __future__ import annotations

import pandas as pd
import pytest

from app.figures.results import COLUMNS, by_study, result_rows, search
from app.knowledge.catalog import Library


@pytest.fixture(scope="module")
def rows(library: Library) -> pd.DataFrame:
    return result_rows(library)


def test_every_outcome_and_every_event_has_one_row(rows: pd.DataFrame, library: Library):
    evidence = library.evidence
    assert list(rows["id"]) == [*evidence.outcomes.index, *evidence.events.index]
    assert tuple(rows.columns) == COLUMNS


def test_every_row_is_in_words_and_says_who_paid(rows: pd.DataFrame):
    for column in COLUMNS:
        assert (rows[column].str.len() > 0).all(), column
    assert not rows["value"].str.contains("nan", case=False).any()
    assert not rows["people"].str.contains("nan", case=False).any()


def test_nothing_typed_finds_everything(rows: pd.DataFrame):
    assert len(search(rows, "")) == len(search(rows, "  ")) == len(rows)


def test_every_word_must_be_there_in_any_case_and_order(rows: pd.DataFrame):
    found = search(rows, "encore WALKING")
    other = search(rows, "walking Encore")
    assert list(found["id"]) == list(other["id"])
    encore, walking = set(search(rows, "encore")["id"]), set(search(rows, "walking")["id"])
    assert set(found["id"]) == encore & walking
    assert 0 < len(encore) < len(rows)


def test_what_is_typed_is_no_pattern(rows: pd.DataFrame):
    for typed in (".*", "(", "[", "\\", "a" * 10_000):
        assert len(search(rows, typed)) < len(rows)
    assert len(search(rows, ".*")) == 0


def test_the_inner_names_of_rows_and_sources_find_nothing(rows: pd.DataFrame):
    assert len(search(rows, "encore.mild.odi.24m")) == 0


def test_who_paid_narrows_and_every_payer_pays_for_something(rows: pd.DataFrame):
    payers = list(dict.fromkeys(rows["funder"]))
    assert len(payers) > 3
    found = {payer: search(rows, "", payer) for payer in payers}
    assert sum(map(len, found.values())) == len(rows)
    assert all(set(one["funder"]) == {payer} for payer, one in found.items())


def test_a_result_reads_as_it_was_published(rows: pd.DataFrame):
    row = rows.set_index("id").loc["encore.mild.odi.24m"]
    assert "-22.7" in row["value"]
    assert (row["people"], row["time"]) == ("143", "2 years")
    assert row["funder"] == "maker"


def test_groups_keep_every_row_and_the_order_of_the_tables(rows: pd.DataFrame):
    groups = by_study(rows)
    assert sum(len(found) for _, found in groups) == len(rows)
    assert [study for study, _ in groups] == list(dict.fromkeys(rows["study"]))


def test_an_unconfirmed_result_is_not_among_them(rows: pd.DataFrame, library: Library):
    assert not set(rows["id"]) & set(library.evidence.to_confirm.index)
    assert len(search(rows, "62.2")) == 0
