"""Arriving: at a fresh server, by a shared link, and at what a choice has brought."""

from __future__ import annotations

import pytest

from tests.browser.views import visit
from tests.server import serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("arrival")]


def test_the_first_reader_of_a_deep_link_sees_its_page(browser, tmp_path):
    """Streamlit's old page folder once told the first reader that the page does not exist."""
    errors: list[str] = []
    with serving(tmp_path / "server.log") as fresh:
        page = browser.new_page()
        page.on("console", lambda message: errors.append(message.text))
        visit(page, f"{fresh.url}/whats-next")
        assert page.locator("#page-whats-next").is_visible()
        assert not page.locator("[role=dialog]").count()
        page.close()
    assert not [text for text in errors if "does not seem to exist" in text]


def test_a_first_visit_fetches_one_font(open_page, server):
    page = open_page("/", wait=False)
    fonts: list[str] = []
    page.on("request", lambda one: fonts.append(one.url) if "woff" in one.url else None)
    visit(page, server.url)
    assert len(fonts) == 1
    assert "atkinson-hyperlegible-next-latin-wght" in fonts[0]


def test_a_shared_node_takes_the_reader_to_the_signs_and_then_to_its_heading(open_page):
    page = open_page("/whats-next?node=L2")
    for heading in ("signs-before-L2", "node-L2"):
        page.wait_for_selector(f"#{heading}:focus")
        top = page.evaluate("document.activeElement.getBoundingClientRect().top / innerHeight")
        assert 0 <= top < 0.4
        if heading == "signs-before-L2":
            page.locator(".st-key-walk-no-sign button").click()


def test_a_new_step_takes_the_focus_to_its_heading(open_page):
    page = open_page("/procedure", width=390)
    page.locator(".st-key-step-next button").click()
    page.wait_for_selector("#step-P2:focus")
    assert 0 <= page.evaluate("document.activeElement.getBoundingClientRect().top") < 300


def test_a_new_page_begins_at_its_top_with_the_focus_on_its_title(open_page):
    page = open_page("/")
    page.get_by_role("link", name="Next: The procedure").click()
    page.wait_for_selector("#page-procedure:focus")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0


def test_a_place_behind_the_hash_is_gone_to(open_page):
    page = open_page("/evidence#privacy")
    page.wait_for_selector("#privacy:focus")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") < 100
