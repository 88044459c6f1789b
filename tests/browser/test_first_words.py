"""The words that stand before any script has loaded, and what the shell says of itself."""

from __future__ import annotations

import pytest

from tests.browser.views import PAGES, settle, visit
from tests.server import serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("shell")]

TITLES = {
    "/": "Overview | MILD explained",
    "/recovery": "Recovery | MILD explained",
    "/whats-next": "If it does not help | MILD explained",
}


@pytest.mark.parametrize("path", ["/", "/recovery"])
def test_words_are_readable_before_any_script_has_loaded(open_page, server, path: str):
    page = open_page(path, width=320, wait=False)
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(server.url + path)
    words = page.locator("#first-words")
    assert words.locator("h1").is_visible()
    assert words.locator(".message").is_visible()
    assert words.locator(".urgent").is_visible()
    assert words.get_by_role("link", name="Read this page as plain text").is_visible()


@pytest.mark.parametrize("path", ["/", "/recovery"])
def test_the_first_words_give_way_to_the_page(open_page, path: str):
    page = open_page(path)
    assert not page.locator("#first-words").is_visible()
    visible = [one for one in page.locator("h1").all() if one.is_visible()]
    assert len(visible) == 1


def test_without_scripts_the_words_stay_and_lead_to_the_text_edition(open_page, server):
    page = open_page("/options", wait=False, java_script_enabled=False)
    page.goto(f"{server.url}/options")
    assert page.locator("#first-words h1").is_visible()
    page.locator("#first-words .loading a").click()
    assert page.url == f"{server.url}/text/options"
    assert page.locator("article.option").count() == 8


@pytest.mark.parametrize(("path", "title"), TITLES.items())
def test_language_and_title_are_right_on_a_deep_link(open_page, path: str, title: str):
    page = open_page(path)
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.title() == title


def test_the_title_follows_a_page_change_and_the_focus_goes_to_the_heading(open_page):
    page = open_page("/")
    page.locator(".st-key-site-nav").get_by_role("link", name="Your options").click()
    page.wait_for_url("**/options")
    page.wait_for_selector("#page-options:focus")
    assert page.title() == "Your options | MILD explained"


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


@pytest.mark.parametrize("path", PAGES.values())
def test_no_id_stands_twice_on_a_page(open_page, path: str):
    page = open_page(path, width=320)
    doubles = page.evaluate(
        """() => { const seen = {};
        document.querySelectorAll('[id]').forEach(e => seen[e.id] = (seen[e.id] || 0) + 1);
        return Object.keys(seen).filter(id => seen[id] > 1) }"""
    )
    assert not doubles


@pytest.mark.parametrize("path", ["/", "/recovery", "/whats-next?node=L9"])
def test_every_note_of_a_page_opens_where_the_reader_can_see_it(open_page, path: str):
    page = open_page(path)
    buttons = page.locator("#root :is(.cite, .term):visible")
    for number in range(min(buttons.count(), 25)):
        button = buttons.nth(number)
        note = page.locator(f"[id='{button.get_attribute('popovertarget')}']")
        button.click()
        assert note.is_visible()
        page.keyboard.press("Escape")
    settle(page)
