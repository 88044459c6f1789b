"""Notes: each button opens a note that the reader can see."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

# Where a reader taps a mark or a word: on two lines, its middle is among other words.
FIRST_LETTERS = """one => {
  one.scrollIntoView({ block: 'center' });
  const { left, top, height } = (one.closest('.term') ?? one).getClientRects()[0];
  return [left + 6, top + height / 2];
}"""

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("notes")]


@pytest.mark.parametrize("path", ["/", "/recovery", "/whats-next?node=L9"])
def test_every_note_of_a_page_opens_where_the_reader_can_see_it(open_page, path: str):
    page = open_page(path)
    buttons = page.locator("#root :is(.cite, .term button):visible")
    assert buttons.count() > 10
    for number in range(min(buttons.count(), 25)):
        button = buttons.nth(number)
        note = page.locator(f"[id='{button.get_attribute('popovertarget')}']")
        page.mouse.click(*button.evaluate(FIRST_LETTERS))
        assert note.is_visible()
        page.keyboard.press("Escape")


def test_a_second_tap_on_a_word_closes_its_note_and_one_on_another_opens_the_other(open_page):
    page = open_page("/", 390)
    terms = page.locator("#root .term:visible")
    lines = terms.evaluate_all("all => all.map(one => one.getClientRects().length)")
    broken, whole = terms.nth(lines.index(2)), terms.nth(lines.index(1))
    for term in (broken, whole):
        for open_now in (1, 0, 1):
            page.mouse.click(*term.evaluate(FIRST_LETTERS))
            expect(page.locator(":popover-open")).to_have_count(open_now)
    page.mouse.click(*broken.evaluate(FIRST_LETTERS))
    named = broken.locator("button").get_attribute("popovertarget")
    expect(page.locator(":popover-open")).to_have_attribute("id", str(named))
