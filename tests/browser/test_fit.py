"""The guide to the studied pattern: by keyboard alone, on a small phone, and kept to oneself."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from app.domain.fit import gate
from app.knowledge.library import library as shipped
from tests.browser.conftest import (
    NARROW,
    PATIENCE,
    WIDTHS,
    focus_before,
    looks,
)
from tests.browser.traces import Traces
from tests.browser.views import settle

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("fit")]

RULES = shipped("en").fit_rules
GATE = gate(RULES)
OTHERS = tuple(code for code in RULES if code != GATE)
GUIDE = ".st-key-fit"
CHECKED = "document.activeElement.checked"
IN = "code => document.activeElement.closest(`.st-key-fit-${code}`) !== null"
# The smaller side of all that can be pressed in the guide, but for words and numbers in lines.
TARGETS = """guide => [...guide.querySelectorAll('[data-testid=stRadioOption], button, a')]
  .filter(one => !one.matches('.cite, .term button, a[href^="tel:"]') && one.checkVisibility())
  .map(one => [one.innerText, one.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < 44).map(([name]) => name)"""
OUTSIDE = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .map(box => box.scrollWidth - Math.min(box.clientWidth, document.documentElement.clientWidth))"""


def group(code: str) -> str:
    return f".st-key-fit-{code} [role=radiogroup]"


def choose(page: Page, code: str, answer: str) -> None:
    """Tap an answer and wait until the page stands still."""
    place = list(RULES[code]).index(answer)
    page.locator(f".st-key-fit-{code} [data-testid=stRadioOption]").nth(place).click()
    settle(page)


def begin(page: Page) -> Page:
    """Pass the gate."""
    choose(page, GATE, "no")
    page.locator(group(OTHERS[-1])).wait_for()
    return page


def answer_all(page: Page) -> Page:
    for code in OTHERS:
        choose(page, code, list(RULES[code])[1])
    status = page.locator(".fit-reading [role=status]")
    expect(status).to_contain_text("9 of 9", timeout=PATIENCE)
    return page


def _tab_into(page: Page, code: str) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(IN, code):
            return
    raise AssertionError(f"the Tab key never came to {code}")


def test_every_question_can_be_answered_by_keyboard_alone(open_page):
    page = open_page("/options", width=NARROW)
    page.locator(group(GATE)).wait_for()
    focus_before(page, group(GATE))
    _tab_into(page, GATE)
    page.keyboard.press("ArrowDown")
    page.locator(group(OTHERS[0])).wait_for()
    for done, code in enumerate(OTHERS, start=1):
        _tab_into(page, code)
        page.keyboard.press("Space")
        assert page.evaluate(CHECKED)
        status = page.locator(".fit-reading [role=status]")
        expect(status).to_contain_text(f"answered {done} of 9", timeout=PATIENCE)
        assert page.evaluate(IN, code), "the focus was lost"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.st-key-fit-clear') !== null"):
            break
    page.keyboard.press("Enter")
    page.locator(group(OTHERS[0])).wait_for(state="detached")
    expect(page.locator(f"{GUIDE} input:checked")).to_have_count(0, timeout=PATIENCE)


def test_nothing_scrolls_sideways_and_every_target_is_large_and_axe_finds_nothing(
    open_page, findings
):
    page = open_page("/options", width=NARROW)
    guide, found = page.locator(GUIDE), {}

    def look(state: str, widths: tuple[int, ...]) -> None:
        for width, scheme in looks(page, widths):
            found[state, width, scheme] = findings(page, scheme, [GUIDE])
            assert guide.evaluate(TARGETS) == []
            assert all(over <= 0 for over in page.evaluate(OUTSIDE))

    look("gate", WIDTHS)
    choose(page, GATE, "not_sure")
    page.locator(".fit-stop").wait_for()
    look("stopped", (NARROW,))
    answer_all(begin(page))
    look("answered", WIDTHS)
    assert not any(found.values()), found


def test_answers_are_in_no_address_and_in_no_log(open_page, server):
    page = open_page("/options")
    traces = Traces(page, server)
    answer_all(begin(page))
    codes = (*RULES, *(answer for answers in RULES.values() for answer in answers))
    traces.hold_none_of(*(code for code in codes if "_" in code and code != "not_sure"))


def test_answers_last_for_the_visit_and_not_for_a_new_one(open_page):
    page = begin(open_page("/options"))
    choose(page, "scan", "sides")
    page.locator(".st-key-fit-below").get_by_role("link").click()
    page.locator("#page-visit").wait_for()
    settle(page)
    page.locator(".neighbors").get_by_role("link").first.wait_for()
    page.locator(".site-nav a[href='/options']").click()
    page.locator(".fit-reading").wait_for()
    expect(page.locator(".fit-reading [role=status]")).to_contain_text("answered 1 of 9")
    page.reload()
    page.locator(group(GATE)).wait_for()
    expect(page.locator(f"{GUIDE} input:checked")).to_have_count(0, timeout=PATIENCE)
