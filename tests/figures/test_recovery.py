"""The recovery chart shows the published points and nothing else, in words as in the picture."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from app.domain.address import MEASURES
from app.figures.labels import Dot, places
from app.figures.recovery import chart_of
from app.figures.recovery_points import (
    FIRST_WEEKS_MONTHS,
    MARKERS,
    PHONE_HEIGHT,
    PHONE_WIDTH,
    RANGES,
    RecoveryPoints,
    marker_size,
    recovery_points,
    when,
)
from app.figures.recovery_svg import recovery_svg
from app.knowledge.catalog import Library


class Point(NamedTuple):
    """One published result: typed here by hand from the sources, not read from the tables."""

    study: str
    part: str
    months: float
    change: float
    people: int
    calculated: bool


SIX_WEEKS = 1.38
PUBLISHED = {
    "odi": {
        Point("MIDAS_I", "", SIX_WEEKS, -17.9, 75, False),
        Point("BASU", "", 6, -24.0, 27, False),
        Point("WONG", "", 12, -26.7, 17, True),
        Point("MOTION", "", 12, -16.0, 69, False),
        Point("ENCORE", "", 24, -22.7, 143, False),
        Point("MOTION", "", 36, -16.9, 48, False),
    },
    "pain": {
        Point("MIDAS_I", "", SIX_WEEKS, -3.6, 75, False),
        Point("BASU", "", 6, -5.2, 27, False),
        Point("WONG", "", 12, -5.3, 17, True),
        Point("MEKHAIL40", "", 12, -3.5, 40, True),
        Point("ENCORE", "", 24, -3.6, 143, False),
        Point("MOTION", "leg", 36, -4.3, 48, False),
        Point("MOTION", "back", 36, -3.0, 48, False),
    },
}


@pytest.fixture(params=MEASURES)
def shown(request: pytest.FixtureRequest, library: Library) -> RecoveryPoints:
    return recovery_points(library, request.param)


def test_the_points_are_the_published_ones(shown: RecoveryPoints):
    rows = {
        Point(row["study_id"], row["part"], row["months"], row["change"], int(row["n"]),
              bool(row["calculated"]))
        for row in shown.points.to_dict("records")
    }  # fmt: skip
    assert rows == PUBLISHED[shown.measure]


def test_nothing_is_drawn_in_the_first_six_weeks(shown: RecoveryPoints, library: Library):
    assert shown.points["months"].min() >= FIRST_WEEKS_MONTHS
    figure = chart_of(library, shown.measure)
    assert min(x for trace in figure.data for x in trace.x) >= FIRST_WEEKS_MONTHS
    assert abs(FIRST_WEEKS_MONTHS - 6 * 12 / 52) < 0.01


def test_the_sentence_agrees_with_the_points(shown: RecoveryPoints):
    points = PUBLISHED[shown.measure]
    sizes = sorted(abs(point.change) for point in points)
    low, high = (
        (round(sizes[0]), round(sizes[-1])) if shown.measure == "odi" else (sizes[0], sizes[-1])
    )
    assert f"In {len(points)} results from {len({p.study for p in points})} studies" in (
        shown.takeaway
    )
    assert f"was {low:g} to {high:g} points for the better" in shown.takeaway
    assert "6 weeks to 3 years after MILD" in shown.takeaway
    assert "cannot show how the same people would have been without MILD" in shown.takeaway


def test_the_alternative_text_holds_the_sentence(shown: RecoveryPoints):
    assert shown.takeaway in shown.alt


def test_the_table_holds_every_point_and_says_which_change_we_worked_out(shown: RecoveryPoints):
    points = PUBLISHED[shown.measure]
    assert len(shown.table) == len(points)
    changes = {(row["Change"], row["People"]) for row in shown.table.to_dict("records")}
    for point in points:
        how = "worked out by us from two averages" if point.calculated else "as printed"
        assert (f"{point.change:g} ({how})", str(point.people)) in changes
    assert shown.table["Paid for by"].str.len().min() > 0


def test_only_an_arm_of_a_trial_is_called_one(shown: RecoveryPoints):
    for row in shown.table.to_dict("records"):
        trial = row["Study"].startswith(("ENCORE", "MOTION"))
        assert ("group of a trial" in row["Compared with"]) == trial


def test_the_chart_draws_markers_and_no_line(shown: RecoveryPoints, library: Library):
    figure = chart_of(library, shown.measure)
    assert {trace.mode for trace in figure.data} == {"markers+text"}
    drawn = {(trace.x[0], trace.y[0]) for trace in figure.data}
    assert drawn == {(p.months, p.change) for p in PUBLISHED[shown.measure]}
    assert all(len(trace.x) == 1 for trace in figure.data)


def test_every_point_lies_inside_the_axes(shown: RecoveryPoints, library: Library):
    figure = chart_of(library, shown.measure)
    bottom, top = figure.layout.yaxis.range
    first, last = figure.layout.xaxis.range
    for trace in figure.data:
        assert bottom < trace.y[0] < top
        assert first < trace.x[0] < last


def test_the_band_is_that_of_the_published_thresholds(library: Library):
    assert recovery_points(library, "odi").noticeable == (8.0, 15.0)
    assert recovery_points(library, "pain").noticeable == (1.5, 2.0)


def test_each_study_keeps_its_shape_and_colour(library: Library):
    studies = {point.study for points in PUBLISHED.values() for point in points}
    assert studies == set(MARKERS)
    assert len(set(MARKERS.values())) == len(MARKERS)


def test_the_area_of_a_marker_grows_with_the_number_of_people():
    sizes = [marker_size(people) for people in (1, 17, 48, 75, 143)]
    assert sizes == sorted(set(sizes))
    assert (marker_size(400) - marker_size(0)) == 2 * (marker_size(100) - marker_size(0))


def test_the_still_chart_holds_the_same_points_and_the_same_words(
    shown: RecoveryPoints, library: Library
):
    svg = ElementTree.fromstring(recovery_svg(library, shown))
    assert svg.get("aria-label") == shown.alt
    moved = [one for one in svg.iter() if "translate(" in (one.get("transform") or "")]
    assert len(moved) == len(PUBLISHED[shown.measure])
    texts = [one.text for one in svg.iter() if one.tag.endswith("text")]
    for label in shown.points["label"]:
        assert label in texts


def test_the_still_chart_connects_no_points(shown: RecoveryPoints, library: Library):
    svg = recovery_svg(library, shown)
    assert "polyline" not in svg
    outside = re.sub(r'<g transform="translate.*?</g>', "", svg)
    assert outside.count("<path") == 1  # the line of no change


@pytest.mark.parametrize(
    ("months", "words"),
    [(1.38, "6 weeks"), (1.84, "8 weeks"), (3, "3 months"), (6, "6 months"), (12, "1 year"),
     (24, "2 years"), (18, "18 months"), (60, "5 years")],
)  # fmt: skip
def test_a_time_is_said_in_the_words_of_its_size(months: float, words: str, library: Library):
    assert when(months, library) == words


LINE = 18.0


def letters(text: str) -> float:
    """Return the width of a name at 15 pixels, capitals wide; our own measure, not the app's."""
    return sum(9.7 if letter.isupper() else 4.0 if letter in " ()i" else 7.9 for letter in text)


