"""Requests that no browser of a reader makes: each gets an answer or none, and all goes on."""

from __future__ import annotations

import pytest

from tests.hostile.addresses import BY_METHOD, HEADERS, NO_HTTP, ODD, TRAVERSAL
from tests.hostile.client import TRACE, Reply, ask, tell
from tests.server import Server

pytestmark = pytest.mark.xdist_group("hostile")

OTHER_HOST = {
    "another host", "a host with a path", "a host with a user", "an empty host",
    "half an address of version 6", "an endless host",
}  # fmt: skip


def held(reply: Reply) -> None:
    """An answer below 500 with our headers, or the line is closed; nothing of the code in it."""
    assert reply.closed
    assert reply.status < 500
    assert b"root:x:" not in reply.body
    assert b"import " not in reply.body
    if "text/html" not in reply.head.get("content-type", "") and reply.status >= 300:
        assert not TRACE.search(reply.body)
    if reply.status and reply.body != b"Invalid HTTP request received.":
        assert "default-src 'none'" in reply.head["content-security-policy"]
        assert reply.head["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("target", TRAVERSAL, ids=lambda target: target[:40])
def test_no_address_leads_out_of_its_folder(target: str, server: Server):
    reply = ask(server, target, more=b"Accept: */*\r\n")
    held(reply)
    shell = reply.status == 200 and b'<div id="root">' in reply.body  # of the app, for any page
    assert shell or reply.status in (303, 400, 404, 414)


@pytest.mark.parametrize("target", ODD, ids=lambda target: target[:40])
def test_an_odd_address_is_answered_and_no_more(target: str, server: Server):
    held(ask(server, target))
    held(ask(server, target, more=b"Accept: text/html\r\n"))


@pytest.mark.parametrize(("method", "target"), BY_METHOD)
def test_only_reading_is_offered(method: str, target: str, server: Server):
    reply = ask(server, target, method)
    held(reply)
    assert reply.status in (400, 405)


@pytest.mark.parametrize("name", HEADERS)
def test_an_odd_head_is_answered_and_no_more(name: str, server: Server):
    for target in ("/recovery", "/media/x", "/nowhere"):
        reply = ask(server, target, more=HEADERS[name])
        held(reply)
        assert name not in OTHER_HOST or reply.status in (400, 414, 421)
        assert "access-control-allow-origin" not in reply.head


@pytest.mark.parametrize("name", NO_HTTP)
def test_what_is_no_request_is_refused(name: str, server: Server):
    reply = tell(server, NO_HTTP[name], seconds=0.3)
    assert reply.status < 500
    assert not TRACE.search(reply.raw)
