"""Asks an ASGI app without a network: the path goes in as written, nothing tidied on the way."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from app.ui.messages import ends_run, verdict
from app.web.routes import routes
from app.web.server import middleware
from app.web.settings import Settings
from app.web.sockets import Protocol


@dataclass(frozen=True)
class Answer:
    """What came back.

    Attributes:
        status: its status.
        headers: lower-case names.
        body: as sent, still compressed where it was.

    """

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


def ask(app: ASGIApp, address: str, method: str = "GET", **headers: str) -> Answer:
    """Return the answer to one request.

    Args:
        app: what to ask.
        address: path and query, as a client may write it.
        method: of the request.
        headers: of the request; `accept_encoding` stands for `accept-encoding`.

    """
    path, _, query = address.partition("?")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method,
        "scheme": "http", "server": ("127.0.0.1", 80), "client": ("127.0.0.1", 1),
        "path": unquote(path), "raw_path": path.encode(), "query_string": query.encode(),
        "root_path": "",
        "headers": [
            (name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()
        ],
    }  # fmt: skip
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    start = next(message for message in sent if message["type"] == "http.response.start")
    body = b"".join(m.get("body", b"") for m in sent if m["type"] == "http.response.body")
    return Answer(
        start["status"],
        {name.decode().lower(): value.decode() for name, value in start["headers"]},
        body,
    )


async def _streamlit(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"streamlit answers {request.url.path}")


def server() -> Starlette:
    """Return our routes and middleware around something that stands for Streamlit."""
    rest = Route("/{path:path}", _streamlit, methods=["GET", "HEAD", "POST"])
    return Starlette(
        routes=[*routes(), rest], middleware=middleware(Protocol(verdict, ends_run), Settings())
    )
