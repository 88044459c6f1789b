"""What memory a server needs: at rest, for each open page, and after very many reruns."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import dataclass

import psutil

from tests.load.readers import Crowd, Route
from tests.load.report import Row
from tests.server import Server

PAGES_OPEN = 200
RERUNS, SETTLED = 10_000, 2_000
BUSY = 10
"""Readers who click without a pause, so that ten thousand reruns end within minutes."""
AT_REST_MB, PAGE_KB, GROWTH = 250, 100, 1.05


@dataclass(frozen=True)
class Needed:
    """Memory of one server.

    Attributes:
        rest: MB before readers come, after each page was drawn once.
        page: kB for each open page.
    """

    rest: float
    page: float


def megabytes(server: Server) -> float:
    """Return what memory a server's process holds, in units of a million bytes."""
    return float(psutil.Process(server.pid).memory_info().rss) / 1e6


async def needed(server: Server, route: Route) -> Needed:
    """Measure a fresh server; its readers stay until the end."""
    crowd = Crowd([server.url], route)
    try:
        await crowd.grow(1)
        await crowd.turn(len(list(itertools.chain(*route))))
        rest = megabytes(server)
        await crowd.grow(1 + PAGES_OPEN)
        return Needed(rest, (megabytes(server) - rest) * 1000 / PAGES_OPEN)
    finally:
        await crowd.leave()


async def grown(server: Server, route: Route) -> float:
    """Return what a server holds after very many reruns, as a share of what it held after few."""
    crowd = Crowd([server.url], route)
    try:
        await crowd.grow(BUSY)
        await crowd.turn(SETTLED // BUSY)
        before = megabytes(server)
        await crowd.turn(RERUNS // BUSY)
        return megabytes(server) / before
    finally:
        await crowd.leave()


def rows(stock: Server, ours: Server, stock_route: Route, route: Route) -> list[Row]:
    """Measure both servers, one after the other."""
    theirs, mine = (
        asyncio.run(needed(server, way)) for server, way in ((stock, stock_route), (ours, route))
    )
    growth = asyncio.run(grown(ours, route))
    return [
        Row("Memory at rest, MB", [theirs.rest], [mine.rest], limit=AT_REST_MB),
        Row(f"Memory for each of {PAGES_OPEN} open pages, kB", [theirs.page], [mine.page],
            limit=PAGE_KB),
        Row(f"Memory after {RERUNS:,} reruns, as a share of that after {SETTLED:,}", [], [growth],
            digits=3, limit=GROWTH),
    ]  # fmt: skip
