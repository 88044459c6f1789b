"""axe finds nothing on any page: each width, light and dark, folded and open, with each note."""

from __future__ import annotations

import pytest

from tests.browser.conftest import (
    NARROW,
    SCHEMES,
    WIDE,
    WIDTHS,
    looks,
    open_details,
    resize,
    wear,
)
from tests.browser.views import PAGES

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
    "glossary": ".term button",
    "sources": ".cite",
    "urgent signs": ".all-signs",
}


@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_nothing_on_a_page_at_any_width_in_either_theme(open_page, findings, name: str):
    page = open_page(VIEWS[name], width=WIDE)
    found = {look: findings(page, look[1]) for look in looks(page, WIDTHS[::-1])}
    open_details(page)
    for scheme in SCHEMES:
        wear(page, scheme)
        found["unfolded", scheme] = findings(page, scheme)
    assert not any(found.values()), found


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_a_text_edition(open_page, findings, name: str):
    page = open_page(f"/text{PAGES[name]}", width=NARROW)
    found = {NARROW: findings(page)}
    resize(page, WIDE)
    for scheme in SCHEMES:
        wear(page, scheme)
        found[WIDE, scheme] = findings(page, scheme)
    assert not any(found.values()), found


@pytest.mark.parametrize("name", NOTES)
def test_axe_finds_nothing_in_an_open_note(open_page, findings, name: str):
    page = open_page(PAGES["overview"])
    found = {}
    for look in looks(page, (NARROW, WIDE)):
        button = page.locator(f"#root {NOTES[name]}:visible").first
        button.press("Enter")
        note = page.locator(f"[id='{button.get_attribute('popovertarget')}']:popover-open")
        note.wait_for(state="visible")
        found[look] = findings(page, look[1])
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
