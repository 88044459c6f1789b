"""One server and one Chromium for each worker, and pages opened in it.

A page in a profile of its own is opened by a new process, which reads all of Streamlit's code anew:
most of the time that a browser test takes. `open_page` therefore opens a page in a profile that all
tests of a worker share, whose process stays (see `profile`): each test has a page, a history and a
server session of its own, and finds the profile without cookies and storage. What a first visit is
like needs a profile of its own: `open_page(..., wait=False)`, or any other option of a context.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.views import HEIGHT, chromium, visit
from tests.server import Server, serving

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = (320, 768, 1280)
NARROW, WIDE = WIDTHS[0], WIDTHS[-1]
SCHEMES = ("light", "dark")
PATIENCE = 15_000  # milliseconds

Open = Callable[..., Page]
Findings = Callable[..., list[tuple[str, str]]]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that a theme can break: it changes colours and nothing else."""
AXE = """([within, options]) => axe
  .run(within.length ? { include: within.map(one => [one]) } : document, options)
  .then(found => found.violations)"""
# Whether the ground is that of the theme, and no colour is on its way to another.
WORN = """scheme => {
  const app = document.querySelector('[data-testid=stApp]') ?? document.body;
  const parts = getComputedStyle(app).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number);
  const dark = parts.reduce((sum, part) => sum + part) < 384;
  return dark === (scheme === 'dark')
    && !document.getAnimations().some(one => one instanceof CSSTransition);
}"""


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app, started once in each worker."""
    with serving(tmp_path_factory.mktemp("server") / "server.log") as running:
        yield running


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A Chromium; closed with the last browser test, for its event loop would stay in the way."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="package")
def profile(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A profile whose pages share one process; an empty page of the app keeps it alive."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    context.new_page().goto(f"{server.url}/robots.txt")
    yield context
    context.close()


def ready(page: Page, address: str) -> Page:
    """Open an address and wait until it is drawn; the text edition has no app to wait for."""
    if urlsplit(address).path.startswith("/text"):
        page.goto(address)
    else:
        visit(page, address)
    return page


def empty_page(profile: BrowserContext, width: int = WIDE) -> Page:
    """Return a new page of the shared profile, in the process of the page that keeps it alive."""
    with profile.expect_page() as opened:
        profile.pages[0].evaluate("void window.open('')")
    resize(opened.value, width)
    return opened.value


def open_in(profile: BrowserContext, address: str, width: int = WIDE) -> Page:
    """Open an address in the shared profile; for pages that several tests look at.

    Such a page is opened by a fixture of the module, which closes it.
    """
    return ready(empty_page(profile, width), address)


@pytest.fixture
def open_page(browser: Browser, server: Server, profile: BrowserContext) -> Iterator[Open]:
    """Opens a path of the app; closed when the test ends.

    The page is in the shared profile, unless it is to be opened later or with more options of a
    context: then in one of its own.
    """
    contexts: list[BrowserContext] = []
    pages: list[Page] = []

    def open_one(
        path: str, width: int = WIDE, scheme: str = "light", wait: bool = True, **more: object
    ) -> Page:
        if wait and not more:
            if not pages:  # whatever a test before has left in the profile
                profile.clear_cookies()
                profile.pages[0].evaluate("localStorage.clear()")
            page = empty_page(profile, width)
            pages.append(page)
            page.emulate_media(color_scheme=scheme)
            return ready(page, server.url + path)
        size = {"width": width, "height": HEIGHT}
        context = browser.new_context(viewport=size, color_scheme=scheme, **more)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        return ready(page, server.url + path) if wait else page

    yield open_one
    for one in (*pages, *contexts):
        one.close()


@pytest.fixture(scope="session")
def findings() -> Findings:
    """What axe finds on a page as it stands, or only within some parts of it: rule and element.

    A page is held to every rule in the light theme, and in the dark one to those of colour. Parts
    are for what has changed on a page that test_axe looks at as a whole in the same look.
    """
    source = Axe().axe_script

    def run(page: Page, scheme: str = "light", within: Sequence[str] = ()) -> list[tuple[str, str]]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(source)
        only = TAGS if scheme == "light" else {"type": "rule", "values": COLOURS}
        options = {"runOnly": only, "resultTypes": ["violations"]}
        violations = page.evaluate(AXE, [list(within), options])
        return [(rule["id"], node["html"][:160]) for rule in violations for node in rule["nodes"]]

    return run


def resize(page: Page, width: int) -> None:
    """Give an open page another width."""
    page.set_viewport_size({"width": width, "height": HEIGHT})


def wear(page: Page, scheme: str) -> None:
    """Change the theme of an open page, and wait until all of it has its new colours."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(WORN, arg=scheme)


def looks(
    page: Page, widths: Sequence[int] = WIDTHS, schemes: Sequence[str] = SCHEMES
) -> Iterator[tuple[int, str]]:
    """Give an open page each theme and width in turn; it ends in the first theme, last width."""
    for scheme in schemes:
        wear(page, scheme)
        for width in widths:
            resize(page, width)
            yield width, scheme
    wear(page, schemes[0])
    resize(page, widths[-1])


def focus_before(page: Page, selector: str) -> None:
    """Give the focus to the last control that can be seen before an element."""
    page.evaluate(
        """selector => {
          const target = document.querySelector(selector);
          const controls = [...document.querySelectorAll('a[href], button, summary, input')];
          controls.filter(one => one.checkVisibility({ visibilityProperty: true })
            && target.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING)
            .at(-1).focus();
        }""",
        selector,
    )


def open_details(page: Page) -> None:
    """Open everything that folds; Streamlit's own folds open by a click alone."""
    page.evaluate(
        "document.querySelectorAll('details:not([open]) > summary').forEach(one => one.click())"
    )
    page.wait_for_selector("details:not([open])", state="detached")
