"""View settings in the address: shared, reloaded, gone back to, and odd ones borne calmly."""

from __future__ import annotations

import pytest

from tests.browser.views import settle, visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("address")]

ODD = {
    "step": "P99", "measure": "happiness", "node": "N99", "view": "doctor", "lang": "xx",
}  # fmt: skip
PATH_OF = {
    "step": "/procedure", "measure": "/recovery", "node": "/whats-next", "view": "/", "lang": "/",
}  # fmt: skip


def test_the_step_in_the_address_survives_a_reload(open_page):
    page = open_page("/procedure?step=P12")
    assert page.locator("#step-P12").is_visible()
    page.reload()
    settle(page)
    assert page.locator("#step-P12").is_visible()


def test_the_back_button_returns_to_the_step_before(open_page):
    page = open_page("/procedure?step=P3")
    page.get_by_role("button", name="Next step").click()
    page.wait_for_selector("#step-P4")
    assert page.url.endswith("step=P4")
    page.go_back()
    page.wait_for_selector("#step-P3")


def test_a_chosen_measure_is_in_the_address_and_opens_there(open_page, server):
    page = open_page("/recovery")
    page.get_by_role("radio", name="Pain").click()
    page.wait_for_url("**/recovery?measure=pain")
    page.wait_for_selector(".takeaway:has-text('pain')")
    visit(page, page.url)
    assert "pain" in page.locator(".takeaway").first.inner_text()


def test_a_shared_node_opens_the_same_place_for_someone_else(open_page):
    page = open_page("/whats-next?node=L2")
    assert page.locator("#node-L2").is_visible()
    page.wait_for_selector("#node-L2:focus")


def test_the_clinic_view_goes_along_to_the_next_page_and_can_be_left(open_page):
    page = open_page("/procedure?view=clinic&step=P12")
    assert page.get_by_role("heading", name="For the clinician").is_visible()
    page.get_by_role("link", name="Next: Recovery").click()
    page.wait_for_url("**/recovery?view=clinic")
    settle(page)
    page.get_by_role("button", name="Back to the patient view").click()
    page.wait_for_url("**/recovery")


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("kind", ["unknown", "repeated", "endless"])
def test_an_odd_setting_opens_the_default_and_is_one_line_in_the_log(
    open_page, server, name: str, kind: str
):
    value = {"unknown": ODD[name], "repeated": f"{ODD[name]}&{name}=Z", "endless": "Q" * 10_000}
    before = server.log.read_text()
    page = open_page(f"{PATH_OF[name]}?{name}={value[kind]}")
    assert not page.locator(".calm-error, [data-testid=stException], [role=dialog]").count()
    page.wait_for_url(lambda url: "?" not in url)
    logged = server.log.read_text().removeprefix(before)
    lines = [line for line in logged.splitlines() if f"address: {name}" in line]
    assert len(lines) == 1
    assert value[kind][:40] not in logged


@pytest.mark.parametrize("path", ["/no-such-page", "/a/b", "/procedure/x"])
def test_an_unknown_path_opens_the_first_page(open_page, server, path: str):
    before = server.log.read_text()
    page = open_page(path)
    assert page.url == f"{server.url}/"
    assert page.locator("#page-overview").is_visible()
    logged = server.log.read_text().removeprefix(before)
    assert logged.count("address: unknown page") == 1
    assert path not in logged
