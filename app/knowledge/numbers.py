"""The text of a number that prose names by the id of its row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from babel.numbers import format_decimal

from app.domain.chances import most_that_zero_hides, whole_count
from app.domain.rounding import rest_of_hundred, whole
from app.knowledge.evidence import Evidence
from app.knowledge.rows import is_share

FORMS: dict[str, tuple[str, ...]] = {
    "outcomes": ("", "exact", "rest", "count", "rest_count", "n", "months"),
    "events": ("", "exact", "rest", "count", "rest_count", "n", "months", "upper"),
    "facts": ("", "low", "high", "whole", "rest", "n"),
    "thresholds": ("",),
    "to_confirm": ("", "exact", "rest"),
}
"""How a row of each table can be written; the empty form is the usual one."""


class NumberError(ValueError):
    """A reference in braces that cannot be written; `allowed` says what can."""

    def __init__(self, found: str, allowed: str) -> None:
        super().__init__(f"{found}; allowed: {allowed}")
        self.found = found
        self.allowed = allowed


@dataclass(frozen=True)
class Number:
    """A number as a reader sees it.

    Attributes:
        text: digits in the form of the language, with "to" between the ends of a range.
        row: id of the row it came from.
        sources: ids of the row's sources.

    """

    text: str
    row: str
    sources: tuple[str, ...]


class Numbers:
    """Looks up numbers by reference: `row.id` or `row.id:form`."""

    def __init__(self, evidence: Evidence, lang: str, range_words: str) -> None:
        """Take the evidence, the language and the words of a range, such as "{low} to {high}"."""
        self._lang = lang
        self._range_words = range_words
        self._rows: dict[str, tuple[str, Mapping[str, Any]]] = {}
        for table in FORMS:
            frame: pd.DataFrame = getattr(evidence, table)
            for row, values in zip(frame.index, frame.to_dict("records"), strict=True):
                self._rows[str(row)] = (table, {str(k): v for k, v in values.items()})

    def number(self, reference: str) -> Number:
        """Return the number that a reference names.

        Raises:
            NumberError: no such row, no such form, or the row has no such value.

        """
        row, _, form = reference.partition(":")
        if row not in self._rows:
            raise NumberError(f"{{{reference}}}", "the id of a row of the evidence tables")
        table, values = self._rows[row]
        if form not in FORMS[table]:
            raise NumberError(f"form {form!r}", f"{', '.join(f or '(none)' for f in FORMS[table])}")
        if table == "to_confirm" and not values["confirmed"]:
            raise NumberError(
                f"{{{reference}}}", "a row with confirmed_by and confirmed_on filled in"
            )
        sources = values["sources"] if table == "facts" else (values["source_id"],)
        return Number(self._text(table, values, form), row, tuple(sources))

    def _text(self, table: str, values: Mapping[str, Any], form: str) -> str:
        if table == "facts":
            return self._fact(values, form)
        if table == "thresholds":
            return str(values["mcid"])
        return self._months(values) if form == "months" else self._result(table, values, form)

    def _result(self, table: str, values: Mapping[str, Any], form: str) -> str:
        if form in ("n", "count", "rest_count", "upper"):
            return self._people(table, values, form)
        value = values.get("value", values.get("pct"))
        if value is None or pd.isna(value):
            raise NumberError("a row without a share", "a form of this row that has a value")
        if form == "exact":
            return self._digits(abs(float(value)))
        if form == "rest":
            if str(values.get("unit", "%")).split()[0] not in ("%", "percent"):
                raise NumberError("form 'rest' of a row that is not a share", "a share out of 100")
            return self._digits(rest_of_hundred(float(value)))
        return self._digits(whole(float(value)))

    def _people(self, table: str, values: Mapping[str, Any], form: str) -> str:
        n = values.get("population_n" if table == "outcomes" else "n")
        count = values.get("count")
        if form in ("count", "rest_count") and _missing(count):
            count = _worked_out(values, n, form)
        both = [n, count]
        wanted = {"n": [n], "count": [count], "rest_count": both, "upper": both}[form]
        if any(_missing(value) for value in wanted):
            raise NumberError(f"form {form!r} of a row without it", "a form that the row can fill")
        numbers = [int(value) for value in wanted if value is not None]
        if form == "upper" and numbers[1]:
            raise NumberError("form 'upper' of a row that counts someone", "a row that counts 0")
        if form == "upper":
            return self._digits(whole(most_that_zero_hides(numbers[0])))
        return self._digits(numbers[0] - numbers[1] if form == "rest_count" else numbers[0])

    def _months(self, values: Mapping[str, Any]) -> str:
        if pd.isna(values["time_months"]):
            raise NumberError("form 'months' of a row without a time", "a row with a time")
        return self._digits(whole(float(values["time_months"])))

    def _fact(self, values: Mapping[str, Any], form: str) -> str:
        if form == "n":
            return self._people("facts", values, form)
        if values["unit"] == "year":  # a year is a name, without a thousands sign
            return str(int(values["low"]))
        low, high = float(values["low"]), values["high"]
        one_value = high is None or pd.isna(high)
        if form == "high" and one_value:
            raise NumberError("form 'high' of a row with one value", "'low' or no form")
        if form == "rest":
            if values["unit"] != "out_of_100":
                raise NumberError(
                    "form 'rest' of a row that is not out_of_100", "a share out of 100"
                )
            low, high = (100 - low, high) if one_value else (100 - float(high), 100 - low)
        if form == "whole":
            low, high = whole(low), high if one_value else whole(float(high))
        if form == "low" or (one_value and form != "high"):
            return self._digits(low)
        if form == "high":
            return self._digits(float(high))
        return self._range_words.format(low=self._digits(low), high=self._digits(float(high)))

    def _digits(self, value: float) -> str:
        return str(format_decimal(value, format="#,##0.###", locale=self._lang))


def _missing(value: float | None) -> bool:
    return value is None or bool(pd.isna(value))


def _worked_out(values: Mapping[str, Any], n: float | None, form: str) -> int | None:
    """Return how many people a printed share stands for; None where there is no share of people.

    Raises:
        NumberError: no whole number of people fits the share, or several do.

    """
    told = "statistic" not in values or is_share(values["statistic"], values["unit"])
    share: float | None = values.get("value", values.get("pct")) if told else None
    if share is None or n is None or pd.isna(share) or pd.isna(n):
        return None
    found = whole_count(float(share), int(n))
    if found is None:
        raise NumberError(
            f"form {form!r} of {float(share):g} of 100, no one whole number of {int(n)} people",
            "the share, with form 'n' beside it",
        )
    return found
