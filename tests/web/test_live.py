"""The whole server, as it runs: what our part does reaches Streamlit's own answers as well."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse

import pytest

from app.web import shell
from tests.server import Server, serving

SCRIPT = min((shell.INDEX.parent / "static" / "js").glob("*.js")).name


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("live") / "server.log") as running:
        yield running


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        return None


def get(server: Server, address: str, **headers: str) -> HTTPResponse | urllib.error.HTTPError:
    asked = urllib.request.Request(server.url + address, headers=headers)
    try:
        return urllib.request.build_opener(_NoRedirect).open(asked, timeout=20)
    except urllib.error.HTTPError as error:
        return error


@pytest.mark.parametrize(
    "address",
    ["/", "/recovery", "/text/visit", f"/static/js/{SCRIPT}", "/static/none.js", "/nowhere",
     "/_stcore/health", "/_stcore/host-config", "/media/none", "/robots.txt", "/assets/app.css"],
)  # fmt: skip
def test_every_answer_of_the_running_server_carries_the_security_headers(
    address: str, server: Server
):
    with get(server, address) as answer:
        assert answer.status < 500
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert len(answer.headers.get_all("Content-Security-Policy")) == 1


@pytest.mark.parametrize(
    "address",
    ["/static/../index.html", "/static/%2e%2e/%2e%2e/__init__.py", "/assets/%2e%2e/app/main.py",
     "/static/..%2f..%2f__init__.py", "/media/%2e%2e/%2e%2e/etc/passwd"],
)  # fmt: skip
def test_no_address_of_the_running_server_climbs_out_of_its_folder(address: str, server: Server):
    with get(server, address) as answer:
        body = answer.read().decode(errors="replace")
    assert "import " not in body
    assert "root:" not in body


def test_the_running_server_answers_a_page_with_our_shell(server: Server):
    with get(server, "/options") as answer:
        body = answer.read().decode()
    assert "<title>Your options | MILD explained</title>" in body
    assert 'id="first-words"' in body


def test_the_running_server_leads_an_unknown_page_to_the_first(server: Server):
    with get(server, "/nowhere", Accept="text/html") as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/")


def test_the_log_of_the_running_server_holds_no_address_that_a_reader_asked_for(server: Server):
    get(server, "/jane-doe-has-pain?node=secret", Accept="text/html").close()
    get(server, "/recovery?lang=secretlanguage").close()
    log = server.log.read_text()
    assert "jane-doe" not in log
    assert "secret" not in log
