"""The first words stand before the app does, stay where it cannot start, and give way to it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from app.knowledge.catalog import Library
from tests.browser.views import settle

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("shell")]

DEEP = "/recovery?measure=pain"
# Whether what a reader sees at the middle of the element's first line is the element itself.
ON_TOP = """one => {
  const box = one.getClientRects()[0];
  const top = document.elementFromPoint(box.x + Math.min(40, box.width / 2), box.y + 8);
  return box.top >= 0 && box.bottom <= innerHeight && one.contains(top);
}"""
INJECT = """() => {
  const script = document.createElement('script');
  script.textContent = 'window.injected = true';
  document.head.append(script);
  return window.injected === true;
}"""


def _without_scripts(page: Page) -> Page:
    page.route("**/static/js/**", lambda route: route.abort())
    return page


@pytest.mark.parametrize(("path", "name"), [("/", "overview"), (DEEP, "recovery")])
def test_title_message_and_urgent_line_stand_before_any_script(
    open_page, server, library: Library, path: str, name: str
):
    page = _without_scripts(open_page(path, wait=False))
    page.goto(server.url + path)
    front = library.pages[name].front
    for selector, words in (
        ("h1", front.title),
        (".message", " ".join(library.prose.line(front.message).plain)),
        (".urgent strong >> nth=0", library.words("urgent.title")),
    ):
        line = page.locator(f"#first-words {selector}")
        assert words in line.inner_text()
        assert line.evaluate(ON_TOP), selector


@pytest.mark.parametrize("path", ["/", DEEP])
def test_the_first_words_give_way_to_the_app(open_page, path: str):
    page = open_page(path)
    assert not page.locator("#first-words").is_visible()
    assert page.locator("h1").filter(visible=True).count() == 1
    assert page.locator("#root h1").evaluate(ON_TOP)


def test_the_first_words_stay_without_scripts_and_lead_to_the_text_edition(
    open_page, server, library: Library
):
    page = open_page(DEEP, wait=False, java_script_enabled=False)
    page.goto(server.url + DEEP)
    no_script = page.locator("#first-words noscript p")
    assert no_script.inner_text() == library.words("app.no_script")
    assert no_script.evaluate(ON_TOP)
    assert not page.get_by_text(library.words("app.skip_loading")).is_visible()
    assert page.locator("h1").filter(visible=True).count() == 1
    page.get_by_role("link", name=library.words("app.text_now")).click()
    page.wait_for_url("**/text/recovery")
    assert page.locator("h1").inner_text() == library.pages["recovery"].front.title
    assert page.locator("figure.chart svg").first.is_visible()


def test_the_title_follows_a_link_inside_the_app(open_page, library: Library):
    page = open_page("/")
    front = library.pages["options"].front
    page.locator("#root .site-nav").get_by_role("link", name=front.nav).click()
    page.wait_for_url("**/options")
    page.locator("#root h1", has_text=front.title).wait_for()
    settle(page)
    assert page.title() == f"{front.nav} | {library.words('app.name')}"
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.locator("h1").filter(visible=True).count() == 1


def test_a_script_that_was_slipped_in_does_not_run(open_page):
    assert open_page("/").evaluate(INJECT) is False
    assert open_page("/", bypass_csp=True).evaluate(INJECT) is True, "the probe proves nothing"


@pytest.mark.parametrize("path", ["/", DEEP, "/text", "/assets/app.css", "/no-such-page"])
def test_the_policy_allows_no_inline_script_and_no_eval(open_page, server, path: str):
    answer = open_page(path, wait=False).request.get(server.url + path)
    policy = answer.headers["content-security-policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert "'self'" in rules["script-src"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & set(
        rules["script-src"].split()
    )
