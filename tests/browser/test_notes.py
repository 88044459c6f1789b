"""Notes and ids: each button opens a note that the reader can see."""

from __future__ import annotations

import pytest

from tests.browser.views import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("notes")]

DOUBLES = """() => { const seen = {};
  document.querySelectorAll('[id]').forEach(e => seen[e.id] = (seen[e.id] || 0) + 1);
  return Object.keys(seen).filter(id => seen[id] > 1) }"""


@pytest.mark.parametrize("path", PAGES.values())
def test_no_id_stands_twice_on_a_page(open_page, path: str):
    assert open_page(path, width=320).evaluate(DOUBLES) == []


@pytest.mark.parametrize("path", ["/", "/recovery", "/whats-next?node=L9"])
def test_every_note_of_a_page_opens_where_the_reader_can_see_it(open_page, path: str):
    page = open_page(path)
    buttons = page.locator("#root :is(.cite, .term):visible")
    assert buttons.count() > 10
    for number in range(min(buttons.count(), 25)):
        button = buttons.nth(number)
        note = page.locator(f"[id='{button.get_attribute('popovertarget')}']")
        button.click()
        assert note.is_visible()
        page.keyboard.press("Escape")
