"""Connections of clients that mean no good: theirs ends or changes nothing, the others go on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from app.domain.address import PATHS
from app.web.sockets import NO_MESSAGE, NO_TEXT, TOO_BIG
from tests.hostile.client import CALM, TRACE, dial, drawn, healthy, page, tell, trouble, wish
from tests.hostile.messages import (
    ABSURD,
    BLOBS,
    FRAMES,
    HANDSHAKES,
    IGNORED,
    STREAM,
    UPGRADE,
    VALUES,
)  # fmt: skip
from tests.hostile.queries import QUERIES
from tests.server import Server

pytestmark = pytest.mark.xdist_group("hostile")

FULL_PAGES = ("visit", "evidence", "recovery")
"""The pages whose widgets take more than a press."""


@pytest.fixture(scope="module")
def line(server: Server) -> Iterator[ClientConnection]:
    """A connection on which only such is said as must not end it."""
    with page(server) as open_line:
        yield open_line


def test_no_window_is_kept_of_what_a_browser_is_sent_or_says(line: ClientConnection):
    (agreed,) = line.protocol.extensions
    assert agreed.local_no_context_takeover and agreed.remote_no_context_takeover


@pytest.mark.parametrize("name", HANDSHAKES)
def test_a_connection_that_a_page_of_ours_would_not_open_is_refused(name: str, server: Server):
    target, headers = HANDSHAKES[name]
    host = b"" if b"Host:" in headers else b"Host: localhost\r\n"
    reply = tell(server, f"GET {target} HTTP/1.1\r\n".encode() + host + headers + b"\r\n", 1)
    assert reply.status in range(400, 500) or not reply.raw
    assert not TRACE.search(reply.body)


@pytest.mark.parametrize(
    "origin", [b"", b"Origin: http://localhost\r\n", b"Origin: https://www.guide.example\r\n"]
)
def test_a_connection_of_our_own_page_is_opened(origin: bytes, server: Server):
    with dial(server) as opened:
        head = f"GET {STREAM} HTTP/1.1\r\nHost: localhost\r\n".encode()
        opened.sendall(head + UPGRADE + origin + b"\r\n")
        assert opened.recv(4096).startswith(b"HTTP/1.1 101 ")


@pytest.mark.parametrize("name", FRAMES)
def test_frames_that_keep_to_no_rule_end_their_connection(name: str, server: Server):
    with dial(server, seconds=5) as opened:
        opened.sendall(f"GET {STREAM} HTTP/1.1\r\nHost: localhost\r\n".encode() + UPGRADE + b"\r\n")
        assert b" 101 " in opened.recv(4096)
        opened.sendall(FRAMES[name] * 2)
        opened.settimeout(0.5)
        heard = b""
        try:
            while piece := opened.recv(4096):
                heard += piece
        except (TimeoutError, ConnectionError):
            heard += b""
    assert not TRACE.search(heard)
    assert healthy(server)


@pytest.mark.parametrize("name", BLOBS)
def test_what_is_no_message_ends_its_connection(name: str, server: Server):
    with page(server) as opened, pytest.raises(ConnectionClosed) as ended:
        opened.send(BLOBS[name])
        while True:
            assert not TRACE.search(opened.recv(timeout=20))
    received = ended.value.rcvd
    assert received is not None
    assert received.code in (NO_TEXT, NO_MESSAGE, TOO_BIG)
    assert not TRACE.search(received.reason.encode())
    assert healthy(server)


@pytest.mark.parametrize("name", IGNORED)
def test_what_only_a_developer_says_changes_nothing(name: str, line: ClientConnection):
    line.send(IGNORED[name].SerializeToString())
    heard = drawn(line, wish("options"))
    assert {message.WhichOneof("type") for message in heard} <= {
        "new_session", "delta", "script_finished", "session_status_changed", "navigation",
        "page_config_changed", "page_info_changed", "ref_hash", "page_not_found",
        "session_event", "parent_message", "auto_rerun",
    }  # fmt: skip
    assert trouble(heard) == ""


@pytest.mark.parametrize("name", ABSURD)
def test_a_wish_that_means_nothing_ends_in_a_page(name: str, server: Server):
    with page(server) as opened:
        heard = drawn(opened, ABSURD[name])
    assert trouble(heard) in ("", CALM)


@pytest.mark.parametrize("name", QUERIES)
def test_a_page_takes_any_setting_in_its_address(name: str, line: ClientConnection):
    where, query = QUERIES[name]
    heard = drawn(line, wish(PATHS[where].strip("/"), query))
    assert trouble(heard) == ""
    assert b"<script>alert" not in b"".join(one.SerializeToString() for one in heard)


def widgets(line: ClientConnection, where: str) -> list[str]:
    """Return the ids of all widgets on a page."""
    elements = [message.delta.new_element for message in drawn(line, wish(where))]
    kinds = [(element, element.WhichOneof("type") or "") for element in elements]
    found = [getattr(getattr(element, kind), "id", "") for element, kind in kinds if kind]
    return [one for one in found if one]


@pytest.mark.parametrize("where", FULL_PAGES)
@pytest.mark.parametrize("name", VALUES)
def test_a_page_takes_any_value_of_its_widgets(name: str, where: str, server: Server):
    with page(server) as opened:
        message: BackMsg = wish(where)
        ids = widgets(opened, where)
        assert ids
        for one in ids:
            VALUES[name](message.rerun_script.widget_states.widgets.add(id=one))
        assert trouble(drawn(opened, message)) in ("", CALM)
    assert healthy(server)
