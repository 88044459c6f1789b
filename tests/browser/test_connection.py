"""The connection is lost after the page was drawn: it stays readable, and later goes on."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.knowledge.catalog import Library
from tests.browser.views import visit
from tests.server import free_port, serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("connection")]

# Streamlit draws a box over the page after some tries; the page may close it, but not before.
COUNT = """window.boxes = 0;
addEventListener('DOMContentLoaded', () => new MutationObserver((changes) => {
  for (const change of changes) for (const one of change.addedNodes)
    if (one.matches?.('[data-testid=stDialog]')) window.boxes += 1;
}).observe(document.body, { childList: true }));"""
PICKED = "[data-testid=stButtonGroup] button[aria-pressed=true]"


class Place:
    """An address at which the app is now there, now not."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._port, self._stack = folder, free_port(), ExitStack()
        self.url = f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        running = serving(self._folder / "server.log", port=self._port)
        self._pid = self._stack.enter_context(running).pid

    def kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        self._stack.close()

    def end(self) -> None:
        self._stack.close()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    found = Place(tmp_path_factory.mktemp("place"))
    found.start()
    yield found
    found.end()


@pytest.fixture(scope="module")
def cut_off(browser, place: Place) -> Iterator[Page]:
    """The options page with a choice made on it; then its server is killed."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(COUNT)
    page = context.new_page()
    visit(page, f"{place.url}/options")
    page.locator("[data-testid=stButtonGroup] button").first.click()
    place.kill()
    yield page
    context.close()


def test_the_page_says_so_and_nothing_lies_over_it(cut_off: Page, library: Library):
    note = cut_off.locator("#connection")
    expect(note).to_have_text(library.words("app.no_connection"), timeout=15_000)
    assert note.get_attribute("role") == "status"
    cut_off.wait_for_function("() => window.boxes > 0", timeout=30_000)
    expect(cut_off.locator("[role=dialog]")).to_have_count(0)
    assert cut_off.evaluate("!document.querySelector('#root').inert")


def test_what_is_on_the_page_stays_readable_and_opens(cut_off: Page):
    assert cut_off.locator("#root h1").is_visible()
    cite = cut_off.locator("#root .cite:visible").first
    cite.click()
    expect(cut_off.locator(":popover-open")).to_have_count(1)
    cut_off.keyboard.press("Escape")
    fold = cut_off.locator("#root details:has(> summary:visible)").first
    fold.locator("> summary").click()
    expect(fold).to_have_attribute("open", "")


def test_a_link_to_another_page_does_not_lead_away_from_it(cut_off: Page):
    before = cut_off.url
    cut_off.locator("#root .site-nav a[href='/procedure']").click()
    expect(cut_off.locator("#root h1")).to_have_id("page-options")
    assert cut_off.url == before
    cut_off.locator("#root details.on-page").evaluate("one => { one.open = true; }")
    cut_off.locator("#root details.on-page a[href^='#']").first.click()
    assert "#" in cut_off.url


def test_when_it_is_back_the_page_goes_on_with_what_was_chosen(cut_off: Page, place: Place):
    chosen = cut_off.locator(PICKED).all_inner_texts()
    assert chosen
    place.start()
    expect(cut_off.locator("#connection")).to_be_empty(timeout=30_000)
    assert cut_off.locator(PICKED).all_inner_texts() == chosen
    cut_off.locator("#root .site-nav a[href='/procedure']").click()
    cut_off.locator("#page-procedure").wait_for()
