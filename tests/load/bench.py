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
from tests.load import reruns, scenes, sheets, visits
from tests.load.report import Row, put, table
from tests.server import ROOT, Server, serving

DOCUMENT = ROOT / "docs" / "performance.md"
STOCK = 'import streamlit as st\n\nst.radio("How far can you walk?", ["A block", "A mile"])\n'
STOCK_CHART = """import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Scatter(x=[1, 2, 3], y=[2, 1, 3])))
"""
TIMES = 3
DEEP = "{} of /recovery on a slow phone, a cold deep link, {}"
WORDS = f"First words on a slow phone, s, {TIMES} visits"
BYTES = f"First visit without a chart, kB received, {TIMES} visits"

Start = Callable[[], AbstractContextManager[Server]]


def starters(folder: Path) -> tuple[Start, Start]:
    """Return what starts stock Streamlit and what starts our app.

    Args:
        folder: an empty one; the stock script lies in it alone, so that no settings of ours apply.

    """
    if own := sorted(name for name in os.environ if name.startswith("STREAMLIT_")):
        raise SystemExit(f"Stock Streamlit must run with its default settings; unset {own}")
    script = folder / "stock" / "stock.py"
    script.parent.mkdir()
    script.write_text(STOCK, "utf-8")
    home = {"HOME": str(script.parent), "USERPROFILE": str(script.parent)}  # no settings from there
    return (
        partial(serving, folder / "stock.log", script, home),
        partial(serving, folder / "ours.log"),
    )


def start_row(stock: Start, ours: Start) -> Row:
    """Time both servers from the start of the process until they answer that they are well."""
    row = Row(f"Start of the server, s, {TIMES} starts", [], [], digits=1)
    for _ in range(TIMES):
        for start, times in ((stock, row.stock), (ours, row.ours)):
            begin = time.perf_counter()
            with start():
                times.append(time.perf_counter() - begin)
    return row


def visit_rows(browser: Browser, stock: str, ours: str) -> list[Row]:
    """Visit both in turn, as a browser that knows nothing yet."""
    received, words = Row(BYTES, [], [], 0.40), Row(WORDS, [], [], 0.15, 2)
    places = (visits.stock(stock), visits.ours(ours))
    for place in places:  # the first visit after a start pays for the server's own warm-up
        visits.kilobytes(browser, place)
    for row, measure in ((received, visits.kilobytes), (words, visits.first_words)):
        for _ in range(TIMES):
            for place, values in zip(places, (row.stock, row.ours), strict=True):
                values.append(measure(browser, place))
    return [received, words]


def chart_rows(browser: Browser, folder: Path, ours: str) -> list[Row]:
    """Follow a deep link to a chart in turn: stock Streamlit with one, and our recovery page."""
    script = folder / "chart" / "chart.py"
    script.parent.mkdir()
    script.write_text(STOCK_CHART, "utf-8")
    home = {"HOME": str(script.parent), "USERPROFILE": str(script.parent)}
    rows = [
        Row(DEEP.format("First words", "s"), [], [], 0.10, 2),
        Row(DEEP.format("Points visible", "s"), [], [], 0.20, 2),
        Row(DEEP.format("Live chart", "s"), [], [], 0.40, 1),
        Row(DEEP.format("Layout shift", "score"), [], [], None, 3, 0.05),
    ]
    with serving(folder / "chart.log", script, home) as stock:
        for visit in range(TIMES + 1):
            theirs, moved = visits.seconds_to(browser, f"{stock.url}/", visits.STOCK_CHART)
            mine, shifted = visits.seconds_to(browser, f"{ours}/recovery", visits.RECOVERY)
            if visit == 0:  # pays for the servers' own warm-up, and for packing the chart's code
                continue
            for row, name in zip(rows, visits.RECOVERY, strict=False):
                row.stock.append(theirs["chart"])
                row.ours.append(mine[name])
            rows[-1].stock.append(moved)
            rows[-1].ours.append(shifted)
    return rows


def rerun_rows(stock: str, ours: str) -> list[Row]:
    """Rerun both in turn over their WebSockets."""
    times = reruns.measure(stock, ours)
    return [
        Row("Rerun of the whole first page, ms", times.stock, times.page, 0.50, 1),
        Row("Rerun of a change of step (fragment), ms", times.stock, times.step, None, 1),
    ]


def scene_row(browser: Browser, folder: Path, ours: str) -> Row:
    """Change the picture of both in turn, by a key."""
    script = scenes.stock_script(folder / "pictures")
    home = {"HOME": str(script.parent), "USERPROFILE": str(script.parent)}
    with serving(folder / "pictures.log", script, home) as stock:
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


def main() -> int:
    """Measure, print, write the table into the docs; return 1 where a bar is missed."""
    load = busy()
    with tempfile.TemporaryDirectory() as name:
        stock, ours = starters(Path(name))
        rows = [start_row(stock, ours), *sheets.rows()]
        with stock() as theirs, ours() as mine:
            rows = [*rerun_rows(theirs.url, mine.url), *rows]
            with chromium() as browser:
                rows = [*visit_rows(browser, theirs.url, mine.url), *rows]
                rows.append(scene_row(browser, Path(name), mine.url))
                rows += chart_rows(browser, Path(name), mine.url)
                version = browser.version
    text = f"{surroundings(version, load)}\n\n{table(rows)}"
    print(text)
    put(DOCUMENT, text)
    missed = [row.what for row in rows if row.missed]
    for what in missed:
        print(f"missed: {what}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
