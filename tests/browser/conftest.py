"""One server and one Chromium for each worker, and pages opened in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.views import HEIGHT, chromium, visit
from tests.server import Server, serving

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = (320, 768, 1280)
NARROW, WIDE = WIDTHS[0], WIDTHS[-1]
PATIENCE = 15_000  # milliseconds

Open = Callable[..., Page]
Findings = Callable[..., list[tuple[str, str]]]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that a theme can break: it changes colours and nothing else."""


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


def ready(page: Page, address: str) -> Page:
    """Open an address and wait until it is drawn; the text edition has no app to wait for."""
    if urlsplit(address).path.startswith("/text"):
        page.goto(address)
    else:
        visit(page, address)
    return page


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[Open]:
    """Opens a path of the app in a profile of its own; closed when the test ends."""
    contexts: list[BrowserContext] = []

    def open_one(
        path: str, width: int = WIDE, scheme: str = "light", wait: bool = True, **more: object
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, **more
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        return ready(page, server.url + path) if wait else page

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def findings() -> Findings:
    """What axe finds on a page as it stands: rule and element.

    A page is held to every rule in the light theme, and in the dark one to those of colour.
    """

    def run(page: Page, scheme: str = "light") -> list[tuple[str, str]]:
        only = TAGS if scheme == "light" else {"type": "rule", "values": COLOURS}
        options = {"runOnly": only, "resultTypes": ["violations"]}
        violations = Axe().run(page, options=options).response["violations"]
        return [(rule["id"], node["html"][:160]) for rule in violations for node in rule["nodes"]]

    return run


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
