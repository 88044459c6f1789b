"""A visit by keyboard ends with the file in the reader's hand, and with nothing left behind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Download, Page, expect
from pypdf import PdfReader

from app.handout.page import summary_html
from app.knowledge.catalog import Library
from app.knowledge.clinic_view import SCREENS
from tests.browser.conftest import NARROW, PATIENCE, focus_before, wear
from tests.browser.keys import choose, tab_to
from tests.browser.traces import Traces
from tests.handout.summaries import SCRIPTS, USUAL, longest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("take")]

OWN = "May my zebra finch <b>watch</b>?"


def _press(page: Page, key: str) -> Download:
    tab_to(page, f".st-key-{key}")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    return waiting.value


def _text(file: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def test_a_visit_by_keyboard_ends_with_the_file_and_leaves_nothing_behind(
    open_page, browser: Browser, server, library: Library, tmp_path: Path
):
    page = open_page("/visit", width=NARROW)
    page.locator(".st-key-take-pdf button").wait_for()
    traces = Traces(page, server)
    focus_before(page, ".st-key-matters [role=radiogroup]")
    choose(page, "matters-walk_farther")
    choose(page, "ready-sure")
    choose(page, "ask-Q1")
    tab_to(page, ".st-key-ask-own-1")
    page.keyboard.type(OWN)  # and straight on: what was typed last must be in the file
    tab_to(page, ".st-key-take-options")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-take-options button").first).to_have_attribute(
        "aria-pressed", "true", timeout=PATIENCE
    )
    paper, whole = tmp_path / "sheet.pdf", tmp_path / "sheet.html"
    file = _press(page, "take-pdf")
    assert re.fullmatch(r"my-mild-visit-\d{4}-\d\d-\d\d\.pdf", file.suggested_filename)
    file.save_as(paper)
    said = page.locator(".take-status")
    expect(said).to_have_text(
        library.words("take.saved", name=file.suggested_filename), timeout=PATIENCE
    )
    _press(page, "take-html").save_as(whole)
    _both_hold_the_answers(browser, library, paper, whole, f"{server.url}/visit")
    assert not [one for one in traces.asked if one.startswith(f"{server.url}/media/")], (
        "a copy was kept on the server"
    )
    traces.hold_none_of("zebra", "walk_farther", "matters-", "ask-Q1", "a_lot")
    _another_reader_sees_nothing_of_it(open_page)


def _both_hold_the_answers(
    browser: Browser, library: Library, paper: Path, whole: Path, address: str
) -> None:
    wish = library.wishes.statement[0].text
    question = library.prose.line(library.question("Q1").text).text
    answers = (OWN, wish, question, library.options[0].name)
    for text in (*answers, address):
        assert text in _text(paper), text
    sheet = browser.new_page()
    sheet.goto(whole.as_uri())
    for text in answers:
        expect(sheet.get_by_text(text).first).to_be_visible()
    sheet.close()


def _another_reader_sees_nothing_of_it(open_page) -> None:
    other = open_page("/visit", accept_downloads=True)  # a profile of its own
    other.locator(".st-key-ask-own-1 textarea").wait_for()
    assert other.locator(".st-key-ask-own-1 textarea").input_value() == ""
    expect(other.locator("main input:checked")).to_have_count(0)
    with other.expect_download() as waiting:
        other.locator(".st-key-take-pdf button").click()
    assert "zebra" not in _text(waiting.value.path())


def test_what_is_typed_last_is_in_the_file_of_one_click(open_page):
    page = open_page("/visit")
    page.locator(".st-key-ask-own-1 textarea").fill("typed just now")
    with page.expect_download() as waiting:
        page.locator(".st-key-take-pdf button").click()
    assert "typed just now" in _text(waiting.value.path())


@pytest.mark.parametrize("name", ["usual", "words", "Arabic"])
def test_the_web_page_reads_well_on_a_phone_and_prints_on_two_pages(
    browser: Browser, findings, library: Library, tmp_path: Path, name: str
):
    summary = USUAL if name == "usual" else longest(SCRIPTS[name])
    file = tmp_path / "sheet.html"
    file.write_bytes(summary_html(library, summary))
    page = browser.new_page(viewport={"width": NARROW, "height": 800})
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.goto(file.as_uri())
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")
    printed = tmp_path / "printed.pdf"
    page.pdf(path=printed, prefer_css_page_size=True)
    assert len(PdfReader(printed).pages) <= 2
    assert errors == []
    page.close()


def test_the_choice_of_options_and_the_buttons_are_clean_in_both_themes(open_page, findings):
    page = open_page("/visit", width=NARROW)
    page.locator(".st-key-take-options button").nth(4).click()
    expect(page.locator(".st-key-take-options button").nth(4)).to_have_attribute(
        "aria-pressed", "true", timeout=PATIENCE
    )
    assert findings(page) == []
    wear(page, "dark")
    assert findings(page, "dark") == []


def test_in_the_clinic_view_a_few_keys_lead_to_the_sheet(open_page, library: Library):
    page = open_page("/?view=clinic")
    page.wait_for_selector("html[data-arrows=on]", state="attached")
    for name in SCREENS[1:]:
        page.keyboard.press("PageDown")
        page.locator(f"#screen-{name}").wait_for()
    page.locator(".st-key-take-pdf button").wait_for()
    focus_before(page, ".st-key-plan-levels button")
    tab_to(page, ".st-key-plan-levels")
    page.keyboard.press("Enter")
    choose(page, "plan-side-L1-L2")
    choose(page, "plan-thinner")
    text = _text(_press(page, "take-pdf").path())
    assert "L1–L2, left side" in text
    assert library.words("sheet.thinner_yes") in text
    assert "view=clinic" not in text


def test_a_link_in_the_words_leads_on_and_back_without_losing_an_answer(open_page):
    page = open_page("/visit")
    own = page.locator(".st-key-ask-own-1 textarea")
    own.fill("keep me")
    own.press("Control+Enter")
    expect(page.locator(".st-key-your-list")).to_contain_text("keep me", timeout=PATIENCE)
    page.evaluate("window.kept = true")
    page.locator("#root [data-testid=stHtml] a[href='/recovery']:visible").first.click()
    page.locator("#page-recovery").wait_for()
    page.go_back()
    expect(page.locator(".st-key-ask-own-1 textarea")).to_have_value("keep me", timeout=PATIENCE)
    assert page.evaluate("window.kept"), "the page was loaded anew"
