"""Our app against stock Streamlit in the same run: `make bench`; 1 where a bar is missed."""

from __future__ import annotations

import datetime
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import streamlit
from playwright.sync_api import Browser

from tests.browser.views import chromium
from tests.load import failover, first_visits, memory, reruns, route, scenes, sheets
from tests.load.readers import HELD_MS, Route, allow_many_sockets, held
from tests.load.report import Row, put, table
from tests.server import ROOT, Server, serving

DOCUMENT = ROOT / "docs" / "performance.md"
STOCK = 'import streamlit as st\n\nst.radio("How far can you walk?", ["A block", "A mile"])\n'
STOCK_CHART = """import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Scatter(x=[1, 2, 3], y=[2, 1, 3])))
"""
STARTS, SEARCHES = 3, 1
FIRST_STOCK, FIRST_OURS = 20, 400
"""The first number of readers that is tried; the next search begins not far below what it found."""

Start = Callable[[], AbstractContextManager[Server]]


def starters(folder: Path) -> tuple[Start, Start]:
    """Return what starts stock Streamlit and what starts our app.

    Args:
        folder: an empty one; the stock script lies in it alone, so that no settings of ours apply.

    """
    if own := sorted(name for name in os.environ if name.startswith("STREAMLIT_")):
        raise SystemExit(f"Stock Streamlit must run with its default settings; unset {own}")
    return partial(serving, folder / "stock.log", *stock_app(folder / "stock", STOCK)), partial(
        serving, folder / "ours.log"
    )


def stock_app(folder: Path, script: str) -> tuple[Path, dict[str, str]]:
    """Return a stock app's file, and the surroundings in which it is what Streamlit alone is.

    Settings are looked for in the home folder, and there are none. Streamlit uses uvloop where it
    is installed, as it is with us; alone it does not bring it, so it is hidden from stock.

    Args:
        folder: one that is not there yet.
        script: the app.

    """
    hidden = folder / "hidden"
    hidden.mkdir(parents=True)
    (hidden / "uvloop.py").write_text("raise ModuleNotFoundError\n", "utf-8")
    (folder / "app.py").write_text(script, "utf-8")
    home = str(folder)
    return folder / "app.py", {"HOME": home, "USERPROFILE": home, "PYTHONPATH": str(hidden)}


def start_row(stock: Start, ours: Start) -> Row:
    """Time both servers from the start of the process until they answer that they are well."""
    row = Row(f"Start of the server, s, {STARTS} starts", [], [], digits=1)
    for _ in range(STARTS):
        for start, times in ((stock, row.stock), (ours, row.ours)):
            begin = time.perf_counter()
            with start():
                times.append(time.perf_counter() - begin)
    return row


def rerun_rows(stock: str, ours: str) -> list[Row]:
    """Rerun both in turn over their WebSockets."""
    times = reruns.measure(stock, ours)
    pages = times.by_speed()
    fast, middle, slow = pages[0], pages[len(pages) // 2], pages[-1]
    return [
        Row(f"Rerun of the median page, {middle}, ms", times.stock, times.pages[middle], 0.30, 1),
        Row(f"Rerun of the fastest page, {fast}, ms", times.stock, times.pages[fast], None, 1),
        Row(f"Rerun of the slowest page, {slow}, ms", times.stock, times.pages[slow], None, 1),
        Row("Rerun of a change of step (fragment), ms", times.stock, times.step, None, 1),
    ]


def scene_row(browser: Browser, folder: Path, ours: str) -> Row:
    """Change the picture of both in turn, by a key."""
    app, env = stock_app(folder / "pictures", scenes.stock_script(folder / "png"))
    with serving(folder / "pictures.log", app, env) as stock:
        theirs, mine = scenes.measure(browser, stock.url, ours)
    return Row("Key press to the next picture on screen, ms", theirs, mine, limit=150)


def surroundings(version: str, load: str) -> str:
    """Return on what the run was made; nothing that names a machine or a person."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    versions = f"Python {platform.python_version()}, Streamlit {streamlit.__version__}"
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    return f"{day}; {machine}; {load}{versions}; Chromium {version}."


def busy() -> str:
    """Return how busy the machine is before the run, where it says so: others' work blurs times."""
    if not hasattr(os, "getloadavg"):
        return ""
    return f"load before the run {os.getloadavg()[0]:.1f}; "


def readers_rows(stock: Start, ours: Start) -> list[Row]:
    """Let ever more readers come to each, then to two processes of ours."""
    one = Row(f"Readers held at p95 ≤ {HELD_MS} ms, one process", [], [], times=10)
    two = Row(f"Readers held at p95 ≤ {HELD_MS} ms, two processes", [], [], least=1000)
    allow_many_sockets()

    def search(found: list[float], first: int, way: Route, *servers: Server) -> None:
        begin = round(found[-1] / 1.5) if found else first
        found.append(held([server.url for server in servers], way, max(begin, 1)))

    for _ in range(SEARCHES):
        with stock() as theirs:
            search(one.stock, FIRST_STOCK, route.stock(theirs.url), theirs)
        with ours() as mine:
            search(one.ours, FIRST_OURS, route.ours(mine.url), mine)
        with ours() as mine, ours() as other:
            search(two.ours, 2 * FIRST_OURS, route.ours(mine.url), mine, other)
    return [one, two]


def memory_rows(stock: Start, ours: Start) -> list[Row]:
    """Measure what fresh servers need."""
    with stock() as theirs, ours() as mine:
        return memory.rows(theirs, mine, route.stock(theirs.url), route.ours(mine.url))


def failover_row() -> Row:
    """Kill the replica that serves, many times; count the trials that cost a reader something."""
    lost = sum(not one.kept for one in failover.trials())
    what = f"Replica killed {failover.COUNT} times: trials in which a reader lost something"
    return Row(what, [], [lost], limit=0)


def main() -> int:
    """Measure, print, write the table into the docs; return 1 where a bar is missed."""
    load = busy()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stock, ours = starters(folder)
        chart, env = stock_app(folder / "chart", STOCK_CHART)
        with stock() as theirs, ours() as mine:
            rows = rerun_rows(theirs.url, mine.url)
            with chromium() as browser, serving(folder / "chart.log", chart, env) as charted:
                version = browser.version
                rows = [
                    *first_visits.without_chart(browser, theirs.url, mine.url),
                    *first_visits.with_chart(browser, charted.url, mine.url),
                    *rows,
                    scene_row(browser, folder, mine.url),
                ]
        rows += readers_rows(stock, ours)
        rows += memory_rows(stock, ours)
        rows += [start_row(stock, ours), *sheets.rows(), failover_row()]
    text = f"{surroundings(version, load)}\n\n{table(rows)}"
    print(text)
    put(DOCUMENT, text)
    missed = [row.what for row in rows if row.missed]
    for what in missed:
        print(f"missed: {what}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
