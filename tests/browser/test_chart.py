"""The recovery chart can be read on a phone and is described in words."""

from __future__ import annotations

import pytest

from app.figures.recovery_points import recovery_points
from app.knowledge.catalog import Library
from tests.browser.conftest import NARROW, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chart")]

SMALLEST = 14  # pixels on the screen
CHART = "[data-testid=stPlotlyChart]"
# Every word of the chart: its size on the screen, and whether it lies inside the picture.
WORDS = """() => {
  const picture = document.querySelector('.main-svg').getBoundingClientRect();
  const words = [...document.querySelectorAll('.main-svg text')];
  return words.filter(one => one.textContent).map(one => {
    const box = one.getBoundingClientRect();
    return {
      words: one.textContent,
      size: parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a,
      inside: box.left >= picture.left - 1 && box.right <= picture.right + 1
        && box.top >= picture.top - 1 && box.bottom <= picture.bottom + 1,
    };
  });
}"""


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("measure", ["odi", "pain"])
def test_every_word_of_the_chart_is_large_enough_and_inside(open_page, measure: str, width: int):
    page = open_page(f"/recovery?measure={measure}", width=width)
    page.locator(".main-svg").first.wait_for(state="attached")  # the chart may come last of all
    words = page.evaluate(WORDS)
    assert len(words) > 10
    assert not [one for one in words if one["size"] < SMALLEST]
    assert not [one["words"] for one in words if not one["inside"]]


@pytest.mark.parametrize("measure", ["odi", "pain"])
def test_the_chart_is_a_figure_that_says_what_it_shows(open_page, library: Library, measure: str):
    page = open_page(f"/recovery?measure={measure}", width=NARROW)
    figure = page.get_by_role("figure", name=recovery_points(library, measure).alt, exact=True)
    assert figure.count() == 1
    assert figure.locator(".main-svg").first.is_visible()
