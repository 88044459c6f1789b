"""Under 50 people a picture has as many circles as people, wherever it is drawn."""

from __future__ import annotations

import csv
import dataclasses
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from app.blocks import blocks, charts
from app.domain import chances
from app.figures.circles import circles, data_uri
from app.figures.icon_array import IconArray, icon_arrays
from app.figures.recovery_points import recovery_points
from app.figures.recovery_svg import recovery_svg
from app.figures.results import result_rows
from app.handout.filled import sheet_of
from app.handout.page import summary_html
from app.handout.pdf import summary_pdf
from app.knowledge.catalog import Library
from app.knowledge.clinic_view import SCREENS
from app.knowledge.faults import ContentError
from app.knowledge.library import read_library
from app.knowledge.models import PAGE_IDS
from app.web.shell import text_edition
from tests.content.broken import Break
from tests.content.visible import visible
from tests.figures.circles import counted, drawn
from tests.handout import pdf_read
from tests.handout.summaries import USUAL
from tests.pages.reader import html, opened, screen
from tests.server import ROOT

PLACES = ("results", "harms", "without", "open_surgery")
SMALL = 50
DURKIN = "durkin.mild.odi_responder.6m"
MEKHAIL = "mekhail2021.mild.same_level_decompression_surgery.60m"
COUNTED = "{{{row}:count}} of {{{row}:n}} people had it. The other {{{row}:rest_count}} did not."
PAIR = (
    "motion.mild_cmm.any_device_or_procedure_ae.12m",
    "motion.cmm.any_device_or_procedure_ae.12m",
)


def people() -> dict[str, int]:
    """Return how many people each row of the tables counts, read without the app's own code."""
    found = {}
    for table, column in (("outcomes", "population_n"), ("events", "n")):
        with (ROOT / "content" / "evidence" / f"{table}.csv").open(encoding="utf-8") as file:
            found |= {row["id"]: int(row[column]) for row in csv.DictReader(file) if row[column]}
    return found


def wanted(library: Library, n: dict[str, int]) -> dict[str, list[int]]:
    """Return how many circles each group of each result must have."""
    said = {
        array.id: [n.get(group.part[0].row, SMALL) for group in array.group]
        for array in library.arrays.array
    }
    return {name: [one if one < SMALL else 100 for one in each] for name, each in said.items()}


def wrong(library: Library, page: str, n: dict[str, int]) -> list[str]:
    """Return every picture of a piece of HTML whose circles are not as many as they must be."""
    allowed = wanted(library, n)
    return [
        f"{name}: {[sum(one.values()) for one in groups]}"
        for name, groups in drawn(page)
        if [sum(one.values()) for one in groups] != allowed.get(name)
    ]


def on_sheet(library: Library) -> list[str]:
    """Return the ids of the results on the sheet, in order."""
    return [one.id for one in library.arrays.array if one.on_sheet]


def wrong_on_sheet(library: Library, n: dict[str, int]) -> list[str]:
    """Return every picture of the sheet, as HTML and as given to the typesetter, that is wrong."""
    allowed = wanted(library, n)
    page = summary_html(library, USUAL).decode()
    found = []
    for name, one in zip(on_sheet(library), sheet_of(library, USUAL).panels, strict=True):
        address = data_uri("image/svg+xml", one.svg.encode())
        picture = f'<img class="circles" src="{address}" alt="">'
        count = sum(counted(Markup(picture)).values())
        if [count] != allowed[name] or page.count(f'src="{address}"') != 1:
            found.append(f"{name}: {count}")
    return found


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
    assert found == ["surgery-small-study: [100]", "pain-two-years: [100]"]


def says(array: str, text: str) -> Break:
    """Return what puts another sentence in the place of that of a result."""

    def change(root: Path) -> None:
        file = root / "en" / "arrays.toml"
        before, begin, rest = file.read_text("utf-8").partition(f'id = "{array}"\n')
        after = re.sub(r'^says = ".*"$', f'says = "{text}"', rest, count=1, flags=re.MULTILINE)
        assert after != rest
        file.write_text(before + begin + after, "utf-8")

    return change


def in_counts(root: Path, row: str) -> None:
    """Write a row as people wherever prose names it as a share."""
    for file in [*root.glob("en/**/*.md"), *root.glob("en/**/*.toml")]:
        text = file.read_text("utf-8")
        for form, people_form in (("", ":count"), (":rest", ":rest_count")):
            text = text.replace(f"{{{row}{form}}}", f"{{{row}{people_form}}}")
        file.write_text(text, "utf-8")


