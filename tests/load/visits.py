"""Visits of a browser that knows nothing yet: bytes over the wire, and time to the first words."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from tests.browser.views import IDLE

# Lighthouse's mobile screen and throttle.
SCREEN = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75}
LATENCY_MS, DOWN_BIT, UP_BIT, SLOWER_CPU = 150, 1_600_000, 750_000, 4
LONGEST_SECONDS = 120
_TITLE = "#first-words h1, #root .page-head h1"

# For each name: the time of the frame after the one in which what it selects was found; by then it
# is painted. First contentful paint guards against what is in the document but not yet on the
# screen. Beside it, every shift of the layout that no tap has caused.
WATCH = """((wanted, last) => {
  const shown = (one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && (one.textContent.trim() || one.tagName !== "P")
      && one.checkVisibility({opacityProperty: true, visibilityProperty: true});
  };
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  const wait = (selector) => new Promise((done, fail) => {
    const painted = () => {
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      if (!paint) return requestAnimationFrame(painted);
      done(Math.max(performance.now(), paint.startTime));
    };
    const look = () => {
      const found = [...document.querySelectorAll(selector)].some(shown);
      requestAnimationFrame(found ? painted : look);
    };
    requestAnimationFrame(look);
    setTimeout(() => fail(new Error("nothing of " + selector)), last);
  });
  window.seen = Object.fromEntries(Object.entries(wanted).map(([k, v]) => [k, wait(v)]));
})(%s, %d)"""


@dataclass(frozen=True)
class Place:
    """A page to visit.

    Attributes:
        url: its address.
        wanted: what a reader waits for, to the selector of what is drawn.
        last: selector of what is drawn last.
    """

    url: str
    wanted: Mapping[str, str]
    last: str


def stock(url: str) -> Place:
    """Return stock Streamlit's page with one radio; its words are the radio's label."""
    options = "[data-testid=stRadio] [role=radiogroup]"
    label = "[data-testid=stRadio] [data-testid=stWidgetLabel] p"
    return Place(f"{url}/", {"words": label, "control": options}, options)


def ours(url: str) -> Place:
    """Return our first page; its words are the title, drawn by the shell or by the app.

    The control is the first that the server answers. Links and notes of the first words answer
    long before it, without a server, and are not counted.
    """
    control = "#root [data-testid=stButton] button"
    return Place(f"{url}/", {"words": _TITLE, "control": control}, "footer.about")


def stock_chart(url: str) -> Place:
    """Return stock Streamlit's page with one chart; it has no words."""
    return Place(f"{url}/", {"chart": ".main-svg .trace"}, ".main-svg .trace")


def recovery(url: str) -> Place:
    """Return our page with the recovery chart: first its words, the still chart, then the live."""
    chart = "#root .main-svg .trace"
    wanted = {"words": _TITLE, "still": ".chart-still .dot", "chart": chart}
    return Place(f"{url}/recovery", wanted, chart)


@contextmanager
def _fresh(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    """Open a page with a profile of its own and an empty, unused cache."""
    context = browser.new_context(**SCREEN, is_mobile=True, has_touch=True)
    try:
        page = context.new_page()
        page.set_default_timeout(LONGEST_SECONDS * 1000)
        tools = context.new_cdp_session(page)
        tools.send("Network.enable")
        tools.send("Network.setCacheDisabled", {"cacheDisabled": True})
        yield page, tools
    finally:
        context.close()


def kilobytes(browser: Browser, place: Place) -> float:
    """Return how much a first visit receives, in units of 1000 bytes."""
    received: list[float] = []

    def frame(event: dict[str, Any]) -> None:
        data = event["response"]["payloadData"]
        text = event["response"]["opcode"] == 1
        received.append(len(data.encode() if text else base64.b64decode(data)))

    with _fresh(browser) as (page, tools):
        tools.on(
            "Network.loadingFinished", lambda event: received.append(event["encodedDataLength"])
        )
        tools.on("Network.webSocketFrameReceived", frame)
        page.goto(place.url)
        page.wait_for_selector(place.last)
        page.wait_for_selector(IDLE, state="attached")
        page.wait_for_load_state("networkidle")
    return sum(received) / 1000


def seconds_to(
    browser: Browser, url: str, wanted: Mapping[str, str]
) -> tuple[dict[str, float], float]:
    """Return when each thing was painted on a slow phone, and how much the layout shifted.

    Args:
        browser: a running Chromium.
        url: the address to visit.
        wanted: name to the selector of what a reader waits for.

    Returns:
        Name to seconds from the start of the visit; the sum of all layout shifts until then and for
        two seconds more.

    """
    with _fresh(browser) as (page, tools):
        tools.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": LATENCY_MS,
                "downloadThroughput": DOWN_BIT / 8,
                "uploadThroughput": UP_BIT / 8,
            },
        )
        tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
        page.add_init_script(WATCH % (json.dumps(dict(wanted)), LONGEST_SECONDS * 1000))
        page.goto(url, wait_until="commit")
        found = {name: page.evaluate(f"window.seen[{name!r}]") / 1000 for name in wanted}
        page.wait_for_timeout(2000)
        return found, float(page.evaluate("window.shifts"))
