"""What a reader does who has a keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import PATIENCE

MOST_STOPS = 80
WITHIN = "selector => document.activeElement.closest(selector) !== null"


def tab_to(page: Page, selector: str) -> None:
    """Press the Tab key until the focus is within an element."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(WITHIN, selector):
            return
    raise AssertionError(f"the Tab key never came to {selector}")


def choose(page: Page, key: str, place: int = 0) -> None:
    """Choose an answer; the focus stays on it.

    Args:
        page: where it is asked.
        key: of the question.
        place: of the answer, from 0.

    """
    tab_to(page, f".st-key-{key}")
    if place:
        for _ in range(place):
            page.keyboard.press("ArrowDown")
    else:
        page.keyboard.press("Space")
    expect(page.locator(f".st-key-{key} input").nth(place)).to_be_checked(timeout=PATIENCE)
