"""Every result as plain rows, for the evidence table, its search and its download."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd
from babel.numbers import format_decimal

from app.domain.chances import is_small
from app.figures.kit import people, time_of
from app.knowledge.catalog import Library
from app.knowledge.kinds import KINDS

COLUMNS = (
    "id", "study_id", "study", "measure_id", "measure", "group", "compared", "comparison", "time",
    "statistic", "value", "status", "checked", "people", "note", "source_id", "source", "kind",
    "design", "funder", "payer", "funding",
)  # fmt: skip
CODES: Mapping[str, str] = {
    "study_id": "study", "measure_id": "measure", "kind": "design", "funder": "payer",
    "compared": "comparison", "status": "checked",
}  # fmt: skip
"""Columns of codes by which rows can be narrowed, and the column with the words of each."""

TO_CONFIRM_COMPARED = "randomized"
"""All rows of `to_confirm` set the two groups of a trial side by side, which chance had made."""

REGISTRY = ("registry_maker", "registry_team")
"""Where a number was read that no journal has checked: results posted in a trial registry."""

CONFIRMED, UNCONFIRMED = "confirmed", "unconfirmed"
_UNSEARCHED = {*CODES, "id", "statistic", "source_id", "checked"}
_SEARCHED = [column for column in COLUMNS if column not in _UNSEARCHED]


def result_rows(library: Library) -> pd.DataFrame:
    """Return one row a result or count, in plain words, with who paid; columns as in `COLUMNS`.

    Rows that nobody has yet confirmed come last, with `unconfirmed` as their status.
    """
    evidence = library.evidence
    rows = [_outcome(library, str(row), values) for row, values in _records(evidence.outcomes)]
    rows += [_event(library, str(row), values) for row, values in _records(evidence.events)]
    rows += [
        _to_confirm(library, str(row), values) for row, values in _records(evidence.to_confirm)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def search(
    rows: pd.DataFrame, text: str = "", status: str = CONFIRMED, **filters: str
) -> pd.DataFrame:
    """Return the rows that hold every word of a search and fit every filter.

    All conditions hold at once. A row nobody has confirmed is found only where `status` asks
    for it.

    Args:
        rows: from `result_rows`.
        text: words to look for, in any case and order; empty finds everything.
        status: `confirmed`, `unconfirmed`, or empty for both.
        **filters: columns of `CODES`, each with the one code to keep; empty keeps all.

    """
    keep = pd.Series(True, index=rows.index)
    for column, code in {**filters, "status": status}.items():
        if code:
            keep &= rows[column] == code
    found = rows[keep]
    words = text.lower().split()
    if not words or found.empty:
        return found
    haystack = found[_SEARCHED].agg(" ".join, axis=1).str.lower()
    return found[haystack.map(lambda held: all(word in held for word in words))]


def choices(rows: pd.DataFrame, column: str) -> dict[str, str]:
    """Return every code of a column of `CODES` with its words, in the order of the words."""
    words = dict(zip(rows[column], rows[CODES[column]], strict=True))
    return dict(sorted(words.items(), key=lambda pair: pair[1].casefold()))


def by_study(rows: pd.DataFrame) -> list[tuple[str, int, list[tuple[str, list[dict[Any, Any]]]]]]:
    """Return rows grouped by study in the order of the tables, and in a study by kind.

    Returns:
        Each study, how many rows it has, and these rows under each kind of statistic.

    """
    return [
        (
            str(study),
            len(group),
            [
                (kind, of_kind.to_dict("records"))
                for kind in KINDS
                if not (of_kind := group[group["statistic"] == kind]).empty
            ],
        )
        for study, group in rows.groupby("study", sort=False)
    ]


def unconfirmed_rows(library: Library) -> list[dict[str, Any]]:
    """Return the rows that nobody, or only just somebody, has re-read in its source."""
    words = library.words
    return [
        {
            "group": values["group"],
            "time": time_of(values["time_months"], library),
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


@cache
def _measures(library: Library) -> dict[str, str]:
    """Return one code for each plain name of a measure; several codes may share a name."""
    codes: dict[str, str] = {}
    for code, name in library.evidence.labels.measure.items():
        codes.setdefault(name, code)
    return codes


def _common(
    library: Library, row: str, values: dict[Any, Any], measure: str, n: float | None
) -> dict[str, Any]:
    words, labels = library.words, library.evidence.labels
    name = labels.measure[measure]
    return {
        "id": row,
        "study_id": values["study_id"],
        "study": labels.study[values["study_id"]],
        "measure_id": _measures(library)[name],
        "measure": name,
        "time": time_of(values["time_months"], library),
        "statistic": library.kinds[row],
        "people": people(library, n),
        "note": values["meaning"],
        "source_id": values["source_id"],
        "source": values["source_label"],
        "kind": values["source_kind"],
        "design": labels.kind[values["source_kind"]],
        "funder": values["source_funder"],
        "payer": words(f"evidence.funder_{values['source_funder']}"),
        "funding": values["source_funding"],
        "status": CONFIRMED,
        "checked": _checked(library, str(values["source_seen_as"])),
    } | _compared(library, values.get("compared", TO_CONFIRM_COMPARED))


def _checked(library: Library, seen_as: str) -> str:
    """Return who has checked a number: registry results are entered by those who ran the trial."""
    words = library.words
    return words(f"seen_as.{seen_as}" if seen_as in REGISTRY else "evidence.read_in_source")


def _compared(library: Library, code: str) -> dict[str, str]:
    """Return with whom a result is compared; the usual name of a draw by chance stands there."""
    said = library.evidence.labels.compared[code]
    if code == "randomized":
        said = library.words("evidence.randomized", compared=said)
    return {"compared": code, "comparison": said}


def _outcome(library: Library, row: str, values: dict[Any, Any]) -> dict[str, Any]:
    words, labels = library.words, library.evidence.labels
    value = words(
        "evidence.outcome_value",
        statistic=labels.statistic[values["statistic"]],
        value=_digits(library, values["value"]),
        unit=labels.unit[values["unit"]],
    )
    if not pd.isna(values["count"]):
        n = int(values["population_n"])
        said = words("evidence.event_count", count=int(values["count"]), n=n)
        value = f"{said}; {value}"
    if not pd.isna(values["ci_low"]):
        low, high = (_digits(library, values[end]) for end in ("ci_low", "ci_high"))
        value += " " + words("evidence.outcome_interval", low=low, high=high)
    return {
        **_common(library, row, values, values["measure"], values["population_n"]),
        "group": values["group"],
        "value": value,
    }


def _event(library: Library, row: str, values: dict[Any, Any]) -> dict[str, Any]:
    words, labels = library.words, library.evidence.labels
    found = []
    if not pd.isna(values["count"]) and not pd.isna(values["n"]):
        found.append(words("evidence.event_count", count=int(values["count"]), n=int(values["n"])))
    if not pd.isna(values["pct"]) and not (found and is_small(values["n"])):
        found.append(words("evidence.event_pct", pct=_digits(library, values["pct"])))
    return {
        **_common(library, row, values, values["event"], values["n"]),
        "group": labels.arm[values["arm"]],
        "value": "; ".join(found) or str(int(values["count"])),
    }


def _to_confirm(library: Library, row: str, values: dict[Any, Any]) -> dict[str, Any]:
    words = library.words
    found = {
        **_common(library, row, values, values["measure"], None),
        "group": values["group"],
        "value": words("evidence.event_pct", pct=_digits(library, values["value"])),
    }
    if values["confirmed"]:
        who, date = values["confirmed_by"], values["confirmed_on"]
        return found | {"checked": words("evidence.confirmed", who=who, date=date)}
    note = words("evidence.unconfirmed_note", meaning=values["meaning"], note=values["note"])
    return found | {
        "status": UNCONFIRMED, "checked": words("evidence.unconfirmed"), "note": note,
    }  # fmt: skip


def _digits(library: Library, value: float) -> str:
    return str(format_decimal(value, locale=library.lang))
