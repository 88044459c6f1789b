"""The evidence tables as data frames, joined with their sources and their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import BaseModel, create_model

from app.knowledge import rows
from app.knowledge.files import Reader
from app.knowledge.models import Labels
from app.knowledge.points import check_points, join_points

TABLES: dict[str, type[BaseModel]] = {
    "sources": rows.Source,
    "outcomes": rows.Outcome,
    "events": rows.Event,
    "facts": rows.Fact,
    "thresholds": rows.Threshold,
    "recovery_points": rows.RecoveryPoint,
    "eligibility": rows.EntryRule,
    "appraisals": rows.Appraisal,
    "to_confirm": rows.Unconfirmed,
}
"""The language-neutral tables under `evidence/`."""

WORDED: dict[str, tuple[str, ...]] = {
    "sources": ("funding", "limits", "label"),
    "outcomes": ("group", "meaning"),
    "events": ("meaning",),
    "thresholds": ("name", "basis"),
    "eligibility": ("rule",),
    "appraisals": ("body", "finding"),
    "to_confirm": ("group", "meaning", "note"),
}
"""Tables whose rows have words in `<lang>/evidence/`, and the columns of those words."""


CODES: dict[str, dict[str, str]] = {
    "outcomes": {
        "measure": "measure", "study_id": "study", "arm": "arm", "statistic": "statistic",
        "unit": "unit", "compared": "compared",
    },
    "events": {"event": "measure", "study_id": "study", "arm": "arm"},
    "to_confirm": {"measure": "measure", "study_id": "study", "statistic": "statistic"},
    "eligibility": {"study_id": "study", "topic": "topic", "kind": "kind"},
    "appraisals": {"stance": "stance"},
    "sources": {"kind": "kind"},
}  # fmt: skip
"""Columns of codes, and the table of `labels.toml` in which each code needs its plain words."""


@dataclass(frozen=True)
class Evidence:
    """Every table, validated and joined. Frames are shared: read them, never change them.

    Attributes:
        sources: index `id`; who paid, how many people, where it was read, a plain label, and
            `number`, the place in the register by which pages refer to a source.
        outcomes: index `id`; results, with the label and the funder of their source.
        events: index `id`; harms and later operations, likewise.
        facts: index `id`; other numbers.
        thresholds: index `id`; sizes of a change that people notice.
        points: index `id`; one row a dot of a chart over time, as `join_points` gives it.
        eligibility: index `id`; entry rules.
        appraisals: index `id`; judgements.
        to_confirm: index `id`; rows nobody has re-read yet, with `confirmed`.
        labels: plain words for codes.

    """

    sources: pd.DataFrame
    outcomes: pd.DataFrame
    events: pd.DataFrame
    facts: pd.DataFrame
    thresholds: pd.DataFrame
    points: pd.DataFrame
    eligibility: pd.DataFrame
    appraisals: pd.DataFrame
    to_confirm: pd.DataFrame
    labels: Labels


def _frame(table: str, models: Sequence[BaseModel]) -> pd.DataFrame:
    columns = list(TABLES[table].model_fields)
    frame = pd.DataFrame([model.model_dump() for model in models], columns=columns)
    if table == "facts":
        frame["sources"] = [getattr(model, "sources") for model in models]  # noqa: B009
    if table == "to_confirm":
        frame["confirmed"] = [bool(model.confirmed) for model in models]  # type: ignore[attr-defined]
    return frame.set_index("id")


def _words(reader: Reader, lang: str, table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Join the words of one language to a table; every row needs its words."""
    path = reader.root / lang / "evidence" / f"{table}.csv"
    columns = ("id", *WORDED[table])
    fields: dict[str, Any] = {column: (str, "" if column == "note" else ...) for column in columns}
    model = create_model(f"{table}_words", __base__=rows.Row, **fields)
    words = pd.DataFrame(
        [row.model_dump() for row in reader.rows(path, model)], columns=list(columns)
    ).set_index("id")
    for missing in frame.index.difference(words.index):
        reader.fault(
            path, str(missing), "nothing", f"a row with the words for evidence/{table}.csv"
        )
    for orphan in words.index.difference(frame.index):
        reader.fault(path, str(orphan), "words without a row", f"an id of evidence/{table}.csv")
    return frame.join(words, how="left", validate="one_to_one")