def boxes(shown: RecoveryPoints) -> dict[str, tuple[float, float, float, float]]:
    """Return where each dot and each name lies on a phone 320 pixels wide."""
    bottom, top = RANGES[shown.measure]
    found = {}
    for row in shown.points.to_dict("records"):
        x = PHONE_WIDTH * (row["months"] + 1) / 63
        y = PHONE_HEIGHT * (top - row["change"]) / (top - bottom)
        half = marker_size(int(row["n"])) / 2
        wide, reach = letters(row["label"]), half + 4
        left, above = {
            "right": (x + reach, y - LINE / 2),
            "left": (x - reach - wide, y - LINE / 2),
            "above": (x - wide / 2, y - reach - LINE),
            "below": (x - wide / 2, y + reach),
            "above-right": (x + half, y - reach - LINE),
            "below-right": (x + half, y + reach),
        }[row["place"]]
        found[f"dot {row['label']} {row['months']}"] = (x - half, y - half, x + half, y + half)
        found[f"name {row['label']} {row['months']}"] = (left, above, left + wide, above + LINE)
    return found


def test_on_a_phone_no_name_covers_a_dot_or_another_name(shown: RecoveryPoints):
    found = list(boxes(shown).items())
    covered = [
        (one, other)
        for number, (one, a) in enumerate(found)
        for other, b in found[number + 1 :]
        if not (one.startswith("dot") and other.startswith("dot"))
        if min(a[2], b[2]) - max(a[0], b[0]) > 0 and min(a[3], b[3]) - max(a[1], b[1]) > 0
    ]
    assert covered == []


def test_on_a_phone_no_name_leaves_the_chart(shown: RecoveryPoints):
    names = {name: box for name, box in boxes(shown).items() if name.startswith("name")}
    assert {name for name, box in names.items() if box[0] < 0 or box[2] > PHONE_WIDTH} == set()


def test_a_name_goes_where_there_is_room():
    assert places([Dot(50, 50, 5, "A")], 240) == ["right"]
    assert places([Dot(230, 50, 5, "Study")], 240)[0] in ("above", "below", "left")
    crowded = [Dot(50, 50, 5, "A"), Dot(62, 50, 5, "B")]
    assert places(crowded, 240)[0] != "right"
