"""The table of results can be searched and narrowed by keyboard alone, on a phone as well."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from app.figures.results import result_rows, search
from app.knowledge.catalog import Library
from tests.browser.conftest import NARROW, PATIENCE, WIDE, looks, resize

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("results")]

EVIDENCE = "/evidence"
MOST_STOPS = 120
BLOCK = ".st-key-results"
LIST = "[data-testid=stSelectboxVirtualDropdown]"
IN_FOCUS = "selector => document.activeElement.matches(selector)"
# How far the page and its scrolling part stick out to the side.
OUTSIDE = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .map(box => box.scrollWidth - Math.min(box.clientWidth, document.documentElement.clientWidth))"""
# The height of everything in the block that can be pressed or typed into.
HEIGHTS = """block => [...block.querySelectorAll('input, button, summary')]
  .filter(one => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }))
  .map(one => [one.innerText || one.ariaLabel, one.getBoundingClientRect().height])"""
# Whether words are cut off: names of choices in sight, and in the open list.
CUT = """() => [...document.querySelectorAll(
    '.st-key-results [data-testid=stButtonGroup] p, .st-key-results button, [data-item-hl]')]
  .filter(one => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 4)
  .map(one => one.innerText)"""

INTO_VIEW = """async field => {
  field.scrollIntoView({ block: 'center' });
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}"""


@pytest.fixture(scope="module")
def rows(library: Library) -> pd.DataFrame:
    return result_rows(library)


def _tab_to(page: Page, selector: str) -> None:
    """Press the Tab key until an element of this kind has the focus."""
    page.locator(selector).first.wait_for()  # its code comes late on a busy machine
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(IN_FOCUS, selector):
            return
    raise AssertionError(f"the Tab key never came to {selector}")


def _says(page: Page, found: pd.DataFrame) -> None:
    """See that the line for screen readers says how many results there are."""
    studies = found["study"].nunique()
    words = f"{len(found)} results in {studies} {'study' if studies == 1 else 'studies'}."
    line = page.locator(f"{BLOCK} [role=status]")
    expect(line).to_contain_text(words, timeout=PATIENCE)
    expect(page.locator(f"{BLOCK} tbody th[scope=row]")).to_have_count(len(found))


def _choose_by_keys(page: Page, column: str, typed: str, name: str) -> None:
    """Tab to a list, type a part of a name, see it in the list and take it."""
    _tab_to(page, f".st-key-results-{column} [role=combobox]")
    page.keyboard.type(typed)
    expect(page.locator(LIST).get_by_role("option", name=name, exact=True)).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(LIST)).to_have_count(0)


