"""One open page: what its browser may send, how large and how fast, and how long it may rest."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.turns import Turn

log = logging.getLogger("mild.web")

LONGEST_MESSAGE = 262_144
"""Bytes; every answer on the longest page makes some ten thousand."""
BURST_SECONDS = 4  # as many messages as the pace allows in these may come at once
FLOOD_SECONDS = 15.0
"""How long a browser may send faster than its pace; no finger on a key lasts so long."""
LOOK_SECONDS = 0.01
"""How often is looked whether a browser has read what it was sent, before more is heard of it."""
UNREAD_SECONDS = 60.0
"""How long a browser may leave what it was sent unread; one that sleeps is back by itself."""

TOO_BIG, NO_TEXT, NO_MESSAGE, TOO_MANY = 1009, 1003, 1007, 1008  # codes of RFC 6455

RUN = "run"
_SHORT = 200
"""Bytes; the end of a run is a short message, and the only one that is looked into."""


class Protocol(NamedTuple):
    """What the messages between browser and app say.

    Attributes:
        verdict: of a browser's message: empty where it may pass, `run` where it may and asks for a
            run, `ignored`, or `malformed`.
        ends_run: whether a message of the app says that a run has ended.

    """

    verdict: Callable[[bytes], str]
    ends_run: Callable[[bytes], bool]


@dataclass(slots=True)
class Pace:
    """How many messages may pass: so many per second, and some more at once.

    Attributes:
        per_second: 0 for no limit.
        left: how many may pass now.
        at: when that was counted.

    """

    per_second: int
    left: float = 0.0
    at: float | None = None

    def wait(self, now: float) -> float:
        """Count one message and return the seconds that it has to wait."""
        if not self.per_second:
            return 0.0
        most = float(self.per_second * BURST_SECONDS)
        before, self.at = self.at, now
        gained = most if before is None else (now - before) * self.per_second
        self.left = min(most, self.left + gained) - 1
        return max(0.0, -self.left / self.per_second)


class Connection:
    """Stands between one browser and the app: what breaks a rule ends here.

    One stays in memory for each open page, so it is kept small.
    """

    __slots__ = (
        "_flooded", "_over", "_pace", "_protocol", "_receive", "_send", "_sender",
        "_sending_since", "_stuck", "_task", "_turn", "_watch",
    )  # fmt: skip

    def __init__(
        self, receive: Receive, send: Send, pace: int, protocol: Protocol, turn: Turn
    ) -> None:
        """Wrap both directions of a WebSocket.

        Args:
            receive: from the browser.
            send: to the browser.
            pace: messages per second.
            protocol: what messages say.
            turn: of this page among all.

        """
        self._receive, self._send = receive, send
        self._pace, self._protocol, self._turn = Pace(pace), protocol, turn
        self._over = self._stuck = False
        self._flooded = 0.0
        self._task: asyncio.Task[None] | None = None
        self._sender: asyncio.Task[None] | None = None
        self._sending_since = 0.0
        self._watch: asyncio.TimerHandle | None = None

    async def run(self, app: ASGIApp, scope: Scope) -> None:
        """Let the app talk with the browser until either has gone."""
        self._task = asyncio.current_task()
        try:
            await app(scope, self.receive, self.send)
        except asyncio.CancelledError:
            if not self._stuck or self._task is None:
                raise
            self._task.uncancel()
        finally:
            self._turn.end()
            if self._watch is not None:
                self._watch.cancel()

    async def receive(self) -> Message:
        """Return the next message that may pass, in its turn."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            # What is sent to a browser that does not read waits in memory: nothing more until then.
            while self._sender is not None:
                await asyncio.sleep(LOOK_SECONDS)
            if await self._wait_for_pace() > FLOOD_SECONDS:
                return await self._end("too many messages", TOO_MANY)
            why, code = self._fault(message)
            if code:
                return await self._end(why, code)
            if why == RUN:
                await self._turn.begin()
            if why in ("", RUN):
                return message

    async def _wait_for_pace(self) -> float:
        """Wait as long as the pace asks for; return the seconds waited since it last did not."""
        wait = self._pace.wait(asyncio.get_running_loop().time())
        self._flooded = self._flooded + wait if wait else 0.0
        await asyncio.sleep(wait)
        return self._flooded

    def _fault(self, message: Message) -> tuple[str, int]:
        data = message.get("bytes")
        if data is None:
            return "text message", NO_TEXT
        if len(data) > LONGEST_MESSAGE:
            return "message too long", TOO_BIG
        verdict = self._protocol.verdict(data)
        return verdict, NO_MESSAGE if verdict == "malformed" else 0

    async def _end(self, why: str, code: int) -> Message:
        log.warning("refused", extra={"fields": {"why": why, "closed": code}})
        if not self._over:
            self._over = True
            await self._send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}

    async def send(self, message: Message) -> None:
        """Send a message, or give the browser up that has not read for long.

        Raises:
            OSError: it was given up.

        """
        if self._over:
            return
        data = message.get("bytes") or b""
        if 0 < len(data) < _SHORT and self._protocol.ends_run(data):
            self._turn.end()
        self._over = message["type"] == "websocket.close"
        self._begin_to_watch()
        try:
            await self._send(message)
        except asyncio.CancelledError as error:
            if not self._stuck or self._sender is None:
                raise
            self._sender.uncancel()
            raise OSError("nothing was read for long") from error
        finally:
            self._sender = None

    def _begin_to_watch(self) -> None:
        """Note that a message is on its way; one timer serves all, for one for each costs more."""
        loop = asyncio.get_running_loop()
        self._sender, self._sending_since = asyncio.current_task(), loop.time()
        if self._watch is None:
            self._watch = loop.call_later(UNREAD_SECONDS, self._look)

    def _look(self) -> None:
        """Give the browser up if it has left a message unread; else look again when it is time."""
        self._watch = None
        if self._sender is None:
            return  # the next message has it watched again
        loop = asyncio.get_running_loop()
        left = self._sending_since + UNREAD_SECONDS - loop.time()
        if left > 0:
            self._watch = loop.call_later(left, self._look)
        else:
            self._give_up(self._sender)

    def _give_up(self, sender: asyncio.Task[None]) -> None:
        log.warning("refused", extra={"fields": {"why": "does not read"}})
        self._over = self._stuck = True
        sender.cancel()
        if self._task is not None:
            self._task.cancel()
