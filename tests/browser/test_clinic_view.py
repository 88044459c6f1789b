"""The clinic view on a wall: by key alone, each screen whole, and back to the patient's place."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from app.knowledge.catalog import Library
from app.knowledge.clinic_view import SCREENS
from tests.browser.conftest import PATIENCE
from tests.browser.views import PAGES, settle

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("clinic view")]

WALLS = [(1280, 800), (1920, 1080)]
MOST_PRESSES = 20
# By how many pixels a page is higher or wider than its window.
BEYOND = """() => {
  const main = document.querySelector("[data-testid=stMain]");
  return [main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth];
}"""
# Names of what sticks out of the window, or lies under something else, among what must be seen.
HIDDEN = """() => [".screen-head h1", ".st-key-screen-ways button", ".st-key-screen-track a",
  ".st-key-screen-picture svg", ".opening p", ".teach-back p", ".exact tr", ".screen-foot p"]
  .flatMap((name) => [...document.querySelectorAll(name)])
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => [one.className.baseVal ?? (one.className || one.innerText),
                 one.getBoundingClientRect()])
  .filter(([, box]) => box.top < -1 || box.bottom > innerHeight + 1 || box.right > innerWidth + 1)
  .map(([name]) => name)"""

# Words of the screen that reach into the ways to the other screens.
INTO_THE_TRACK = """() => {
  const edge = document.querySelector(".st-key-screen-track").getBoundingClientRect().top;
  const areas = ":is(.st-key-screen-picture, .st-key-screen-words, .st-key-screen-column)";
  return [...document.querySelectorAll(`${areas} :is(p, td, th, button)`)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.innerText
      && one.getBoundingClientRect().bottom > edge + 1 && !one.closest("[popover]"))
    .map((one) => one.innerText.slice(0, 60));
}"""


def on_screen(page: Page, name: str) -> None:
    """Wait until a screen is drawn and its title has the focus."""
    expect(page.locator(f"#screen-{name}")).to_be_focused(timeout=PATIENCE)
    settle(page)


def wall(page: Page, size: tuple[int, int] = WALLS[0]) -> Page:
    """Make the window a wall screen."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    return page


def listening(page: Page) -> Page:
    """Wait until the screen listens to keys."""
    page.wait_for_selector("html[data-arrows=on]", state="attached")
    return page


@pytest.mark.parametrize("keys", [("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp")])
def test_from_the_first_screen_to_the_last_and_back_by_key(open_page, keys: tuple[str, str]):
    onward, back = keys
    page = wall(open_page("/"))
    page.locator(".st-key-view-switch button").click()  # one tap in the foot
    on_screen(page, SCREENS[0])
    for presses, name in enumerate(SCREENS[1:], start=1):
        page.keyboard.press(onward)
        on_screen(page, name)
        assert page.url.endswith(f"{PAGES[name]}?view=clinic")
        assert presses <= MOST_PRESSES
    page.keyboard.press("ArrowRight")  # there is no more: nothing happens
    page.keyboard.press(back)
    on_screen(page, SCREENS[-2])


@pytest.mark.parametrize("size", WALLS)
def test_every_screen_but_the_form_fills_the_window_and_does_not_scroll(open_page, size):
    page = listening(wall(open_page("/?view=clinic"), size))
    for name in SCREENS[:-1]:
        if name != SCREENS[0]:
            page.keyboard.press("ArrowRight")
            on_screen(page, name)
        assert page.evaluate(BEYOND) == [0, 0], name
        assert page.evaluate(HIDDEN) == [], name
        assert page.evaluate(INTO_THE_TRACK) == [], name
    page.go_back()
    page.locator("#screen-options").wait_for()


