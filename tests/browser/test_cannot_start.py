"""Where the app cannot start, the page offers its text edition by itself, without any script.

A connection that is refused or stays silent, scripts that never come, no scripts at all, a browser
too old for the style sheet, for popovers, for `:has()`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from app.figures.recovery_points import recovery_points
from app.knowledge.catalog import Library
from tests.browser.views import CHARTS_CODE, held_back, settle
from tests.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("cannot-start")]

SOON = 10_000  # milliseconds after the page was asked for
OFFERED = """() => getComputedStyle(document.querySelector('.offer')).visibility === 'visible'
  && performance.now()"""
ANNOUNCED = "[role=status]:has(> .offer)"
BLOCKED = ("refused", "silent", "no code")
# What `:has()` selects is lost before the app's own code runs.
WITHOUT_HAS = """CSS.supports = () => false;
document.addEventListener('readystatechange', () => {
  for (const one of document.querySelectorAll('style')) {
    one.textContent = one.textContent.replaceAll(':has(', ':unheard-of(');
  }
}, { once: true });"""
APP = "**/static/js/index.*"
NO_SWITCH = "**/static/js/ButtonGroup.*"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context
    context.close()


@pytest.fixture(scope="module")
def held() -> list[Route]:
    """Requests of a slow network, which go on when a test lets them."""
    return []


@pytest.fixture(scope="module")
def waiting(phone: BrowserContext, server: Server, held: list[Route]) -> dict[str, Page]:
    """The recovery page behind each kind of wall, all opened at once; they wait together."""

    def hold(route: Route) -> None:
        held.append(route)

    pages = {kind: phone.new_page() for kind in (*BLOCKED, "late")}
    pages["late"].route(APP, hold)
    pages["refused"].route_web_socket("**/_stcore/stream", lambda socket: socket.close())
    pages["silent"].route_web_socket("**/_stcore/stream", lambda socket: None)
    pages["no code"].route("**/static/js/**", lambda route: route.abort())
    for page in pages.values():
        page.goto(f"{server.url}/recovery", wait_until="commit")
        page.locator(".offer").wait_for(state="attached")
        assert not page.locator(".offer").is_visible()
        assert page.locator(ANNOUNCED).count() == 1
    return pages


@pytest.mark.parametrize("kind", BLOCKED)
def test_the_text_edition_is_offered_within_ten_seconds(
    kind: str, waiting: dict[str, Page], library: Library
):
    page = waiting[kind]
    assert page.wait_for_function(OFFERED, timeout=SOON).json_value() < SOON
    expect(page.locator(ANNOUNCED)).to_contain_text(library.words("app.slow"))
    assert page.locator("#first-words h1").is_visible()
    assert page.evaluate("!document.querySelector('#first-words').inert")
    page.locator(".first-words").evaluate("one => one.parentElement.scrollTo(0, 1e6)")
    last = page.locator(".first-words nav a").last.bounding_box()
    offer = page.locator(".offer").bounding_box()
    assert last and offer
    assert last["y"] + last["height"] <= offer["y"], "the offer covers the end of the words"
    page.get_by_role("link", name=library.words("app.text_now")).click()
    page.wait_for_url("**/text/recovery")
    front, sections = library.pages["recovery"].front, library.pages["recovery"].sections
    assert page.locator("h1").inner_text() == front.title
    shown = page.locator("h2").all_inner_texts()
    assert [one.title for one in sections if one.title not in shown] == []


def test_the_offer_goes_away_when_the_page_is_drawn_after_all(
    waiting: dict[str, Page], held: list[Route]
):
    page = waiting["late"]
    page.wait_for_function(OFFERED, timeout=SOON)
    for route in held:
        route.continue_()
    settle(page)
    expect(page.locator(".offer")).to_be_hidden()
    assert page.locator("#root h1").is_visible()
    assert page.locator("#connection").inner_text() == ""


def test_without_scripts_it_is_offered_at_once(open_page, server: Server, library: Library):
    page = open_page("/", wait=False, java_script_enabled=False)
    page.goto(server.url)
    assert page.locator(".offer").is_visible()
    assert page.locator(".offer noscript p").inner_text() == library.words("app.no_script")
    assert not page.get_by_text(library.words("app.slow")).is_visible()
    assert not page.locator(".loading").is_visible()


def _changed(context: BrowserContext, pattern: str, *changes: tuple[str, str]) -> None:
    """Hand documents and style sheets out as a browser would take them that lacks something."""

    def answer(route: Route) -> None:
        fetched = route.fetch()
        body = fetched.text()
        for what, instead in changes:
            body = re.sub(what, instead, body)
        route.fulfill(response=fetched, body=body)

    context.route(re.compile(pattern), answer)


def test_a_browser_too_old_for_the_style_sheet_has_plain_words_and_the_offer(
    browser: Browser, server: Server, library: Library
):
    """It knows no module, no brotli, no theme: the app and our style sheet do not exist for it."""
    context = browser.new_context(extra_http_headers={"Accept-Encoding": "gzip"})
    module = r'<script type="module".*?</script>|<link rel="modulepreload"[^>]*>'
    _changed(context, r"/recovery$", (module, ""), (r"prefers-color-scheme", "unheard-of"))
    page = context.new_page()
    page.goto(f"{server.url}/recovery")
    page.get_by_text(library.words("app.too_old")).wait_for()
    assert page.locator("#first-words h1").is_visible()
    assert not page.locator("svg").filter(visible=True).count(), "pictures without colors are black"
    page.get_by_role("link", name=library.words("app.text_now")).click()
    assert page.locator("h1").is_visible()
    assert not page.locator("svg").filter(visible=True).count()
    titles = page.locator("h2")
    assert titles.filter(visible=True).count() == titles.count() > 5
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_a_browser_without_has_still_gets_the_app(browser: Browser, server: Server):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script(WITHOUT_HAS)
    page = context.new_page()
    with held_back(page, APP) as held:
        with page.expect_request(APP):
            page.goto(f"{server.url}/evidence", wait_until="commit")
        page.locator("#first-words h1").wait_for()
        assert held
    settle(page)
    expect(page.locator("#first-words")).to_be_hidden()
    assert page.locator("#root h1").is_visible()
    assert page.evaluate("document.documentElement.classList.contains('drawn')")
    context.close()


def test_a_browser_without_popovers_shows_every_note_in_its_place(browser: Browser, server: Server):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    _changed(context, r"app\.css", (r":popover-open", ":unheard-of"))
    page = context.new_page()
    page.goto(f"{server.url}/text")
    note = page.locator(".note").first
    assert note.is_visible()
    assert note.evaluate("one => getComputedStyle(one).position") == "static"
    context.close()


def test_a_part_whose_code_does_not_come_says_so_in_words(
    phone: BrowserContext, server: Server, library: Library
):
    page = phone.new_page()
    page.route(NO_SWITCH, lambda route: route.abort())
    page.goto(f"{server.url}/recovery")
    page.locator("footer.about").wait_for(state="attached")
    page.get_by_text("Failed to fetch").first.wait_for(state="attached")
    assert not page.get_by_text("Failed to fetch").filter(visible=True).count()
    said = "one => getComputedStyle(one, '::before').content"
    broken = page.locator("[data-testid=stAlertContainer]").first
    assert library.words("app.part_missing") in broken.evaluate(said)
    page.close()


def test_a_chart_whose_code_does_not_come_leaves_its_still_picture(
    phone: BrowserContext, server: Server, library: Library
):
    page = phone.new_page()
    page.route(CHARTS_CODE, lambda route: route.abort())
    page.goto(f"{server.url}/recovery")
    page.locator(".live.missing").wait_for(state="attached")
    expect(page.locator(".st-key-chart-box .chart-still > svg")).to_be_visible()
    alt = recovery_points(library, "odi").words.alt
    expect(page.get_by_role("figure", name=alt, exact=True)).to_have_text("")
    page.unroute(CHARTS_CODE)
    page.get_by_role("radio", name=library.words("chart.pain")).click()
    page.locator(".st-key-chart-pain .main-svg").first.wait_for()
    expect(page.locator(".st-key-chart-box .chart-still")).to_be_hidden()
    page.close()


@pytest.mark.parametrize("code", [None, "window.Plotly = { react() { throw Error('no'); } };"])
def test_a_chart_without_still_picture_says_that_its_code_did_not_come_or_work(
    phone: BrowserContext, server: Server, library: Library, code: str | None
):
    page = phone.new_page()
    if code is None:
        page.route(CHARTS_CODE, lambda route: route.abort())
    else:
        page.route(
            CHARTS_CODE, lambda route: route.fulfill(body=code, content_type="text/javascript")
        )
    page.goto(f"{server.url}/procedure")
    expect(page.locator(".live.missing")).to_have_text(library.words("app.part_missing"))
    assert page.locator(".live.missing").is_visible()
    box = page.locator(".st-key-day-chart").bounding_box()
    assert box is not None
    assert box["height"] < 150, "the words stand above a hole as tall as the chart"
    page.close()
