"""Every result as plain rows, for the evidence table, its search and its download."""

from __future__ import annotations

from typing import Any

import pandas as pd
from babel.numbers import format_decimal

from app.figures.recovery_points import when
from app.knowledge.catalog import Library

COLUMNS = (
    "id", "study", "result", "group", "time", "value", "people", "note", "source_id", "source",
    "funder", "funding",
)  # fmt: skip


def result_rows(library: Library) -> pd.DataFrame:
    """Return one row a result or count, in plain words, with who paid; columns as in `COLUMNS`."""
    evidence = library.evidence
    rows = [_outcome(library, str(row), values) for row, values in _records(evidence.outcomes)]
    rows += [_event(library, str(row), values) for row, values in _records(evidence.events)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def search(rows: pd.DataFrame, text: str, funder: str = "") -> pd.DataFrame:
    """Return the rows that hold every word of a search, any case, and that this payer paid for.

    Args:
        rows: from `result_rows`.
        text: words to look for; empty finds everything.
        funder: code of who paid; empty for all.

    """
    if funder:
        rows = rows[rows["funder"] == funder]
    if not text.strip():
        return rows
    haystack = rows.drop(columns=["id", "source_id"]).agg(" ".join, axis=1).str.lower()
    keep = pd.Series(True, index=rows.index)
    for word in text.lower().split():
        keep &= haystack.str.contains(word, regex=False)
    return rows[keep]


def by_study(rows: pd.DataFrame) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return rows grouped by study, in the order of the tables."""
    groups = rows.groupby("study", sort=False)
    return [(str(study), group.to_dict("records")) for study, group in groups]  # type: ignore[misc]


def unconfirmed_rows(library: Library) -> list[dict[str, Any]]:
    """Return the rows that nobody, or only just somebody, has re-read in its source."""
    words = library.words
    return [
        {
            "group": values["group"],
            "time": _time(library, values["time_months"]),
            "value": words("evidence.event_pct", pct=_digits(library, values["value"])),
            "meaning": values["meaning"],
            "note": values["note"],
            "source": values["source_label"],
            "status": words(
                "evidence.confirmed", who=values["confirmed_by"], date=values["confirmed_on"]
            )
            if values["confirmed"]
            else words("evidence.unconfirmed"),
        }
        for _, values in _records(library.evidence.to_confirm)
    ]


def _records(frame: pd.DataFrame) -> list[tuple[Any, dict[Any, Any]]]:
    return list(zip(frame.index, frame.to_dict("records"), strict=True))


def _common(library: Library, row: str, values: dict[Any, Any], n: float | None) -> dict[str, Any]:
    return {
        "id": row,
        "study": library.evidence.labels.study[values["study_id"]],
        "time": _time(library, values["time_months"]),
        "people": library.words("evidence.not_stated") if pd.isna(n) else f"{int(n):,}",
        "note": values["meaning"],
        "source_id": values["source_id"],
        "source": values["source_label"],
        "funder": values["source_funder"],
        "funding": values["source_funding"],
    }


def _outcome(library: Library, row: str, values: dict[Any, Any]) -> dict[str, Any]:
    words, labels = library.words, library.evidence.labels
    value = words(
        "evidence.outcome_value",
        statistic=labels.statistic[values["statistic"]],
        value=_digits(library, values["value"]),
        unit=labels.unit[values["unit"]],
    )
    if not pd.isna(values["ci_low"]):
        low, high = (_digits(library, values[end]) for end in ("ci_low", "ci_high"))
        value += " " + words("evidence.outcome_interval", low=low, high=high)
    return {
        **_common(library, row, values, values["population_n"]),
        "result": labels.measure[values["measure"]],
        "group": values["group"],
        "value": value,
    }


def _event(library: Library, row: str, values: dict[Any, Any]) -> dict[str, Any]:
    words, labels = library.words, library.evidence.labels
    found = []
    if not pd.isna(values["count"]) and not pd.isna(values["n"]):
        found.append(words("evidence.event_count", count=int(values["count"]), n=int(values["n"])))
    if not pd.isna(values["pct"]):
        found.append(words("evidence.event_pct", pct=_digits(library, values["pct"])))
    return {
        **_common(library, row, values, values["n"]),
        "result": labels.measure[values["event"]],
        "group": labels.arm[values["arm"]],
        "value": "; ".join(found) or str(int(values["count"])),
    }


def _time(library: Library, months: float | None) -> str:
    if pd.isna(months):
        return library.words("evidence.not_stated")
    return library.words("evidence.start") if months == 0 else when(float(months), library)


def _digits(library: Library, value: float) -> str:
    return str(format_decimal(value, locale=library.lang))
