"""What stands before the app, one rule at a time, without a network."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from app.ui.messages import ends_run, verdict
from app.web import sockets
from app.web.guard import PIECE, Guard
from app.web.hosts import host_allowed, origin_allowed
from app.web.settings import SettingError, Settings, read_settings
from app.web.sockets import Pace, Protocol
from tests.hostile.client import wish
from tests.web.asgi import ask

HOSTS = ("guide.example", "*.clinic.example", "[::1]")


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("guide.example", True), ("GUIDE.example:8501", True), ("guide.example.", True),
        ("a.clinic.example", True), ("b.a.clinic.example:1", True), ("[::1]:80", True),
        ("clinic.example", False), ("evilclinic.example", False), ("guide.example.evil", False),
        ("guide.example:x", False), ("guide.example/x", False), ("a@guide.example", False),
        ("", False), (None, False), ("[::1", False), (".clinic.example", True), (".", False),
    ],
)  # fmt: skip
def test_a_host_is_one_of_those_listed(host: str | None, expected: bool):
    assert host_allowed(host, HOSTS) == expected
    assert host_allowed(host, ())


@pytest.mark.parametrize(
    ("origin", "host", "expected"),
    [
        (None, "a.example", True), ("http://a.example", "a.example", True),
        ("https://a.example:8443", "a.example:8443", True), ("HTTP://A.example", "a.EXAMPLE", True),
        ("http://a.example:1", "a.example", False), ("http://b.example", "a.example", False),
        ("https://guide.example", "inner:8501", True), ("https://guide.example.b", "inner", False),
        ("null", "a.example", False), ("", "", False), ("http://[", "[", False),
        ("file://a.example", "a.example", False), ("http://", None, False),
    ],
)  # fmt: skip
def test_a_page_is_of_this_site_or_of_a_listed_one(
    origin: str | None, host: str | None, expected: bool
):
    assert origin_allowed(origin, host, HOSTS) == expected


def test_settings_have_defaults_and_are_read_from_the_environment():
    assert read_settings({"ALLOWED_HOSTS": " ", "MAX_READERS": ""}) == Settings()
    given = {"ALLOWED_HOSTS": "A.example, *.b.example", "MAX_READERS": "5"}
    assert read_settings(given | {"MESSAGES_PER_SECOND": "0"}) == Settings(
        ("a.example", "*.b.example"), 5, 0
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALLOWED_HOSTS", "http://a.example"), ("ALLOWED_HOSTS", "a.example:80"),
        ("ALLOWED_HOSTS", "*"), ("ALLOWED_HOSTS", "a.*"), ("MAX_READERS", "0"),
        ("MAX_READERS", "many"), ("MAX_READERS", "1e3"), ("MAX_READERS", "9" * 5_000),
        ("MESSAGES_PER_SECOND", "-1"), ("MESSAGES_PER_SECOND", "\u0665"),
    ],
)  # fmt: skip
def test_a_setting_that_means_nothing_is_named(name: str, value: str):
    with pytest.raises(SettingError, match=name):
        read_settings({name: value})


def test_messages_pass_at_once_up_to_a_burst_and_then_in_turn():
    pace = Pace(10)
    assert [pace.wait(0) for _ in range(40)] == [0] * 40
    assert pace.wait(0) == pytest.approx(0.1)
    assert pace.wait(0.1) == pytest.approx(0.1)
    assert pace.wait(60) == 0
    assert Pace(0).wait(0) == 0


def guard(app: ASGIApp) -> Guard:
    return Guard(app, Settings(), Protocol(verdict, ends_run))


def sends(size: int) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"x" * size})

    return app


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7])
def test_a_body_arrives_whole_and_in_pieces(size: int):
    sizes: list[int] = []

    async def counting(scope: Scope, receive: Receive, send: Send) -> None:
        async def count(message: Message) -> None:
            sizes.append(len(message.get("body", b"")))
            await send(message)

        await guard(sends(size))(scope, receive, count)

    assert ask(counting, "/").body == b"x" * size
    assert max(sizes) <= PIECE


def test_an_error_is_one_line_in_the_log_and_a_plain_answer(caplog: pytest.LogCaptureFixture):
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise ValueError("secret")

    answer = ask(guard(broken), "/")
    assert (answer.status, answer.text) == (500, "Something went wrong on our side.")
    assert [record.getMessage() for record in caplog.records] == ["request failed"]


def talk(messages: list[Message], app: ASGIApp, send: Send | None = None) -> list[Message]:
    """Open a connection, say something, and return what is sent back."""
    heard: list[Message] = []
    waiting = iter([{"type": "websocket.connect"}, *messages])
    headers = [
        (b"origin", b"http://a"), (b"host", b"a"), (b"cookie", b"a=b"), (b"user-agent", b"phone"),
        (b"x-forwarded-for", b"192.0.2.1"), (b"sec-websocket-protocol", b"streamlit"),
    ]  # fmt: skip
    scope = {
        "type": "websocket", "path": "/_stcore/stream", "headers": headers, "query_string": b"",
    }  # fmt: skip

    async def receive() -> Message:
        message = next(waiting, None)
        return message if message is not None else await asyncio.Event().wait()  # type: ignore[return-value]

    async def keep(message: Message) -> None:
        heard.append(message)

    asyncio.run(asyncio.wait_for(guard(app)(scope, receive, send or keep), 5))
    return heard


async def until_gone(scope: Scope, receive: Receive, send: Send) -> None:
    """Accept, and send back whatever passes."""
    assert dict(scope["headers"]) == {b"host": b"a", b"sec-websocket-protocol": b"streamlit"}
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        await send({"type": "websocket.send", "bytes": message["bytes"]})
    await send({"type": "websocket.send", "bytes": b"too late"})


GOOD = wish("visit").SerializeToString()


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"text": "rerun"}, 1003), ({"bytes": b"\xff"}, 1007),
        ({"bytes": GOOD + b"x" * sockets.LONGEST_MESSAGE}, 1009),
    ],
)  # fmt: skip
def test_a_message_that_breaks_a_rule_closes_its_connection(message: dict[str, Any], code: int):
    heard = talk(
        [{"type": "websocket.receive", "bytes": GOOD}, {"type": "websocket.receive", **message}],
        until_gone,
    )
    assert [one["type"] for one in heard] == [
        "websocket.accept",
        "websocket.send",
        "websocket.close",
    ]
    assert heard[1]["bytes"] == GOOD
    assert heard[2]["code"] == code


def test_a_browser_that_asks_without_end_is_closed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sockets, "FLOOD_SECONDS", 0.2)
    beat = BackMsg(app_heartbeat=True).SerializeToString()
    flood = [{"type": "websocket.receive", "bytes": beat}] * 500
    heard = talk(flood, until_gone)
    assert heard[-1]["type"] == "websocket.close"
    assert heard[-1]["code"] == sockets.TOO_MANY
    assert len(heard) < 100


def test_a_browser_that_does_not_read_is_given_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(sockets, "UNREAD_SECONDS", 0.05)

    async def stuck(message: Message) -> None:
        if message["type"] == "websocket.send":
            await asyncio.Event().wait()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        sender = asyncio.create_task(send({"type": "websocket.send", "bytes": b"page"}))
        try:
            await receive()
        finally:
            with pytest.raises(OSError, match="nothing was read"):
                await sender

    with caplog.at_level(logging.WARNING):
        talk([], app, stuck)
    assert [record.fields for record in caplog.records] == [{"why": "does not read"}]


def test_nothing_more_is_read_while_a_browser_does_not_read():
    read: list[Message] = []
    free = asyncio.Event()

    async def slow(message: Message) -> None:
        if message["type"] == "websocket.send":
            await free.wait()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        sender = asyncio.create_task(send({"type": "websocket.send", "bytes": b"page"}))
        await asyncio.sleep(0)
        reader = asyncio.create_task(receive())
        await asyncio.sleep(0.05)
        assert not reader.done()
        free.set()
        read.append(await reader)
        await sender

    talk([{"type": "websocket.receive", "bytes": GOOD}], app, slow)
    assert [one["bytes"] for one in read] == [GOOD]
