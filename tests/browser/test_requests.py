"""What a visit fetches and what the policy lets it do."""

from __future__ import annotations

import pytest

from tests.browser.views import visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("requests")]


def test_a_first_visit_fetches_one_font(open_page, server):
    page = open_page("/", wait=False)
    fonts: list[str] = []
    page.on("request", lambda one: fonts.append(one.url) if "woff" in one.url else None)
    visit(page, server.url)
    assert len(fonts) == 1 and "atkinson-hyperlegible-next-latin-wght" in fonts[0]


def test_the_strict_policy_is_in_force(open_page, server):
    page = open_page("/", wait=False)
    policies = []
    page.on(
        "response",
        lambda answer: (
            policies.append(answer.headers.get("content-security-policy"))
            if answer.url == f"{server.url}/"
            else None
        ),
    )
    visit(page, server.url + "/")
    rules = dict(rule.strip().split(" ", 1) for rule in policies[0].split(";"))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in rules["script-src"]
    blocked = page.evaluate(
        """() => new Promise(done => {
        document.addEventListener('securitypolicyviolation',
          event => done(event.violatedDirective));
        const script = document.createElement('script');
        script.textContent = 'window.broken = true';
        document.head.append(script);
        setTimeout(() => done(''), 2000) })"""
    )
    assert blocked.startswith("script-src")
    assert page.evaluate("window.broken") is None


def test_the_chart_is_readable_on_a_narrow_phone(open_page):
    page = open_page("/recovery", width=320)
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.main-svg text')]
        .filter(e => e.textContent.trim())
        .map(e => parseFloat(getComputedStyle(e).fontSize))"""
    )
    assert sizes and min(sizes) >= 14
    assert page.get_by_role("figure", name="Dot chart").count() == 1
