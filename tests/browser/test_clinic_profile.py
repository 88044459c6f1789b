"""A clinic's profile in the running app: its logo, name and color show, and its faults do not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from app.domain.address import LOGO
from app.knowledge.accent import LEAST, contrast, on_dark
from tests.browser.conftest import PATIENCE
from tests.browser.views import HEIGHT, steps_ready, visit
from tests.content.clinic_files import GOOD_SVG
from tests.server import Server, serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("clinic profile")]

ACCENT = "#7A1F5C"
PROFILE = f"""
name = "North Spine Clinic"
accent = "{ACCENT}"
logo = "logo.svg"
sedation = "light"
phone = "five-five-five"
fasting_hours = 48
"""
FAULTS = ("clinic.toml: phone: found 'five-five-five'", "clinic.toml: fasting_hours: found 48")
HOSTILE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" onload="leak()">
<script>function leak() { fetch('/leak/fetch'); parent.document.title = 'leak'; } leak();</script>
<style>@import "/leak/style.css"; circle { fill: url(/leak/fill.svg#a); }</style>
<image href="/leak/image.png" width="9" height="9"/><use href="/leak/use.svg#a"/>
<foreignObject width="99" height="99"><body xmlns="http://www.w3.org/1999/xhtml">
<script src="/leak/script.js"></script><iframe src="/leak/frame"></iframe></body></foreignObject>
<circle r="40" cx="50" cy="50" onclick="leak()"/></svg>"""
"""What the check refuses, all at once."""


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("clinic")
    (folder / "clinic.toml").write_text(PROFILE)
    (folder / "logo.svg").write_text(GOOD_SVG)
    profile = {"CLINIC_PROFILE": str(folder / "clinic.toml")}
    with serving(folder / "server.log", env=profile) as running:
        yield running


def opened(browser: Browser, scheme: str) -> Page:
    context = browser.new_context(
        viewport={"width": 1280, "height": HEIGHT}, color_scheme=scheme, accept_downloads=True
    )
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def color_of(page: Page, selector: str, name: str) -> str:
    """Return a color as `#RRGGBB`."""
    value = page.locator(selector).first.evaluate(
        "(one, name) => getComputedStyle(one).getPropertyValue(name)", name
    )
    channels = value.removeprefix("rgb(").removesuffix(")").split(", ")
    return "#" + "".join(f"{int(one):02X}" for one in channels)


@pytest.mark.parametrize(("scheme", "accent"), [("light", ACCENT), ("dark", on_dark(ACCENT))])
def test_the_clinics_mark_and_color_show_and_can_be_read(
    scheme: str, accent: str, browser: Browser, clinic: Server
):
    page = opened(browser, scheme)
    visit(page, f"{clinic.url}/procedure?step=P7")
    steps_ready(page)
    mark = page.locator("#root .clinic-mark img")
    expect(mark).to_have_attribute("alt", "North Spine Clinic")
    page.wait_for_function("document.querySelector('#root .clinic-mark img').naturalWidth > 0")
    box = mark.bounding_box()
    assert box["width"] > box["height"] > 20
    ours = "Your clinic's own rule (North Spine Clinic):"
    expect(page.locator("#root .own-rule")).to_contain_text(ours)

    assert color_of(page, "#root .brand .name", "color") == accent
    following = "#root [data-testid=stBaseButton-primary]"
    page.wait_for_selector(following)
    assert color_of(page, following, "background-color") == accent
    assert contrast(color_of(page, f"{following} p", "color"), accent) >= LEAST
    ground = color_of(page, "[data-testid=stApp]", "background-color")
    assert contrast(accent, ground) >= LEAST
    page.context.close()


def test_faults_are_in_the_log_once_and_on_no_page(browser: Browser, clinic: Server):
    page = opened(browser, "light")
    visit(page, f"{clinic.url}/visit")
    foot = page.locator("#root footer.about")
    expect(foot).to_contain_text("Some of this clinic's details could not be read.")
    log = clinic.log.read_text()
    for fault in FAULTS:
        assert log.count(fault) == 1
    assert "Traceback" not in log
    shown = page.locator("body").inner_text()
    for trace in ("five-five-five", "clinic.toml", "48"):
        assert trace not in shown
    page.context.close()


def test_nothing_in_a_logo_runs_or_fetches_even_where_the_check_was_passed_by(
    browser: Browser, clinic: Server
):
    page = opened(browser, "light")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))

    def hostile(route: Route) -> None:
        route.fulfill(body=HOSTILE, content_type="image/svg+xml")

    page.route(f"**{LOGO}*", hostile)
    page.goto(f"{clinic.url}/text")
    page.wait_for_function("document.querySelector('.clinic-mark img').naturalWidth > 0")
    page.locator(".clinic-mark img").click()
    page.wait_for_load_state("networkidle")
    assert any(LOGO in one for one in asked)
    assert [one for one in asked if "/leak" in one] == []
    assert page.title() != "leak"
    assert page.frames == [page.main_frame]
    page.context.close()


def test_opened_alone_a_logo_is_a_file_to_keep_and_no_page(browser: Browser, clinic: Server):
    page = opened(browser, "light")
    page.goto(f"{clinic.url}/text")
    with page.expect_download() as download:
        page.evaluate("address => { location.href = address; }", LOGO)
    assert Path(download.value.path()).read_text() == GOOD_SVG
    assert page.url == f"{clinic.url}/text"
    page.context.close()
