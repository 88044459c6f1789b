"""The table of a run: medians with their spread, ratios against bars, and its place in the docs."""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass
from pathlib import Path

BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
HEADS = ("what", "stock", "ours", "ratio", "bar", "met")
MANY = 20  # from here on the 95th percentile says something


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        what: what was measured, with its unit.
        stock: every measurement of stock Streamlit; empty where it has nothing of the kind.
        ours: every measurement of our app.
        bar: the largest ratio of the medians that is good enough; None where nothing is promised.
        digits: decimals to show.
        limit: the largest median of ours that is good enough, in the row's unit, where one is set.
        times: how many times the stock median ours must be at least, where more is better.
        least: the smallest median of ours that is good enough, where more is better.
    """

    what: str
    stock: list[float]
    ours: list[float]
    bar: float | None = None
    digits: int = 0
    limit: float | None = None
    times: float | None = None
    least: float | None = None

    @property
    def ratio(self) -> float:
        """Our median as a share of the stock one; NaN where that is zero."""
        stock = statistics.median(self.stock) if self.stock else 0
        return statistics.median(self.ours) / stock if stock else float("nan")

    @property
    def missed(self) -> bool:
        """Whether the ratio or our median is on the wrong side of what is promised."""
        mine = statistics.median(self.ours)
        return (
            (self.limit is not None and mine > self.limit)
            or (self.bar is not None and self.ratio > self.bar)
            or (self.times is not None and not self.ratio >= self.times)
            or (self.least is not None and mine < self.least)
        )

    def cells(self) -> tuple[str, ...]:
        """Return the line's six cells."""
        bars = (
            ("ratio ≤", self.bar, 2), ("ours ≤", self.limit, self.digits),
            ("ratio ≥", self.times, 0), ("ours ≥", self.least, self.digits),
        )  # fmt: skip
        promised = [f"{what} {bar:,.{digits}f}" for what, bar, digits in bars if bar is not None]
        bar = ", ".join(promised)
        met = "" if not promised else "no" if self.missed else "yes"
        stock, ours = (_spread(one, self.digits) for one in (self.stock, self.ours))
        ratio = "" if math.isnan(self.ratio) else f"{self.ratio:.3f}"
        return self.what, stock, ours, ratio, bar, met


def _spread(values: list[float], digits: int) -> str:
    """Return the median with the smallest and largest value, and p95 where there are many."""
    if not values:
        return ""
    middle, low, high = statistics.median(values), min(values), max(values)
    text = f"{middle:,.{digits}f} ({low:,.{digits}f}–{high:,.{digits}f})"
    if len(values) < MANY:
        return text
    return f"{text}, p95 {statistics.quantiles(values, n=20)[-1]:,.{digits}f}"


def table(rows: list[Row]) -> str:
    """Return the rows as a Markdown table that also reads well in a terminal."""
    lines = [HEADS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS))]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in lines
    )


def put(document: Path, text: str) -> None:
    """Put the text between the document's two markers and leave the rest as it is.

    Args:
        document: a file that holds both markers, once each and in order.
        text: what to put there, instead of what stood there.

    """
    before, begin, rest = document.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{document.name} lacks {BEGIN} … {END}")
    document.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", "utf-8")
