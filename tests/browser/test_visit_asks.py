"""What you know, whether you are ready, your questions: by keyboard alone, and kept to oneself."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from app.knowledge.catalog import Library
from app.knowledge.know import KnowQuestion
from app.knowledge.ready import READY
from tests.browser.conftest import NARROW, PATIENCE, WIDTHS, focus_before
from tests.browser.keys import WITHIN, choose, tab_to
from tests.browser.traces import Traces
from tests.browser.views import HEIGHT, settle

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("visit_asks")]

OWN = "Who feeds my zebra finch?"
ASKED = ".st-key-know, .st-key-ready, .st-key-questions, .st-key-your-list"
PRESSED = (
    "[data-testid=stRadioOption], [data-testid=stCheckbox] label, button, a, summary, textarea"
)
# The smaller side of everything that can be pressed; words, sources and numbers stand in lines.
TARGETS = f"""() => [...document.querySelectorAll(':is({ASKED}) :is({PRESSED})')]
  .filter(one => !one.matches('.cite, .term button, a[href^="tel:"]') && one.checkVisibility())
  .map(one => [one.innerText, one.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < 44).map(([name]) => name)"""
OUTSIDE = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .map(box => box.scrollWidth - Math.min(box.clientWidth, document.documentElement.clientWidth))"""


def _keep(page: Page, code: str) -> None:
    """Mark the place where an answer is told, to see whether it is the same one afterwards."""
    page.locator(f".st-key-know-of-{code} [role=status]").evaluate("one => { one.kept = true; }")


def _answer_all(page: Page, asked: list[KnowQuestion]) -> None:
    """Give to each question the answer that is not quite right, where there is one."""
    for question in asked:
        place = next((n for n, one in enumerate(question.answer) if one.kind == "other"), 0)
        _keep(page, question.code)
        choose(page, f"know-{question.code}", place)
        told = page.locator(f".st-key-know-of-{question.code} [role=status]")
        expect(told).to_contain_text(question.answer[place].says.split(" [@")[0], timeout=PATIENCE)
        assert told.evaluate("one => one.kept"), "a new element is not read aloud"
        assert page.evaluate(WITHIN, f".st-key-know-{question.code}"), "the focus was lost"


def _ready(page: Page) -> None:
    """Say not yet to the second question and yes to the others."""
    for code in READY:
        choose(page, f"ready-{code}", 1 if code == "know" else 0)
    whole = page.locator(".st-key-ready [role=status]").last
    expect(whole).to_contain_text("You may need more time", timeout=PATIENCE)


def _questions(page: Page) -> None:
    """Tick the first question and write one of one's own."""
    tab_to(page, ".st-key-ask-Q1")
    page.keyboard.press("Space")
    listed = page.locator(".st-key-your-list")
    expect(listed).to_contain_text("You chose 1 of up to 10.", timeout=PATIENCE)
    tab_to(page, ".st-key-ask-own-1")
    page.keyboard.type(OWN)
    page.keyboard.press("Tab")
    expect(listed).to_contain_text(OWN, timeout=PATIENCE)
    expect(page.locator(".st-key-ask-own-2 textarea")).to_be_visible(timeout=PATIENCE)


def test_all_is_asked_by_keyboard_alone_and_no_answer_leaves_the_session(
    open_page, server, library: Library
):
    page = open_page("/visit", width=NARROW)
    page.locator(".st-key-ask-own-1 textarea").wait_for()
    traces = Traces(page, server)
    focus_before(page, ".st-key-know [role=radiogroup]")
    _answer_all(page, library.know.question)
    _ready(page)
    _questions(page)
    traces.hold_none_of("zebra", "know-", "ready-", "ask-", "next_day", "Not yet", "call_now")
    page.locator(
        ".st-key-know-of-numbness [data-testid=stPageLink-NavLink]"
    ).click()  # a way to another page, and back
    page.locator("#node-N0").wait_for()
    assert page.url.endswith("/whats-next?node=N0")
    settle(page)
    page.locator(".foot-nav a", has_text=library.pages["visit"].front.nav).click()
    expect(page.locator(".st-key-your-list")).to_contain_text(OWN, timeout=PATIENCE)
    expect(page.locator(".st-key-know input:checked")).to_have_count(7, timeout=PATIENCE)
    expect(page.locator(".st-key-ready input:checked")).to_have_count(4, timeout=PATIENCE)
    page.reload()
    page.locator(".st-key-ask-own-1 textarea").wait_for()
    expect(page.locator(f":is({ASKED}) input:checked")).to_have_count(0, timeout=PATIENCE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_answered_all_is_large_enough_within_the_screen_and_clean(
    open_page, findings, scheme: str, library: Library
):
    page = open_page("/visit", width=NARROW, scheme=scheme)
    for key in [*(f"know-{one.code}" for one in library.know.question),
                *(f"ready-{code}" for code in READY)]:  # fmt: skip
        page.locator(f".st-key-{key} [data-testid=stRadioOption]").last.click()
        expect(page.locator(f".st-key-{key} input").last).to_be_checked(timeout=PATIENCE)
    own = page.locator(".st-key-ask-own-1 textarea")
    own.fill("m" * 200)
    own.press("Control+Enter")
    expect(page.locator(".st-key-your-list")).to_contain_text("m" * 200, timeout=PATIENCE)
    settle(page)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found[width] = findings(page, scheme)
        assert page.evaluate(TARGETS) == []
        assert all(over <= 0 for over in page.evaluate(OUTSIDE))
    assert not any(found.values()), found


def test_a_tap_right_after_typing_takes_the_typed_words_along(open_page):
    page = open_page("/visit")
    for field, tapped, told in (
        ("ask-own-1", "know-trims", ".st-key-know-of-trims"),
        ("ask-own-2", "ready-sure", ".st-key-ready-of-sure"),
        ("matters-own", "matters-walk_farther", ".st-key-matters"),
    ):
        status = page.locator(f"{told} [role=status]")
        before = status.inner_text()
        page.locator(f".st-key-{field} textarea").click()
        page.keyboard.type(f"{field}: {OWN}")
        page.locator(f".st-key-{tapped} [data-testid=stRadioOption]").last.click()
        expect(status).not_to_have_text(before, timeout=PATIENCE)
        expect(page.locator(".st-key-know")).to_have_count(1)
    listed = page.locator(".your-list li")
    expect(listed).to_have_text([f"ask-own-{n}: {OWN}" for n in (1, 2)], timeout=PATIENCE)
