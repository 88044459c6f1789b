"""The day shows the times that sources give, each from its row, and says where there is none."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from streamlit.testing.v1 import AppTest

from app.blocks.blocks import STATIC
from app.figures.day import chart_of
from app.figures.day_parts import Day, day_parts
from app.knowledge.catalog import Library
from tests.content.visible import visible
from tests.server import ROOT


class Stated(NamedTuple):
    """One statement: typed here by hand from the clinic pages, not read from the tables."""

    low: float | None
    high: float | None
    kind: str
    sources: set[str]


ABOUT_AN_HOUR = {"northside", "mainline", "houstonpain", "twincities", "clinic_aps"}
STATED = {
    "day.arrive": [],
    "day.prepare": [],
    "day.procedure": [
        Stated(30, 45, "range", {"clinic_kansas"}),
        Stated(30, 60, "range", {"seed"}),
        Stated(60, 60, "about", ABOUT_AN_HOUR),
        Stated(None, 120, "under", {"bux"}),
    ],
    "day.recover": [
        Stated(60, 60, "about", {"mainline"}),
        Stated(None, None, "words", {"twincities", "clinic_aps"}),
        Stated(None, None, "words", {"bux"}),
    ],
    "day.home": [],
}


@pytest.fixture
def shown(library: Library) -> Day:
    return day_parts(library)


@pytest.fixture
def written(library: Library) -> list[tuple[float, str]]:
    """The words of the chart with their height, without marks of boldness, from top to bottom."""
    notes = chart_of(library).layout.annotations
    return sorted((note.y, re.sub(r"</?b>", "", note.text)) for note in notes)


def test_the_statements_are_those_of_the_clinic_pages_in_the_order_of_the_day(shown: Day):
    assert [part.key for part in shown.parts] == list(STATED)
    for part in shown.parts:
        found = [Stated(row.low, row.high, row.kind, set(row.sources)) for row in part.rows]
        assert found == STATED[part.key]


def test_every_number_is_that_of_its_row_and_every_source_too(shown: Day, library: Library):
    facts = library.evidence.facts
    for row in shown.rows:
        assert bool(row.row) == (row.kind != "words")
        if row.row:
            fact = facts.loc[row.row]
            minutes = {"minutes": 1, "hours": 60}[fact["unit"]]
            ends = {fact["low"] * minutes}
            if fact["high"] == fact["high"]:
                ends.add(fact["high"] * minutes)
            assert {row.low, row.high} - {None} == ends
            assert set(row.sources) == set(fact["sources"])


def test_how_many_clinics_say_so_is_counted_and_all_are_clinic_pages(shown: Day, library: Library):
    kinds = library.evidence.sources["kind"]
    for row in shown.rows:
        noun = "clinic" if len(row.sources) == 1 else "clinics"
        assert row.who == f"{len(row.sources)} {noun}"
        assert {kinds[source] for source in row.sources} == {"clinic_page"}


def test_a_mark_runs_from_the_low_to_the_high_of_its_row(shown: Day, library: Library):
    drawn = {}
    for trace in chart_of(library).data:
        if trace.type == "bar":
            first, last = trace.base[0], trace.base[-1] + trace.x[-1]
            drawn[trace.name] = (first, last, "under" if trace.marker.pattern.shape else "range")
        else:
            assert trace.mode == "markers"
            drawn[trace.name] = (trace.x[0], trace.x[0], "about")
    assert drawn == {row.row: (row.low or 0, row.high, row.kind) for row in shown.rows if row.row}
    ticks = [int(one.text) for one in chart_of(library).layout.annotations if one.text.isdigit()]
    assert max(high for _, high, _ in drawn.values()) <= max(ticks)


def test_the_pieces_of_an_upper_end_leave_no_gap(library: Library):
    (trace,) = (one for one in chart_of(library).data if one.type == "bar" and len(one.x) > 1)
    ends = [base + length for base, length in zip(trace.base, trace.x, strict=True)]
    assert list(trace.base[1:]) == ends[:-1]
    assert list(trace.marker.pattern.solidity) == sorted(trace.marker.pattern.solidity)


def test_nothing_is_drawn_for_a_part_without_a_time_and_the_chart_says_so(
    shown: Day, library: Library, written: list[tuple[float, str]]
):
    chart = chart_of(library)
    assert len(chart.data) == sum(bool(row.row) for row in shown.rows)
    circles = sorted((one.y0, one.fillcolor) for one in chart.layout.shapes if one.type == "circle")
    hollow = [colour == "rgba(0,0,0,0)" for _, colour in circles]
    assert hollow == [not any(one.high for one in rows) for rows in STATED.values()]
    said = [text for _, text in written]
    assert said.count("No source gives a time") == 3


def test_the_chart_writes_every_statement_once_in_the_order_of_the_day(
    shown: Day, written: list[tuple[float, str]]
):
    texts = [text for _, text in written]
    stated = [row.what[0].upper() + row.what[1:] for row in shown.rows]
    assert [text for text in texts if text in stated] == stated
    assert [text for text in texts if re.fullmatch(r"\d clinics?", text)] == [
        row.who for row in shown.rows
    ]
    begins = [min(y for y, text in written if part.name.startswith(text)) for part in shown.parts]
    assert begins == sorted(begins)


def test_minutes_start_at_zero_in_each_part_with_a_number(written: list[tuple[float, str]]):
    texts = [text for _, text in written]
    assert texts.count("0") == texts.count("minutes") == 2
    assert not [text for text in texts if re.search(r"\d:\d|a\.?m|p\.?m\b", text)]


def test_the_axes_stand_still_and_letters_are_large(library: Library):
    layout = chart_of(library).layout
    assert layout.dragmode is False
    assert layout.xaxis.fixedrange and layout.yaxis.fixedrange
    assert layout.xaxis.range[0] == 0
    assert tuple(layout.yaxis.range) == (layout.height, 0)
    assert min(note.font.size for note in layout.annotations) >= 14


def test_the_sentence_agrees_with_the_statements(shown: Day):
    assert shown.takeaway.startswith(
        "7 of 8 clinic pages put the procedure itself at about 30 to 60 minutes."
    )
    assert "The longest time we found is under 2 hours." in shown.takeaway
    assert "the only number we found is about 1 hour" in shown.takeaway


def test_the_alternative_text_holds_the_sentence_and_the_order(shown: Day):
    assert shown.takeaway in shown.alt
    places = [shown.alt.index(f"Part {n}: {p.name}.") for n, p in enumerate(shown.parts, 1)]
    assert places == sorted(places)


def test_the_table_holds_every_statement_and_every_part_without_one(shown: Day):
    lines = [tuple(visible(str(cell)) for cell in line.values()) for line in shown.table]
    expected = []
    for part in shown.parts:
        expected += [(part.name, row.what, row.who) for row in part.rows]
        if not part.rows:
            expected.append((part.name, "No source gives a time", "no one"))
    assert lines == expected


@pytest.mark.parametrize("form", ["table", "list"])
def test_the_sources_of_every_statement_open_beside_it(form: str, shown: Day, library: Library):
    labels = library.evidence.sources["label"]
    html = " ".join(str(cell) for line in shown.table for cell in line.values())
    words = visible(html if form == "table" else STATIC["day"](library), notes=True)
    for row in shown.rows:
        for source in row.sources:
            assert f"{labels[source]}" in words


def test_the_list_of_the_text_edition_says_the_same(shown: Day, library: Library):
    words = visible(STATIC["day"](library))
    expected = [shown.takeaway]
    for part in shown.parts:
        expected.append(part.name)
        expected += [f"{row.who}: {row.what}" for row in part.rows]
        expected += [] if part.rows else ["No source gives a time"]
    end = 0
    for text in expected:
        end = words.index(text, end) + len(text)


def test_there_is_no_control_and_a_sentence_says_why():
    app = AppTest.from_file(str(ROOT / "tests" / "gallery.py"), default_timeout=30)
    app.query_params["example"] = "the day"
    app.run()
    assert not app.exception
    for kind in ("button", "button_group", "segmented_control", "slider", "selectbox", "radio"):
        assert len(app.get(kind)) == 0, kind
    said = visible(" ".join(one.proto.body for one in app.get("html")))
    assert "More levels can take longer. No source we found says how much." in said