def test_no_step_and_no_place_of_the_map_makes_its_screen_scroll(open_page, library: Library):
    page = wall(open_page("/procedure?view=clinic&step=P1"))
    for number, step in enumerate(library.steps, start=1):
        expect(page.locator("#screen-step")).to_contain_text(f"Step {number} of", timeout=PATIENCE)
        assert page.url.endswith(f"step={step.id}")
        assert page.evaluate(BEYOND) == [0, 0], step.id
        if number < len(library.steps):
            page.locator(".st-key-step-next button").click()
    page.locator(".st-key-to-screen-whats-next a").click()
    page.locator(".st-key-walk-no-sign button").click()
    page.locator(".opening").wait_for()
    for node in ("L9", "L6", "N5", "N4-8", "E2", "N0-Y"):
        page.locator(f".place-{node} a").click()
        expect(page.locator(f"#screen-node-{node}")).to_be_focused(timeout=PATIENCE)
        assert page.evaluate(BEYOND) == [0, 0], node


def test_a_key_that_a_control_needs_does_not_leave_the_screen(open_page):
    page = listening(wall(open_page("/?view=clinic")))
    page.locator("#part-skin").focus()
    page.keyboard.press("ArrowRight")
    page.locator(".opening .cite").first.click()
    page.locator(":popover-open").wait_for()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    page.keyboard.press("Alt+ArrowRight")
    page.wait_for_timeout(300)
    expect(page.locator("#screen-overview")).to_be_visible()
    page.locator("#show-aim").click()  # a switch has no use for arrows
    page.keyboard.press("ArrowRight")
    on_screen(page, "procedure")


@pytest.mark.parametrize(
    ("address", "control", "after", "shown"),
    [
        ("/procedure?step=P9", ".st-key-step-next button", "step=P10", "#step-P10"),
        ("/whats-next?node=N3", ".place-L9 a", "node=L9", "#node-L9"),
        ("/recovery?measure=pain", "", "measure=pain", ".st-key-chart-pain"),
    ],
)
def test_leaving_leads_to_the_same_place_in_the_patient_view(
    open_page, address: str, control: str, after: str, shown: str
):
    page = wall(open_page(address))
    page.locator(".st-key-view-switch button").click()
    page.locator(".st-key-clinic").wait_for()
    settle(page)
    if control:
        page.locator(control).click()
        page.wait_for_url(f"**{after}*")
    page.locator(".st-key-view-switch button").click()
    expect(page.locator(".st-key-clinic")).to_have_count(0, timeout=PATIENCE)
    expect(page.locator(f"#root {shown}")).to_have_count(1, timeout=PATIENCE)  # the old one is gone
    expect(page.locator(f"#root {shown}")).to_be_visible()
    assert page.url.endswith(f"{address.partition('?')[0]}?{after}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_screen(open_page, findings, scheme: str):
    page = listening(wall(open_page("/?view=clinic", scheme=scheme)))
    found = {}
    for name in SCREENS:
        if name != SCREENS[0]:
            page.keyboard.press("ArrowRight")
            on_screen(page, name)
        for width, height in (WALLS[0], (390, 844)):
            page.set_viewport_size({"width": width, "height": height})
            found[name, width] = findings(page, scheme)
        wall(page)
    assert not any(found.values()), found


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_small_screen_nothing_sticks_out(open_page, width: int):
    page = listening(open_page("/?view=clinic", width=width))
    for name in SCREENS:
        if name != SCREENS[0]:
            page.keyboard.press("ArrowRight")
            on_screen(page, name)
        assert page.evaluate(BEYOND)[1] <= 0, name
    page.evaluate("document.documentElement.style.setProperty('font-size', '40px', 'important')")
    assert page.evaluate(BEYOND)[1] <= 0


def test_the_bar_does_not_come_along_on_paper(open_page):
    page = open_page("/recovery?view=clinic")
    page.emulate_media(media="print")
    for name in ("screen-bar", "screen-track"):
        expect(page.locator(f".st-key-{name}")).to_be_hidden()
    expect(page.locator(".exact")).to_be_visible()
