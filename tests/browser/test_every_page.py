"""What holds on every page: nothing sticks out, all can be hit, one outline, no other host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response

from app.domain.address import PATHS
from app.knowledge.catalog import Library
from tests.browser.conftest import NARROW, WIDE, empty_page, open_details, ready
from tests.browser.views import PAGES
from tests.server import Server

pytestmark = pytest.mark.browser

VIEWS = {
    **PAGES,
    "decision leaf": "/whats-next?node=L9",
    "step in clinic view": "/procedure?step=P12&view=clinic",
    **{f"text of {name}": f"/text{path}" for name, path in PAGES.items()},
}
# Streamlit looks for its server below the page it was opened at, and then at the root.
KNOWN_404 = re.compile(r"^/(?!_stcore)[a-z-]+/_stcore/(health|host-config)$")
OUTSIDE = """() => {
  const width = document.documentElement.clientWidth;
  const boxes = [document.documentElement, document.querySelector('[data-testid=stMain]')];
  return boxes.filter(Boolean).map(box => box.scrollWidth - Math.min(box.clientWidth, width));
}"""
CONTROLS = """(selector) => [...document.querySelectorAll(selector)]
  .map(one => one.matches('input[type=checkbox], input[type=radio]') ? one.closest('label') : one)
  .filter(one => one && one.checkVisibility({ visibilityProperty: true }))
  .map(one => {
    const box = one.getBoundingClientRect();
    const around = one.closest('p, li, td, th, dd, summary');
    const inline = one.matches('a') && around !== one
      && around && around.innerText.trim() !== one.innerText.trim();
    const name = `${one.tagName}.${one.className} ${one.innerText.slice(0, 40)}`;
    return { name, inline, width: box.width, height: box.height };
  })
  .filter(one => one.width > 1 && one.height > 1)"""
ANY_CONTROL = (
    "a[href], button, input, select, textarea, summary, [role=radio], [role=checkbox], "
    "[role=button], [role=tab], [role=option]"
)
MAIN_CONTROL = (
    "[data-testid=stButton] button, [data-testid=stDownloadButton] button, "
    "[data-testid=stPageLink] a, [data-testid=stButtonGroup] button, [data-testid=stCheckbox] "
    "input, [data-testid=stTextInput] input, summary, .all-signs, .to-pages, nav a"
)
DOUBLES = """() => { const seen = {};
  document.querySelectorAll('[id]').forEach(e => seen[e.id] = (seen[e.id] || 0) + 1);
  return Object.keys(seen).filter(id => seen[id] > 1) }"""
# The ids that something on the page leads to or is named by, and that not one element has.
DEAD = """(more) => {
  const here = one => one.pathname === location.pathname && one.hash;
  const links = [...document.querySelectorAll('a[href*="#"]')].filter(here)
    .map(one => decodeURIComponent(one.hash.slice(1)));
  const named = ['popovertarget', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'for']
    .flatMap(name => [...document.querySelectorAll(`:is(#root, .text-edition) [${name}]`)]
      .flatMap(one => one.getAttribute(name).split(' ')));
  return [...new Set([...links, ...named, ...more])].filter(id =>
    id && document.querySelectorAll(`[id="${CSS.escape(id)}"]`).length !== 1);
}"""
HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading]')]
  .filter(one => one.checkVisibility({ visibilityProperty: true }))
  .map(one => [Number(one.ariaLevel || one.tagName[1]), one.innerText])"""


