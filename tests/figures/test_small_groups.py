"""Under 50 people a picture has as many circles as people, wherever it is drawn."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from app.blocks import blocks, charts
from app.domain import chances
from app.figures.circles import circles
from app.figures.icon_array import IconArray, icon_arrays
from app.figures.recovery_points import recovery_points
from app.figures.recovery_svg import recovery_svg
from app.knowledge.catalog import Library
from app.knowledge.clinic_view import SCREENS
from app.knowledge.models import PAGE_IDS
from app.web.shell import text_edition
from tests.content.visible import visible
from tests.figures.circles import counted, drawn
from tests.figures.small_groups import PLACES, SMALL, people, wrong, wrong_on_sheet
from tests.pages.reader import html, opened, screen

PAIR = (
    "motion.mild_cmm.any_device_or_procedure_ae.12m",
    "motion.cmm.any_device_or_procedure_ae.12m",
)


@pytest.mark.parametrize("page", PAGE_IDS)
def test_every_picture_of_a_page_has_as_many_circles_as_people(page: str, library: Library):
    for shown in (text_edition(page, "en"), html(opened(page))):
        assert not wrong(library, shown, people())


@pytest.mark.parametrize("page", SCREENS)
def test_every_picture_of_the_clinic_view_has_as_many_circles_as_people(
    page: str, library: Library
):
    assert not wrong(library, html(screen(page)), people())


def test_every_picture_there_is_has_as_many_circles_as_people(library: Library):
    every = "".join(charts.arrays(library, place) for place in PLACES)
    assert {name for name, _ in drawn(every)} == {one.id for one in library.arrays.array}
    assert not wrong(library, every, people())
    in_text = "".join(text_edition(page, "en") for page in PAGE_IDS)
    assert {name for name, _ in drawn(in_text)} == {one.id for one in library.arrays.array}
    assert not wrong_on_sheet(library, people())


def old_picture(page: str, library: Library) -> str:
    """Return a page on which the ten people of one study are drawn as sixty of a hundred again."""
    now = next(one for one in icon_arrays(library, "harms") if one.id == "surgery-small-study")
    assert now.groups[0].picture in page
    return page.replace(now.groups[0].picture, circles(("full",) * 60 + ("ring",) * 40, ""))


def without_it(page: str, library: Library) -> str:
    """Return a page with a picture of people that belongs to no result."""
    return page + circles(("full",) * 10, "")


@pytest.mark.parametrize("broken", [old_picture, without_it])
def test_a_page_with_a_picture_of_another_number_of_circles_is_found(
    broken: Callable[[str, Library], str], library: Library
):
    page = blocks.page_body(library, library.pages["recovery"])
    assert not wrong(library, page, people())
    assert len(wrong(library, broken(page, library), people())) == 1


def test_pictures_that_no_longer_follow_the_people_are_found(
    library: Library, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(chances, "SMALL_GROUP", 0)
    fresh = dataclasses.replace(library)
    found = wrong(
        library, charts.arrays(fresh, "harms") + charts.arrays(fresh, "results"), people()
    )
    assert found == [
        "surgery-small-study: [100]", "pretend-procedure: [100, 100]", "pain-two-years: [100]",
    ]  # fmt: skip


def pair(library: Library, *groups: tuple[int, int]) -> IconArray:
    """Return the two groups of one trial with other counts: so many of so many people."""
    events = library.evidence.events.copy()
    for row, (count, n) in zip(PAIR, groups, strict=True):
        events.loc[row, ["count", "n", "pct"]] = [count, n, round(100 * count / n, 1)]
    evidence = dataclasses.replace(library.evidence, events=events)
    other = dataclasses.replace(library, evidence=evidence)
    return next(one for one in icon_arrays(other, "harms") if one.id == "none-seen")


@pytest.mark.parametrize(
    ("groups", "circles_of", "how"),
    [
        (((11, 20), (2, 18)), (20, 18), "Each circle is one person."),
        (((64, 129), (72, 143)), (100, 100), "Each circle is one person out of 100."),
        (((11, 20), (72, 143)), (20, 100),
         "MILD and usual care: Each circle is one person. "
         "Usual care alone: Each circle is one person out of 100."),
        (((3, 49), (3, 50)), (49, 100),
         "MILD and usual care: Each circle is one person. "
         "Usual care alone: Each circle is one person out of 100."),
    ],
)  # fmt: skip
def test_each_group_of_a_trial_has_its_own_number_of_circles(
    groups: tuple[tuple[int, int], ...], circles_of: tuple[int, ...], how: str, library: Library
):
    found = pair(library, *groups)
    assert tuple(sum(counted(one.picture).values()) for one in found.groups) == circles_of
    assert found.words.how == how
    assert how in found.words.alt
    for one, (count, n), row in zip(found.groups, groups, found.words.table, strict=True):
        if n < SMALL:
            assert [key.count for key in one.keys] == [count, n - count]
            assert row["With it"].startswith(f"{count} of {n}: ")
            assert row["Without it"] == f"{n - count} of {n}"


def test_what_zero_can_hide_is_drawn_as_people_of_a_small_group(library: Library):
    found = pair(library, (0, 20), (0, 2))
    assert [dict(counted(one.picture)) for one in found.groups] == [
        {"maybe": 3, "ring": 17}, {"maybe": 2},
    ]  # fmt: skip
    assert "up to about 15 of 100" in " ".join(found.left_open)


def test_every_block_says_what_its_circles_are(library: Library):
    for place in PLACES:
        shown = icon_arrays(library, place)
        for one in shown:
            small = {group.of < 100 for group in one.groups}
            assert ("is one person." in one.words.how) == (True in small)
            assert ("out of 100" in one.words.how) == (False in small)
        page = visible(charts.arrays(library, place))
        each = {one.words.how for one in shown}
        count = 1 if len(each) == 1 else len(shown)
        assert page.count("ach circle is one person") == count


def test_the_words_of_a_small_group_count_its_people(library: Library):
    n = people()
    small = [
        (one, array)
        for place in PLACES
        for one in icon_arrays(library, place)
        for array in library.arrays.array
        if array.id == one.id and all(n.get(g.part[0].row, SMALL) < SMALL for g in array.group)
    ]
    assert {one.id for one, _ in small} == {
        "pretend-procedure", "pain-two-years", "surgery-small-study",
    }  # fmt: skip
    for one, array in small:
        said, alts = one.words.takeaway, [str(group.picture) for group in one.groups]
        assert "of 100" not in said + one.words.alt + "".join(alts)
        for group, own in zip(one.groups, array.group, strict=True):
            of = n[own.part[0].row]
            assert f"{group.keys[0].count} of {of} " in said
            assert f"{of} circles: {group.keys[0].count} " in "".join(alts)


def test_people_that_we_worked_out_are_called_so(library: Library):
    said = {
        one.id: " ".join([one.words.takeaway, *one.left_open])
        for place in PLACES for one in icon_arrays(library, place)
    }  # fmt: skip
    note = library.words("array.worked_out")
    assert [name for name, text in said.items() if note in text] == ["pain-two-years"]
    assert said["pain-two-years"].startswith("About 32 of 45")
    assert said["surgery-small-study"].startswith("6 of 10")


def test_later_surgery_in_a_small_study_is_told_as_people(library: Library):
    chart = recovery_points(library, "operations")
    said = chart.words.takeaway
    assert "6 to 12 of 100 people had surgery later" in said
    assert "In one small study, 6 of 10 had surgery by 18 months; 4 did not." in said
    shown = {row["Study"]: row["Had surgery"] for row in chart.words.table}
    assert [one for one in shown.values() if one == "6 of 10"]
    assert "60" not in said + " ".join(shown.values())
    assert "(6 of 10)" in recovery_svg(library, chart)
