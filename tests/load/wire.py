"""Speaks Streamlit's WebSocket protocol as a browser does, and times reruns on the server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

Value = str | list[str] | bool
"""A bool is the press of a button."""
RUN_SECONDS = 30  # no run takes longer; a server that says nothing ends the measurement
SHORT = 200  # bytes; the end of a run is a short message, and the only one that is looked into
LOST = (ForwardMsg.FINISHED_WITH_COMPILE_ERROR, ForwardMsg.FINISHED_EARLY_FOR_RERUN)


class RunFailedError(RuntimeError):
    """A run of the script did not reach its end."""


@dataclass(frozen=True)
class Run:
    """One run of the script as the client saw it.

    Attributes:
        seconds: from sending the wish to `script_finished`.
        deltas: what it drew.
    """

    seconds: float
    deltas: list[Delta]

    def widget(self, kind: str, key: str = "") -> tuple[Delta, str]:
        """Return the delta that drew a widget and the widget's id."""
        for delta in self.deltas:
            element = delta.new_element
            if element.WhichOneof("type") == kind and getattr(element, kind).id.endswith(key):
                return delta, getattr(element, kind).id
        raise RunFailedError(f"the page drew no {kind} {key!r}")


@dataclass
class Session:
    """One open page: its connection, the messages its browser would keep, and what it sent last."""

    socket: ClientConnection
    address: str
    page: str = ""
    kept: set[str] = field(default_factory=set)
    sent: bytes = b""

    def run(self, widgets: dict[str, Value] | None = None, fragment: str = "") -> Run:
        """Have the script run, or one fragment of it, and wait for its end.

        Args:
            widgets: values by widget id, as all widgets on the page stand.
            fragment: the fragment's id; empty for the whole page.

        """
        self.sent = self._wish(widgets or {}, fragment)
        heard: list[bytes] = []
        start = time.perf_counter()
        self.socket.send(self.sent)
        while not heard or end_of_run(heard[-1]) is None:
            heard.append(bytes(self.socket.recv(timeout=RUN_SECONDS, decode=False)))
        seconds = time.perf_counter() - start
        # What it heard it reads afterwards: the client's own work is not the server's time.
        return Run(seconds, self._read(heard))

    def _read(self, heard: list[bytes]) -> list[Delta]:
        """Return what a run drew; keep what a browser would keep."""
        deltas: list[Delta] = []
        for message in map(ForwardMsg.FromString, heard):
            kind = message.WhichOneof("type")
            if message.metadata.cacheable and message.hash:
                self.kept.add(message.hash)
            if kind == "delta":
                deltas.append(message.delta)
            if kind == "script_finished" and (message.script_finished in LOST or _trouble(deltas)):
                raise RunFailedError(f"status {message.script_finished} {_trouble(deltas)}")
        return deltas

    def _wish(self, widgets: dict[str, Value], fragment: str) -> bytes:
        wish = BackMsg()
        wish.rerun_script.query_string = ""
        wish.rerun_script.page_name = self.page
        wish.rerun_script.fragment_id = fragment
        wish.rerun_script.cached_message_hashes.extend(self.kept)
        wish.rerun_script.context_info.url = self.address
        wish.rerun_script.context_info.locale = "en-US"
        wish.rerun_script.context_info.timezone = "UTC"
        for widget, value in widgets.items():
            state = wish.rerun_script.widget_states.widgets.add(id=widget)
            if isinstance(value, bool):
                state.trigger_value = value
            elif isinstance(value, str):
                state.string_value = value
            else:
                state.string_array_value.data.extend(value)
        return wish.SerializeToString()


def end_of_run(data: bytes) -> ForwardMsg | None:
    """Return the message that says that a run has ended, None where it says something else."""
    if len(data) >= SHORT:
        return None
    message = ForwardMsg.FromString(data)
    return message if message.WhichOneof("type") == "script_finished" else None


def _trouble(deltas: list[Delta]) -> str:
    """Return the first error that a run drew instead of its page."""
    for delta in deltas:
        if delta.new_element.WhichOneof("type") == "exception":
            return delta.new_element.exception.message
    return ""


@contextmanager
def session(address: str, page: str = "") -> Iterator[Session]:
    """Open a page's connection until the block ends.

    Args:
        address: the server's, beginning with `http`.
        page: path of the page below it; empty for the first.

    """
    stream = f"ws{address.removeprefix('http')}/_stcore/stream"
    with connect(stream, subprotocols=["streamlit"], max_size=None) as socket:
        yield Session(socket, f"{address}/{page}", page)