@dataclass
class Seen:
    """A page as one reader saw it, and what it did on the way."""

    page: Page
    name: str
    requests: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Write down every request and every complaint in the console from now on."""
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("response", self._answered)
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._heard)

    def _answered(self, answer: Response) -> None:
        own = answer.url.startswith("http")  # what the page makes by itself has no headers
        if own and not answer.headers.keys() >= {"content-security-policy", "referrer-policy"}:
            self.bare.append(answer.url)

    def _heard(self, message: ConsoleMessage) -> None:
        path = urlsplit(message.location.get("url", "")).path
        if message.type in ("error", "warning") and not KNOWN_404.match(path):
            self.errors.append(f"{message.text} ({path})")


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((name, width), marks=pytest.mark.xdist_group(f"page {name}"))
        for name in VIEWS
        for width in (NARROW, WIDE)
    ],
    ids=lambda param: f"{param[0]} at {param[1]}",
)
def seen(request: pytest.FixtureRequest, profile: BrowserContext, server: Server) -> Iterator[Seen]:
    """Every page, opened once for all the tests here; they only look."""
    name, width = request.param
    seen = Seen(empty_page(profile, width), name)
    seen.watch()
    ready(seen.page, server.url + VIEWS[name])
    yield seen
    seen.page.close()


def test_a_page_does_not_scroll_sideways(seen: Seen):
    assert max(seen.page.evaluate(OUTSIDE)) <= 0


def test_no_control_is_too_small_to_hit(seen: Seen):
    controls = seen.page.evaluate(CONTROLS, ANY_CONTROL)
    small = [one for one in controls if min(one["width"], one["height"]) < 24]
    assert controls
    assert not [one for one in small if not one["inline"]]


def test_main_controls_are_44_pixels_high(seen: Seen):
    controls = seen.page.evaluate(CONTROLS, MAIN_CONTROL)
    assert controls
    assert not [one for one in controls if one["height"] < 43.9]


def test_a_page_asks_no_other_host(seen: Seen, server: Server):
    hosts = {
        urlsplit(url).netloc for url in seen.requests if not url.startswith(("data:", "blob:"))
    }
    assert hosts == {urlsplit(server.url).netloc}


def test_every_answer_to_a_page_carries_the_policy(seen: Seen):
    assert len(seen.requests) > 1
    assert seen.bare == []


def test_a_page_complains_of_nothing_in_the_console(seen: Seen):
    assert seen.errors == []


def test_a_page_shows_no_error_and_no_dialog(seen: Seen):
    shown = seen.page.locator(
        "[role=dialog], .calm-error, [data-testid=stException], [data-testid=stAlert]"
    )
    assert shown.filter(visible=True).count() == 0


def test_the_chart_library_comes_only_to_the_pages_with_a_chart(seen: Seen):
    asked = any("plotly" in url.lower() for url in seen.requests)
    assert asked == (urlsplit(seen.page.url).path in ("/procedure", "/recovery"))


def test_a_page_has_its_language_and_title(seen: Seen, library: Library):
    path = urlsplit(seen.page.url).path.removeprefix("/text") or "/"
    nav = library.pages[{where: name for name, where in PATHS.items()}[path]].front.nav
    assert seen.page.title() == f"{nav} | {library.words('app.name')}"
    assert seen.page.evaluate("document.documentElement.lang") == "en"


def test_no_id_stands_twice_on_a_page(seen: Seen):
    assert seen.page.evaluate(DOUBLES) == []


def test_everything_that_is_led_to_is_there_once(seen: Seen, library: Library):
    path = urlsplit(VIEWS[seen.name]).path.removeprefix("/text") or "/"
    (page,) = (library.pages[name] for name, where in PATHS.items() if where == path)
    sections = [] if "view=clinic" in seen.page.url else [one.id for one in page.sections]
    assert seen.page.evaluate(DEAD, sections) == []


@pytest.mark.parametrize("change", ["one.removeAttribute('id')", "one.after(one.cloneNode(true))"])
def test_an_id_that_is_lost_or_doubled_is_found(open_page, change: str):
    page = open_page("/text/visit")
    page.evaluate(f"() => {{ const one = document.querySelector('#bring'); {change}; }}")
    assert page.evaluate(DEAD, []) == ["bring"]


def test_headings_form_one_outline(seen: Seen):
    open_details(seen.page)
    levels = seen.page.evaluate(HEADINGS)
    assert [level for level, _ in levels].count(1) == 1
    skipped = [(before, after) for before, after in pairwise(levels) if after[0] > before[0] + 1]
    assert not skipped
