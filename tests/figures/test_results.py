"""Every result in plain words, found by what a reader may type and choose."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from app.figures.results import (
    CODES,
    COLUMNS,
    CONFIRMED,
    UNCONFIRMED,
    by_study,
    choices,
    result_rows,
    search,
)
from app.knowledge.catalog import Library
from app.knowledge.kinds import KINDS
from app.knowledge.library import read_library
from tests.content.broken import replace

NARROWING = [column for column in CODES if column != "status"]
WHO = replace(
    "evidence/to_confirm.csv",
    "62.2,percent,encore_6m,unconfirmed,,",
    "62.2,percent,encore_6m,unconfirmed,Dr Reader,2026-12-01",
)


@pytest.fixture(scope="module")
def rows(library: Library) -> pd.DataFrame:
    return result_rows(library)


@pytest.fixture(scope="module")
def read(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows that were read in a source."""
    return rows[rows["status"] == CONFIRMED]


def test_every_result_has_one_row_and_the_unconfirmed_come_last(
    rows: pd.DataFrame, library: Library
):
    evidence = library.evidence
    tables = (evidence.outcomes, evidence.events, evidence.to_confirm)
    assert list(rows["id"]) == [row for table in tables for row in table.index]
    assert tuple(rows.columns) == COLUMNS


def test_every_row_is_in_words_and_says_who_paid(rows: pd.DataFrame):
    for column in COLUMNS:
        assert (rows[column].str.len() > 0).all(), column
    assert not rows["value"].str.contains("nan", case=False).any()
    assert not rows["people"].str.contains("nan", case=False).any()


def test_nothing_typed_finds_all_that_was_read(rows: pd.DataFrame, read: pd.DataFrame):
    assert list(search(rows, "")["id"]) == list(search(rows, "  ")["id"]) == list(read["id"])


def test_every_word_must_be_there_in_any_case_and_order(rows: pd.DataFrame):
    found = search(rows, "encore WALKING")
    other = search(rows, "walking Encore")
    assert list(found["id"]) == list(other["id"])
    encore, walking = set(search(rows, "encore")["id"]), set(search(rows, "walking")["id"])
    assert set(found["id"]) == encore & walking
    assert 0 < len(encore) < len(rows)


@pytest.mark.parametrize(
    ("typed", "column", "code"),
    [
        ("randomized", "compared", "randomized"),
        ("study of medical bills", "kind", "claims"),
        ("the maker of mild", "funder", "maker"),
    ],
)
def test_what_a_filter_says_can_be_typed_as_well(
    rows: pd.DataFrame, typed: str, column: str, code: str
):
    assert set(search(rows, **{column: code})["id"]) <= set(search(rows, typed)["id"])


def test_what_is_typed_is_no_pattern(rows: pd.DataFrame):
    for typed in (".*", "(", "[", "\\", "a" * 10_000):
        assert len(search(rows, typed)) < len(rows)
    assert len(search(rows, ".*")) == 0


@pytest.mark.parametrize(
    "typed", ["encore.mild.odi.24m", "not_randomized", "MIDAS_I", "case_series"]
)
def test_the_inner_names_of_rows_and_codes_find_nothing(rows: pd.DataFrame, typed: str):
    assert len(search(rows, typed)) == 0


@pytest.mark.parametrize("column", NARROWING)
def test_each_choice_of_a_filter_narrows_and_all_choices_together_lose_nothing(
    rows: pd.DataFrame, read: pd.DataFrame, column: str
):
    codes = list(choices(rows, column))
    found = {code: search(rows, **{column: code}) for code in codes}
    assert len(codes) > 2
    assert all(0 < len(one) < len(read) for one in found.values())
    assert all(set(one[column]) == {code} for code, one in found.items())
    assert sum(map(len, found.values())) == len(read)


@pytest.mark.parametrize("column", CODES)
def test_choices_are_in_words_that_differ_and_stand_in_their_order(rows: pd.DataFrame, column: str):
    words = list(choices(rows, column).values())
    assert len(set(words)) == len(words)
    assert words == sorted(words, key=str.casefold)


