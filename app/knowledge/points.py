"""The dots of the charts over time, joined from the results that they name."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from app.domain.chances import frequency, is_small
from app.domain.measures import KINDS
from app.knowledge.files import Reader
from app.knowledge.rows import is_better

_TAKEN = [
    "study_id", "months", "value", "n", "count", "compared", "direction", "ci_low", "ci_high",
    "source_id", "source_kind", "meaning",
]  # fmt: skip
_CHANGES = ("mean_change", "median_change")


def join_points(points: pd.DataFrame, outcomes: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Return one row a dot, with the result that it shows.

    Args:
        points: the table `recovery_points.csv`, by id.
        outcomes: results joined with their sources; `events` likewise.
        events: see `outcomes`.

    Returns:
        By id: `measure`, `part`, `study_id`, `months`, `value` (a change, an average or a share),
        `n`, `count` (of a share), `ci_low`, `ci_high`, `calculated` (worked out from a start and
        an end), `compared`, `source_id`, `source_kind`, `meaning`.

    """
    results = pd.concat(
        [
            outcomes.rename(columns={"population_n": "n", "time_months": "months"})[_TAKEN],
            events.rename(columns={"pct": "value", "time_months": "months"}).reindex(
                columns=_TAKEN
            ),
        ]
    )
    follow = results.reindex(points["follow_id"]).set_axis(points.index)
    start = outcomes["value"].reindex(points["start_id"].fillna("")).set_axis(points.index)
    joined = points.join(follow)
    joined["calculated"] = points["start_id"].notna()
    joined["value"] = (follow["value"].astype(float) - start.fillna(0.0)).round(1)
    return joined


def check_points(reader: Reader, frames: dict[str, pd.DataFrame]) -> None:
    """Note every dot that names no result, or one of which its panel cannot be drawn."""
    place = reader.root / "evidence" / "recovery_points.csv"
    for row, point in frames["recovery_points"].iterrows():
        for column, found, allowed in _faults(point, frames["outcomes"], frames["events"]):
            reader.fault(place, f"{row}.{column}", found, allowed)


def _faults(
    point: pd.Series, outcomes: pd.DataFrame, events: pd.DataFrame
) -> Iterator[tuple[str, str, str]]:
    """Return column, found and allowed for everything that is wrong with one dot."""
    kind, follow, start = KINDS[point["measure"]], point["follow_id"], point["start_id"]
    table, name = (events, "events.csv") if kind == "share" else (outcomes, "outcomes.csv")
    if follow not in table.index:
        yield "follow_id", str(follow), f"an id of {name}"
        return
    result = table.loc[follow]
    if pd.isna(result["time_months"]):
        yield "follow_id", f"{follow}, without a time", "a row with time_months"
    if kind == "share":
        if pd.isna(result["pct"]):
            yield "follow_id", f"{follow}, without a share", "a row with pct"
        elif is_small(result["n"]) and frequency(*result[["pct", "n", "count"]]).of == 100:
            found = f"{follow}, {result['pct']:g} of 100 among {result['n']:g} people"
            yield "follow_id", found, "a share that is a whole number of its people"
    elif pd.isna(start):
        wanted = _CHANGES if kind == "change" else ("mean",)
        if result["statistic"] not in wanted:
            yield "follow_id", f"{follow}, a {result['statistic']}", f"a {' or '.join(wanted)}"
    elif start not in outcomes.index:
        yield "start_id", str(start), "an id of outcomes.csv"
    elif kind == "change":
        yield from _subtracted(result, outcomes.loc[start])


def _subtracted(end: pd.Series, start: pd.Series) -> Iterator[tuple[str, str, str]]:
    """Return what forbids to subtract one average from another."""
    same = ("study_id", "arm", "measure", "unit", "statistic")
    if any(end[column] != start[column] for column in same) or end["statistic"] != "mean":
        yield "start_id", str(start.name), "the mean of the same group on the same scale"
    elif pd.isna(end["worse"]) and not is_better(end["value"] - start["value"], end["direction"]):
        found = f"a change of {end['value'] - start['value']:g} for {end['direction']}"
        yield "follow_id", found, "a change for the better, or yes under worse in outcomes.csv"
