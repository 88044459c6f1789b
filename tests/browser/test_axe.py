"""axe finds nothing on any page: each width, light and dark, folded and open, with each note."""

from __future__ import annotations

import pytest

from tests.browser.conftest import NARROW, WIDE, WIDTHS, open_details
from tests.browser.views import HEIGHT, PAGES

pytestmark = pytest.mark.browser

VIEWS = {
    **PAGES,
    "decision leaf": "/whats-next?node=L9",
    "emergency stop": "/whats-next?node=N0-Y",
    "step in clinic view": "/procedure?step=P12&view=clinic",
    "recovery in clinic view": "/recovery?measure=pain&view=clinic",
    "visit in clinic view": "/visit?view=clinic",
}
NOTES = {
    "glossary": ".term",
    "sources": ".cite",
    "urgent signs": ".all-signs",
}
SCHEMES = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_nothing_on_a_page_at_any_width(open_page, findings, name: str, scheme: str):
    page = open_page(VIEWS[name], width=WIDE, scheme=scheme)
    found = {}
    for width in reversed(WIDTHS):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found[width] = findings(page, scheme)
    open_details(page)
    found["unfolded"] = findings(page, scheme)
    assert not any(found.values()), found


@pytest.mark.parametrize(("width", "scheme"), [(NARROW, "light"), (WIDE, "light"), (WIDE, "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_a_text_edition(
    open_page, findings, name: str, width: int, scheme: str
):
    assert not findings(open_page(f"/text{PAGES[name]}", width=width, scheme=scheme), scheme)


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_an_open_note(open_page, findings, width: int, scheme: str):
    page = open_page(PAGES["overview"], width=width, scheme=scheme)
    found = {}
    for name, opener in NOTES.items():
        button = page.locator(f"#root {opener}:visible").first
        button.click()
        note = page.locator(f"[id='{button.get_attribute('popovertarget')}']:popover-open")
        note.wait_for(state="visible")
        found[name] = findings(page, scheme)
        page.keyboard.press("Escape")
        note.wait_for(state="detached")
    assert not any(found.values()), found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_first_words(open_page, server, findings, scheme: str):
    page = open_page("/", width=NARROW, scheme=scheme, wait=False)
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(server.url)
    assert page.locator("#first-words h1").is_visible()
    assert not findings(page)
