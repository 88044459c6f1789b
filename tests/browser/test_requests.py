"""What a visit asks for: nothing of another host, no chart code in vain, nothing forbidden."""

from __future__ import annotations

import pytest

from tests.browser.views import PAGES, visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("requests")]

KNOWN = ("/_stcore/health", "/_stcore/host-config")
"""Streamlit looks for its base path below a deep link first; each look is one harmless 404."""


@pytest.mark.parametrize("path", PAGES.values())
def test_a_page_asks_no_other_host_and_logs_no_error(open_page, server, path: str):
    page = open_page(path, wait=False)
    foreign, errors, failed = [], [], []
    page.on("request", lambda request: foreign.append(request.url))
    page.on("console", lambda one: errors.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    visit(page, server.url + path)
    own = (server.url, server.url.replace("http", "ws"), "data:", f"blob:{server.url}")
    assert not [url for url in foreign if not url.startswith(own)]
    assert not [url for url in failed if not url.endswith(KNOWN)]
    assert not [text for text in errors if "404 (Not Found)" not in text]
    assert len([text for text in errors if "404" in text]) == len(failed)


@pytest.mark.parametrize(
    ("path", "draws"), [("/", False), ("/options", False), ("/recovery", True)]
)
def test_the_code_of_the_chart_is_fetched_where_a_chart_is(open_page, server, path: str, draws):
    page = open_page(path, wait=False)
    scripts: list[str] = []
    page.on("request", lambda request: scripts.append(request.url))
    visit(page, server.url + path)
    assert any("plotly" in url.lower() for url in scripts) is draws


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
