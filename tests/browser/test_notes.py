"""Notes: each button opens a note that the reader can see."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("notes")]


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
