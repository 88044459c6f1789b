"""A client that keeps to no rule: bytes on a socket, and messages that no browser would send."""

from __future__ import annotations

import contextlib
import re
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from tests.server import Server

SECONDS = 20
CALM = "the page for errors"
TRACE = re.compile(rb"Traceback|site-packages|\.py\b|Error\b.*line \d|streamlit\.", re.IGNORECASE)
"""What no reader may see of the code behind the page."""


@dataclass(frozen=True)
class Reply:
    """What came back over a socket.

    Attributes:
        raw: everything until the other side closed.
        closed: whether it did.
    """

    raw: bytes
    closed: bool

    @property
    def status(self) -> int:
        """The first answer's status; 0 where there was none."""
        found = re.match(rb"HTTP/1\.[01] (\d{3}) ", self.raw)
        return int(found[1]) if found else 0

    @property
    def head(self) -> dict[str, str]:
        """The first answer's headers, names in small letters."""
        lines = self.raw.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]
        return {name.lower(): value.strip() for name, _, value in (x.partition(":") for x in lines)}

    @property
    def body(self) -> bytes:
        """What follows the first answer's headers."""
        return self.raw.partition(b"\r\n\r\n")[2]


def dial(server: Server, seconds: float = SECONDS) -> socket.socket:
    """Open a connection to a server on loopback."""
    parts = urlsplit(server.url)
    return socket.create_connection((parts.hostname or "", parts.port or 0), timeout=seconds)


def tell(server: Server, data: bytes, seconds: float = SECONDS) -> Reply:
    """Send bytes and read until the server closes, or has nothing to say for so long."""
    heard, closed = bytearray(), False
    with dial(server, seconds) as line:
        try:
            line.sendall(data)
            while piece := line.recv(1 << 16):
                heard += piece
            closed = True
        except ConnectionError:
            closed = True
        except TimeoutError:
            closed = False
    return Reply(bytes(heard), closed)


def ask(server: Server, target: str, method: str = "GET", more: bytes = b"") -> Reply:
    """Send a request whose target is written as given.

    Args:
        server: whom to ask.
        target: path and query, or whatever a client may write there.
        method: of the request.
        more: more header lines, each with its line break.
    """
    host = b"" if b"host:" in more.lower() else b"Host: localhost\r\n"
    first = f"{method} {target} HTTP/1.1\r\n".encode("latin-1")
    return tell(server, first + host + more + b"Connection: close\r\n\r\n")


def healthy(server: Server) -> bool:
    """Whether the server says that it is well, and soon."""
    start = time.monotonic()
    well = ask(server, "/_stcore/health").status == 200
    return well and time.monotonic() - start < SECONDS / 2


@contextlib.contextmanager
def page(server: Server, **more: object) -> Iterator[ClientConnection]:
    """Open the connection of a page until the block ends."""
    address = f"ws{server.url.removeprefix('http')}/_stcore/stream"
    options = {"subprotocols": ["streamlit"], "max_size": None, "close_timeout": 1} | more
    with connect(address, **options) as line:
        yield line


def wish(page_name: str = "", query: str = "") -> BackMsg:
    """Return the message by which a browser has a page drawn."""
    message = BackMsg()
    message.rerun_script.page_name = page_name
    message.rerun_script.query_string = query
    return message


def drawn(line: ClientConnection, message: BackMsg) -> list[ForwardMsg]:
    """Send a wish and return everything that a page then drew, to the end of the run."""
    line.send(message.SerializeToString())
    heard: list[ForwardMsg] = []
    while not heard or heard[-1].WhichOneof("type") != "script_finished":
        heard.append(ForwardMsg.FromString(line.recv(timeout=SECONDS)))
    return heard


def trouble(heard: list[ForwardMsg]) -> str:
    """Return what a page shows that no page should: an error of ours, or one of Streamlit's."""
    for message in heard:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            return element.exception.message or "an exception"
        if kind == "html" and "calm-error" in element.html.body:
            return CALM
    failed = heard[-1].script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR
    return "no run" if failed else ""
