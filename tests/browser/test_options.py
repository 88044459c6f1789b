"""The options side by side: a real table, cards where it is narrow, and all of it by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from app.knowledge.catalog import Library
from app.knowledge.options import COMPARED
from tests.browser.conftest import NARROW, PATIENCE, WIDE, looks, resize
from tests.browser.views import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("options")]

OPTIONS = PAGES["options"]
START = ("No change for now", "Exercise and physical therapy", "MILD")
PILLS = ".st-key-compare [data-testid=stButtonGroup] button"
HEADS = "table.compare thead th.option"
OUTSIDE = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .map(box => box.scrollWidth - Math.min(box.clientWidth, document.documentElement.clientWidth))"""
# What sticks out of its cell or column, to the side.
CUT = """() => [...document.querySelectorAll('table.compare :is(th, td), .options article')]
  .filter(one => one.clientWidth > 2 && one.scrollWidth > one.clientWidth + 1)
  .map(one => one.innerText.slice(0, 40))"""
# How many cells of a row stand on one line.
BESIDE = """() => new Set([...document.querySelectorAll('.field-harms td')]
  .map(one => Math.round(one.getBoundingClientRect().left))).size"""


def _choose(page: Page, *names: str) -> None:
    """Press the choices one after the other, and wait for each."""
    for name in names:
        button = page.get_by_role("button", name=name, exact=True)
        before = button.get_attribute("aria-pressed")
        button.click()
        expect(button).not_to_have_attribute("aria-pressed", before, timeout=PATIENCE)


def _heads(page: Page, *names: str) -> None:
    expect(page.locator(HEADS)).to_have_text(list(names), timeout=PATIENCE)


def test_a_screen_reader_hears_the_option_and_the_field_of_every_cell(open_page, library: Library):
    page = open_page(OPTIONS, width=NARROW)
    for width in (NARROW, WIDE):
        resize(page, width)
        _is_a_whole_table(page, library)
        assert page.evaluate(BESIDE) == (3 if width == WIDE else 1)


def _is_a_whole_table(page: Page, library: Library) -> None:
    table = page.get_by_role("table", name="Side by side")
    heads, fields = table.get_by_role("columnheader"), table.get_by_role("rowheader")
    expect(heads).to_have_text(["What to compare", *START])
    named = [library.words(f"options.{field}") for field in ("sentence", *COMPARED)]
    found = named.index("What studies found") + 1
    named[found:found] = ["What studies found: difference between groups"]
    expect(fields).to_have_text(named)
    assert {one.get_attribute("scope") for one in heads.all()} == {"col"}
    assert {one.get_attribute("scope") for one in fields.all()} == {"row"}
    for row in table.locator("tbody").get_by_role("row").all():
        assert row.get_by_role("cell").count() == len(START)


def test_narrow_every_field_has_a_card_for_each_option_and_nothing_sticks_out(open_page):
    widths = (NARROW, 390, 640)
    page = open_page(OPTIONS, width=NARROW)
    names = page.locator(".field-harms .cell-label")
    expect(names).to_have_text(list(START))
    for width in widths:
        resize(page, width)
        assert page.evaluate(BESIDE) == 1
        assert all(one.is_visible() for one in names.all())
        heights = [one.bounding_box()["height"] for one in page.locator(PILLS).all()]
        assert len(heights) == 8
        assert min(heights) >= 44
    for chosen in ((), ("MILD",), ("Exercise and physical therapy",)):
        _choose(page, *chosen)
        for width in widths:
            resize(page, width)
            assert max(page.evaluate(OUTSIDE)) <= 0
            assert page.evaluate(CUT) == []


def test_by_keyboard_alone_every_option_comes_to_stand_in_the_table(open_page, library: Library):
    page = open_page(OPTIONS)
    pills = page.locator(PILLS)
    pills.first.focus()
    for place in (0, 1, 4):  # what the page opens with is put away
        _press(page, place)
    expect(page.locator("table.stack caption")).to_have_text("All eight options at a glance")
    names = [option.name for option in library.options]
    for first in (0, 2, 4, 6):
        _press(page, first)
        _press(page, first + 1)
        _heads(page, *names[first : first + 2])
        _press(page, first)
        _heads(page)  # one is shown by itself, not in a table
        _press(page, first + 1)
        expect(page.locator("table.stack caption")).to_have_count(1, timeout=PATIENCE)


