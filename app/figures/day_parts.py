"""What sources say about the day of MILD: its parts in order, and each stated time with its row."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain

from markupsafe import Markup

from app.knowledge.catalog import Library

PARTS: dict[str, tuple[tuple[str, str], ...]] = {
    "day.arrive": (),
    "day.prepare": (),
    "day.procedure": (
        ("day.minutes_shorter", "range"),
        ("day.minutes", "range"),
        ("day.minutes_about", "about"),
        ("day.hours_longest", "under"),
    ),
    "day.recover": (
        ("day.watch_hours", "about"),
        ("day.watch_short", "words"),
        ("day.watch_few", "words"),
    ),
    "day.home": (),
}
"""Each part of the day in order: its words, and what is said about its length and how."""

_IN_MINUTES = {"minutes": 1, "hours": 60}


@dataclass(frozen=True)
class DayRow:
    """What some clinics say about the length of one part.

    Attributes:
        part: key of the part's words.
        what: what is said, as plain words.
        html: the same with the button that opens its sources.
        low: least number of minutes; None where only an upper end or no number is given.
        high: largest number of minutes; None where no number is given.
        kind: `range`, `about` (one value), `under` (an upper end) or `words` (no number).
        row: id of the row of the evidence that holds the number; empty where there is none.
        sources: ids of the clinic pages that say so.
        who: how many clinics say so, in words.

    """

    part: str
    what: str
    html: Markup
    low: float | None
    high: float | None
    kind: str
    row: str
    sources: tuple[str, ...]
    who: str


@dataclass(frozen=True)
class DayPart:
    """One part of the day.

    Attributes:
        key: key of its words.
        name: what happens, as plain words.
        html: the same with its sources.
        rows: what is said about its length; empty where no source gives a time.

    """

    key: str
    name: str
    html: Markup
    rows: tuple[DayRow, ...]

    @property
    def timed(self) -> tuple[DayRow, ...]:
        """The rows that hold a number."""
        return tuple(row for row in self.rows if row.kind != "words")

    @property
    def untimed(self) -> tuple[DayRow, ...]:
        """The rows that hold words only."""
        return tuple(row for row in self.rows if row.kind == "words")


@dataclass(frozen=True)
class Day:
    """The day of MILD, ready for any renderer.

    Attributes:
        parts: in the order in which they happen.
        takeaway: the times in short, computed from the rows.
        alt: what the picture shows, for readers who do not see it.
        note: what kind of sources these are, with the button that opens them all.
        table: one row a statement: column name to text, the sources within.

    """

    parts: tuple[DayPart, ...]
    takeaway: str
    alt: str
    note: Markup
    table: tuple[dict[str, str | Markup], ...]

    @property
    def rows(self) -> tuple[DayRow, ...]:
        """Every statement, in the order of the day."""
        return tuple(chain.from_iterable(part.rows for part in self.parts))


@cache
def day_parts(library: Library) -> Day:
    """Return what sources say about the day; it is built once and shared.

    Args:
        library: the content.

    """
    parts = tuple(
        _part(library, key, tuple(_row(library, key, *said) for said in rows))
        for key, rows in PARTS.items()
    )
    takeaway = _takeaway(library, parts)
    order = " ".join(
        library.words("day.alt_part", number=number, part=part.name)
        for number, part in enumerate(parts, start=1)
    )
    return Day(
        parts=parts,
        takeaway=takeaway,
        alt=library.words("day.alt", parts=order, takeaway=takeaway),
        note=_note(library, parts),
        table=_table(library, parts),
    )


def _part(library: Library, key: str, rows: tuple[DayRow, ...]) -> DayPart:
    said = library.prose.line(library.words.raw(key))
    return DayPart(key, " ".join(said.plain), Markup(said.html), rows)


def _row(library: Library, part: str, key: str, kind: str) -> DayRow:
    """Return one statement; its minutes come from the row that its words name."""
    said = library.prose.line(library.words.raw(key))
    low, high = _minutes(library, said.rows[0], kind) if said.rows else (None, None)
    many = "day.clinic" if len(said.sources) == 1 else "day.clinics"
    return DayRow(
        part=part,
        what=" ".join(said.plain),
        html=Markup(said.html),
        low=low,
        high=high,
        kind=kind,
        row=said.rows[0] if said.rows else "",
        sources=said.sources,
        who=library.words(many, count=len(said.sources)),
    )


def _minutes(library: Library, row: str, kind: str) -> tuple[float | None, float]:
    """Return the ends of a row in minutes."""
    fact = library.evidence.facts.loc[row].to_dict()
    scale = _IN_MINUTES[str(fact["unit"])]
    low = float(fact["low"]) * scale
    if kind == "under":
        return None, low
    return low, float(fact["high"]) * scale if kind == "range" else low


def _takeaway(library: Library, parts: tuple[DayPart, ...]) -> str:
    """Return the times in short: how many pages agree, the longest, the recovery room's."""
    by_key = {part.key: part for part in parts}
    timed = by_key["day.procedure"].timed
    usual = [row for row in timed if row.low is not None and row.high is not None]
    (longest,) = (row for row in timed if row.kind == "under")
    (watched,) = by_key["day.recover"].timed
    return library.words(
        "day.takeaway",
        most=len({source for row in usual for source in row.sources}),
        count=len({source for row in timed for source in row.sources}),
        low=f"{min(row.low for row in usual if row.low is not None):g}",
        high=f"{max(row.high for row in usual if row.high is not None):g}",
        longest=longest.what,
        watched=watched.what,
    )


def _note(library: Library, parts: tuple[DayPart, ...]) -> Markup:
    rows = chain.from_iterable(part.rows for part in parts)
    sources = dict.fromkeys(source for row in rows for source in row.sources)
    cited = "; ".join(f"@{source}" for source in sources)
    return Markup(library.prose.line(f"{library.words.raw('day.note')} [{cited}]").html)


def _table(library: Library, parts: tuple[DayPart, ...]) -> tuple[dict[str, str | Markup], ...]:
    words = library.words
    columns = (words("day.col_part"), words("day.col_time"), words("day.col_who"))
    lines: list[tuple[str | Markup, ...]] = []
    for part in parts:
        lines += [(part.name, row.html, row.who) for row in part.rows]
        if not part.rows:
            lines.append((part.html, words("day.no_time"), words("day.nobody")))
    return tuple(dict(zip(columns, line, strict=True)) for line in lines)
