"""The passport of a source: what it is, how many people, who paid, where we read it, its limits."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import pandas as pd

from app.knowledge.evidence import Evidence
from app.knowledge.words import Words

OWN = "editorial"
"""Id of the source that stands for our own judgement."""


def passports(evidence: Evidence, words: Words) -> dict[str, str]:
    """Return each source's passport as inline HTML, by source id."""
    records = evidence.sources.reset_index().to_dict("records")
    return {str(record["id"]): passport(record, evidence, words) for record in records}


def passport(
    source: dict[Any, Any],
    evidence: Evidence,
    words: Words,
    result: Sequence[str] = (),
    last: Sequence[str] = (),
) -> str:
    """Return one source's passport as inline HTML, with a space between its lines.

    Args:
        source: a row of `Evidence.sources`, with its `id`.
        evidence: for the plain label of the kind of study.
        words: the interface's words.
        result: what is to be said of one result in it, in place of the people of the whole source.
        last: what is to be said behind all else.

    """
    label = f"<b>{escape(str(source['label']))}</b>"
    if source["id"] == OWN:
        return f'<span class="passport">{label} {escape(words("source.own"))}</span>'
    kind = evidence.labels.kind[str(source["kind"])]
    lines = [words("source.kind", kind=kind, year=_year(source, words))]
    if result:
        lines += result
    elif not pd.isna(source["n"]):
        n = int(source["n"])
        lines.append(words("source.person" if n == 1 else "source.people", n=f"{n:,}"))
    lines.append(words("source.paid", who=str(source["funding"]).rstrip(".")))
    lines.append(words("source.read", where=words(f"seen_as.{source['seen_as']}")))
    if source["limits"]:
        lines.append(words("source.limits", limits=source["limits"]))
    said = " ".join(f"<span>{escape(line)}</span>" for line in (*lines, *last))
    return f'<span class="passport">{label} {said}</span>'


def opening_words(cited: Sequence[str], words: Words) -> str:
    """Return what the button says that opens the sources of a passage.

    Args:
        cited: ids of the sources, at least one.
        words: the interface's words.

    """
    if tuple(cited) == (OWN,):
        return words("source.view")
    return words("source.one") if len(cited) == 1 else words("source.many", count=len(cited))


def _year(source: dict[Any, Any], words: Words) -> str:
    return words("source.no_date") if pd.isna(source["year"]) else str(int(source["year"]))
