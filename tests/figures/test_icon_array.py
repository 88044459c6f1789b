"""Shares of people as circles: what is filled is what the row says, and what is open is said."""

from __future__ import annotations

import dataclasses
import re
from html import unescape
from pathlib import Path

import pandas as pd
import pytest

from app.figures.circles import MAYBE, circles, circles_svg
from app.figures.icon_array import IconArray, icon_arrays
from app.knowledge.catalog import Library
from app.knowledge.library import read_library
from tests.content.broken import replace
from tests.figures.circles import counted, covered

PLACES = ("results", "harms", "without", "open_surgery")
# Typed here by hand from the sources: the circles of each look, for each group of people.
DRAWN = {
    "limits-one-year": [{"full": 58, "ring": 42}, {"full": 27, "ring": 73}],
    "pretend-procedure": [{"full": 11, "ring": 9}, {"full": 2, "ring": 18}],
    "pain-six-weeks": [{"full": 67, "ring": 33}],
    "limits-six-months": [{"full": 25, "ring": 75}],
    "pain-two-years": [{"full": 32, "ring": 13}],
    "medicine-six-months": [{"full": 90, "ring": 10}, {"full": 85, "ring": 15}],
    "procedure-harm": [{"full": 1, "ring": 99}, {"full": 1, "ring": 99}],
    "serious-any-cause": [{"full": 12, "ring": 88}, {"full": 8, "ring": 92}],
    "death": [{"full": 1, "ring": 99}, {"maybe": 2, "ring": 98}],
    "none-seen": [{"maybe": 4, "ring": 96}, {"maybe": 4, "ring": 96}],
    "surgery-five-years": [{"full": 12, "ring": 88}],
    "surgery-small-study": [{"full": 6, "ring": 4}],
    "without-japan": [{"full": 30, "ring": 70}],
    "without-sweden": [{"full": 32, "dot": 55, "ring": 13}],
    "open-walking": [{"full": 8, "ring": 92}],
    "open-helped": [{"full": 87, "ring": 13}],
}


def replace_in(library: Library, **frames: pd.DataFrame) -> Library:
    """Return the content with other tables of evidence."""
    return dataclasses.replace(library, evidence=dataclasses.replace(library.evidence, **frames))


def every(library: Library) -> list[IconArray]:
    return [one for place in PLACES for one in icon_arrays(library, place)]


def test_each_result_is_drawn_as_published(library: Library):
    drawn = {one.id: [dict(counted(g.picture)) for g in one.groups] for one in every(library)}
    assert drawn == DRAWN