def _with_source(frame: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Add who paid and where it was read to each row, from the row's source."""
    carried = sources[["label", "kind", "funder", "funding", "seen_as", "number"]]
    carried = carried.add_prefix("source_")
    return frame.join(carried, on="source_id", how="left", validate="many_to_one")


def _references(reader: Reader, frames: dict[str, pd.DataFrame]) -> None:
    """Note every row that names a source or a row which does not exist."""
    folder = reader.root / "evidence"
    known = frames["sources"].index
    for table in ("outcomes", "events", "thresholds", "eligibility", "appraisals", "to_confirm"):
        for row, source in frames[table]["source_id"].items():
            if source not in known:
                reader.fault(folder / f"{table}.csv", str(row), source, "an id of sources.csv")
    for row, ids in frames["facts"]["sources"].items():
        for source in ids or ("",):
            if source not in known:
                reader.fault(folder / "facts.csv", str(row), source, "ids of sources.csv")
    check_points(reader, frames)
    owners: dict[str, str] = {}
    for table, frame in frames.items():
        for row in map(str, frame.index):
            if table != "sources" and owners.setdefault(row, table) != table:
                where = folder / f"{table}.csv"
                reader.fault(where, row, f"an id also in {owners[row]}.csv", "each id once")


def _labels(reader: Reader, lang: str, frames: dict[str, pd.DataFrame]) -> Labels | None:
    """Read the plain words for codes and note every code without one."""
    path = reader.root / lang / "evidence" / "labels.toml"
    labels = reader.model(path, Labels, reader.toml(path))
    if labels is None:
        return None
    for table, columns in CODES.items():
        for column, group in columns.items():
            known = getattr(labels, group)
            for row, code in frames[table][column].items():
                if code not in known:
                    where = reader.root / "evidence" / f"{table}.csv"
                    close = ", ".join(get_close_matches(str(code), known, 4, 0)) or "none yet"
                    allowed = f"a key of [{group}] in {lang}/evidence/labels.toml, such as {close}"
                    reader.fault(where, f"{row}.{column}", str(code), allowed)
    results = pd.concat([frames["outcomes"], frames["events"]])["study_id"]
    for study in sorted(set(results.reindex(frames["recovery_points"]["follow_id"]).dropna())):
        if study not in labels.short:
            reader.fault(path, f"short.{study}", "nothing", "a short name for this study's dots")
    return labels


def read_evidence(reader: Reader, lang: str) -> Evidence | None:
    """Read, validate and join every table.

    Args:
        reader: reads below the content folder and collects the faults.
        lang: the language whose words are joined.

    Returns:
        The evidence, or None where a fault makes it impossible to join.

    """
    folder: Path = reader.root / "evidence"
    before = len(reader.faults)
    frames = {
        table: _frame(table, reader.rows(folder / f"{table}.csv", model))
        for table, model in TABLES.items()
    }
    _references(reader, frames)
    labels = _labels(reader, lang, frames)
    for table in WORDED:
        frames[table] = _words(reader, lang, table, frames[table])
    if labels is None or len(reader.faults) > before:
        return None
    sources = frames["sources"].assign(number=range(1, len(frames["sources"]) + 1))
    outcomes = _with_source(frames["outcomes"], sources)
    events = _with_source(frames["events"], sources)
    return Evidence(
        sources=sources,
        outcomes=outcomes,
        events=events,
        facts=frames["facts"],
        thresholds=_with_source(frames["thresholds"], sources),
        points=join_points(frames["recovery_points"], outcomes, events),
        eligibility=_with_source(frames["eligibility"], sources),
        appraisals=_with_source(frames["appraisals"], sources),
        to_confirm=_with_source(frames["to_confirm"], sources),
        labels=labels,
    )
