"""Many clients that take and give nothing: the process stays small, and others are served."""

from __future__ import annotations

import resource
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import psutil
import pytest
from websockets.exceptions import InvalidStatus

from app.web import shell
from app.web.sockets import FLOOD_SECONDS
from tests.hostile.client import dial, drawn, healthy, page, trouble, wish
from tests.hostile.conftest import READERS
from tests.hostile.messages import STREAM, UPGRADE
from tests.server import Server

pytestmark = pytest.mark.xdist_group("hostile")

LARGEST = max(
    (shell.INDEX.parent / "static" / "js").glob("*.js"), key=lambda one: one.stat().st_size
)
SOON = 10.0  # seconds in which a reader has a page, whatever else goes on


@pytest.fixture(scope="module", autouse=True)
def many_sockets() -> Iterator[None]:
    """Room for the other ends of all the sockets opened here."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4_096, hard), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def megabytes(server: Server) -> float:
    """Return how much memory a server takes."""
    return float(psutil.Process(server.pid).memory_info().rss) / 1e6


def served(server: Server) -> float:
    """Return how long another reader waits for a page."""
    assert healthy(server)
    start = time.monotonic()
    with page(server) as opened:
        assert trouble(drawn(opened, wish("options"))) == ""
    return time.monotonic() - start


def narrow(server: Server) -> socket.socket:
    """Open a connection that takes hardly anything before it is read."""
    where = urlsplit(server.url)
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    line.connect((where.hostname, where.port))
    return line


def test_a_thousand_half_open_requests_keep_nobody_out(server: Server):
    before = megabytes(server)
    with ExitStack() as opened:
        for _ in range(1_000):
            opened.enter_context(dial(server)).sendall(b"GET / HTTP/1.1\r\nHost: local")
        assert served(server) < SOON
        assert megabytes(server) - before < 60


def test_two_hundred_who_do_not_read_a_large_file_cost_little(server: Server):
    before = megabytes(server)
    asked = f"GET /static/js/{LARGEST.name} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    with ExitStack() as opened:
        for _ in range(200):
            opened.enter_context(narrow(server)).sendall(asked)
        assert served(server) < SOON
        assert megabytes(server) - before < 120


def test_pages_that_ask_and_do_not_read_cost_little(server: Server):
    before = megabytes(server)
    with ExitStack() as opened:
        for _ in range(6):
            line = opened.enter_context(narrow(server))
            line.sendall(
                f"GET {STREAM} HTTP/1.1\r\nHost: localhost\r\n".encode() + UPGRADE + b"\r\n"
            )
            line.settimeout(0.05)
            one = wish("evidence").SerializeToString()
            written = bytes([0x82, 0x80 | len(one)]) + bytes(4) + one
            for _ in range(60):
                line.send(written)
        assert served(server) < SOON
        time.sleep(0.5)
        assert megabytes(server) - before < 120


def test_one_who_asks_without_end_holds_nobody_up(server: Server):
    with page(server) as flood:
        for _ in range(2_000):
            flood.send(wish("evidence").SerializeToString())
        assert served(server) < SOON


def enter(server: Server, opened: ExitStack) -> None:
    """Open a page, as soon as those of the tests before have left."""
    until = time.monotonic() + FLOOD_SECONDS + SOON
    while True:
        try:
            opened.enter_context(page(server))
        except InvalidStatus:
            assert time.monotonic() < until, "those who left still hold their places"
            time.sleep(0.1)
        else:
            return


def test_a_full_house_turns_the_next_one_away_until_somebody_leaves(server: Server):
    with ExitStack() as opened:
        first = opened.enter_context(ExitStack())
        enter(server, first)
        for _ in range(READERS - 1):
            enter(server, opened)
        with pytest.raises(InvalidStatus, match="403"), page(server):
            pass
        assert healthy(server)
        first.close()
        assert served(server) < SOON


def test_a_head_without_end_is_cut_short(server: Server):
    sent = 0
    with dial(server) as line, pytest.raises(ConnectionError):
        line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        while sent < 4_000_000:
            line.sendall(b"X-More: " + b"y" * 8_000 + b"\r\n")
            sent += 8_010
    assert healthy(server)
