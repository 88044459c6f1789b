"""The recovery chart can be read on a phone, by keyboard, in grey, and before its code has come."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app.domain.measures import MEASURES
from app.figures.recovery_points import recovery_points
from app.knowledge.catalog import Library
from tests.browser.conftest import NARROW, PATIENCE, WIDE, open_in
from tests.browser.views import CHARTS_CODE, HEIGHT, PAGES, held_back
from tests.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chart")]

SMALLEST = 14  # pixels on the screen
LIVE, STILL = ".st-key-chart-box .main-svg", ".st-key-chart-box .chart-still"
# Every word of a picture: its size on the screen, and whether it lies inside the box.
WORDS = """(selector) => {
  const box = document.querySelector('.st-key-chart-box').getBoundingClientRect();
  const words = [...document.querySelectorAll(`${selector} text`)];
  return words.filter(one => one.textContent).map(one => {
    const at = one.getBoundingClientRect();
    return {
      words: one.textContent,
      size: parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a,
      inside: at.left >= box.left - 4 && at.right <= box.right + 4
        && at.top >= box.top - 4 && at.bottom <= box.bottom + 4,
    };
  });
}"""
# Where the dots lie, from left and top; and where the years, the values and the names are.
DOTS = """(selector) => {
  const box = document.querySelector('.st-key-chart-box').getBoundingClientRect();
  return [...document.querySelectorAll(selector)].map(one => {
    const at = one.getBoundingClientRect();
    return [at.left + at.width / 2 - box.left, at.top + at.height / 2 - box.top];
  }).sort((a, b) => Math.round(a[0]) - Math.round(b[0]) || a[1] - b[1]);
}"""


def drawn_through(page: Page) -> Page:
    """Wait until the live chart has all its points."""
    page.locator(LIVE).first.wait_for(state="attached")
    page.locator(".st-key-chart-box .scatterlayer .points path").first.wait_for(state="attached")
    return page


@pytest.fixture(
    scope="module",
    params=[(measure, width) for measure in MEASURES for width in (NARROW, WIDE)],
    ids=lambda param: f"{param[0]} at {param[1]}",
)
def drawn(
    request: pytest.FixtureRequest, profile: BrowserContext, server: Server
) -> Iterator[Page]:
    """Each chart at each width, opened once for the tests that only look at it."""
    measure, width = request.param
    page = open_in(profile, f"{server.url}/recovery?measure={measure}", width)
    yield drawn_through(page)
    page.close()


def test_every_word_of_both_charts_is_large_enough_and_inside(drawn: Page):
    for selector in (LIVE, STILL):
        words = drawn.evaluate(WORDS, selector)
        assert len(words) > 10
        assert not [one for one in words if one["size"] < SMALLEST]
        assert not [one["words"] for one in words if not one["inside"]]


def test_the_chart_is_a_figure_that_says_what_it_shows(drawn: Page, library: Library):
    alt = recovery_points(library, drawn.url.partition("measure=")[2]).words.alt
    figure = drawn.get_by_role("figure", name=alt, exact=True)
    assert figure.count() == 1
    assert figure.locator(".main-svg").first.is_visible()


def test_the_live_chart_takes_the_still_one_s_place_to_the_pixel(drawn: Page):
    live = drawn.evaluate(DOTS, ".st-key-chart-box .scatterlayer .points path")
    still = drawn.evaluate(DOTS, f"{STILL} .dot")
    assert len(live) == len(still) > 0
    for one, other in zip(live, still, strict=True):
        assert abs(one[0] - other[0]) < 2.5
        assert abs(one[1] - other[1]) < 4  # a triangle's box has its middle elsewhere
    assert drawn.locator(STILL).evaluate("one => getComputedStyle(one).visibility") == "hidden"


def test_before_its_code_has_come_the_still_chart_stands_in_the_same_box(open_page, server):
    page = open_page("/recovery", width=390, wait=False)
    still, box = page.locator(STILL), page.locator(".st-key-chart-box")
    with held_back(page, CHARTS_CODE):
        page.goto(f"{server.url}/recovery")
        still.wait_for(state="visible")
        page.wait_for_selector("footer.about", state="attached")
        page.wait_for_timeout(300)
        before = box.bounding_box()
    page.locator(LIVE).first.wait_for(state="visible")
    expect(still).to_be_hidden(timeout=PATIENCE)
    after = box.bounding_box()
    assert before is not None
    assert after is not None
    assert (before["height"], before["width"]) == (after["height"], after["width"])


def test_nothing_jumps_while_the_page_comes(open_page, server):
    page = open_page("/recovery", width=390, wait=False)
    page.add_init_script(
        "window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "one => { if (!one.hadRecentInput) window.shifts += one.value }))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(f"{server.url}/recovery")
    page.locator(LIVE).first.wait_for(state="visible")
    page.wait_for_timeout(1000)
    assert page.evaluate("window.shifts") <= 0.05


def test_the_live_chart_is_as_wide_as_its_place_also_after_a_turn_of_the_phone(open_page):
    page = drawn_through(open_page("/recovery", width=NARROW))
    for width in (700, NARROW):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        box = page.locator(".st-key-chart-box").bounding_box()
        assert box is not None
        page.wait_for_function(
            f"document.querySelector('{LIVE}').getBoundingClientRect().width === {box['width']}"
        )


def test_the_first_words_hold_the_points_of_the_address(open_page, server, library: Library):
    for address, measure in (("/recovery", "odi"), ("/recovery?measure=operations", "operations"),
                             ("/recovery?measure=x", "odi")):  # fmt: skip
        page = open_page("/", width=NARROW, wait=False)
        page.route("**/static/js/**", lambda route: route.abort())
        page.goto(server.url + address)
        chart = recovery_points(library, measure)
        picture = page.get_by_role("img", name=chart.words.alt, exact=True)
        assert picture.is_visible()
        assert picture.locator(".dot").count() == len(chart.points)


def test_a_finger_on_the_chart_scrolls_the_page(open_page):
    page = open_page("/recovery", width=390, has_touch=True)
    page.locator(LIVE).first.wait_for(state="attached")
    page.locator(".st-key-chart-box").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    main = "document.querySelector('[data-testid=stMain]').scrollTop"
    before, box = page.evaluate(main), page.locator(LIVE).first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, min(box["y"] + box["height"] / 2, HEIGHT - 100)
    tools = page.context.new_cdp_session(page)
    for moved in range(0, 260, 20):
        kind = "touchMove" if moved else "touchStart"
        point = {"x": x, "y": y - moved}
        tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
        page.wait_for_timeout(20)
    tools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(300)
    assert page.evaluate(main) > before + 150


def test_the_switch_goes_by_keyboard_and_the_words_follow(open_page, library: Library):
    page = drawn_through(open_page("/recovery?measure=odi"))
    page.get_by_role("radio", name="Daily limits").focus()
    for measure in ("pain", "walking", "operations"):
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Space")
        page.wait_for_url(f"**/recovery?measure={measure}")
        takeaway = recovery_points(library, measure).words.takeaway
        expect(page.locator(".st-key-chart .takeaway")).to_have_text(takeaway, timeout=PATIENCE)
        page.get_by_role("figure", name=takeaway).wait_for(state="attached")


@pytest.mark.parametrize("place", [".st-key-chart", ".arrays"])
def test_a_passport_opens_and_closes_by_keyboard(open_page, place: str):
    page = open_page(PAGES["recovery"], width=NARROW)
    button = page.locator(f"{place} .passports button").first
    button.focus()
    page.keyboard.press("Enter")
    note = page.locator(f"[id='{button.get_attribute('popovertarget')}']")
    expect(note).to_be_visible()
    for words in ("People in this result", "Compared with", "Paid for by", "Where we read it"):
        expect(note).to_contain_text(words)
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    assert button.evaluate("one => one === document.activeElement")


def test_a_passport_opens_by_a_tap(open_page):
    page = open_page(PAGES["recovery"], width=390, has_touch=True)
    button = page.locator(".st-key-chart .passports button").nth(1)
    button.tap()
    expect(page.locator(f"[id='{button.get_attribute('popovertarget')}']")).to_be_visible()


def test_a_patient_reads_what_the_chart_says_and_how_to_read_it(open_page):
    """Once the small letters of the clinic's screen reached the patient's page on a wide one."""
    page = open_page("/recovery")
    for place in (".takeaway", ".how"):
        words = page.locator(f".st-key-chart {place}").first
        assert words.is_visible()
        assert float(words.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")) >= 20
