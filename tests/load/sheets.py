"""How long it takes to make the sheet to take home, in this process."""

from __future__ import annotations

import time

from app.handout.pdf import summary_pdf
from app.knowledge.library import library
from tests.handout.summaries import SCRIPTS, USUAL, longest
from tests.load.report import Row

TIMES = 10
LIMIT = 0.5  # seconds
SHEETS = {
    "a usual one": USUAL,
    "the longest, in Latin letters": longest(SCRIPTS["words"]),
    "the longest, in Chinese": longest(SCRIPTS["Chinese"]),
}


def rows() -> list[Row]:
    """Make each sheet some times; the first time, which reads the fonts, counts as well."""
    content = library("en")
    found = []
    for name, summary in SHEETS.items():
        times = []
        for _ in range(TIMES):
            begin = time.perf_counter()
            summary_pdf(content, summary)
            times.append(time.perf_counter() - begin)
        found.append(Row(f"Sheet to take home as PDF, {name}, s", [], times, None, 2, LIMIT))
    return found
