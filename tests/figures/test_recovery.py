"""The charts over time show the published points and nothing else, in words as in the picture."""

from __future__ import annotations

from html import escape

import pytest

from app.domain.measures import KINDS, LAST_MONTHS, MEASURES, OPEN, SIX_WEEKS
from app.figures.kit import when
from app.figures.recovery import chart_of
from app.figures.recovery_frame import height
from app.figures.recovery_looks import COLOURS, SHAPES, SIZES, looks, size_of
from app.figures.recovery_points import TimeChart, open_surgery, recovery_points
from app.knowledge.catalog import Library
from tests.figures.published import PUBLISHED, Published, published


@pytest.fixture(params=[*MEASURES, *OPEN])
def shown(request: pytest.FixtureRequest, library: Library) -> TimeChart:
    one = request.param
    return open_surgery(library, one) if one in OPEN else recovery_points(library, one)


@pytest.fixture(params=MEASURES)
def chosen(request: pytest.FixtureRequest, library: Library) -> TimeChart:
    return recovery_points(library, request.param)


def test_the_points_are_the_published_ones(shown: TimeChart):
    found = {
        Published(
            row["study_id"], row["part"], row["months"], row["value"],
            None if row["n"] != row["n"] else int(row["n"]), bool(row["calculated"]),
        )
        for row in (point.row for point in shown.points)
    }  # fmt: skip
    assert found == published(shown)
    assert len(shown.points) == len(found)


def test_no_score_is_drawn_between_the_day_and_six_weeks(chosen: TimeChart, library: Library):
    times = [x for trace in chart_of(library, chosen.name).data if trace.type == "scatter"
             for x in trace.x]  # fmt: skip
    assert not [x for x in times if 0 < x < SIX_WEEKS - 0.01]
    assert abs(SIX_WEEKS - 1.38) < 0.01


@pytest.mark.parametrize("measure", ["odi", "pain"])
def test_the_weeks_and_years_without_figures_are_hatched_and_said(measure: str, library: Library):
    chart = recovery_points(library, measure)
    gaps = [(gap.begin, gap.end) for gap in chart.panels[0].gaps]
    assert gaps == [(0, 1.38), (36, LAST_MONTHS)]
    bars = [trace for trace in chart_of(library, measure).data if trace.type == "bar"]
    drawn = [(bar.x[0] - bar.width[0] / 2, bar.x[0] + bar.width[0] / 2) for bar in bars]
    assert [(round(a, 2), round(b, 2)) for a, b in drawn] == gaps
    assert all(bar.marker.pattern.shape for bar in bars)
    for words in ("No figures before 6 weeks.", "No figures after 3 years."):
        assert words in chart.words.alt
    notes = [note.text for note in chart_of(library, measure).layout.annotations]
    assert "No figures<br>before 6 weeks" in notes


@pytest.mark.parametrize("measure", ["odi", "pain"])
def test_the_sentence_on_changes_agrees_with_the_points(measure: str, library: Library):
    points, said = PUBLISHED[measure], recovery_points(library, measure).words.takeaway
    sizes = sorted(abs(point.value) for point in points)
    low, high = (round(sizes[0]), round(sizes[-1])) if measure == "odi" else (sizes[0], sizes[-1])
    assert f"In {len(points)} results from {len({p.study for p in points})} studies" in said
    assert f"was {low:g} to {high:g} points for the better, 6 weeks to 3 years after MILD" in said
    assert "cannot show how the same people would have been without MILD" in said


def test_the_sentence_on_later_surgery_has_both_frames(library: Library):
    said = recovery_points(library, "operations").words.takeaway
    assert "In 4 studies, 6 to 12 of 100 people had surgery later and 94 to 88 did not" in said


def test_the_sentence_on_walking_names_start_end_and_people(library: Library):
    said = recovery_points(library, "walking").words.takeaway
    for words in ("40 people", "from 8 to 56 minutes", "from 246 to 3,956 feet", "no other group"):
        assert words in said


def test_the_alternative_text_holds_the_sentence(shown: TimeChart):
    assert shown.words.takeaway in shown.words.alt


def test_the_table_holds_every_point_and_says_which_change_we_worked_out(shown: TimeChart):
    points = published(shown)
    assert len(shown.words.table) == len(points)
    cells = [" | ".join(row.values()) for row in shown.words.table]
    for point in points:
        value = f"{point.value:,g}".replace("-", "−")
        people = "not stated" if point.people is None else f"{point.people:,}"
        if point.study == "WILKINSON":  # ten people are counted
            value = "6 of 10"
        assert [one for one in cells if value in one and people in one], point
    worked_out = [one for one in cells if "worked out by us from two averages" in one]
    assert len(worked_out) == sum(point.calculated for point in points)
    assert all(row["Paid for by"] and row["Where we read it"] for row in shown.words.table)