def test_each_picture_holds_its_circles_in_rows_of_ten_without_gap_or_overlap(library: Library):
    for one in every(library):
        for group in one.groups:
            whole = [(place % 10, place // 10) for place in range(group.of)]
            assert sorted(covered(group.picture)) == sorted(whole)


def test_filled_circles_stand_first_in_reading_order():
    cells = covered(circles(("full",) * 23 + ("ring",) * 77, ""))
    assert cells[:23] == [(place % 10, place // 10) for place in range(23)]


@pytest.mark.parametrize("filled", [0, 1, 9, 10, 11, 55, 99, 100])
def test_any_number_of_circles_can_be_filled(filled: int):
    found = counted(circles(("full",) * filled + ("ring",) * (100 - filled), ""))
    assert found["full"] == filled
    assert found["ring"] == 100 - filled
    assert len(circles_svg(("full",) * filled + ("ring",) * (100 - filled))) < 1400


def test_the_key_says_what_the_picture_shows(library: Library):
    for one in every(library):
        for group in one.groups:
            shown = counted(group.picture)
            sure = [key for key in group.keys if key.look != MAYBE]
            assert sum(key.count for key in sure) == group.of
            for key in group.keys:
                hidden = sum(k.count for k in group.keys if k.look == MAYBE)
                assert shown[key.look] == key.count - (hidden if key.look == "ring" else 0)
                assert counted(key.sample)[key.look] == 1


def test_sentence_key_and_table_hold_both_frames(library: Library):
    for one in every(library):
        for group in one.groups:
            for key in (
                key for key in group.keys if key.look != MAYBE and key.count not in (0, group.of)
            ):
                assert re.search(rf"\b{key.count}\b", one.words.takeaway), (one.id, key)
        for row in one.words.table:
            count, of = map(int, re.findall(r"\d+", row["With it"].partition(":")[0]))
            assert of in {group.of for group in one.groups}
            assert row["Without it"] == f"{of - count} of {of}"


def test_the_alternative_text_says_each_share(library: Library):
    for one in every(library):
        assert one.words.takeaway in one.words.alt
        for group in one.groups:
            alt = unescape(re.findall(r'alt="([^"]*)"', group.picture)[0])
            assert one.title in alt
            assert all(f"{key.count} {key.label}" in alt for key in group.keys)


def test_two_groups_come_from_one_randomized_trial(library: Library):
    pairs = [one for one in library.arrays.array if len(one.group) == 2]
    assert len(pairs) == 7
    rows = library.shares
    for one in pairs:
        first, second = (rows[group.part[0].row] for group in one.group)
        assert first["compared"] == second["compared"] == "randomized"
        assert first["study_id"] == second["study_id"]
        assert first["what"] == second["what"]
        assert (
            first["months"] == second["months"]
            or pd.isna([first["months"], second["months"]]).all()
        )


def test_a_small_group_is_called_small(library: Library):
    said = {one.id: " ".join(one.left_open) for one in every(library)}
    assert "A small group of 10 people" in said["surgery-small-study"]
    assert "by about 10 of 100" in said["surgery-small-study"]
    assert "A small group of 45 people" in said["pain-two-years"]
    assert "small group" not in said["medicine-six-months"]


def test_a_range_or_why_there_is_none_stands_with_every_result(library: Library):
    said = {one.id: " ".join(one.left_open) for one in every(library)}
    assert "about 57 to 82 of 100" in said["pain-two-years"]
    assert "MILD: With 143 people" in said["limits-one-year"]
    assert "Steroid shots: With 129 people" in said["limits-one-year"]
    without = next(one for one in library.arrays.array if one.id == "limits-six-months")
    evidence = library.evidence.outcomes.copy()
    evidence.loc[without.group[0].part[0].row, "population_n"] = float("nan")  # not stated
    other = replace_in(library, outcomes=evidence)
    found = next(one for one in icon_arrays(other, "results") if one.id == without.id)
    assert "no range" in " ".join(found.left_open)
    assert "close to this one" in said["open-walking"]
    assert all(said.values())


def test_zero_is_honest_about_what_it_can_hide(library: Library):
    none = next(one for one in every(library) if one.id == "none-seen")
    assert none.left_open == (
        "Nobody among 69 people had this. Even so, the true number could be up to about 4 of 100.",
    )
    assert "None seen does not mean never" in none.words.takeaway


def test_harms_and_good_results_have_the_same_weight(library: Library):
    good, bad = icon_arrays(library, "results"), icon_arrays(library, "harms")
    assert len(good) == len(bad)
    assert sum(len(one.groups) for one in good) <= sum(len(one.groups) for one in bad)


def test_every_result_has_a_passport(library: Library):
    for one in every(library):
        notes = "".join(one.words.sources)
        for words in (
            "People in this result: ",
            "Compared with: ",
            "Paid for by: ",
            "Last read on",
        ):
            assert words in notes, (one.id, words)


def test_another_share_in_the_row_is_another_picture(content: Path):
    row = "chopko2013.mild.vas_pain_any_improvement.24m,CHOPKO2013,mild,45,24,"
    row += "VAS_pain_any_improvement,responder_pct,"
    replace("evidence/outcomes.csv", f"{row}71,", f"{row}40,")(content)
    changed = next(
        one for one in icon_arrays(read_library(content, "en"), "results")
        if one.id == "pain-two-years"
    )  # fmt: skip
    assert counted(changed.groups[0].picture) == {"full": 18, "ring": 27}
    assert (
        "18 of 45 people had at least a little less pain. The other 27 did not."
        in changed.words.takeaway
    )
