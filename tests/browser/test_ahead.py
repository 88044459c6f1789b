"""The code of the charts comes ahead while a reader reads, and not where data are dear."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.views import CHARTS_CODE, visit

pytestmark = pytest.mark.browser

# The look at the page once a second and the pause before the file is fetched are made short;
# nothing else waits just so long.
HURRY = """
const { setTimeout: slow, setInterval: often } = window;
window.setTimeout = (what, wait, ...more) => slow(what, wait === 5000 ? 50 : wait, ...more);
window.setInterval = (what, wait, ...more) => often(what, wait === 1000 ? 50 : wait, ...more);
Object.defineProperty(navigator, "connection", { value: %s });
"""


def asked(page: Page, url: str, network: str) -> list[str]:
    """Return the addresses of the charts' code that were asked for within some seconds."""
    found: list[str] = []
    code = CHARTS_CODE.strip("*")
    page.on("request", lambda one: found.append(one.url) if code in one.url else None)
    page.add_init_script(HURRY % network)
    visit(page, url)
    page.wait_for_timeout(700)
    return found


@pytest.mark.parametrize(
    ("network", "times"),
    [
        ('{ saveData: false, effectiveType: "4g" }', 1),
        ('{ saveData: true, effectiveType: "4g" }', 0),
        ('{ saveData: false, effectiveType: "3g" }', 0),
    ],
    ids=["a good network", "data are saved", "a slow network"],
)
def test_the_charts_code_comes_ahead(open_page, server, network: str, times: int):
    page = open_page("/visit", wait=False)
    assert len(asked(page, f"{server.url}/visit", network)) == times