def _press(page: Page, place: int) -> None:
    """Go to a choice with the arrow keys, and press it."""
    pills = page.locator(PILLS)
    here = page.evaluate(
        "pills => [...document.querySelectorAll(pills)].indexOf(document.activeElement)", PILLS
    )
    for _ in range(abs(place - here)):
        page.keyboard.press("ArrowRight" if place > here else "ArrowLeft")
    expect(pills.nth(place)).to_be_focused()
    before = pills.nth(place).get_attribute("aria-pressed")
    page.keyboard.press("Space")
    expect(pills.nth(place)).not_to_have_attribute("aria-pressed", before, timeout=PATIENCE)


def test_a_fourth_choice_is_told_how_to_get_in(open_page):
    page = open_page(OPTIONS, width=390)
    page.get_by_role("button", name="Spacer").click()
    line = page.locator(".compare-status")
    expect(line).to_contain_text("To see Spacer, first tap one of the three", timeout=PATIENCE)
    assert line.bounding_box()["height"] > 20
    _heads(page, *START)
    _choose(page, "No change for now", "Spacer")
    _heads(page, "Exercise and physical therapy", "MILD", "Spacer")
    assert page.url.endswith(OPTIONS)


def test_the_heads_stay_in_sight_and_hide_no_control_in_focus(open_page):
    page = open_page(OPTIONS)
    last = page.locator(".field-ask th")
    last.scroll_into_view_if_needed()
    page.locator(".field-living").evaluate("row => row.scrollIntoView({ block: 'start' })")
    head = page.locator("table.compare thead").bounding_box()
    assert head["y"] == pytest.approx(0, abs=2)
    page.locator(".field-living .cite").first.focus()
    for _ in range(6):
        page.keyboard.press("Shift+Tab")
        here = page.evaluate("document.activeElement.getBoundingClientRect().top")
        assert here >= head["height"] - 1


def test_the_ways_to_a_part_lead_there_below_the_heads(open_page):
    page = open_page(OPTIONS)
    page.locator(".to-fields summary").click()
    page.get_by_role("link", name="What can go wrong").click()
    page.wait_for_function(
        "document.querySelector('#compare-harms').getBoundingClientRect().top < 300"
    )
    head = page.locator("table.compare thead").bounding_box()
    assert page.locator("#compare-harms").bounding_box()["y"] >= head["y"] + head["height"]


def test_axe_finds_nothing_whatever_is_chosen(open_page, findings):
    page = open_page(OPTIONS, width=NARROW)
    found = {}

    def look(state: str) -> None:  # what is chosen here changes nothing outside of this part
        for width, scheme in looks(page):
            found[state, width, scheme] = findings(page, scheme, [".st-key-compare"])

    look("three")
    page.get_by_role("button", name="Spacer").click()
    expect(page.locator(".compare-status")).to_contain_text("To see Spacer", timeout=PATIENCE)
    look("four")
    for name in START:
        _choose(page, name)
        look(f"without {name}")
    assert not any(found.values()), found


def test_on_paper_it_is_a_table_whose_heads_come_again_and_whose_rows_are_whole(open_page):
    page = open_page(OPTIONS, width=390)
    page.emulate_media(media="print")
    style = "one => [getComputedStyle(one).display, getComputedStyle(one).breakInside]"
    rows = page.locator("table.compare tbody tr")
    for width in (390, WIDE):
        resize(page, width)
        assert page.locator("table.compare").evaluate(style)[0] == "table"
        assert page.locator("table.compare thead").evaluate(style)[0] == "table-header-group"
        assert {tuple(row.evaluate(style)) for row in rows.all()} == {("table-row", "avoid")}
        assert page.locator(PILLS).first.is_hidden()
    page.set_viewport_size({"width": 690, "height": 980})  # a sheet without its margins
    assert page.evaluate(CUT) == []
    assert max(row.bounding_box()["height"] for row in rows.all()) < 980
