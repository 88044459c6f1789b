"""The log after all that: lines of JSON, no trace, no word of a request or an answer."""

from __future__ import annotations

import json

import pytest

from tests.hostile.client import CALM, ask, drawn, page, trouble, wish
from tests.hostile.conftest import READERS
from tests.hostile.test_connections import widgets
from tests.server import Server

pytestmark = pytest.mark.xdist_group("hostile")

SECRETS = ("jane-doe", "my-left-leg", "hunter2", "127.0.0.1", "evil.example", "Mozilla")
AGENT = b"User-Agent: Mozilla/5.0 hunter2\r\nCookie: a=hunter2\r\nReferer: http://x/jane-doe\r\n"


def test_what_is_asked_and_typed_stands_nowhere_in_the_log(server: Server):
    start = server.log.stat().st_size
    for target in ("/jane-doe?node=my-left-leg", "/text/jane-doe", "/recovery?measure=jane-doe"):
        ask(server, target, more=b"Accept: text/html\r\n" + AGENT)
    ask(server, "/jane-doe", "POST", AGENT)
    ask(server, "/", more=b"Host: evil.example\r\n" + AGENT)
    with page(server, additional_headers={"X-Jane": "jane-doe"}) as opened:
        message = wish("visit", "node=jane-doe&lang=my-left-leg")
        for one in widgets(opened, "visit"):
            message.rerun_script.widget_states.widgets.add(id=one, string_value="my-left-leg")
        assert trouble(drawn(opened, message)) in ("", CALM)
        opened.send("jane-doe")
    written = server.log.read_bytes()[start:].decode()
    assert '"event": "refused"' in written
    for secret in SECRETS:
        assert secret not in written


def test_every_line_of_the_log_is_an_event_and_none_a_trace(server: Server):
    lines = [json.loads(line) for line in server.log.read_text().splitlines()]
    assert [line["event"] for line in lines[:2]] == ["settings", "start"]
    assert lines[0]["readers"] == READERS
    assert lines[1]["content"]["en"]["pages"] == 7
    for line in lines:
        assert line.keys() >= {"time", "level", "logger", "event"}
        assert "Traceback" not in line["event"]
        assert line["event"] not in ("request failed", "connection failed", "thread failed")
