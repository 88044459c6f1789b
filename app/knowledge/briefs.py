"""Rules for the short text of each option: it fits its place on the summary, and is fair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from app.knowledge.faults import Fault
from app.knowledge.options import GAINS, Brief, Option
from app.knowledge.passport import OWN
from app.knowledge.prose import Prose, Renderer
from app.knowledge.reading import words

WORDS = {"found": (20, 36), "harms": (20, 36), "paid": (1, 14)}
"""Least and most words of each text, its numbers filled in."""

LETTERS = {"found": 230, "harms": 230, "paid": 90}
"""Most characters of each text, its numbers filled in."""

SOURCES = 3
"""Most sources that the short text of one option may cite, our own judgment not counted."""


def brief_faults(options: Iterable[Option], prose: Renderer) -> Iterator[Fault]:
    """Yield everything wrong with the short texts of the options.

    Args:
        options: the options; each one is held to the same limits.
        prose: fills in the numbers.

    """
    for option in options:
        said = {key: prose.line(getattr(option.brief, key)) for key in Brief.model_fields}
        long = {row for text in (*option.found, *option.harms) for row in prose.line(text).rows}
        for key, found, allowed in chain(_faults(said), _own_rows(said, long)):
            yield Fault(f"options/{option.id}.md", key, found, allowed)


def _faults(said: dict[str, Prose]) -> Iterator[tuple[str, str, str]]:
    """Yield key, found and allowed for one option."""
    count = {key: len(words(one.text)) for key, one in said.items()}
    for key, (least, most) in WORDS.items():
        if not least <= count[key] <= most:
            yield f"brief.{key}", f"{count[key]} words", f"{least} to {most} words"
        if len(said[key].text) > LETTERS[key]:
            found, allowed = f"{len(said[key].text)} characters", f"up to {LETTERS[key]}"
            yield f"brief.{key}", found, allowed
    good, bad = count["found"], count["harms"]
    if not GAINS[0] * bad <= good <= GAINS[1] * bad:
        allowed = f"{GAINS[0]} to {GAINS[1]} words of results for each of harms"
        yield "brief.found, brief.harms", f"{good} words of results, {bad} of harms", allowed
    cited = {source for one in said.values() for source in one.sources} - {OWN}
    if len(cited) > SOURCES:
        yield "brief", f"{len(cited)} sources: {', '.join(sorted(cited))}", f"up to {SOURCES}"


def _own_rows(said: dict[str, Prose], long: set[str]) -> Iterator[tuple[str, str, str]]:
    """Yield each row that a reader could not find again in the option's full text."""
    for key, one in said.items():
        for row in one.rows:
            if row not in long:
                yield f"brief.{key}", row, "a row that found or harms of the option names too"
