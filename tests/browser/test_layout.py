"""Room and order: no sideways scroll, large targets, headings in order, readable chart type."""

from __future__ import annotations

import itertools

import pytest

from tests.browser.views import PAGES

pytestmark = pytest.mark.browser

SMALL = """least => [...document.querySelectorAll(
  '#root :is(button, a, summary, input, [role=radio], [role=checkbox])')]
  .filter(e => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
  .filter(e => !e.closest('[popover], [data-testid=stSkipToContent]') && !e.matches('.term'))
  .filter(e => !(e.tagName === 'A' && e.closest('p, li, td, figcaption')))
  .map(e => [e, (e.tagName === 'INPUT' ? e.closest('label') || e : e).getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < least - 0.5 || box.width < 24 - 0.5))
  .map(([e, box]) => [e.outerHTML.slice(0, 120), Math.round(box.width), Math.round(box.height)])"""

HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter(e => e.checkVisibility() && !e.closest('[popover], #first-words'))
  .map(e => Number(e.tagName[1]))"""


def _pages():
    return [
        pytest.param(path, marks=pytest.mark.xdist_group(f"layout {name}"))
        for name, path in {**PAGES, "leaf": "/whats-next?node=L9"}.items()
    ]


@pytest.mark.parametrize("path", _pages())
def test_nothing_scrolls_sideways(open_page, path: str):
    page = open_page(path, width=320)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        widest = page.evaluate(
            """() => Math.max(document.documentElement.scrollWidth,
            document.querySelector('[data-testid=stMain]').scrollWidth)"""
        )
        assert widest <= width


@pytest.mark.parametrize("path", _pages())
def test_no_control_is_smaller_than_a_finger_needs(open_page, path: str):
    page = open_page(path, width=320)
    assert page.evaluate(SMALL, 24) == []
    primary = [
        one for one in page.evaluate(SMALL, 44) if "cite" not in one[0] and "input" not in one[0]
    ]
    assert primary == []


@pytest.mark.parametrize("path", _pages())
def test_headings_begin_with_one_h1_and_skip_no_level(open_page, path: str):
    levels = open_page(path).evaluate(HEADINGS)
    assert levels[0] == 1 and levels.count(1) == 1
    jumps = [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]
    assert not jumps


@pytest.mark.parametrize("path", [f"/text{path}".rstrip("/") for path in PAGES.values()])
@pytest.mark.xdist_group("layout text")
def test_a_text_edition_fits_and_keeps_its_headings_in_order(open_page, path: str):
    page = open_page(path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    levels = page.evaluate(HEADINGS)
    assert levels.count(1) == 1
    assert not [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]


@pytest.mark.xdist_group("layout recovery")
def test_the_chart_is_readable_on_a_narrow_phone(open_page):
    page = open_page("/recovery", width=320)
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.main-svg text')]
        .filter(e => e.textContent.trim())
        .map(e => parseFloat(getComputedStyle(e).fontSize))"""
    )
    assert sizes and min(sizes) >= 14
    assert page.get_by_role("figure", name="Dot chart").count() == 1
