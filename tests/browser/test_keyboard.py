"""Everything can be done with the keyboard, and the reader always sees where they are."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from app.knowledge.catalog import Library
from app.knowledge.nodes import Answer
from app.knowledge.pathway import START_NODE
from tests.browser.conftest import PATIENCE
from tests.browser.views import PAGES, settle

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("keyboard")]

MOST_STOPS = 400
# What has the focus: whether it is on screen, and has a full ring around it in an opaque colour.
FOCUS = """() => {
  const one = document.activeElement;
  const frame = one.matches('input, .term button')
    && one.closest('label, [data-testid=stTextInputRootElement]');
  const shown = frame || one;
  const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
  return {
    name: `${one.tagName}.${one.className} ${(one.innerText || '').slice(0, 40)}`,
    body: one === document.body,
    ringed: style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2
      && style.outlineColor.startsWith('rgb('),
    seen: box.width > 4 && box.height > 4 && box.bottom > 0 && box.top < innerHeight,
  };
}"""
IN_FOCUS = "selector => document.activeElement.matches(selector)"


def _tab(page: Page) -> dict:
    """Go on to the next stop, see that it shows, and return what it is."""
    page.keyboard.press("Tab")
    focus = page.evaluate(FOCUS)
    assert focus["body"] or (focus["ringed"] and focus["seen"]), focus
    return focus


def _tab_to(page: Page, selector: str) -> None:
    """Go on until an element of this kind has the focus."""
    for _ in range(MOST_STOPS):
        _tab(page)
        if page.evaluate(IN_FOCUS, selector):
            return
    raise AssertionError(f"the Tab key never came to {selector}")


def _press(page: Page, selector: str) -> str:
    """Tab to a control of this kind and press it; return the node that came."""
    before = page.url
    _tab_to(page, selector)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)
    settle(page)
    node = page.url.partition("node=")[2] or START_NODE
    expect(page.locator(f"#node-{node}")).to_be_focused(timeout=PATIENCE)
    assert page.evaluate(FOCUS)["seen"], "the new question is out of sight"
    return node


@pytest.mark.parametrize("name", PAGES)
def test_every_stop_of_the_tab_key_shows(open_page, name: str):
    page = open_page(PAGES[name])
    assert "Skip to main content" in _tab(page)["name"]
    stops = 2
    while not _tab(page)["body"]:
        stops += 1
        assert stops < MOST_STOPS, "the Tab key runs in a circle"
    assert stops > 20


def test_the_skip_link_leads_past_the_header(open_page):
    page = open_page("/whats-next")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_walk_by_keyboard_alone_goes_to_an_option_and_back(open_page, library: Library):
    page = open_page("/whats-next")
    node = _press(page, f".st-key-{START_NODE}-answer-N0-N button")
    seen = [START_NODE, node]
    while library.nodes[node].kind != "leaf":
        here = library.nodes[node]
        options = getattr(here, "options", [])
        ways = [("way", target, target) for target in options]
        ways += [
            ("answer", a.id, a.to) if isinstance(a, Answer) else ("onward", str(i), a.to)
            for i, a in enumerate(getattr(here, "answers", []))
        ]
        kind, key, _ = next(way for way in ways if way[2] not in seen and way[2] != "N0-S")
        node = _press(page, f".st-key-{node}-{kind}-{key} button")
        seen.append(node)
    assert _press(page, ".st-key-walk-go-back button") == seen[-2]
    assert _press(page, ".st-key-walk-go-restart button") == START_NODE


@pytest.mark.parametrize("opener", [".term button", ".cite", ".all-signs"])
def test_a_note_opens_with_enter_and_closes_with_escape(open_page, opener: str):
    page = open_page("/")
    _tab_to(page, opener)
    assert page.locator(":popover-open").count() == 0
    page.keyboard.press("Enter")
    note = page.locator(":popover-open")
    note.wait_for(state="visible")
    assert note.get_attribute("id") == page.evaluate(
        "document.activeElement.getAttribute('popovertarget')"
    )
    page.keyboard.press("Escape")
    note.wait_for(state="detached")
    assert page.evaluate(IN_FOCUS, opener)


def test_arrow_keys_move_along_the_measures_and_space_chooses(open_page, library: Library):
    page = open_page("/recovery")
    _tab_to(page, ".st-key-measure-choice [role=radio]")
    for arrow, measure in (("ArrowRight", "pain"), ("ArrowLeft", "odi")):
        page.keyboard.press(arrow)
        expect(page.locator(":focus")).to_have_text(library.words(f"chart.{measure}"))
        page.keyboard.press("Space")
        page.wait_for_url(f"**measure={measure}")
        chosen = page.locator(".st-key-measure-choice [role=radio][aria-checked=true]")
        expect(chosen).to_have_text(library.words(f"chart.{measure}"))
        expect(chosen).to_be_focused()
        page.locator(f".st-key-chart-{measure} .main-svg").first.wait_for()
