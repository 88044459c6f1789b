"""The diary: reached by keyboard, readable on a phone, and one sheet of paper when printed."""

from __future__ import annotations

import dataclasses
import datetime
import re

import pytest
from playwright.sync_api import Page

from app.blocks.diary import diary_sheet
from app.domain.address import SHEETS
from app.knowledge.catalog import Library
from app.knowledge.clinic import Clinic
from app.web.shell import stylesheet
from tests.browser.conftest import NARROW, SCHEMES, WIDE, WIDTHS, focus_before, looks, resize

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("diary")]

DIARY = SHEETS["diary"]
PAPER = ("Letter", "A4")
SMALLEST = 16  # pixels, which is 12 points
OUTSIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# The words of the columns' names: whether each is in one piece and inside its cell.
WORDS = """() => [...document.querySelectorAll('th')].flatMap(cell => {
  const box = cell.getBoundingClientRect(), text = cell.firstChild;
  return [...text.data.matchAll(/\\S+/g)].map(found => {
    const range = document.createRange();
    range.setStart(text, found.index);
    range.setEnd(text, found.index + found[0].length);
    const pieces = [...range.getClientRects()];
    return [found[0], pieces.length === 1 && pieces.every(one => one.left >= box.left
      && one.right <= box.right && one.top >= box.top && one.bottom <= box.bottom)];
  });
})"""
# How everything with words of its own is printed.
PRINTED = """() => [...document.querySelectorAll('body *')]
  .filter(one => one.checkVisibility() && [...one.childNodes].some(
    part => part.nodeType === Node.TEXT_NODE && part.textContent.trim()))
  .map(one => {
    const style = getComputedStyle(one);
    return { name: one.tagName, size: parseFloat(style.fontSize), color: style.color };
  })"""


def pages(page: Page, paper: str) -> int:
    """Return how many sheets a page takes when it is printed."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


def test_axe_finds_nothing_in_the_diary(open_page, findings):
    page = open_page(DIARY, width=NARROW)
    found = {look: findings(page) for look in looks(page, (NARROW, WIDE))}
    assert not any(found.values()), found


@pytest.mark.parametrize("width", WIDTHS)
def test_the_diary_does_not_scroll_sideways_and_no_word_is_broken(open_page, width: int):
    page = open_page(DIARY, width=width)
    page.evaluate("document.fonts.ready")
    assert page.evaluate(OUTSIDE) == 0
    words = page.evaluate(WORDS)
    assert len(words) > 20
    assert [word for word, whole in words if not whole] == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_way_back_can_be_hit(open_page, width: int):
    page = open_page(DIARY, width=width)
    links = page.locator("a:not([href^='tel:'])")
    assert links.count() == 1
    assert links.bounding_box()["height"] >= 44


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_diary_is_one_sheet_of_paper(open_page, paper: str, scheme: str):
    assert pages(open_page(DIARY, scheme=scheme), paper) == 1


@pytest.mark.parametrize("paper", PAPER)
def test_it_is_one_sheet_with_everything_that_a_clinic_can_add(
    open_page, server, library: Library, paper: str
):
    clinic = Clinic(
        name="W" * 40 + " " + "w" * 39, phone="+1 (555) 010-0100 10",
        after_hours_phone="+1 (555) 010-0199 20", emergency_number="911911",
        reviewer=("Dr. " + "Reader " * 16).strip(), reviewed_on=datetime.date(2026, 9, 30),
    )  # fmt: skip
    html = diary_sheet(dataclasses.replace(library, clinic=clinic), stylesheet()[1])
    page = open_page(DIARY, wait=False)
    page.route(f"**{DIARY}", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(server.url + DIARY)
    assert page.get_by_text("911911").is_visible()
    assert pages(page, paper) == 1


def test_a_longer_page_would_be_seen_to_take_more_sheets(open_page):
    assert pages(open_page("/text/recovery"), "A4") > 5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_is_printed_black_on_white_in_letters_of_twelve_points(open_page, scheme: str):
    page = open_page(DIARY, scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)
    words = page.evaluate(PRINTED)
    assert len(words) > 12
    assert [one for one in words if one["color"] != "rgb(0, 0, 0)"] == []
    assert [one for one in words if one["size"] < SMALLEST] == []
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"


def test_what_is_for_the_screen_alone_is_not_printed(open_page):
    page = open_page(DIARY)
    hint = page.get_by_text("To print: on a computer")
    assert hint.is_visible()
    page.emulate_media(media="print")
    assert not hint.is_visible()
    assert not page.locator("nav a").is_visible()
    assert page.locator("table").is_visible()


@pytest.mark.parametrize("path", ["/recovery", "/text/recovery"])
def test_the_diary_is_reached_by_keyboard_and_left_again(open_page, path: str):
    page = open_page(path)
    link = "main#main .large-link" if path.startswith("/text") else "#root .large-link"
    focus_before(page, link)
    page.keyboard.press("Tab")
    assert page.locator(f"{link}:focus-visible").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{DIARY}")
    assert page.get_by_role("heading", level=1).inner_text() == "My diary"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recovery#diary")


def test_the_way_to_the_diary_is_large(open_page):
    page = open_page("/recovery", width=NARROW)
    for width in (NARROW, WIDE):
        resize(page, width)
        box = page.locator("#root .large-link").bounding_box()
        assert box["height"] >= 56
        assert box["width"] >= 200
