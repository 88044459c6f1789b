"""The still chart shows what the live one shows, in the same box."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from app.domain.measures import MEASURES, OPEN
from app.figures.recovery_points import TimeChart, open_surgery, recovery_points
from app.figures.recovery_svg import recovery_svg
from app.knowledge.catalog import Library
from tests.figures.published import published


@pytest.fixture(params=[*MEASURES, *OPEN])
def shown(request: pytest.FixtureRequest, library: Library) -> TimeChart:
    one = request.param
    return open_surgery(library, one) if one in OPEN else recovery_points(library, one)


def test_the_printed_range_is_drawn_where_there_is_one(library: Library):
    for measure in OPEN:
        svg = recovery_svg(library, open_surgery(library, measure))
        assert svg.count('class="range"') == 3
    assert not [p for one in MEASURES for p in recovery_points(library, one).points if p.ends]


def test_the_still_chart_holds_the_same_points_and_the_same_words(
    shown: TimeChart, library: Library
):
    box = ElementTree.fromstring(recovery_svg(library, shown))
    svg = box.find("svg")
    assert svg is not None
    assert svg.get("aria-label") == shown.words.alt
    dots = [one for one in svg.iter() if one.get("class") == "dot"]
    assert len(dots) == len(published(shown))
    texts = [one.text for one in svg.iter() if one.tag.endswith("text")]
    for point in shown.points:
        assert set(point.name) <= set(texts)


def test_the_still_chart_connects_no_points(shown: TimeChart, library: Library):
    svg = recovery_svg(library, shown)
    assert "polyline" not in svg
    outside = re.sub(r'<path class="(dot|range)".*?/>|<defs>.*?</defs>', "", svg)
    assert "<path" not in outside
    assert all('y1="{0}" y2="{0}"'.format(*re.findall(r'y1="(.*?)"', line)) in line
               for line in re.findall(r"<line.*?/>", svg))  # fmt: skip


def test_the_still_chart_can_be_silent(library: Library):
    svg = recovery_svg(library, recovery_points(library, "odi"), spoken=False)
    assert 'aria-hidden="true"' in svg
    assert "aria-label" not in svg
