"""The recovery in nine stretches: opened by keyboard, narrow and wide, on paper, without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from app.knowledge.catalog import Library
from tests.browser.conftest import NARROW, SCHEMES, WIDE, focus_before, looks, resize, wear

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("milestones")]

STRETCHES = ".milestones > details"
MOST_STOPS = 400
OPEN = f"[...document.querySelectorAll('{STRETCHES}')].map(one => one.open)"
# The stretch whose heading has the focus: its place, and whether it is open.
HERE = f"""() => {{
  const one = document.activeElement;
  const place = [...document.querySelectorAll('{STRETCHES} > summary')].indexOf(one);
  return [place, place >= 0 && one.parentElement.open];
}}"""
# What of the stretches sticks out of the screen, or out of their own frame.
OUTSIDE = """() => {
  const frame = document.querySelector('.milestones');
  const parts = [...frame.querySelectorAll('*')].filter(one => one.checkVisibility());
  const out = parts.filter(one => one.getBoundingClientRect().right > innerWidth);
  return [frame.scrollWidth - frame.clientWidth, parts.length, out.map(one => one.outerHTML)];
}"""


def open_all(page: Page, library: Library) -> None:
    """Go through the stretches with the Tab key and open each one that is closed."""
    focus_before(page, STRETCHES)
    seen: list[int] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        place, is_open = page.evaluate(HERE)
        if place >= 0:
            seen.append(place)
            if not is_open:
                page.keyboard.press("Enter" if place % 2 else "Space")
        if len(seen) == len(library.milestones):
            break
    assert seen == list(range(len(library.milestones)))


@pytest.mark.parametrize("path", ["/recovery", "/text/recovery"])
def test_all_nine_open_by_keyboard_and_none_makes_a_phone_scroll_sideways(
    open_page, path: str, library: Library
):
    page = open_page(path, width=NARROW)
    assert page.evaluate(OPEN) == [True] + [False] * 8
    open_all(page, library)
    assert page.evaluate(OPEN) == [True] * 9
    wider, parts, outside = page.evaluate(OUTSIDE)
    assert parts > 400
    assert (wider, outside) == (0, [])
    names = page.locator(f"{STRETCHES} > summary > h3").all_inner_texts()
    assert names == [milestone.when for milestone in library.milestones]


def test_every_heading_can_be_hit(open_page):
    page = open_page("/recovery", width=NARROW)
    for width in (NARROW, WIDE):
        resize(page, width)
        boxes = [one.bounding_box() for one in page.locator(f"{STRETCHES} > summary").all()]
        assert len(boxes) == 9
        assert [box for box in boxes if box["height"] < 44 or box["width"] < 200] == []


def test_axe_finds_nothing_in_the_stretches_open(open_page, findings):
    page = open_page("/text/recovery", width=NARROW)
    page.evaluate(f"document.querySelectorAll('{STRETCHES}').forEach(one => one.open = true)")
    found = {look: findings(page) for look in looks(page, (NARROW, WIDE))}
    assert not any(found.values()), found


def test_usual_and_not_usual_stand_side_by_side_where_there_is_room(open_page):
    page = open_page("/recovery", width=NARROW)
    usual, unusual = (page.locator(f"{STRETCHES}[open] .{name}") for name in ("usual", "not_usual"))
    for width, beside in ((NARROW, False), (WIDE, True)):
        resize(page, width)
        one, other = usual.bounding_box(), unusual.bounding_box()
        assert (one["y"] == other["y"]) == beside
        assert (one["x"] == other["x"]) != beside
        assert one["width"] == pytest.approx(other["width"], abs=1)


def test_what_is_not_usual_weighs_the_same_and_has_the_border_of_a_warning(open_page):
    page = open_page("/recovery")
    look = """name => { const one = document.querySelector(`.milestones details[open] .${name}`);
      const box = getComputedStyle(one), title = getComputedStyle(one.querySelector('h4'));
      return [title.fontSize, title.fontWeight, box.borderTopWidth, box.borderTopColor] }"""
    urgent = "getComputedStyle(document.querySelector('#root .urgent')).borderLeftColor"
    for scheme in SCHEMES:
        wear(page, scheme)
        *usual, line = page.evaluate(look, "usual")
        *unusual, warning = page.evaluate(look, "not_usual")
        assert usual == unusual
        assert warning == page.evaluate(urgent)
        assert warning != line


def test_a_stretch_opens_without_a_script(open_page):
    page = open_page("/text/recovery", width=NARROW, java_script_enabled=False)
    last = page.locator(STRETCHES).last
    assert not last.locator("dl").is_visible()
    last.locator("summary").click()
    assert last.locator("dl").is_visible()


def test_every_stretch_is_printed_open(open_page):
    page = open_page("/text/recovery")
    height = "document.querySelector('.milestones').getBoundingClientRect().height"
    page.emulate_media(media="print")
    printed = page.evaluate(height)
    page.evaluate(f"document.querySelectorAll('{STRETCHES}').forEach(one => one.open = true)")
    assert printed > 3000
    assert printed == pytest.approx(page.evaluate(height), rel=0.05)
