"""The whole way by keyboard alone: from the first Tab to the end of the decision walk."""

from __future__ import annotations

import pytest

from tests.browser.views import settle

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("keyboard")]

MOST_TABS = 400


def _focused(page) -> dict:
    return page.evaluate(
        """() => { const e = document.activeElement; const s = getComputedStyle(e);
        const box = e.getBoundingClientRect();
        return { text: (e.innerText || '').trim(), id: e.id, tag: e.tagName,
          inside: !!e.closest('.st-key-answers, .st-key-ways-options, .st-key-ways-onward'),
          ring: (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)
            || s.boxShadow !== 'none',
          seen: box.bottom > 0 && box.top < innerHeight } }"""
    )


def _tab_to(page, wanted) -> dict:
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        focused = _focused(page)
        if wanted(focused):
            return focused
    raise AssertionError("Tab never reached it")


def test_the_first_tab_skips_to_the_content(open_page):
    page = open_page("/whats-next")
    page.keyboard.press("Tab")
    assert _focused(page)["text"] == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main, [data-testid=stMain]') !== null")


def test_the_decision_walk_is_walked_by_keyboard_to_its_end_and_back(open_page):
    page = open_page("/whats-next")
    for heading, answer in (("node-N0", "No, none of these"), ("node-N1", ""), ("node-N2", "")):
        page.wait_for_selector(f"#{heading}")
        focused = _tab_to(page, lambda one, a=answer: one["inside"] and one["text"].startswith(a))
        assert focused["ring"] and focused["seen"]
        page.keyboard.press("Enter")
        page.wait_for_selector(f"#{heading}", state="detached")
        page.wait_for_selector("[id^=node-]:focus")
        if page.locator(".node-stage").count() and heading == "node-N1":
            focused = _tab_to(page, lambda one: one["inside"] and "week" in one["text"].lower())
            page.keyboard.press("Enter")
            page.wait_for_selector("#node-N2")
    for _ in range(8):
        if page.locator(".node-leaf").count():
            break
        here = page.evaluate("document.querySelector('.st-key-walk [id^=node-]').id")
        _tab_to(page, lambda one: one["inside"])
        page.keyboard.press("Enter")
        page.wait_for_selector(f"#{here}", state="detached")
        page.wait_for_selector("[id^=node-]:focus")
    assert page.locator(".node-leaf").count() == 1
    leaf = page.evaluate("document.querySelector('.st-key-walk [id^=node-]').id")
    _tab_to(page, lambda one: one["text"] == "Back")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#{leaf}", state="detached")
    _tab_to(page, lambda one: one["text"] == "Start again")
    page.keyboard.press("Enter")
    page.wait_for_selector("#node-N0")


def test_a_note_opens_with_enter_closes_with_escape_and_gives_the_focus_back(open_page):
    page = open_page("/")
    opener = page.locator("#root .term:visible").first
    note = page.locator(f"[id='{opener.get_attribute('popovertarget')}']")
    opener.focus()
    page.keyboard.press("Enter")
    assert note.is_visible()
    page.keyboard.press("Escape")
    assert not note.is_visible()
    assert _focused(page)["text"] == opener.inner_text()


def test_arrow_keys_move_the_switch_of_the_chart(open_page):
    page = open_page("/recovery")
    page.get_by_role("radio", name="Daily limits").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.wait_for_url("**measure=pain")
    settle(page)


def test_a_new_step_takes_the_focus_to_its_heading(open_page):
    page = open_page("/procedure")
    page.get_by_role("button", name="Next step").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#step-P2:focus")
    assert _focused(page)["seen"]
