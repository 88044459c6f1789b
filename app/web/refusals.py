"""What is turned away before anything of the app sees it, and why."""

from __future__ import annotations

from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.types import Scope

from app.web.hosts import host_allowed, origin_allowed
from app.web.settings import Settings

HEALTH = "/_stcore/health"
STREAM = "/_stcore/stream"
CLOSED = (
    "/_stcore/agent",
    "/_stcore/upload_file",
    "/app/static",
    "/auth",
    "/component",
    "/oauth2callback",
)
"""Addresses of Streamlit that this app has no use for: uploads, agents, log-in, components."""

# The longest address of ours has 60 characters; no name of a file may have more than 255 bytes.
LONGEST_PATH, LONGEST_QUERY = 255, 4096
MOST_HEADERS, LONGEST_HEADERS = 100, 16_384
_CONTROL = {chr(code) for code in (*range(32), 127)}


class Refusal(NamedTuple):
    """An answer in place of the app's.

    Attributes:
        status: of the answer.
        why: one or two words, for the log and the reader.

    """

    status: int
    why: str


def refusal(scope: Scope, settings: Settings) -> Refusal | None:
    """Return why a request or the opening of a connection is turned away, or None if it is not.

    Args:
        scope: of an HTTP request or a WebSocket.
        settings: of this process.

    """
    headers = Headers(scope=scope)
    if len(headers) > MOST_HEADERS or _size(scope) > LONGEST_HEADERS:
        return Refusal(431, "headers too long")
    path = str(scope["path"])
    longest = max(len(path.encode("utf-8", "replace")), len(scope.get("raw_path") or b"") // 3)
    if longest > LONGEST_PATH or len(scope.get("query_string", b"")) > LONGEST_QUERY:
        return Refusal(414, "address too long")
    if _climbs(path):
        return Refusal(400, "odd address")
    if path != HEALTH and not host_allowed(headers.get("host"), settings.hosts):
        return Refusal(421, "another host")
    if scope["type"] == "websocket":
        return _of_connection(path, headers, settings)
    return _of_request(str(scope["method"]), path, headers)


def _of_connection(path: str, headers: Headers, settings: Settings) -> Refusal | None:
    if path != STREAM:
        return Refusal(404, "no such connection")
    if not origin_allowed(headers.get("origin"), headers.get("host"), settings.hosts):
        return Refusal(403, "page of another site")
    return None


def _of_request(method: str, path: str, headers: Headers) -> Refusal | None:
    if method not in ("GET", "HEAD"):
        return Refusal(405, "only reading is offered")
    if headers.get("content-length", "0").strip() != "0" or "transfer-encoding" in headers:
        return Refusal(413, "nothing is taken in")
    if any(path == one or path.startswith(f"{one}/") for one in CLOSED):
        return Refusal(404, "no such address")
    return None


def _size(scope: Scope) -> int:
    return sum(len(name) + len(value) for name, value in scope["headers"])


def _climbs(path: str) -> bool:
    """Return whether a path could mean another place to a file system than it says."""
    if not path.startswith("/") or path.startswith("//") or "\\" in path:
        return True
    return ".." in path.split("/") or not _CONTROL.isdisjoint(path)
