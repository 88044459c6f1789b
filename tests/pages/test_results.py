"""The table of results shows what is typed and chosen, and the file holds exactly that."""

from __future__ import annotations

import io

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from app.figures.results import COLUMNS, UNCONFIRMED, result_rows, search
from app.knowledge.catalog import Library
from app.ui.results import ALL, FILTERS, LISTS
from tests.pages.reader import calm, html, opened, pressed, seen

MARK = "Not yet confirmed against the paper"


@pytest.fixture(scope="module")
def rows(library: Library) -> pd.DataFrame:
    return result_rows(library)


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> list[pd.DataFrame]:
    """Every file of results that a page has offered, as a reader would get it."""
    offered: list[pd.DataFrame] = []

    def download_button(label: str, data, **more) -> bool:
        offered.append(pd.read_csv(io.BytesIO(data()), dtype=str, keep_default_na=False))
        return False

    monkeypatch.setattr(st, "download_button", download_button)
    return offered


def typed(app: AppTest, text: str) -> AppTest:
    app.text_input(key="results-search").set_value(text)
    return calm(app.run())


def chosen(app: AppTest, column: str, code: str) -> AppTest:
    """Return the app after a choice in one of its filters."""
    if column in LISTS:
        app.selectbox(key=f"results-{column}").set_value(code)
    else:
        app.get("pills")[FILTERS.index(column) - len(LISTS)].set_value(code)
    return calm(app.run())


def said(found: pd.DataFrame) -> str:
    """Return how the page says how many it found; only for more than one study."""
    return f"{len(found)} results in {found['study'].nunique()} studies."


def drawn(app: AppTest) -> int:
    """Return how many rows stand in the table of results."""
    table = next(one.proto.body for one in app.get("html") if "accordion results" in one.proto.body)
    return table.count('<th scope="row">')


def test_as_the_page_opens_all_that_was_read_is_there(rows: pd.DataFrame):
    app = opened("evidence")
    assert said(search(rows)) in seen(app)
    assert drawn(app) == len(search(rows))


def test_a_search_narrows_the_results_and_says_how_many(rows: pd.DataFrame):
    found = search(rows, "walking trial")
    app = typed(opened("evidence"), "walking trial")
    assert said(found) in seen(app)
    assert drawn(app) == len(found) < len(search(rows))


@pytest.mark.parametrize(
    ("column", "code"),
    [
        ("study_id", "ENCORE"),
        ("measure_id", "ODI"),
        ("kind", "claims"),
        ("funder", "maker"),
        ("compared", "randomized"),
        ("status", UNCONFIRMED),
    ],
)
def test_a_filter_narrows_what_is_drawn(rows: pd.DataFrame, column: str, code: str):
    found = search(rows, **{column: code})
    app = chosen(opened("evidence"), column, code)
    assert drawn(app) == len(found)
    assert f"{len(found)} results in " in seen(app)
    assert set(app.query_params) == set()


def test_words_and_filters_hold_at_once_and_clear_brings_all_back(rows: pd.DataFrame):
    app = typed(opened("evidence"), "pain")
    app = chosen(app, "kind", "rct")
    app = chosen(app, "compared", "randomized")
    app = chosen(app, "status", ALL)
    found = search(rows, "pain", status="", kind="rct", compared="randomized")
    assert 0 < drawn(app) == len(found) < len(search(rows, kind="rct"))
    app = pressed(app, "results-clear")
    assert drawn(app) == len(search(rows))
    assert app.text_input(key="results-search").value == ""
    assert {app.selectbox(key=f"results-{column}").value for column in LISTS} == {ALL}
    assert [one.value for one in app.get("pills")] == [ALL, "confirmed"]


def test_unconfirmed_results_come_only_when_asked_for_and_always_with_their_mark():
    app = opened("evidence")
    before = html(app).count(MARK)
    for choice, rows_shown in ((UNCONFIRMED, 2), (ALL, 2)):
        app = chosen(app, "status", choice)
        assert f"{MARK}: 2 of these." in seen(app)
        assert "please do not base your decision on them" in seen(app)
        assert html(app).count(f"<strong>{MARK}</strong>") == before - 1 + rows_shown
    app = chosen(app, "status", "confirmed")
    assert html(app).count(MARK) == before


@pytest.mark.parametrize("status", ["confirmed", UNCONFIRMED, ALL])
def test_the_file_holds_exactly_the_rows_shown(
    rows: pd.DataFrame, files: list[pd.DataFrame], status: str
):
    app = chosen(opened("evidence"), "study_id", "ENCORE")
    app = chosen(app, "status", status)
    found = search(rows, study_id="ENCORE", status="" if status == ALL else status)
    file = files[-1]
    assert tuple(file.columns) == COLUMNS
    assert list(file["id"]) == list(found["id"])
    assert len(file) == drawn(app)
    unread = file["id"].str.startswith("to_confirm.")
    assert (unread == (file["status"] == UNCONFIRMED)).all()
    assert (unread == (file["checked"] == MARK)).all()


def test_a_search_without_a_result_says_what_to_do_and_offers_no_file(rows: pd.DataFrame):
    app = typed(opened("evidence"), "unicorn")
    assert "No result fits all of this. Try fewer words, or clear all filters" in seen(app)
    assert not app.get("download_button")
    app = pressed(app, "results-clear")
    assert said(search(rows)) in seen(app)
    assert app.get("download_button")


def test_one_result_is_not_called_results():
    app = chosen(typed(opened("evidence"), "143 -22.7"), "study_id", "ENCORE")
    assert "1 result in 1 study." in seen(app)


def test_what_is_typed_does_not_become_part_of_the_page_or_the_address():
    app = typed(opened("evidence"), "<b>bold</b>")
    assert "<b>bold</b>" not in html(app)
    assert set(app.query_params) == set()
