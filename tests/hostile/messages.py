"""Handshakes and messages of clients that are no browser, or mean no good."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from app.web.sockets import LONGEST_MESSAGE
from tests.hostile.client import wish

KEY = b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
UPGRADE = b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" + KEY
STREAM = "/_stcore/stream"

HANDSHAKES: dict[str, tuple[str, bytes]] = {
    "from another site": (STREAM, UPGRADE + b"Origin: https://evil.example\r\n"),
    "from another port of this machine": (STREAM, UPGRADE + b"Origin: http://evil.example:80\r\n"),
    "from a file": (STREAM, UPGRADE + b"Origin: null\r\n"),
    "from a page of no kind": (STREAM, UPGRADE + b"Origin: http://[::1\r\n"),
    "from a name with ours in it": (
        STREAM, UPGRADE + b"Origin: https://localhost.evil.example\r\n"
    ),
    "from a name that ends as ours": (
        STREAM, UPGRADE + b"Origin: https://evilguide.example\r\n"
    ),
    "to another host": (STREAM, UPGRADE + b"Host: evil.example\r\n"),
    "to another host, from it": (
        STREAM, UPGRADE + b"Host: evil.example\r\nOrigin: http://evil.example\r\n"
    ),
    "to no host": (STREAM, UPGRADE + b"Host: \r\n"),
    "to another address": ("/", UPGRADE),
    "to a page": ("/recovery/_stcore/stream", UPGRADE),
    "to a place above": ("/_stcore/../_stcore/stream", UPGRADE),
    "with an endless query": (f"{STREAM}?{'x' * 5_000}", UPGRADE),
    "with endless headers": (STREAM, UPGRADE + b"X: " + b"y" * 20_000 + b"\r\n"),
    "without a key": (STREAM, UPGRADE.replace(KEY, b"")),
    "with a key that is none": (STREAM, UPGRADE.replace(b"dGhl", b"\xe9\xe9")),
    "in an old version": (STREAM, UPGRADE.replace(b"13", b"8")),
    "with a body": (STREAM, UPGRADE + b"Content-Length: 9\r\n"),
}  # fmt: skip
"""Name to target and headers of an opening that must not succeed."""


def frame(code: int, data: bytes, masked: bool = True, last: bool = True) -> bytes:
    """Return one frame of RFC 6455 as a client writes it; short ones only."""
    head = bytes([code | (0x80 if last else 0), len(data) | (0x80 if masked else 0)])
    return head + (bytes(4) if masked else b"") + data


FRAMES = {
    "not masked": frame(2, b"hello", masked=False),
    "of an unknown kind": frame(5, b"hello"),
    "with a bit that means nothing": bytes([0xF2, 0x80]) + bytes(4),
    "the end of nothing": frame(0, b"hello"),
    "a ping too long": bytes([0x89, 0xFE, 0x01, 0x00]) + bytes(4) + b"x" * 256,
    "a ping in pieces": frame(9, b"x", last=False),
    "a close without a reason": frame(8, b"\x03"),
    "a close for a reason that is none": frame(8, b"\x00\x01"),
    "a text that is none": frame(1, b"\xff\xfe"),
    "half of a message, then another": frame(2, b"a", last=False) + frame(2, b"b"),
    "two exabytes to come": bytes([0x82, 0xFF]) + b"\x1f" + b"\xff" * 7 + bytes(4),
    "a megabyte less than the largest to come": bytes([0x82, 0xFF])
    + (10**6).to_bytes(8)
    + bytes(4),
    "bytes of chance": bytes(range(255, 0, -1)),
    "another request": b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
}
"""Bytes after the handshake that keep to no rule of the protocol."""

BLOBS: dict[str, bytes | str] = {
    "a text": "rerun",
    "an empty text": "",
    "a text in JSON": '{"rerun_script": {}}',
    "too much": b"\x00" * (LONGEST_MESSAGE + 1),
    "much too much": b"\x5a" * 1_900_000,
    "more than the server reads": b"\x5a" * 2_500_000,
    "chance": bytes(range(256)),
    "a field that never ends": b"\x5a\xff\xff\xff\xff\x0f" + b"x" * 100,
    "a number that never ends": b"\xff" * 40,
    "a group that never ends": b"\x0b" * 5_000,
    "the answer of a server": ForwardMsg(script_finished=0).SerializeToString() + b"\x01",
}
"""Messages that are none; each ends its connection."""


def _developer(change: Callable[[BackMsg], None]) -> BackMsg:
    message = BackMsg()
    change(message)
    return message


def _flag(name: str) -> Callable[[BackMsg], None]:
    return lambda message: setattr(message, name, True)


IGNORED = {
    name: _developer(_flag(name))
    for name in (
        "clear_cache", "set_run_on_save", "load_git_info", "debug_disconnect_websocket",
        "debug_shutdown_runtime",
    )
} | {
    "nothing": BackMsg(),
    "a fragment that is none": _developer(
        lambda m: setattr(m.rerun_script, "fragment_id", "x" * 500)
    ),
    "a list of files": _developer(lambda m: m.file_urls_request.file_names.append("../x")),
    "an install": _developer(
        lambda m: m.backend_operation_request.install_skills.SetInParent()
    ),
    "a piece of a table": _developer(
        lambda m: m.backend_operation_request.dataframe_chunk.SetInParent()
    ),
    "an operation that is none": _developer(
        lambda m: m.backend_operation_request.SetInParent()
    ),
}  # fmt: skip
"""What Streamlit would listen to and no page of ours says: it changes nothing."""


def _absurd(change: Callable[[BackMsg], object], page: str = "visit") -> BackMsg:
    message = wish(page)
    change(message)
    return message


def _hash(message: BackMsg) -> None:
    message.rerun_script.page_script_hash = "../../etc/passwd"


def _states(count: int) -> Callable[[BackMsg], object]:
    def change(message: BackMsg) -> None:
        for number in range(count):
            message.rerun_script.widget_states.widgets.add(id=f"$$ID-{number}", int_value=number)

    return change


ABSURD = {
    "an unknown page": wish("no-such-page"),
    "a page with an endless name": wish("x" * 100_000),
    "a page above": wish("../../etc/passwd"),
    "a page by a mark that is none": _absurd(_hash, ""),
    "an endless query": wish("recovery", "measure=" + "x" * 200_000),
    "ten thousand settings": wish("recovery", "&".join(f"a{n}=b" for n in range(10_000))),
    "one setting five thousand times": wish("", "lang=en&" * 5_000),
    "thousands of widgets that are none": _absurd(_states(5_000)),
    "one widget a thousand times": _absurd(
        lambda m: [
            m.rerun_script.widget_states.widgets.add(id="$$ID-x", string_value=str(n))
            for n in range(1_000)
        ]
    ),
    "a widget without a name": _absurd(
        lambda m: m.rerun_script.widget_states.widgets.add(id="", trigger_value=True)
    ),
    "hashes of messages that never were": _absurd(
        lambda m: m.rerun_script.cached_message_hashes.extend(f"{n:064x}" for n in range(3_000))
    ),
    "a clock that is none": _absurd(
        lambda m: setattr(m.rerun_script.context_info, "timezone", "../../etc/passwd")
    ),
    "a clock too far off": _absurd(
        lambda m: setattr(m.rerun_script.context_info, "timezone_offset", 2**31 - 1)
    ),
    "an address that is none": _absurd(
        lambda m: setattr(m.rerun_script.context_info, "url", "javascript:alert(1)//[")
    ),
    "a language that is none": _absurd(
        lambda m: setattr(m.rerun_script.context_info, "locale", "x-" * 5_000)
    ),
}  # fmt: skip
"""Wishes that can be read and mean nothing: each ends in a page."""


def _value(name: str, value: object) -> Callable[[WidgetState], None]:
    return lambda state: setattr(state, name, value)


VALUES: dict[str, Callable[[WidgetState], object]] = {
    "nothing": lambda state: None,
    "a press": _value("trigger_value", True),
    "yes": _value("bool_value", True),
    "a number": _value("int_value", -(2**52)),
    "no number": _value("double_value", float("nan")),
    "a long text": _value("string_value", "x" * 2_000),
    "a text with nulls": _value("string_value", "\x00\ud7ff<script>"),
    "texts": lambda state: state.string_array_value.data.extend(["mild", "\x00", "x" * 999]),
    "one text many times": lambda state: state.string_array_value.data.extend(["mild"] * 500),
    "numbers": lambda state: state.int_array_value.data.extend([-1, 2**40]),
    "broken JSON": _value("json_value", '{"selection": ['),
    "JSON of another kind": _value("json_value", '[null, {"a": 1e999}]'),
    "bytes": _value("bytes_value", b"\xff\x00"),
    "a typed text": lambda state: setattr(state.string_trigger_value, "data", "x"),
}
"""What a page may be told for every one of its widgets, whatever kind they are."""
