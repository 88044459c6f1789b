"""Stands where a replica would, and says what came through the proxy."""

from __future__ import annotations

import contextlib
import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PACKED = b"\x8b\x02\x80packed by the app\x03"
"""Stands for a file that the app has packed; the proxy must not look into it."""


class Upstream(ThreadingHTTPServer):
    """A server on loopback that keeps what it was asked.

    Attributes:
        asked: the paths.
        without: path prefix that it does not know.
    """

    daemon_threads = True

    def __init__(self, without: str = "") -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.asked: list[str] = []
        self.without = without

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a line that the proxy has closed; it does so after each look at us."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])


class _Answers(BaseHTTPRequestHandler):
    """Answers with the headers that came, or with the packed file."""

    protocol_version = "HTTP/1.1"
    server: Upstream

    def do_GET(self) -> None:
        """Answer."""
        health = self.path == "/_stcore/health"
        if not health:
            self.server.asked.append(self.path)
        missing = bool(self.server.without) and self.path.startswith(self.server.without)
        body = PACKED if self.path.startswith("/static/") else json.dumps(
            dict(self.headers.items())
        ).encode()  # fmt: skip
        self.send_response(404 if missing else 200)
        if body is PACKED:
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_POST = do_PUT = do_GET  # noqa: N815 - named by the library

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def upstream(without: str = "") -> Iterator[Upstream]:
    """Run one until the block ends."""
    with Upstream(without) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