def test_only_an_arm_of_a_trial_is_called_one(chosen: TimeChart):
    for row in chosen.words.table:
        trial = row["Study"] in ("ENCORE", "MOTION")
        assert ("group of a trial" in row["Compared with"]) == trial


def test_every_result_has_a_passport_with_its_people_and_payer(shown: TimeChart, library: Library):
    notes = "".join(shown.words.sources)
    sources = library.evidence.sources
    for point in shown.points:
        source = sources.loc[point.row["source_id"]]
        people = "not stated" if point.hollow or point.row["n"] != point.row["n"] else (
            f"{int(point.row['n']):,}"
        )  # fmt: skip
        assert f"People in this result: {people}." in notes
        assert escape(source["label"]) in notes
        assert f"Paid for by: {escape(source['funding'].rstrip('.'))}." in notes
    assert "Compared with: " in notes
    assert "Last read on December" in notes


def test_the_chart_draws_markers_and_no_line(chosen: TimeChart, library: Library):
    dots = [trace for trace in chart_of(library, chosen.name).data if trace.type == "scatter"]
    assert {trace.mode for trace in dots} == {"markers+text"}
    drawn = sorted((trace.x[0], trace.y[0]) for trace in dots)
    assert drawn == sorted((p.months, p.value) for p in published(chosen))
    assert all(len(trace.x) == 1 for trace in dots)


def test_every_point_lies_inside_its_axes(shown: TimeChart):
    for one in shown.panels:
        for point in one.points:
            assert one.bottom <= point.value < one.top
            assert 0 <= point.months <= LAST_MONTHS


def test_values_count_from_zero(shown: TimeChart):
    for one in shown.panels:
        assert 0 in one.ticks
        assert one.bottom == 0 or KINDS[one.measure] == "change"


def test_the_band_is_that_of_the_published_thresholds(library: Library):
    odi, pain = (recovery_points(library, one).panels[0] for one in ("odi", "pain"))
    assert odi.noticed == (8.0, 15.0)
    assert pain.noticed == (1.5, 2.0)
    assert "8 to 15 points" in " ".join(odi.band)
    assert "sources differ" in " ".join(odi.band)
    for one in recovery_points(library, "walking").panels:
        assert one.noticed is None  # no source gives one in minutes or feet


def test_each_study_keeps_its_own_shape_and_colour(library: Library):
    found = looks(library)
    assert {point.study for points in PUBLISHED.values() for point in points} == set(found)
    assert len(set(found.values())) == len(found)
    for measure in MEASURES:
        for point in recovery_points(library, measure).points:
            assert (point.shape, point.colour) == found[point.row["study_id"]]


def test_in_no_chart_do_two_studies_share_a_shape(shown: TimeChart):
    shapes = {point.row["study_id"]: point.shape for point in shown.points}
    assert len(set(shapes.values())) == len(shapes)


def test_the_size_of_a_shape_follows_steps_that_are_said(chosen: TimeChart):
    sizes = [size_of(people) for people in (1, 25, 26, 50, 51, 100, 101, 14_485)]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == len(SIZES)
    for point in chosen.points:
        assert point.size == size_of(point.row["n"])
    if chosen.panels[0].kind != "level":
        assert "up to 25, 50, 100, or more" in chosen.words.how


def test_a_result_without_its_number_of_people_is_hollow(library: Library):
    points = recovery_points(library, "operations").points
    assert {point.row["study_id"] for point in points if point.hollow} == {"ENCORE", "MOTION"}
    assert all(point.name == (f"{name} (?)",) for point in points if point.hollow
               for name in [point.row["study_id"]])  # fmt: skip
    symbols = {trace.marker.symbol for trace in chart_of(library, "operations").data}
    assert sum(symbol.endswith("-open") for symbol in symbols) == 2


def test_all_charts_of_the_switch_are_as_high(library: Library):
    heights = {height(recovery_points(library, one).panels) for one in MEASURES}
    assert len(heights) == 1
    for one in MEASURES:
        assert chart_of(library, one).layout.height in heights


@pytest.mark.parametrize(
    ("months", "words"),
    [(1.38, "6 weeks"), (1.84, "8 weeks"), (3, "3 months"), (6, "6 months"), (12, "1 year"),
     (24, "2 years"), (18, "18 months"), (60, "5 years")],
)  # fmt: skip
def test_a_time_is_said_in_the_words_of_its_size(months: float, words: str, library: Library):
    assert when(months, library) == words


def test_there_are_shapes_and_colours_for_many_more_studies():
    assert len(set(SHAPES)) == len(SHAPES) >= 10
    assert len(set(COLOURS)) == len(COLOURS) >= 9
