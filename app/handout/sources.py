"""The marks of the sources on the sheet: each number leads to its passport at the foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from app.figures.kit import people
from app.knowledge.catalog import Library
from app.knowledge.passport import OWN


class Cited:
    """Gives each source its mark, in the order in which the sheet names it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._marks: dict[str, int] = {}

    @property
    def passports(self) -> tuple[str, ...]:
        """One line for each source named so far."""
        return tuple(self._passport(source) for source in self._marks)

    @property
    def short_passports(self) -> tuple[str, ...]:
        """The same without the kind of study, for a sheet on which there is little room."""
        return tuple(self._passport(source, short=True) for source in self._marks)

    def text(self, source_text: str) -> str:
        """Return the words of a prose text with the marks of its sources behind them."""
        prose = self._library.prose.line(source_text)
        return f"{prose.text}{self._mark(*prose.sources)}"

    def result(self, groups: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
        """Return how many people a result rests on, with the marks of its sources.

        Args:
            groups: name of each group, empty where there is one, and its row of `share_rows`.

        """
        counted = [f"{name} {people(self._library, row['n'])}".strip() for name, row in groups]
        said = self._library.words("source.result_people", n=", ".join(counted))
        return f"{said}{self._mark(*(str(row['source_id']) for _, row in groups))}"

    def _mark(self, *sources: str) -> str:
        named = [source for source in sources if source != OWN]
        marks = {self._marks.setdefault(source, len(self._marks) + 1) for source in named}
        return f" [{', '.join(map(str, sorted(marks)))}]" if marks else ""

    def _passport(self, source: str, short: bool = False) -> str:
        words = self._library.words
        row: Mapping[Any, Any] = self._library.evidence.sources.loc[source].to_dict()
        label, kind = str(row["label"]), self._library.evidence.labels.kind[str(row["kind"])]
        year = words("source.no_date") if pd.isna(row["year"]) else str(int(row["year"]))
        # A label that holds the year or the people already is not made to say them twice.
        study = (
            words("sheet.kind", kind=kind) if year in label
            else words("sheet.kind_year", kind=kind, year=year)
        )  # fmt: skip
        pieces = [words("sheet.label", label=label)] if short else [label, study]
        if not pd.isna(row["n"]):
            n = int(row["n"])
            people_of = words("source.person" if n == 1 else "source.people", n=f"{n:,}")
            if people_of.rstrip(".") not in label:
                pieces.append(people_of)
        pieces.append(words("source.paid", who=str(row["funding"]).rstrip(".")))
        return " ".join(pieces)
