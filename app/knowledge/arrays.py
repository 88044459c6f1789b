"""What `arrays.toml` may hold: shares of people that are drawn as circles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import pandas as pd
from pydantic import Field

from app.domain.chances import SMALL_GROUP, Frequency, frequency, is_small
from app.knowledge.evidence import Evidence
from app.knowledge.files import Reader
from app.knowledge.models import Content, Slug, Text
from app.knowledge.rows import is_share

Place = Literal["results", "harms", "without", "open_surgery"]


class Part(Content):
    """One share of a group: its row, and what these people have in common."""

    row: Text
    label: Annotated[str, Field(min_length=1, max_length=40)]


class Group(Content):
    """One group of people, as many circles: 100 where it is not small.

    Attributes:
        name: whose group it is; needed where there are two.
        part: at most three shares, in the order drawn.
        rest: what the others have in common; empty where the parts are everybody.

    """

    name: str = ""
    part: Annotated[list[Part], Field(min_length=1, max_length=3)]
    rest: Annotated[str, Field(max_length=40)] = ""


class Array(Content):
    """One result as circles.

    Attributes:
        id: its name.
        place: the block that it stands in.
        title: what was counted, and when.
        says: the same in a sentence, with both frames.
        group: one group, or two that chance made in one trial.
        on_sheet: whether it stands on the summary to take home.

    """

    id: Slug
    place: Place
    title: Text
    says: Text
    group: Annotated[list[Group], Field(min_length=1, max_length=2)]
    on_sheet: bool = False


class Arrays(Content):
    """`arrays.toml`."""

    array: list[Array]


def share_rows(evidence: Evidence) -> dict[str, dict[str, Any]]:
    """Return every row that is a share of people: `share` out of 100, `n`, and what it is.

    Returns:
        By id: `share`, `n` and `count` (people or NaN), `study_id`, `what` (its measure or event),
        `months`, `compared`, `source_id`, `source_kind`, `meaning`.

    """
    outcomes = evidence.outcomes
    kinds = zip(outcomes["statistic"], outcomes["unit"], strict=True)
    shares = outcomes[[is_share(statistic, unit) for statistic, unit in kinds]]
    names = {"population_n": "n", "value": "share", "measure": "what", "time_months": "months"}
    found = shares.rename(columns=names).to_dict("index")
    events = evidence.events.copy()
    counted = 100 * events["count"].astype(float) / events["n"].astype(float)
    events["share"] = events["pct"].astype(float).fillna(counted)
    events = events[events["share"].notna()]
    names = {"event": "what", "time_months": "months"}
    found |= events.rename(columns=names).to_dict("index")
    return {str(row): {str(k): v for k, v in values.items()} for row, values in found.items()}


def frequency_of(row: Mapping[str, Any]) -> Frequency:
    """Return a row of `share_rows` as people of its group where that is small, else out of 100."""
    return frequency(row["share"], row["n"], row["count"])


def check_arrays(
    arrays: Arrays, rows: dict[str, dict[str, Any]], reader: Reader, folder: Path
) -> None:
    """Add to the reader's faults every picture of shares (`share_rows`) that would be untrue."""
    for array in arrays.array:
        for key, found, allowed in _faults(array, rows):
            reader.fault(folder / "arrays.toml", f"{array.id}.{key}", found, allowed)
    shown = [array for array in arrays.array if array.on_sheet]
    if [array.place for array in shown] != ["results", "harms"]:
        found = ", ".join(f"{array.id} ({array.place})" for array in shown) or "nothing"
        allowed = "one of the results, then one of the harms: the summary shows both alike"
        reader.fault(folder / "arrays.toml", "on_sheet", found, allowed)


def _faults(array: Array, rows: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """Return key, found and allowed for everything that is wrong with one picture."""
    named = [part.row for group in array.group for part in group.part]
    unknown = [row for row in named if row not in rows]
    for row in unknown:
        yield "row", row, "a row of outcomes.csv or events.csv that is a share of people"
    for row in named:
        if f"{{{row}" not in array.says:
            yield "says", f"nothing of {row}", "a sentence that names every row of the picture"
    if unknown:
        return
    for group in array.group:
        whole = sum(rows[part.row]["share"] for part in group.part)
        if whole > 101 or (not group.rest and whole < 99):
            yield "part", f"shares of {whole:g} in all", "100, or less and a rest"
        if len(array.group) > 1 and not group.name:
            yield "name", "nothing", "whose group it is"
        if any(is_small(rows[part.row]["n"]) for part in group.part):
            yield from _small(array, group, rows)
    if "of 100" in array.says.lower() and all(is_small(rows[row]["n"]) for row in named):
        yield "says", "of 100", f"people counted, in groups of fewer than {SMALL_GROUP}"
    if len(array.group) > 1 and not _one_trial([rows[row] for row in named]):
        yield "group", "two groups", "two groups only from one randomized trial, at one time"


def _small(
    array: Array, group: Group, rows: dict[str, dict[str, Any]]
) -> Iterator[tuple[str, str, str]]:
    """Return what forbids to draw a small group as one circle for each of its people."""
    people = {rows[part.row]["n"] for part in group.part}
    if len(people) > 1:
        sizes = " and ".join(f"{one:g}" for one in sorted(people))
        yield "part", f"groups of {sizes} people", "rows that count the same people"
        return
    [n] = people
    found = {part.row: frequency_of(rows[part.row]) for part in group.part}
    for row, one in found.items():
        if one.of != n:
            shown = f"{row}: {rows[row]['share']:g} of 100, no whole number of {n:g} people"
            yield "part", shown, "a row with a count, or whose share is a whole number of people"
            return
    whole = sum(one.count for one in found.values())
    if whole > n or (not group.rest and whole < n):
        yield "part", f"{whole} of {n:g} people in all", "all people, or fewer and a rest"
    for row, one in found.items():
        forms = ["count", "n"] if len(found) > 1 or not one.count else ["count", "n", "rest_count"]
        for form in forms:
            if f"{{{row}:{form}}}" not in array.says:
                yield (
                    "says",
                    f"nothing of {{{row}:{form}}}",
                    f"people counted, in groups of fewer than {SMALL_GROUP}",
                )


def _one_trial(rows: list[dict[str, Any]]) -> bool:
    """Return whether chance made the groups of these rows, and they were asked the same."""
    first = rows[0]
    same = all(
        one[key] == first[key] or (pd.isna(one[key]) and pd.isna(first[key]))
        for one in rows
        for key in ("study_id", "what", "months")
    )
    return same and all(one["compared"] == "randomized" for one in rows)
