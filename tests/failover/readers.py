"""Three readers in one browser, each in the middle of something, and what each must still have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser.views import IDLE, visit
from tests.failover.rig import COOKIE

PATIENCE = 15_000  # milliseconds
WISH = ".st-key-matters-walk_farther input"
# A mark that a reload would wipe out, and how long the page was cut off, in milliseconds.
MARK = """() => {
  window.kept = true;
  window.away = [];
  const app = document.querySelector('[data-testid=stApp]');
  let since = 0;
  new MutationObserver(() => {
    const connected = app.dataset.testConnectionState === 'CONNECTED';
    if (!connected && !since) since = performance.now();
    if (connected && since) { window.away.push(performance.now() - since); since = 0; }
  }).observe(app, { attributeFilter: ['data-test-connection-state'] });
}"""


@dataclass(frozen=True)
class Reader:
    """One reader with an open page.

    Attributes:
        name: where they are.
        page: what they have open.
        check: looks whether all is there and goes on with a tap, for the round of that number;
            leaves the page as it was.
    """

    name: str
    page: Page
    check: Callable[[Page, int], None]

    def away(self) -> float:
        """Return the seconds from the last cut to the next connection."""
        self.page.wait_for_function("() => window.away.length", timeout=PATIENCE)
        return float(self.page.evaluate("() => window.away.pop()")) / 1000

    def still_has_all(self, round_: int) -> None:
        """Raise an AssertionError where something of the page is gone or the next tap is lost."""
        idle(self.page)
        self.check(self.page, round_)
        assert self.page.evaluate("window.kept"), "the page was loaded anew"


def idle(page: Page) -> None:
    """Wait until a page is connected and stands still."""
    page.wait_for_selector(IDLE, state="attached", timeout=PATIENCE)


def replica_of(context: BrowserContext) -> str:
    """Return the name of the replica that serves a browser, as its cookie says."""
    return next(one["value"] for one in context.cookies() if one["name"] == COOKIE)


def readers(context: BrowserContext, url: str) -> list[Reader]:
    """Open the three pages; all are served by one replica, for they share the cookie."""
    context.set_default_timeout(PATIENCE)
    opened = [
        Reader("decision walk", walking(context.new_page(), url), check_walk),
        Reader("your visit", filling(context.new_page(), url), check_visit),
        Reader("clinic view", planning(context.new_page(), url), check_plan),
    ]
    for one in opened:
        idle(one.page)
        one.page.evaluate(MARK)
    return opened


def tap(page: Page, key: str) -> None:
    """Press a button and wait until the page has answered."""
    page.locator(f".st-key-{key} button").click()
    idle(page)


def follow(page: Page, path: str) -> None:
    """Go to another page by a link in the words, without a reload."""
    page.locator(f"#root a[href='{path}']:visible").first.click()
    page.locator(f"#page-{path.strip('/')}").wait_for()
    idle(page)


def walking(page: Page, url: str) -> Page:
    """Answer a wish on Your visit, then two questions of the walk."""
    visit(page, f"{url}/visit")
    page.locator(WISH).first.check(force=True)
    expect(page.locator(".st-key-matters-clear button")).to_be_visible(timeout=PATIENCE)
    follow(page, "/whats-next")
    for key, to in (("N0-answer-N0-N", "N1"), ("N1-answer-N1-D", "N2")):
        tap(page, key)
        page.locator(f"#node-{to}").wait_for()
    return page


def check_walk(page: Page, round_: int) -> None:
    """The walk goes on by one question, and the wish on the other page is still there."""
    expect(page.locator("#node-N2")).to_be_visible(timeout=PATIENCE)
    tap(page, "N2-answer-N2-U")
    expect(page.locator("#node-N3")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-walk-signs-first")).to_have_count(0, timeout=PATIENCE)
    follow(page, "/visit")
    expect(page.locator(WISH).first).to_be_checked(timeout=PATIENCE)
    page.go_back()
    page.locator("#node-N3").wait_for()
    tap(page, "walk-go-back")
    page.locator("#node-N2").wait_for()


def filling(page: Page, url: str) -> Page:
    """Answer a wish, write a question, and be in the middle of the next one."""
    visit(page, f"{url}/visit")
    page.locator(WISH).first.check(force=True)
    own = page.locator(".st-key-ask-own-1 textarea")
    own.fill("May my zebra watch?")
    own.press("Control+Enter")
    expect(page.locator(".st-key-your-list")).to_contain_text("zebra", timeout=PATIENCE)
    page.locator(".st-key-ask-own-2 textarea").fill("And my finch, half written")
    return page


def check_visit(page: Page, round_: int) -> None:
    """Answers, words and the focus stand, another answer is taken, and all is in the file."""
    expect(page.locator(WISH).first).to_be_checked(timeout=PATIENCE)
    expect(page.locator(".st-key-ask-own-1 textarea")).to_have_value(
        "May my zebra watch?", timeout=PATIENCE
    )
    writing = page.locator(".st-key-ask-own-2 textarea")
    expect(writing).to_have_value("And my finch, half written", timeout=PATIENCE)
    expect(writing).to_be_focused(timeout=PATIENCE)
    page.locator(".st-key-ready-sure input").nth(round_ % 2).check(force=True)
    expect(page.locator(".st-key-ready-clear button")).to_be_visible(timeout=PATIENCE)
    text = saved(page)
    assert "zebra watch" in text and "finch, half written" in text, text[:2000]
    writing.focus()


def planning(page: Page, url: str) -> Page:
    """Agree on a level and on deeper sedation, which is not what the clinic usually does."""
    page.goto(f"{url}/visit?view=clinic")
    page.locator(".st-key-plan-levels button").first.click()
    page.locator(".st-key-plan-side-L1-L2 input").first.check(force=True)
    page.locator(".st-key-plan-sedation input").nth(2).check(force=True)
    return page


def check_plan(page: Page, round_: int) -> None:
    """What was agreed stands, one more is taken, and the next screen and the way back work."""
    page.locator(".st-key-plan-thinner input").nth(round_ % 2).check(force=True)
    idle(page)
    page.locator(".st-key-screen-back a").click()
    page.locator("#screen-whats-next").wait_for()
    page.locator(".st-key-screen-next a").click()
    page.locator("#screen-visit").wait_for()
    expect(page.locator(".st-key-plan-levels button").first).to_have_attribute(
        "aria-pressed", "true", timeout=PATIENCE
    )
    for key, place in (("plan-side-L1-L2", 0), ("plan-sedation", 2), ("plan-thinner", round_ % 2)):
        answer = page.locator(f".st-key-{key} input").nth(place)
        expect(answer).to_be_checked(timeout=PATIENCE)
    assert "L1–L2, left side" in saved(page)


def saved(page: Page) -> str:
    """Return the words of the sheet that one tap saves."""
    with page.expect_download() as waiting:
        page.locator(".st-key-take-pdf button").click()
    return text_of(waiting.value.path())


def text_of(file: Path) -> str:
    """Return the words of a PDF in one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())
