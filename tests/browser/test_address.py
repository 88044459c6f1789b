"""What the address says is what the page shows; what it should not say is dropped calmly."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from app.knowledge.catalog import Library
from tests.browser.views import PAGES, settle

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("address")]

SECRET = "zebra-7"
ODD = {
    "an unknown step": ("/procedure", f"step={SECRET}"),
    "a step given twice": ("/procedure", "step=P2&step=P3"),
    "an endless step": ("/procedure", f"step={SECRET * 500}"),
    "an unknown measure": ("/recovery", f"measure={SECRET}"),
    "an unknown node": ("/whats-next", f"node={SECRET}"),
    "markup as a node": ("/whats-next", f"node=<script>{SECRET}</script>"),
    "an unknown view": ("/visit", f"view={SECRET}"),
    "an unknown language": ("/", f"lang={SECRET}"),
}
OPENED = {
    "/procedure": "#step-P1",
    "/recovery": ".st-key-chart-odi",
    "/whats-next": "#node-N0",
    "/visit": "#page-visit",
    "/": "#page-overview",
}


def _calm(page: Page) -> None:
    """See that the page is whole: one title, no error, no dialog."""
    assert page.locator("h1").filter(visible=True).count() == 1
    loud = "[role=dialog], .calm-error, [data-testid=stException], [data-testid=stAlert]"
    assert page.locator(loud).filter(visible=True).count() == 0


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/procedure?step=P9", "#step-P9"),
        ("/recovery?measure=pain", ".st-key-chart-pain"),
        ("/whats-next?node=L9", "#node-L9"),
        ("/visit?view=clinic", "#screen-visit"),
    ],
)
def test_a_setting_survives_a_reload(open_page, address: str, shown: str):
    page = open_page(address)
    expect(page.locator(f"#root {shown}")).to_be_visible()
    page.reload()
    settle(page)
    assert page.url.endswith(address)
    expect(page.locator(f"#root {shown}")).to_be_visible()


def test_back_and_forward_of_the_browser_move_through_the_steps(open_page):
    page = open_page("/procedure")
    for step in ("P2", "P3"):
        page.locator(".st-key-step-next button").click()
        page.wait_for_url(f"**/procedure?step={step}")
        expect(page.locator(f"#step-{step}")).to_be_visible()
    page.go_back()
    expect(page.locator("#step-P2")).to_be_visible()
    assert page.url.endswith("?step=P2")
    page.go_back()
    expect(page.locator("#step-P1")).to_be_visible()
    page.go_forward()
    expect(page.locator("#step-P2")).to_be_visible()


def test_back_of_the_browser_goes_to_the_question_before(open_page):
    page = open_page("/whats-next")
    page.locator(".st-key-N0-answer-N0-N button").click()
    expect(page.locator("#node-N1")).to_be_visible()
    page.go_back()
    expect(page.locator("#node-N0")).to_be_visible()


@pytest.mark.parametrize("area", [".site-nav", ".st-key-screen-way", ".neighbors", ".foot-nav"])
def test_the_clinic_view_goes_along_to_the_next_page(open_page, area: str):
    page = open_page("/evidence?view=clinic")
    page.locator(f"{area} a").first.click()
    expect(page.locator("#root .screen-head")).to_be_visible()
    settle(page)
    assert page.url.endswith("?view=clinic")


def test_the_patient_view_takes_the_clinic_view_out_of_the_address(open_page):
    page = open_page("/visit?view=clinic")
    page.locator(".st-key-view-switch button").click()
    expect(page.locator("#page-visit")).to_be_visible()
    expect(page.locator("#root .st-key-clinic")).to_have_count(0)
    assert page.url.endswith("/visit")


@pytest.mark.parametrize("name", ODD)
def test_an_odd_setting_opens_the_default_with_one_line_in_the_log(open_page, server, name: str):
    path, query = ODD[name]
    written = server.log.stat().st_size
    page = open_page(f"{path}?{query}")
    expect(page.locator(f"#root {OPENED[path]}")).to_be_visible()
    _calm(page)
    page.wait_for_url(f"**{path}")
    lines = server.log.read_bytes()[written:].decode().splitlines()
    setting = query.partition("=")[0]
    assert len(lines) == 1
    assert json.loads(lines[0])["event"].startswith(f"address: {setting}: ")
    assert SECRET not in lines[0]


@pytest.mark.parametrize("path", ["/no-such-page", "/a/b", f"/{SECRET}", "/procedure/steps/9"])
def test_an_unknown_page_opens_the_first_with_one_line_in_the_log(open_page, server, path: str):
    written = server.log.stat().st_size
    page = open_page(path)
    assert page.url == f"{server.url}/"
    _calm(page)
    lines = server.log.read_bytes()[written:].decode().splitlines()
    assert [json.loads(line)["event"] for line in lines] == [
        f"address: unknown page, {len(path)} characters"
    ]


def test_an_unknown_text_page_opens_the_first_text_page(open_page, server):
    page = open_page(f"/text/{SECRET}")
    assert page.url == f"{server.url}/text"
    assert SECRET not in server.log.read_text()


def test_every_page_has_its_own_address(open_page, library: Library):
    page = open_page("/")
    for name, path in PAGES.items():
        link = page.locator("#root .site-nav").get_by_role(
            "link", name=library.pages[name].front.nav, exact=True
        )
        link.click()
        page.locator(f"#page-{name}").wait_for()
        page.wait_for_url(f"**{path}")
