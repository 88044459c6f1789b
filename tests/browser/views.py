"""Opens pages of the running app the way a reader would, ready to look at."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.tools import CHROMIUM, require

PAGES = {
    "overview": "/", "procedure": "/procedure", "recovery": "/recovery", "options": "/options",
    "whats-next": "/whats-next", "visit": "/visit", "evidence": "/evidence",
}  # fmt: skip
IDLE = (
    "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"
)
HEIGHT = 900
CHARTS_CODE = "**/assets/plotly/*"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
    "--font-render-hinting=none",  # letters as wide without a window as in one
]  # fmt: skip


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Run a Chromium with a fresh profile until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(require(CHROMIUM)), args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def held_back(page: Page, address: str) -> Iterator[list[Route]]:
    """Hold back what a page asks for at an address until the block ends; yields what is held."""
    held: list[Route] = []
    # a builtin has no room for what Playwright notes on a handler
    page.route(address, lambda route: held.append(route))  # noqa: PLW0108
    yield held
    for route in held:
        route.continue_()


def settle(page: Page) -> None:
    """Wait until the app has drawn the page to its end and stands still."""
    page.wait_for_selector("footer.about", state="attached")
    page.wait_for_selector(IDLE, state="attached")
    page.locator("#first-words").wait_for(state="hidden")
    if page.locator(".live").count():
        page.wait_for_selector(".live .main-svg", state="attached")


def steps_ready(page: Page) -> Page:
    """Wait until the steps listen to keys and, where the address names one, it has the focus."""
    page.wait_for_selector("html[data-arrows=on]", state="attached")
    page.locator(".drawing.scene .key li").first.wait_for(state="attached")
    named = parse_qs(urlsplit(page.url).query).get("step")
    if named:
        page.wait_for_selector(f"#step-{named[0]}:focus")
    return page


def visit(page: Page, address: str) -> None:
    """Open an address and wait until the page is drawn."""
    page.goto(address)
    settle(page)
