"""Stands before everything else: turns away what nobody needs, and keeps a fault to one answer."""

from __future__ import annotations

import logging

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketDisconnected

from app.web.refusals import Refusal, refusal
from app.web.settings import Settings
from app.web.sockets import Connection, Protocol
from app.web.turns import Turn, Turns

log = logging.getLogger("mild.web")

PIECE = 65_536
"""Bytes handed to the network at once: what a slow reader has not fetched waits in memory."""
_READ = (b"host", b"sec-websocket-protocol")
"""What Streamlit needs here of the headers of a WebSocket: nobody logs in, the origin is seen to.

All that it gets, each open page holds.
"""
FULL = Refusal(503, "all places are taken")


class Guard:
    """Refuses odd requests and connections, and counts the open pages.

    The origin of a request has done its work here and is taken off: where it is another one,
    Streamlit would ask a host on the internet for this machine's address, and everybody would wait.
    """

    def __init__(self, app: ASGIApp, settings: Settings, protocol: Protocol) -> None:
        """Wrap an app.

        Args:
            app: what to guard.
            settings: of this process.
            protocol: what the messages between browser and app say.

        """
        self._app, self._settings, self._protocol = app, settings, protocol
        self._turns = Turns()
        self._open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request or connection."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        refused = refusal(scope, self._settings)
        if (
            refused is None
            and scope["type"] == "websocket"
            and self._open >= self._settings.readers
        ):
            refused = FULL
        if refused is not None:
            log.warning("refused", extra={"fields": {"why": refused.why, "status": refused.status}})
            await _refuse(refused, scope, receive, send)
            return
        if scope["type"] == "websocket":
            scope["headers"] = [one for one in scope["headers"] if one[0] in _READ]
            await self._connection(scope, receive, send)
        else:
            headers = [one for one in scope["headers"] if one[0] != b"origin"]
            await self._request({**scope, "headers": headers}, receive, send)

    async def _connection(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._open += 1
        turn = Turn(self._turns)
        connection = Connection(receive, send, self._settings.pace, self._protocol, turn)
        try:
            await connection.run(self._app, scope)
        except (OSError, WebSocketDisconnected):
            return  # the reader has gone, with something still on its way
        except Exception:
            log.exception("connection failed")
            await connection.send({"type": "websocket.close", "code": 1011})
        finally:
            self._open -= 1

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def in_pieces(message: Message) -> None:
            nonlocal started
            started = True
            body = message.get("body", b"")
            for at in range(PIECE, len(body), PIECE):
                await send({**message, "body": body[at - PIECE : at], "more_body": True})
            rest = max(0, (len(body) - 1) // PIECE * PIECE)
            await send({**message, "body": body[rest:]} if rest else message)

        try:
            await self._app(scope, receive, in_pieces)
        except Exception:
            log.exception("request failed")
            if not started:
                answer = PlainTextResponse("Something went wrong on our side.", 500)
                await answer(scope, receive, send)


async def _refuse(refused: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":  # not accepted: the server answers 403
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    answer = PlainTextResponse(f"{refused.why}\n", refused.status)
    headers = MutableHeaders(raw=answer.raw_headers)
    headers["Connection"] = "close"  # nothing more of a request is read, however much there is
    if refused.status == 405:
        headers["Allow"] = "GET, HEAD"
    answer.raw_headers = headers.raw
    await answer(scope, receive, send)
