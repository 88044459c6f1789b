"""A row that nobody has re-read stays out of the prose until two cells are filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.figures.results import unconfirmed_rows
from app.knowledge.catalog import Library
from app.knowledge.library import read_library
from app.knowledge.texts import patient_texts
from tests.content.broken import faults, replace

TABLE = "evidence/to_confirm.csv"
ROW = "62.2,percent,encore_6m,unconfirmed,"
GLASSES = "- Your glasses, your hearing aids, and your insurance card."
NAMED = "- It was {to_confirm.encore.mild.odi.6m} of 100, and {to_confirm.encore.mild.odi.6m:rest}."

name_it = replace("en/pages/visit.md", GLASSES, NAMED)
confirm = replace(TABLE, f"{ROW},", f"{ROW}Dr Reader,2026-12-01")


def test_a_row_with_both_cells_filled_in_may_stand_in_prose(content: Path):
    confirm(content)
    name_it(content)
    assert faults(content) == ()
    section = read_library(content, "en").pages["visit"].sections[0]
    html = read_library(content, "en").prose.block(str(section.parts[0])).plain
    assert "It was 62 of 100, and 38." in html


@pytest.mark.parametrize("cells", ["Dr Reader,", ",2026-12-01"], ids=["name only", "day only"])
def test_one_cell_is_not_enough(cells: str, content: Path):
    replace(TABLE, f"{ROW},", f"{ROW}{cells}")(content)
    assert [(fault.file, fault.key) for fault in faults(content) if fault.file == TABLE] == [
        (TABLE, "to_confirm.encore.mild.odi.6m")
    ]


def test_a_day_that_is_no_day_is_refused(content: Path):
    replace(TABLE, f"{ROW},", f"{ROW}Dr Reader,soon")(content)
    assert "to_confirm.encore.mild.odi.6m.confirmed_on" in {fault.key for fault in faults(content)}


def test_a_confirmed_row_says_by_whom_and_the_others_say_that_they_are_not(content: Path):
    confirm(content)
    said = [row["status"] for row in unconfirmed_rows(read_library(content, "en"))]
    assert said[0] == "Confirmed by Dr Reader on 2026-12-01"
    assert set(said[1:]) == {"Not yet confirmed against the paper"}


def test_the_shipped_rows_wait_for_a_person_and_no_patient_text_names_them(library: Library):
    assert not library.evidence.to_confirm["confirmed"].any()
    naming = [item.key for item in patient_texts(library) if "to_confirm." in item.text]
    assert naming == []