def _list_of(page: Page, column: str) -> Locator:
    """Open a list by a press; it would close where the page still scrolls."""
    field = page.locator(f".st-key-results-{column} [role=combobox]")
    field.evaluate(INTO_VIEW)
    field.click()
    shown = page.locator(LIST)
    expect(shown).to_be_visible()
    return shown


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_by_keyboard_alone_the_table_is_searched_narrowed_and_cleared(
    open_page, rows: pd.DataFrame, width: int
):
    page = open_page(EVIDENCE, width=width)
    _says(page, search(rows))
    _tab_to(page, ".st-key-results-search input")
    page.keyboard.type("harm")
    page.keyboard.press("Enter")
    _says(page, search(rows, "harm"))
    _choose_by_keys(page, "kind", "bills", "Study of medical bills")
    _says(page, search(rows, "harm", kind="claims"))
    page.keyboard.press("Control+a")
    page.keyboard.type("trial")
    page.keyboard.press("Enter")
    _says(page, search(rows, "harm", kind="rct"))
    _tab_to(page, ".st-key-results-compared [role=radio]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    _says(page, search(rows, "harm", kind="rct", compared="randomized"))
    _tab_to(page, ".st-key-results-clear button")
    page.keyboard.press("Enter")
    _says(page, search(rows))
    expect(page.locator(".st-key-results-clear button")).to_be_focused()
    expect(page.locator(".st-key-results-search input")).to_have_value("")
    expect(page.locator(".st-key-results-kind input")).to_have_value("All")


def test_the_ring_goes_around_all_of_a_list(open_page):
    page = open_page(EVIDENCE)
    page.locator(".st-key-results-search input").focus()  # many stops of the Tab key lie before
    _tab_to(page, ".st-key-results-study_id [role=combobox]")
    field = page.locator(".st-key-results-study_id [role=combobox]").bounding_box()
    frame = page.locator(".st-key-results-study_id [role=group]").last.bounding_box()
    assert all(abs(field[side] - frame[side]) < 3 for side in ("x", "y", "width", "height"))


def test_nothing_sticks_out_is_cut_off_or_too_small_to_hit(open_page):
    page = open_page(EVIDENCE, width=NARROW)
    for width in (NARROW, 390, WIDE):
        resize(page, width)
        _stays_in_its_place(page)


def _stays_in_its_place(page: Page) -> None:
    """Look at the block, and open each of its lists in turn."""
    heights = page.locator(BLOCK).evaluate(HEIGHTS)
    assert len(heights) > 15
    assert not [one for one in heights if one[1] < 43.9]
    assert max(page.evaluate(OUTSIDE)) <= 0
    assert page.evaluate(CUT) == []
    for column in ("study_id", "measure_id", "kind", "funder"):
        shown = _list_of(page, column)
        rows_shown = shown.get_by_role("option")
        assert all(rows_shown.nth(i).bounding_box()["height"] >= 43.9 for i in range(5))
        assert page.evaluate(CUT) == []
        assert max(page.evaluate(OUTSIDE)) <= 0
        page.keyboard.press("Escape")
        expect(shown).to_have_count(0)


def test_filters_stand_one_below_the_other_on_a_phone_and_side_by_side_on_a_screen(open_page):
    page = open_page(EVIDENCE, width=NARROW)
    lists = page.locator(".st-key-results-filters [data-testid=stSelectbox]")
    for width, places in ((NARROW, 1), (WIDE, 2)):
        page.set_viewport_size({"width": width, "height": 900})
        expect(lists).to_have_count(4)
        assert len({round(one.bounding_box()["x"]) for one in lists.all()}) == places


def test_axe_finds_nothing_in_an_open_list_and_in_marked_rows(open_page, findings):
    page = open_page(EVIDENCE, width=NARROW)
    page.get_by_role("radio", name="Not yet confirmed").click()
    marks = page.locator(f"{BLOCK} tr.unconfirmed td strong")
    expect(marks).to_have_count(2)
    expect(marks.first).to_be_visible()
    found = {}
    for look in looks(page, (NARROW, WIDE)):
        found["marked rows", look] = findings(page, look[1], [BLOCK])
        for column in ("funder", "measure_id"):
            shown = _list_of(page, column)
            found[column, look] = findings(page, look[1], [f".st-key-results-{column}", LIST])
            page.keyboard.press("Escape")
            expect(shown).to_have_count(0)
    assert not any(found.values()), found


def test_the_file_that_a_reader_gets_holds_the_rows_shown(
    open_page, rows: pd.DataFrame, tmp_path: Path
):
    page = open_page(EVIDENCE)
    page.get_by_role("radio", name="Both").click()
    _says(page, search(rows, status=""))
    page.get_by_role("radio", name="Another group, made by chance (randomized)").click()
    found = search(rows, status="", compared="randomized")
    _says(page, found)
    with page.expect_download() as got:
        page.locator(".st-key-results-download button").click()
    got.value.save_as(tmp_path / "results.csv")
    file = pd.read_csv(tmp_path / "results.csv", dtype=str, keep_default_na=False)
    assert list(file["id"]) == list(found["id"])
    assert (file["status"] == "unconfirmed").sum() == 2