def with_people(root: Path, n: int) -> Library:
    """Return the content once two studies have so many people: one of results, one of harms."""
    file = root / "evidence" / "outcomes.csv"
    rows = file.read_text("utf-8")
    file.write_text(
        re.sub(
            rf"^{re.escape(DURKIN)},DURKIN,mild,\d+,",
            f"{DURKIN},DURKIN,mild,{n},",
            rows,
            flags=re.MULTILINE,
        ),
        "utf-8",
    )
    file = root / "evidence" / "events.csv"
    rows = file.read_text("utf-8")
    file.write_text(
        re.sub(
            rf"^({re.escape(MEKHAIL)},MEKHAIL2021,mild),\d+,(.*),9,[\d.]+,",
            rf"\1,{n},\2,9,{900 / n:g},",
            rows,
            flags=re.MULTILINE,
        ),
        "utf-8",
    )
    return read_library(root, "en")  # fmt: skip


def shown(library: Library, array: str) -> list[dict[str, int]]:
    """Return the different pictures of a result of one group, over all pages."""
    every = "".join(blocks.page_body(library, page) for page in library.pages.values())
    found = [dict(groups[0]) for name, groups in drawn(every) if name == array]
    return [one for place, one in enumerate(found) if one not in found[:place]]


def test_when_a_group_becomes_small_every_picture_and_word_of_it_changes(content: Path):
    before = with_people(content, 60)
    for row in (DURKIN, MEKHAIL):
        in_counts(content, row)
    says("limits-six-months", COUNTED.format(row=DURKIN))(content)
    says("surgery-five-years", COUNTED.format(row=MEKHAIL))(content)
    after = with_people(content, 40)
    assert shown(before, "limits-six-months") == [{"full": 25, "ring": 75}]
    assert shown(after, "limits-six-months") == [{"full": 10, "ring": 30}]
    assert shown(before, "surgery-five-years") == [{"full": 15, "ring": 85}]
    assert shown(after, "surgery-five-years") == [{"full": 9, "ring": 31}]
    for library, n in ((before, 60), (after, 40)):
        rows = {**people(), DURKIN: n, MEKHAIL: n}
        for page in library.pages.values():
            assert not wrong(library, blocks.page_body(library, page), rows)
        assert not wrong_on_sheet(library, rows)

    page = visible(blocks.page_body(after, after.pages["recovery"]))
    assert "10 of 40 people had it. The other 30 did not." in page
    assert "9 of 40 people had it. The other 31 did not." in page
    for one, counts in ((before, False), (after, True)):
        [sheet, _] = sheet_of(one, USUAL).panels
        paper = pdf_read.words(pdf_read.read(summary_pdf(one, USUAL)))
        web = visible(summary_html(one, USUAL).decode())
        for text in (sheet.says, sheet.alt, paper, web):
            assert ("10 of 40 people" in text) == counts
            assert ("Each circle is one person." in text) == counts
        chart = recovery_points(one, "operations")
        table = " | ".join(cell for row in chart.words.table for cell in row.values())
        for text in (chart.words.takeaway, chart.words.alt, recovery_svg(one, chart), table):
            assert ("9 of 40" in text) == counts
        results = " | ".join(map(str, result_rows(one).to_numpy().ravel()))
        assert ("9 of 40" in results) == counts
        assert "22.5 of 100" not in results


def test_a_group_that_becomes_small_is_refused_while_its_words_are_of_100(content: Path):
    with_people(content, 60)
    with pytest.raises(ContentError) as refused:
        with_people(content, 40)
    keys = {(fault.file, fault.key) for fault in refused.value.faults}
    assert ("en/arrays.toml", "limits-six-months.says") in keys
    assert ("en/arrays.toml", "surgery-five-years.says") in keys
    assert {file for file, _ in keys} > {"en/pages/whats-next.md", "en/safety.toml"}


# ---- two groups, what a circle is ----


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
    assert {one.id for one, _ in small} == {"pain-two-years", "surgery-small-study"}
    for one, array in small:
        said, alts = one.words.takeaway, [str(group.picture) for group in one.groups]
        assert "of 100" not in said + one.words.alt + "".join(alts)
        for group, own in zip(one.groups, array.group, strict=True):
            of = n[own.part[0].row]
            assert f"{group.keys[0].count} of {of} people" in said
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
    assert "In one small study, 6 of 10 people had surgery by 18 months; 4 did not." in said
    shown = {row["Study"]: row["Had surgery"] for row in chart.words.table}
    assert [one for one in shown.values() if one == "6 of 10"]
    assert "60" not in said + " ".join(shown.values())
    assert "(6 of 10)" in recovery_svg(library, chart)
