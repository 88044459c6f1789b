"""The whole server, as it runs: what our part does reaches Streamlit's own answers as well."""

from __future__ import annotations

import pytest

from app.domain.address import PATHS, SHEETS
from app.web import shell
from tests.hostile.client import ask
from tests.server import Server

pytestmark = pytest.mark.xdist_group("hostile")

SCRIPT = min((shell.INDEX.parent / "static" / "js").glob("*.js")).name
ANSWERED = {
    **dict.fromkeys((*PATHS.values(), *SHEETS.values(), "/text", "/text/visit"), 200),
    **dict.fromkeys((f"/static/js/{SCRIPT}", "/assets/app.css", "/robots.txt"), 200),
    **dict.fromkeys(("/_stcore/health", "/_stcore/host-config", "/_stcore/metrics"), 200),
    **dict.fromkeys(("/static/none.js", "/assets/none", "/assets/clinic-logo"), 404),
    **dict.fromkeys(("/media/none", "/media/none.pdf"), 404),
    **dict.fromkeys(("/recovery/_stcore/health", "/recovery/_stcore/host-config"), 404),
    **dict.fromkeys(("/component/none/x.js", "/_stcore/bidi-components/none/x.js"), 404),
    **dict.fromkeys(("/_stcore/upload_file/a/b", "/_stcore/agent/openapi.json"), 404),
    **dict.fromkeys(("/auth/login", "/oauth2callback", "/app/static/x"), 404),
    **dict.fromkeys(("/nowhere", "/manifest.json", "/text/nowhere"), 303),
    "/recovery/": 308,
    "/assets/..%2fx": 400,
}
"""Address to the status of its answer to a browser."""


@pytest.mark.parametrize("address", ANSWERED)
def test_every_answer_of_the_running_server_carries_the_headers_once(address: str, server: Server):
    reply = ask(server, address, more=b"Accept: text/html\r\n")
    assert reply.status == ANSWERED[address]
    names = [
        line.partition(b":")[0].lower()
        for line in reply.raw.partition(b"\r\n\r\n")[0].split(b"\r\n")
    ]
    for name in (b"content-security-policy", b"x-content-type-options", b"referrer-policy"):
        assert names.count(name) == 1
    assert "default-src 'none'" in reply.head["content-security-policy"]
    assert "unsafe-eval" not in reply.head["content-security-policy"]
    assert "access-control-allow-origin" not in reply.head


def test_the_running_server_answers_a_page_with_our_shell(server: Server):
    body = ask(server, "/options").body
    assert b"<title>Your options | MILD explained</title>" in body
    assert b'id="first-words"' in body


def test_the_running_server_leads_an_unknown_page_to_the_first(server: Server):
    assert ask(server, "/nowhere", more=b"Accept: text/html\r\n").head["location"] == "/"


def test_the_server_is_well_by_whatever_name_it_is_asked(server: Server):
    """A machine that looks after the server asks by its number."""
    assert ask(server, "/_stcore/health", more=b"Host: 10.1.2.3:8501\r\n").status == 200
    assert ask(server, "/", more=b"Host: 10.1.2.3:8501\r\n").status == 421
    assert ask(server, "/", more=b"Host: www.guide.example\r\n").status == 200
