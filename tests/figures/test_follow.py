"""One row is changed: picture, name, sentence, table, alternative text and text edition follow."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from app.blocks import blocks
from app.figures.icon_array import icon_arrays
from app.figures.recovery import recovery_chart
from app.figures.recovery_points import recovery_points
from app.figures.recovery_svg import recovery_svg
from app.figures.results import result_rows
from app.knowledge.catalog import Library
from app.knowledge.library import read_library
from tests.content.broken import replace
from tests.content.visible import visible
from tests.figures.circles import counted

RESULTS, EVENTS = "evidence/outcomes.csv", "evidence/events.csv"
ODI = "encore.mild.odi.24m,ENCORE,mild,{n},24,ODI,mean_change,{value},"
SURGERY = (
    "mekhail2021.mild.same_level_decompression_surgery.60m,MEKHAIL2021,mild,75,60,"
    "same_level_decompression_surgery,{count},{pct},"
)


@dataclass(frozen=True)
class Everywhere:
    """What shows one measure, as a reader of one library meets it."""

    library: Library
    measure: str

    @property
    def live(self) -> set[tuple[float, str]]:
        """Value and name of every dot of the live chart."""
        figure = recovery_chart(self.library, recovery_points(self.library, self.measure))
        return {(t.y[0], t.text[0]) for t in figure.data if t.type == "scatter"}

    @property
    def words(self) -> dict[str, str]:
        """Everything that is written, by where it stands."""
        chart = recovery_points(self.library, self.measure)
        rows = result_rows(self.library)
        page = blocks.page_body(self.library, self.library.pages["recovery"])
        return {
            "still": recovery_svg(self.library, chart),
            "sentence": chart.words.takeaway,
            "alternative text": chart.words.alt,
            "table": " | ".join(cell for row in chart.words.table for cell in row.values()),
            "passports": "".join(chart.words.sources),
            "page in text": visible(page, notes=True),
            "results": " | ".join(map(str, rows.to_numpy().ravel())),
        }


@pytest.fixture
def changed(content: Path) -> Library:
    replace(RESULTS, ODI.format(n=143, value=-22.7), ODI.format(n=131, value=-31.4))(content)
    replace(EVENTS, SURGERY.format(count=9, pct="12.0"), SURGERY.format(count=18, pct="24.0"))(
        content
    )
    return read_library(content, "en")


def test_a_change_in_a_row_shows_everywhere(library: Library, changed: Library):
    before, after = (Everywhere(one, "odi") for one in (library, changed))
    assert (-22.7, "<b>ENCORE (143)</b>") in before.live
    assert (-31.4, "<b>ENCORE (131)</b>") in after.live
    assert not [one for one in after.live if one[0] == -22.7]
    for old, new, places in (
        ("ENCORE (143)", "ENCORE (131)", ["still"]),
        ("16 to 27 points", "16 to 31 points", ["sentence", "alternative text", "page in text"]),
        ("−22.7 points", "−31.4 points", ["table", "page in text"]),
        ("People in this result: 143.", "People in this result: 131.", ["passports"]),
        ("-22.7", "-31.4", ["results"]),
    ):  # fmt: skip
        for place in places:
            assert old in before.words[place], (old, place)
            assert new in after.words[place], (new, place)
            assert old not in after.words[place], (old, place)


def test_the_page_in_text_shows_the_new_name_and_people(changed: Library):
    page = Everywhere(changed, "odi").words["page in text"]
    assert "ENCORE (131)" in page
    assert "People in this result: 131." in page


def test_the_dot_of_the_still_chart_moves_with_the_row(library: Library, changed: Library):
    old, new = (recovery_points(one, "odi").panels[0] for one in (library, changed))
    was, now = (next(p for p in one.points if p.row["study_id"] == "ENCORE") for one in (old, new))
    for one, point in ((old, was), (new, now)):
        where = f'y="{one.down(point.value):.1f}" overflow="visible"'
        svg = recovery_svg(library, recovery_points(library if one is old else changed, "odi"))
        assert where in svg


def test_a_change_in_a_count_moves_circles_dot_and_words(library: Library, changed: Library):
    def circles(one: Library) -> dict[str, int]:
        found = next(a for a in icon_arrays(one, "harms") if a.id == "surgery-five-years")
        return dict(counted(found.groups[0].picture))

    assert circles(library) == {"full": 12, "ring": 88}
    assert circles(changed) == {"full": 24, "ring": 76}
    after = Everywhere(changed, "operations")
    assert (24.0, "<b>One hospital (75)</b>") in after.live
    page = after.words["page in text"]
    assert "24 had open surgery later (18 of 75). The other 76 did not." in page
    assert "9 of 75" not in page
    assert "24 of 100" in after.words["table"]


def test_a_result_far_outside_still_fits_its_axis(content: Path):
    replace(RESULTS, ODI.format(n=143, value=-22.7), ODI.format(n=143, value=-71.3))(content)
    one = recovery_points(read_library(content, "en"), "odi").panels[0]
    assert one.bottom < -71.3
    assert 3 <= len(one.ticks) <= 9


def test_a_result_for_the_worse_is_drawn_above_the_line(content: Path):
    path = content / RESULTS
    row = next(
        one for one in path.read_text("utf-8").splitlines() if one.startswith("basu.mild.odi")
    )
    worse = row.replace(",-24.0,", ",4.5,").replace(",none,,", ",none,yes,")
    assert worse != row
    replace(RESULTS, row, worse)(content)
    chart = recovery_points(read_library(content, "en"), "odi")
    one = chart.panels[0]
    assert one.top > 4.5
    assert "from 27 points for the better to 5 points for the worse" in chart.words.takeaway
    assert [point.value for point in one.points if point.row["study_id"] == "BASU"] == [4.5]
