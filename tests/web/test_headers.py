"""What stands in the head of every answer, and how long a browser may keep it."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from starlette.applications import Starlette

from app.domain.address import PATHS, SHEETS
from app.web import shell
from app.web.routes import routes
from app.web.security import content_security_policy
from tests.web.asgi import Answer, ask, server

HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",
}
SCRIPT = next(iter(sorted((shell.INDEX.parent / "static" / "js").glob("*.js")))).name
FOR_GOOD = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def app() -> Starlette:
    return server()


EVERYTHING = (
    *PATHS.values(), *SHEETS.values(), "/text", "/text/visit", "/text/nowhere",
    "/assets/app.css", "/assets/none", f"/static/js/{SCRIPT}", "/static/none.js",
    "/robots.txt", "/nowhere", "/_stcore/health", "/recovery/", "/assets/clinic-logo",
    "/media/none", "/_stcore/upload_file/a/b", "/component/x", "/static/../x", "/assets/a%00b",
    f"/{'x' * 300}", f"/?{'x' * 5_000}", "//evil.example", "/_stcore/metrics",
)  # fmt: skip


def test_the_list_of_addresses_leaves_no_route_out():
    paths = {route.path.partition("{")[0] for route in routes()}
    assert {path for path in paths if not any(one.startswith(path) for one in EVERYTHING)} == set()


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
@pytest.mark.parametrize("address", EVERYTHING)
def test_every_answer_carries_the_security_headers(address: str, method: str, app: Starlette):
    answer = ask(app, address, method, accept="text/html")
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "camera=()" in answer.headers["permissions-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def directives(answer: Answer) -> dict[str, list[str]]:
    parts = answer.headers["content-security-policy"].split("; ")
    return {name: values for name, *values in map(str.split, parts)}


def test_the_policy_lets_nothing_in_from_another_host(app: Starlette):
    allowed = {value for values in directives(ask(app, "/")).values() for value in values}
    rest = {value for value in allowed if not value.startswith("'sha256-")}
    assert rest == {"'none'", "'self'", "'unsafe-inline'", "data:", "blob:"}
    assert "'unsafe-inline'" not in directives(ask(app, "/"))["script-src"]
    assert directives(ask(app, "/"))["frame-ancestors"] == ["'self'"]


def test_the_policy_allows_exactly_the_inline_scripts_of_the_page_sent(app: Starlette):
    answer = ask(app, "/recovery")
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", answer.text, re.DOTALL)
    assert scripts
    marks = {
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    }
    allowed = {v for v in directives(answer)["script-src"] if v.startswith("'sha256-")}
    assert allowed == marks


def test_another_inline_script_has_another_mark():
    one, other = (content_security_policy(f"<script>{text}</script>") for text in ("1", "2"))
    assert one != other
    assert "sha256" not in content_security_policy("<p>none</p>")


@pytest.mark.parametrize(
    "address",
    ["/assets/app.css", "/assets/favicon.svg", f"/static/js/{SCRIPT}"],
)
def test_what_never_changes_is_kept_for_good(address: str, app: Starlette):
    answer = ask(app, address)
    assert answer.status == 200
    assert answer.headers["cache-control"] == FOR_GOOD


@pytest.mark.parametrize("address", [*PATHS.values(), *SHEETS.values(), "/text", "/text/recovery"])
def test_pages_are_asked_for_anew(address: str, app: Starlette):
    answer = ask(app, address)
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-cache"
    assert {part.strip() for part in answer.headers["vary"].split(",")} == {
        "Accept-Encoding",
        "Accept-Language",
    }


def test_an_answer_that_is_no_file_is_not_kept(app: Starlette):
    answer = ask(app, "/assets/none.css")
    assert answer.status == 404
    assert "cache-control" not in answer.headers
