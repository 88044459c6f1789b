"""A row that nobody has re-read stays out of the prose until two cells are filled in."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.figures.exact import exact
from app.figures.results import unconfirmed_rows
from app.knowledge.catalog import Library
from app.knowledge.library import read_library
from app.knowledge.texts import patient_texts
from tests.content.broken import faults, replace
from tests.content.visible import visible
from tests.drawn import drawn

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


VALUES = {
    "to_confirm.encore.mild.odi.6m": 12.34,
    "to_confirm.encore.esi.odi.6m": 23.45,
}
"""Values that no other row has, and that no rounding makes."""


def with_values(library: Library, **cells: object) -> Library:
    """Return a copy in which every row to confirm has a value of its own, and other cells."""
    rows = library.evidence.to_confirm.assign(**cells)
    assert set(rows.index) == set(VALUES)
    rows["value"] = [VALUES[row] for row in rows.index]
    evidence = dataclasses.replace(library.evidence, to_confirm=rows)
    return dataclasses.replace(library, evidence=evidence)


def shown(library: Library) -> Iterator[tuple[str, str]]:
    """Yield where a value of a row to confirm is read, or what is left of it out of 100."""
    texts = {f"{one:g}": row for row, value in VALUES.items() for one in (value, 100 - value)}
    for name, html in drawn(library):
        words = visible(html, notes=True)
        yield from ((name, row) for text, row in texts.items() if text in words)


def test_only_the_evidence_draws_a_row_that_nobody_confirmed(library: Library):
    found = set(shown(with_values(library)))
    assert {name for name, _ in found} == {"page evidence", "all results"}
    assert {row for _, row in found} == set(VALUES)


def test_a_copy_that_draws_one_elsewhere_is_seen(library: Library):
    row = "to_confirm.encore.mild.odi.6m"
    options = [
        one.model_copy(update={"harms": [f"It was {{{row}:exact}} of 100."]})
        if one.id == "open" else one
        for one in library.options
    ]  # fmt: skip
    copy = with_values(library, confirmed=True, confirmed_by="A. Reader")
    broken = dataclasses.replace(copy, options=tuple(options))
    assert {("page options", row), ("options ('open',)", row)} <= set(shown(broken))


@pytest.mark.parametrize("row", VALUES)
def test_no_screen_can_name_a_row_to_confirm_even_when_somebody_confirmed_it(
    row: str, library: Library
):
    for one in (library, with_values(library, confirmed=True, confirmed_by="A. Reader")):
        with pytest.raises(KeyError):
            exact(one, [row])
