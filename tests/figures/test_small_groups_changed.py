"""A group that becomes small changes every picture and word of it, or is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.blocks import blocks
from app.figures.recovery_points import recovery_points
from app.figures.recovery_svg import recovery_svg
from app.figures.results import result_rows
from app.handout.filled import sheet_of
from app.handout.page import summary_html
from app.handout.pdf import summary_pdf
from app.knowledge.catalog import Library
from app.knowledge.faults import ContentError
from app.knowledge.library import read_library
from tests.content.broken import Break
from tests.content.visible import visible
from tests.figures.circles import drawn
from tests.figures.small_groups import people, wrong, wrong_on_sheet
from tests.handout import pdf_read
from tests.handout.summaries import USUAL

DURKIN = "durkin.mild.odi_responder.6m"
ON_SHEET = ("limits-six-months", "surgery-five-years")
"""One result and one harm of one group each, in the place of those that stand on the sheet."""
MEKHAIL = "mekhail2021.mild.same_level_decompression_surgery.60m"
COUNTED = "{{{row}:count}} of {{{row}:n}} people had it. The other {{{row}:rest_count}} did not."


def says(array: str, text: str) -> Break:
    """Return what puts another sentence in the place of that of a result."""

    def change(root: Path) -> None:
        file = root / "en" / "arrays.toml"
        before, begin, rest = file.read_text("utf-8").partition(f'id = "{array}"\n')
        after = re.sub(r'^says = ".*"$', f'says = "{text}"', rest, count=1, flags=re.MULTILINE)
        assert after != rest
        file.write_text(before + begin + after, "utf-8")

    return change


def on_sheet(root: Path) -> None:
    """Put the two results that change on the sheet."""
    file = root / "en" / "arrays.toml"
    text = file.read_text("utf-8").replace("on_sheet = true\n", "")
    for array in ON_SHEET:
        text = text.replace(f'id = "{array}"\n', f'id = "{array}"\non_sheet = true\n')
    file.write_text(text, "utf-8")


def in_counts(root: Path, row: str) -> None:
    """Write a row as people wherever prose names it as a share."""
    for file in [*root.glob("en/**/*.md"), *root.glob("en/**/*.toml")]:
        text = file.read_text("utf-8")
        for form, people_form in (("", ":count"), (":rest", ":rest_count")):
            text = text.replace(f"{{{row}{form}}}", f"{{{row}{people_form}}}")
        file.write_text(text, "utf-8")


def edit(file: Path, pattern: str, by: str) -> None:
    """Write a row of a table anew."""
    text = file.read_text("utf-8")
    file.write_text(re.sub(pattern, by, text, flags=re.MULTILINE), "utf-8")


def with_people(root: Path, n: int) -> Library:
    """Return the content once two studies have so many people: one of results, one of harms."""
    edit(
        root / "evidence" / "outcomes.csv",
        rf"^{re.escape(DURKIN)},DURKIN,mild,\d+,", f"{DURKIN},DURKIN,mild,{n},",
    )  # fmt: skip
    edit(
        root / "evidence" / "events.csv",
        rf"^({re.escape(MEKHAIL)},MEKHAIL2021,mild),\d+,(.*),9,[\d.]+,",
        rf"\1,{n},\2,9,{900 / n:g},",
    )  # fmt: skip
    return read_library(root, "en")


def shown(library: Library, array: str) -> list[dict[str, int]]:
    """Return the different pictures of a result of one group, over all pages."""
    every = "".join(blocks.page_body(library, page) for page in library.pages.values())
    found = [dict(groups[0]) for name, groups in drawn(every) if name == array]
    return [one for place, one in enumerate(found) if one not in found[:place]]


def test_when_a_group_becomes_small_every_picture_and_word_of_it_changes(content: Path):
    says("limits-six-months", f"Of 100, {{{DURKIN}}} had it. The other {{{DURKIN}:rest}} did not.")(
        content
    )
    on_sheet(content)
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
        assert ("40 circles: 10 " in sheet.pictures[0].alt) == counts
        for text in (sheet.says, paper, web):
            assert ("10 of 40 people" in text) == counts
        for text in (sheet.how, paper, web):
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
    assert {file for file, _ in keys} > {"en/pages/whats-next.md", "en/recovery/r6.md"}
