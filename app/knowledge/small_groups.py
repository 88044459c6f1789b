"""The rule for shares in prose: in a small group people are counted, never written out of 100."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.chances import SMALL_GROUP, is_small
from app.knowledge.arrays import frequency_of

_PASSAGE = re.compile(r"\n(?=\s*(?:\n|[-*] ))")
"""Stands between two paragraphs or list items."""
_PEOPLE = re.compile(r"\{([a-z0-9_.]+):n\}")
_SHARE = re.compile(r"\{([a-z0-9_.]+)(?::(?:exact|rest))?\}")
"""Finds a row written as a share out of 100, or as what is left of 100."""


def small_group_faults(
    text: str, rows: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, str]]:
    """Yield found and allowed for each share in a text that lends a small group a false weight.

    A share that is no whole number of its people may stay where the same paragraph or list item
    says how many they are.

    Args:
        text: a prose source, with rows in braces.
        rows: every row that is a share of people, by id, as `share_rows` gives them.

    """
    for passage in _PASSAGE.split(text):
        yield from _faults(passage, rows)


def _faults(passage: str, rows: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    said = {_group(rows[row]) for row in _PEOPLE.findall(passage) if row in rows}
    for match in _SHARE.finditer(passage):
        row = match[1]
        if row not in rows or not is_small(rows[row]["n"]):
            continue
        found = f"{match[0]}, a share of {rows[row]['n']:g} people"
        if frequency_of(rows[row]).of != 100:
            allowed = f"{{{row}:count}} of {{{row}:n}} in groups of fewer than {SMALL_GROUP}"
            yield found, allowed
        elif _group(rows[row]) not in said:
            yield found, f"{{{row}:n}} beside it: no whole number of people fits the share"


def _group(row: Mapping[str, Any]) -> tuple[str, float]:
    return row["study_id"], row["n"]
