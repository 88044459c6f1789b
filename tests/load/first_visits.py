"""Rows about first visits on a slow phone: bytes, first words, first control, chart."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.load import visits
from tests.load.report import Row

TIMES = 2
DEEP = "{} of /recovery on a slow phone, a cold deep link, {}"


def without_chart(browser: Browser, stock: str, ours: str) -> list[Row]:
    """Visit our first page and stock Streamlit with one radio in turn.

    Args:
        browser: each visit has a profile of its own in it.
        stock: address of the stock app.
        ours: address of our app.

    """
    received = Row(f"First visit without a chart, kB received, {TIMES} visits", [], [], 0.35)
    rows = {
        "words": Row(f"First words on a slow phone, s, {TIMES} visits", [], [], 0.10, 2),
        "control": Row(f"First usable control on a slow phone, s, {TIMES} visits", [], [], 0.45, 2),
    }
    places = (visits.stock(stock), visits.ours(ours))
    for place in places:  # the first visit after a start pays for the server's own warm-up
        visits.kilobytes(browser, place)
    for _ in range(TIMES):
        for place, mine in zip(places, (False, True), strict=True):
            _into(received, mine).append(visits.kilobytes(browser, place))
            found, _ = visits.seconds_to(browser, place.url, place.wanted)
            for name, row in rows.items():
                _into(row, mine).append(found[name])
    return [received, *rows.values()]


def with_chart(browser: Browser, stock: str, ours: str) -> list[Row]:
    """Follow a deep link to a chart in turn: stock Streamlit with one, and our recovery page.

    Args:
        browser: each visit has a profile of its own in it.
        stock: address of the stock app with a chart.
        ours: address of our app.

    """
    received = Row(f"First visit with a chart, kB received, {TIMES} visits", [], [], 0.33)
    rows = {
        "words": Row(DEEP.format("First words", "s"), [], [], 0.10, 2),
        "still": Row(DEEP.format("Points visible", "s"), [], [], 0.20, 2),
        "chart": Row(DEEP.format("Live chart", "s"), [], [], 0.40, 1),
    }
    shift = Row(DEEP.format("Layout shift", "score"), [], [], None, 3, 0.05)
    places = (visits.stock_chart(stock), visits.recovery(ours))
    for place in places:  # pays for the servers' own warm-up, and for packing the chart's code
        visits.kilobytes(browser, place)
    for _ in range(TIMES):
        for place, mine in zip(places, (False, True), strict=True):
            _into(received, mine).append(visits.kilobytes(browser, place))
            found, moved = visits.seconds_to(browser, place.url, place.wanted)
            _into(shift, mine).append(moved)
            for name, row in rows.items():
                _into(row, mine).append(found.get(name, found["chart"]))
    return [received, *rows.values(), shift]


def _into(row: Row, mine: bool) -> list[float]:
    return row.ours if mine else row.stock
