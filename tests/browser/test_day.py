"""The picture of the day can be read at every width and is described in words."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import expect

from app.figures.day_parts import day_parts
from app.knowledge.catalog import Library
from tests.browser.conftest import NARROW, PATIENCE, WIDTHS
from tests.browser.views import CHARTS_CODE, held_back

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("day")]

SMALLEST = 14  # pixels on the screen
# Every word and every mark of the picture, and the picture itself, as boxes on the screen.
BOXES = """() => {
  const chart = document.querySelector('.st-key-day-chart');
  const box = one => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const words = [...chart.querySelectorAll('.main-svg text')].filter(one => one.textContent);
  return {
    picture: box(chart.querySelector('.main-svg')),
    marks: [...chart.querySelectorAll('.bars .point path, .scatterlayer .point')].map(box),
    words: words.map(one => ({
      ...box(one),
      words: one.textContent,
      size: parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a,
    })),
  };
}"""


def over(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes share more than the hair's breadth that letters leave free."""
    wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
    high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return wide > 0.5 and high > 2.5


@pytest.mark.parametrize("width", WIDTHS)
def test_no_word_of_the_day_covers_another_or_a_mark_or_is_cut_off(open_page, width: int):
    page = open_page("/procedure", width=width)
    page.locator(".st-key-day-chart .bars path").nth(5).wait_for(state="attached")
    page.evaluate("document.fonts.ready")
    found = page.evaluate(BOXES)
    words, picture = found["words"], found["picture"]
    assert len(words) > 25
    assert len(found["marks"]) > 5
    assert not [one["words"] for one in words if one["size"] < SMALLEST]
    assert not [
        one["words"]
        for one in words
        if one["left"] < picture["left"] - 1
        or one["right"] > picture["right"] + 1
        or one["top"] < picture["top"] - 1
        or one["bottom"] > picture["bottom"] + 1
    ]
    assert not [(a["words"], b["words"]) for a, b in combinations(words, 2) if over(a, b)]
    assert not [one["words"] for one in words for mark in found["marks"] if over(one, mark)]


def test_the_day_has_its_height_before_its_picture_comes(open_page, server):
    page = open_page("/procedure", width=NARROW, wait=False)
    chart = page.locator(".st-key-day-chart")
    with held_back(page, CHARTS_CODE):
        page.goto(f"{server.url}/procedure")
        page.wait_for_selector("footer.about", state="attached")
        before = chart.bounding_box()
        assert not chart.locator(".main-svg").count()
    chart.locator(".main-svg").first.wait_for(state="attached")
    assert before is not None
    assert chart.bounding_box() == before


def test_the_day_is_a_figure_that_says_what_it_shows(open_page, library: Library):
    page = open_page("/procedure", width=NARROW)
    figure = page.get_by_role("figure", name=day_parts(library).alt, exact=True)
    # Its picture is there before its name, on a busy machine.
    expect(figure).to_have_count(1, timeout=PATIENCE)
    expect(figure.locator(".main-svg").first).to_be_visible(timeout=PATIENCE)
    assert page.locator(".st-key-day-chart .modebar").count() == 0