def test_measures_with_one_name_are_one_choice(rows: pd.DataFrame, library: Library):
    pain = next(code for code, name in choices(rows, "measure_id").items() if name == "Pain")
    measures = library.evidence.outcomes["measure"].loc[search(rows, measure_id=pain)["id"]]
    assert {"NPRS", "NRS_pain", "pain_0_100"} == set(measures)


def test_filters_and_words_hold_all_at_once(rows: pd.DataFrame):
    row = rows.set_index("id").loc["encore.mild.odi.24m"]
    asked: dict[str, str] = {}
    sizes = [len(search(rows))]
    for column in NARROWING:
        asked[column] = row[column]
        one = {str(i) for i in search(rows, **{column: row[column]})["id"]}
        found = set(search(rows, **asked)["id"])
        assert found <= one
        sizes.append(len(found))
    assert sizes == sorted(sizes, reverse=True)
    assert list(search(rows, "143 points", **asked)["id"]) == [row.name]
    assert len(search(rows, "unicorn", **asked)) == 0


def test_choices_that_exclude_each_other_find_nothing(rows: pd.DataFrame):
    assert len(search(rows, study_id="WESSBERG", funder="maker")) == 0
    assert len(search(rows, "walking", study_id="WESSBERG", funder="maker")) == 0


def test_a_result_reads_as_it_was_published(rows: pd.DataFrame):
    row = rows.set_index("id").loc["encore.mild.odi.24m"]
    assert "-22.7" in row["value"]
    assert (row["people"], row["time"]) == ("143", "2 years")
    assert (row["funder"], row["payer"]) == ("maker", "The maker of MILD")
    assert (row["compared"], row["comparison"]) == ("none", "no other group")
    assert (row["kind"], row["design"]) == ("rct", "trial or trial report")


def test_groups_keep_every_row_and_the_order_of_the_tables(rows: pd.DataFrame):
    groups = by_study(rows)
    assert [study for study, _, _ in groups] == list(dict.fromkeys(rows["study"]))
    drawn = [row for _, _, kinds in groups for _, found in kinds for row in found]
    assert sorted(row["id"] for row in drawn) == sorted(rows["id"])
    assert [count for _, count, _ in groups] == [
        sum(len(found) for _, found in kinds) for _, _, kinds in groups
    ]


def test_in_a_study_each_kind_of_statistic_stands_by_itself(rows: pd.DataFrame):
    for study, _, kinds in by_study(rows):
        named = [kind for kind, _ in kinds]
        assert named == [kind for kind in KINDS if kind in named], study
        for kind, found in kinds:
            assert {row["statistic"] for row in found} == {kind}


def test_an_unconfirmed_result_is_found_only_where_it_is_asked_for(
    rows: pd.DataFrame, library: Library
):
    waiting = list(library.evidence.to_confirm.index)
    assert not set(search(rows)["id"]) & set(waiting)
    assert len(search(rows, "62.2")) == 0
    assert list(search(rows, status=UNCONFIRMED)["id"]) == waiting
    assert list(search(rows, "62.2", status="")["id"]) == [waiting[0]]
    assert len(search(rows, status="")) == len(rows)


def test_an_unconfirmed_result_bears_its_mark_and_is_of_a_randomized_trial(rows: pd.DataFrame):
    waiting = search(rows, status=UNCONFIRMED)
    assert set(waiting["checked"]) == {"Not yet confirmed against the paper"}
    assert waiting["note"].str.contains("not read in a source").all()
    assert set(waiting["compared"]) == {"randomized"}
    read = search(rows)
    registry = read["source_id"].isin(["encore_results", "napa_sham", "brown_registry"])
    registry |= read["source_id"].isin(["midas2_registry", "midas3_registry"])
    assert set(read[~registry]["checked"]) == {"Read in a source"}
    for said in ("not peer reviewed", "read by a program, not yet by a clinician"):
        assert read[registry]["checked"].str.contains(said).all()


def test_a_row_that_somebody_confirmed_is_one_of_the_others_and_says_who(content: Path):
    WHO(content)
    rows = result_rows(read_library(content, "en"))
    row = search(rows, "62.2").iloc[0]
    assert row["checked"] == "Confirmed by Dr Reader on 2026-12-01"
    assert "not read in a source" not in row["note"]
    assert len(search(rows, status=UNCONFIRMED)) == 1
