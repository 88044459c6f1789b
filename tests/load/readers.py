"""How many readers a server holds: each clicks once in ten seconds, as its browser would send it.

Loopback only, and bounded: at most `MOST` readers, and a few dozen seconds for each number of them.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import math
import random
import resource
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from tests.load.route import Click, endless
from tests.load.wire import end_of_run

EVERY_SECONDS = 10.0
"""A reader reads, and clicks this often."""
HELD_MS = 250
"""What 95 of 100 clicks must not exceed."""
MEASURED_SECONDS = 15
MOST = 1600
LONGEST_SECONDS = 30
CLOSER = 2
"""How often the number between the last that was held and the first that was not is tried."""
REST_SECONDS = 3.0
"""How long a server that had too many readers is left alone."""

Route = list[list[Click]]
Reader = tuple[ClientConnection, Iterator[Click]]
"""A connection, and what will be clicked on it."""


@dataclass(frozen=True)
class Level:
    """What a number of readers met.

    Attributes:
        readers: how many.
        times: milliseconds of each click from sending until the run's end.
    """

    readers: int
    times: list[float]

    @property
    def p95(self) -> float:
        """Milliseconds that 95 of 100 clicks stayed below."""
        return statistics.quantiles(self.times, n=20)[-1]

    @property
    def held(self) -> bool:
        """Whether the readers were served in time."""
        return self.p95 <= HELD_MS


class Crowd:
    """Readers of one or more servers, who stay while their number grows."""

    def __init__(self, addresses: list[str], route: Route) -> None:
        """Take the servers' addresses, and what a reader clicks."""
        self._addresses, self._route = addresses, route
        self._open: list[Reader] = []
        self._random = random.Random(7)  # the same moments in every run

    async def grow(self, count: int) -> None:
        """Let readers come until there are so many, a few at once."""
        while len(self._open) < count:
            some = range(len(self._open), min(count, len(self._open) + 5))
            self._open += await asyncio.gather(*(self._arrive(number) for number in some))

    async def shrink(self, count: int) -> None:
        """Let readers go until there are so many."""
        gone, self._open = self._open[count:], self._open[:count]
        await asyncio.gather(*(socket.close() for socket, _ in gone))

    async def _arrive(self, number: int) -> Reader:
        address = self._addresses[number % len(self._addresses)]
        stream = f"ws{address.removeprefix('http')}/_stcore/stream"
        socket = await connect(
            stream, subprotocols=["streamlit"], max_size=None,
            ping_interval=None, open_timeout=LONGEST_SECONDS,
        )  # fmt: skip
        clicks = endless(self._route, number // len(self._addresses))
        await _click(socket, next(clicks))
        return socket, clicks

    async def measure(self, seconds: float = MEASURED_SECONDS) -> Level:
        """Let everybody click at their own moments for some time."""
        end = time.perf_counter() + seconds
        each = await asyncio.gather(*(self._reads(one, end) for one in self._open))
        return Level(len(self._open), list(itertools.chain(*each)))

    async def _reads(self, reader: Reader, end: float) -> list[float]:
        socket, clicks = reader
        times = []
        moment = time.perf_counter() + self._random.uniform(0, EVERY_SECONDS)
        while moment < end:
            await asyncio.sleep(moment - time.perf_counter())
            # From the moment of the wish: a driver that is late itself hides nothing.
            times.append(await _click(socket, next(clicks), moment))
            moment = max(moment + EVERY_SECONDS, time.perf_counter())
        return times

    async def turn(self, clicks: int) -> None:
        """Let everybody click so many times, one click after the other without a pause."""

        async def hurry(socket: ClientConnection, route: Iterator[Click]) -> None:
            for click in itertools.islice(route, clicks):
                await _click(socket, click)

        await asyncio.gather(*(hurry(*reader) for reader in self._open))

    async def leave(self) -> None:
        """Let everybody go."""
        await self.shrink(0)


async def _click(socket: ClientConnection, click: Click, start: float | None = None) -> float:
    """Send a wish and return the milliseconds until its run has ended."""
    begin = time.perf_counter() if start is None else start
    await socket.send(click.wish)
    async with asyncio.timeout(LONGEST_SECONDS):
        while True:
            end = end_of_run(bytes(await socket.recv(decode=False)))
            if end and end.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return (time.perf_counter() - begin) * 1000


def allow_many_sockets() -> None:
    """Let this process and the servers that it starts open enough sockets."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = max(soft, min(hard, 4 * MOST))
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def growing(start: int) -> Iterator[int]:
    """Return ever more readers, each number a quarter larger than the one before."""
    count = float(start)
    while count <= MOST:
        yield round(count)
        count *= 1.25


def held(addresses: list[str], route: Route, first: int) -> int:
    """Let ever more readers come until they are no longer served in time.

    Args:
        addresses: of one or more servers; readers spread over them.
        route: what a reader clicks.
        first: the first number of readers.

    Returns:
        The largest number of readers who were served in time; 0 where the first were not.

    """
    return asyncio.run(_held(addresses, route, first))


async def _held(addresses: list[str], route: Route, first: int) -> int:
    crowd, most, too_many = Crowd(addresses, route), 0, 0
    try:
        for count in growing(first):
            await crowd.grow(count)
            if not (await crowd.measure()).held:
                too_many = count
                break
            most = count
        for _ in range(CLOSER if most and too_many else 0):
            await crowd.shrink(most)
            await asyncio.sleep(REST_SECONDS)
            between = round(math.sqrt(most * too_many))
            await crowd.grow(between)
            if (await crowd.measure()).held:
                most = between
            else:
                too_many = between
    finally:
        with contextlib.suppress(TimeoutError, OSError):
            await crowd.leave()
    return most
