"""From the press of a key to the next picture on the screen, as a browser draws it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.views import IDLE

ROUNDS, WARM_ROUNDS = 40, 4
PAUSE_MS = 150  # a reader looks before going on; the run before has ended by then
STOCK = """import streamlit as st

shown = st.session_state.setdefault("shown", 0)
if any([st.button("Next", shortcut="Right"), st.button("Back", shortcut="Left")]):
    shown = st.session_state.shown = 1 - shown
st.image(f"{shown}.png", caption=f"Picture {shown}")
"""

# Both change when another picture has come; an image must also have been decoded. The frame after
# the one in which it was found is when it can be seen.
_PICTURE = {
    "stock": "[data-testid=stImage] img",
    "ours": ".scene svg.drawn",
}
_WATCH = """selector => {
  const seen = () => {
    const one = document.querySelector(selector);
    if (!one) return null;
    if (one.tagName === "IMG") return one.complete && one.naturalWidth ? one.src : null;
    return one.getAttribute("aria-label");
  };
  window.nextPicture = () => {
    const before = seen();
    window.taken = new Promise((done, fail) => {
      let start = 0;
      const started = () => { start = performance.now(); };
      addEventListener("keydown", started, { capture: true, once: true });
      const look = () => {
        const now = seen();
        if (!start || now === null || now === before) return requestAnimationFrame(look);
        requestAnimationFrame(() => done(performance.now() - start));
      };
      requestAnimationFrame(look);
      setTimeout(() => fail(new Error("no other picture within 10 s")), 10000);
    });
  };
}"""


def stock_script(folder: Path) -> str:
    """Return the stock app that changes one `st.image`, with two pictures as large as ours.

    Args:
        folder: where the pictures are to lie; it is not there yet.

    """
    folder.mkdir()
    for number, colour in enumerate(("#CF9581", "#E4F1FA")):
        Image.new("RGB", (800, 880), colour).save(folder / f"{number}.png")
    return STOCK.replace('f"{shown}.png"', f'f"{folder}/{{shown}}.png"')


@contextmanager
def _watched(browser: Browser, address: str, kind: str) -> Iterator[Page]:
    """Open a page, wait for its picture, and install the watch."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    try:
        page.goto(address)
        page.wait_for_selector(_PICTURE[kind])
        page.wait_for_selector(IDLE, state="attached")
        if kind == "ours":
            page.wait_for_selector("html[data-arrows=on]", state="attached")
        page.evaluate(_WATCH, _PICTURE[kind])
        yield page
    finally:
        page.close()


def _change(page: Page, key: str) -> float:
    """Press a key and return the milliseconds until the next picture shows."""
    page.wait_for_timeout(PAUSE_MS)
    page.evaluate("window.nextPicture()")
    page.keyboard.press(key)
    return float(page.evaluate("window.taken"))


def measure(browser: Browser, stock: str, ours: str) -> tuple[list[float], list[float]]:
    """Return the milliseconds of every change of picture, stock and ours, in turn.

    Args:
        browser: where both are drawn.
        stock: address of the app of `stock_script`.
        ours: address of our app; its steps are walked back and forth, all scenes among them.

    """
    times: tuple[list[float], list[float]] = ([], [])
    with (
        _watched(browser, stock, "stock") as theirs,
        _watched(browser, f"{ours}/procedure?step=P1", "ours") as mine,
    ):
        for number in range(-WARM_ROUNDS, ROUNDS):
            key = "ArrowRight" if (number + WARM_ROUNDS) // 16 % 2 == 0 else "ArrowLeft"
            for page, series in ((theirs, times[0]), (mine, times[1])):
                taken = _change(page, key)
                if number >= 0:
                    series.append(taken)
    return times
