"""Phone numbers to the eye and the finger: whole in their line, seen as links, plain on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from app.domain.address import SHEETS
from tests.browser.conftest import PATIENCE, WIDTHS
from tests.browser.views import HEIGHT, visit
from tests.server import Server, serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("clinic profile")]

DIARY = SHEETS["diary"]
PHONE, LONG = "+1 555-010-0142", "+1 (555) 010-0199 / 1234"
PROFILE = f'name = "North"\nphone = "{PHONE}"\nafter_hours_phone = "{LONG}"\n'
PAGES = ("/recovery", "/whats-next?node=N0-S", "/text/options", DIARY)
LINKS = """() => [...document.querySelectorAll('a[href^="tel:"]')]
  .filter(link => link.checkVisibility())
  .map(link => {
    const parts = link.matches('.long') ? [...link.children] : [link];
    const style = getComputedStyle(link);
    return {
      said: link.textContent, line: style.textDecorationLine, color: style.color,
      around: getComputedStyle(link.parentElement).color,
      call: link.matches('.call'), help: !!link.closest('.urgent, .ask-clinic'),
      lines: Math.max(...parts.map(part => part.getClientRects().length)),
      width: link.getBoundingClientRect().width, height: link.getClientRects()[0].height,
    };
  })"""


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("phones")
    (folder / "clinic.toml").write_text(PROFILE)
    profile = {"CLINIC_PROFILE": str(folder / "clinic.toml")}
    with serving(folder / "server.log", env=profile) as running:
        yield running


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def opened(page: Page, address: str) -> Page:
    if "/text" in address or address.endswith(DIARY):
        page.goto(address)
    else:
        visit(page, address)
    return page


@pytest.mark.parametrize("path", PAGES)
def test_a_number_is_whole_in_its_line_and_can_be_tapped(page: Page, clinic: Server, path: str):
    opened(page, clinic.url + path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        links = page.evaluate(LINKS)
        assert {"911", PHONE, LONG} <= {one["said"] for one in links}
        assert [one for one in links if one["lines"] > 1] == []
        assert [one for one in links if not one["call"] and one["line"] != "underline"] == []
        alone = [one for one in links if one["call"] or one["help"]]
        assert [one for one in alone if one["height"] < 44 or one["width"] < 44] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_number_that_could_break_would_be_seen_to(page: Page, clinic: Server):
    opened(page, clinic.url + "/text/options").set_viewport_size({"width": 320, "height": HEIGHT})
    page.add_style_tag(
        content="[href^='tel:'], [href^='tel:'] span"
        "{white-space: normal !important; word-break: break-all} .urgent p{width: 6em}"
    )
    assert [one for one in page.evaluate(LINKS) if one["lines"] > 1]


def test_on_paper_it_is_plain_text(page: Page, clinic: Server):
    opened(page, clinic.url + DIARY).emulate_media(media="print")
    links = page.evaluate(LINKS)
    page.emulate_media(media="screen")
    assert links
    for link in links:
        assert (link["line"], link["color"]) == ("none", link["around"])
