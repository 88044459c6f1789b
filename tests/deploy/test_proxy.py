"""The shipped proxy, unchanged: what it lets through, what it turns away, what it adds."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPMessage
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.deploy.upstream import PACKED, Upstream, upstream
from tests.failover.rig import CONFIGURATION, COOKIE, Replica, Rig, proxy
from tests.tools import HAPROXY, require

RATE = 60
OPENING = {
    "Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: HTTPMessage
    body: bytes


@pytest.fixture(scope="module")
def behind() -> Iterator[list[Upstream]]:
    """Two servers in the place of replicas; the second lacks the files of the newest release."""
    with ExitStack() as ends:
        yield [ends.enter_context(upstream(without)) for without in ("", "/static/new")]


def _proxy(folder: Path, behind: list[Upstream], ends: ExitStack, **settings: str) -> Rig:
    replicas = {f"r{n}": Replica(f"r{n}", folder, one.port) for n, one in enumerate(behind, 1)}
    running = ends.enter_context(proxy(folder, replicas, **settings))
    running.wait_up()
    return running


@pytest.fixture(scope="module")
def running(behind: list[Upstream], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    """The proxy, which believes this machine when it says for whom it asks."""
    folder = tmp_path_factory.mktemp("proxy")
    trusted = folder / "trusted"
    trusted.write_text("127.0.0.0/8\n")
    with ExitStack() as ends:
        yield _proxy(folder, behind, ends, MILD_TRUSTED=str(trusted))


def ask(running: Rig, path: str, method: str = "GET", body: str = "", **headers: str) -> Answer:
    """Ask for a path exactly as it is written."""
    line = http.client.HTTPConnection(urlsplit(running.url).netloc, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    line.request(method, path, body or None, named)
    with line.getresponse() as answer:
        found = Answer(answer.status, answer.headers, answer.read())
    line.close()
    return found


def test_the_configuration_is_valid_with_one_replica_and_with_eight():
    for count in (1, 8):
        named = {f"MILD_REPLICA_{n}": f"127.0.0.1:{n}" for n in range(1, count + 1)}
        command = [str(require(HAPROXY)), "-c", "-f", str(CONFIGURATION)]
        done = subprocess.run(command, env=named, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "WARNING" not in done.stderr, done.stderr


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics", "/_stcore/metrics?families=active_sessions", "//_stcore/metrics",
        "/_stcore/agent/run", "/_stcore/upload_file/1/2", "/_stcore/script-health-check",
        "/%5Fstcore/metrics", "/_STCORE/metrics", "/_stcore/../_stcore/metrics",
        "/_stcore%2Fmetrics", "/recovery/_stcore/health",
    ],
)  # fmt: skip
def test_the_machinery_is_hidden(running: Rig, behind: list[Upstream], path: str):
    assert ask(running, path).status == 404
    assert not [one for server in behind for one in server.asked if "core" in one.lower()]


@pytest.mark.parametrize(
    ("status", "path", "method", "body", "headers"),
    [
        (200, "/visit?lang=en", "GET", "", {}),
        (200, "/visit", "HEAD", "", {}),
        (405, "/visit", "POST", "", {}),
        (405, "/visit", "PUT", "a", {}),
        (413, "/visit", "GET", "an answer", {}),
        (413, "/visit", "GET", "", {"Transfer_Encoding": "chunked"}),
        (414, "/?q=" + "a" * 3000, "GET", "", {}),
        (400, "/", "GET", "", {"X_Own": "a" * 20_000}),
        (400, "/", "GET", "", {f"X_{n}": "a" for n in range(80)}),
        (404, "/visit", "GET", "", OPENING),
    ],
)
def test_what_a_reader_may_ask_for(
    running: Rig, status: int, path: str, method: str, body: str, headers: dict[str, str]
):
    assert ask(running, path, method, body, **headers).status == status


def test_a_reader_stays_with_one_replica_by_a_cookie_that_ends_with_the_visit(
    running: Rig, behind: list[Upstream]
):
    said = ask(running, "/visit").headers["Set-Cookie"]
    assert said in {f"{COOKIE}={name}; path=/; HttpOnly; SameSite=Lax" for name in ("r1", "r2")}
    route = said.split(";")[0]
    before = [len(server.asked) for server in behind]
    answers = [ask(running, "/visit", Cookie=route) for _ in range(6)]
    grown = [len(server.asked) - was for server, was in zip(behind, before, strict=True)]
    assert sorted(grown) == [0, 6]
    assert not [one for one in answers if one.headers["Set-Cookie"]]
    assert not [one for one in answers if COOKIE in one.body.decode()], "it is the proxy's alone"


def test_over_tls_the_cookie_and_the_site_are_for_tls_alone(running: Rig):
    plain, safe = ask(running, "/visit"), ask(running, "/visit", X_Forwarded_Proto="https")
    assert "Secure" not in plain.headers["Set-Cookie"]
    assert plain.headers["Strict-Transport-Security"] is None
    assert safe.headers["Set-Cookie"].endswith("; Secure")
    assert safe.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_files_pass_as_they_were_packed_and_set_no_cookie(running: Rig):
    answer = ask(running, "/static/js/index.js", Accept_Encoding="br, gzip")
    assert answer.body == PACKED
    assert answer.headers["Content-Encoding"] == "br"
    assert answer.headers["Set-Cookie"] is None
    assert "br, gzip" in ask(running, "/visit", Accept_Encoding="br, gzip").body.decode()


def test_a_file_that_one_replica_lacks_comes_from_the_other(running: Rig):
    assert [ask(running, f"/static/new-{n}.js").status for n in range(6)] == [200] * 6


def test_no_replica_hears_where_a_reader_comes_from(running: Rig):
    seen = json.loads(ask(running, "/visit", X_Forwarded_For="192.0.2.7", Forwarded="for=x").body)
    assert not {"X-Forwarded-For", "Forwarded"} & set(seen)


def test_too_many_requests_from_one_place_are_asked_to_wait(behind: list[Upstream], tmp_path: Path):
    trusted = tmp_path / "trusted"
    trusted.write_text("127.0.0.0/8\n")
    with ExitStack() as ends:
        more = {"MILD_RATE": str(RATE), "MILD_TRUSTED": str(trusted)}
        running = _proxy(tmp_path, behind, ends, **more)
        statuses = [ask(running, "/visit", X_Forwarded_For="192.0.2.7") for _ in range(RATE + 5)]
        assert [one.status for one in statuses] == [200] * RATE + [429] * 5
        assert statuses[-1].headers["Retry-After"] == "10"
        assert ask(running, "/visit", X_Forwarded_For="192.0.2.8").status == 200
        assert "192.0.2" not in running.log.read_text()


def test_too_many_connections_from_one_place_are_closed(behind: list[Upstream], tmp_path: Path):
    with ExitStack() as ends:
        running = _proxy(tmp_path, behind, ends, MILD_CONNECTIONS="20")
        where = (urlsplit(running.url).hostname, urlsplit(running.url).port)
        with ExitStack() as lines:
            opened = [_opened(where, lines) for _ in range(30)]
            time.sleep(0.2)
            assert sum(_closed(line) for line in opened) == 10
        time.sleep(0.2)
        assert ask(running, "/visit").status == 200


def _opened(where: tuple[str | None, int | None], lines: ExitStack) -> socket.socket | None:
    try:
        return lines.enter_context(socket.create_connection(where, timeout=5))
    except ConnectionResetError:
        return None


def _closed(line: socket.socket | None) -> bool:
    if line is None:
        return True
    line.setblocking(False)
    try:
        return line.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


def test_the_machine_learns_whether_a_replica_is_up(behind: list[Upstream], tmp_path: Path):
    with ExitStack() as ends:
        running = _proxy(tmp_path, behind, ends)
        measures = Rig(running.measures, running.log, "", {}, tmp_path)
        assert ask(measures, "/ready").status == 200
        assert b"haproxy_server_status" in ask(measures, "/metrics").body
        assert ask(measures, "/else").status == 404
        for name in ("r1", "r2"):
            running.admin(f"set server app/{name} state maint")
        assert ask(measures, "/ready").status == 503
