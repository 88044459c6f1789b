"""How often each harm was counted, in natural frequencies worked out from rows of evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from app.domain.rounding import whole
from app.knowledge.arrays import frequency_of
from app.knowledge.catalog import Library
from app.knowledge.models import Risk, RiskCount


def how_often(library: Library, risk: Risk) -> tuple[str, ...]:
    """Return how often a harm happened, as prose: one text a row, or that nobody has counted.

    Args:
        library: the content.
        risk: the harm, with the rows that count it.

    """
    words = library.words
    if not risk.often:
        reported = risk.group == "case_report"
        return (words("recovery.not_counted_reported" if reported else "recovery.not_counted"),)
    texts = [(one.label, _counted(library, one)) for one in risk.often]
    return tuple(
        words("recovery.often_of", who=label, said=said) if label else said for label, said in texts
    )


def _counted(library: Library, one: RiskCount) -> str:
    """Return a count of people where the row has one, else a share out of 100; in both frames."""
    words, (row, _, form) = library.words, one.row.partition(":")
    found = library.shares.get(row)
    if found is not None and form != "below" and _has_count(found):
        if found["share"] == 0:
            return words("recovery.often_nobody", n=f"{{{row}:n}}")
        count, rest = f"{{{row}:count}}", f"{{{row}:rest_count}}"
        if form == "rest":
            count, rest = rest, count
        about = frequency_of(found).worked_out
        key = "recovery.often_about" if about else "recovery.often_counted"
        return words(key, count=count, n=f"{{{row}:n}}", rest=rest)
    share, rest = f"{{{row}}}", f"{{{row}:rest}}"
    if form == "rest":
        share, rest = rest, share
    key = "recovery.often_below" if form == "below" else "recovery.often_share"
    return words(key, share=share, rest=rest)


def _has_count(row: Mapping[str, Any]) -> bool:
    """Return whether a row of `share_rows` counts people, or is of a small group."""
    return frequency_of(row).of != 100 or bool(pd.notna(row["count"]) and pd.notna(row["n"]))


def frequency_faults(library: Library) -> Iterator[tuple[str, str, str]]:
    """Yield key, found and allowed for everything wrong with the rows that count harms.

    That a row exists and is a share of people is seen when its text is rendered.

    Args:
        library: the content.

    """
    events = library.evidence.events
    shares = events["pct"][events[["count", "n"]].isna().any(axis=1)].dropna()
    for risk in library.safety.risk:
        key = f"{risk.id}.often"
        if risk.often and risk.group == "bills":
            yield key, "rows of a card that has no place for them", "nothing in the group bills"
        for number, one in enumerate(risk.often):
            row, _, form = one.row.partition(":")
            if form not in ("", "rest", "below"):
                yield f"{key}.{number}.row", f"form {form!r}", "(none), rest, below"
            if len(risk.often) > 1 and not one.label:
                yield f"{key}.{number}.label", "nothing", "a label for each of several rows"
            share = shares.get(row)
            if share is not None and whole(share) in (0, 100):
                allowed = "a row with a count, or a share that does not round to 0 or 100"
                yield f"{key}.{number}.row", f"{share} of 100", allowed
