"""How often a harm happened is a number from a row, or it is said that nobody counted."""

from __future__ import annotations

import dataclasses
import re

import pandas as pd
import pytest

from app.blocks.blocks import risks
from app.domain.chances import SMALL_GROUP
from app.knowledge.catalog import Library
from app.knowledge.evidence import Evidence
from app.knowledge.frequency import how_often
from app.knowledge.models import Risk
from app.knowledge.rates import rate_faults
from app.knowledge.texts import PatientText, clinic_texts, patient_texts
from tests.content.visible import visible

DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
RATES = (
    "rare", "uncommon", "common", "seldom", "unlikely", "infrequent", "unusual", "usual",
    "at times seen", "sometimes seen", "a low chance",
)  # fmt: skip


def found(library: Library, *texts: str, key: str = "body") -> int:
    """Return how many faults prose texts give, the library's own words having none."""
    one_file = [PatientText("recovery", "a.md", key, text) for text in texts]
    return len(list(rate_faults(library, one_file)))


def every_text(library: Library) -> tuple[PatientText, ...]:
    return (*patient_texts(library), *clinic_texts(library))


def test_no_text_of_ours_gives_the_rate_of_a_harm_as_a_word(library: Library):
    texts = every_text(library)
    assert len({text.file for text in texts}) > 100
    assert list(rate_faults(library, texts)) == []


def test_every_text_would_be_seen(library: Library):
    broken = [
        dataclasses.replace(text, text=f"{text.text}\n\nBleeding is rare.")
        for text in every_text(library)
    ]
    faults = list(rate_faults(library, broken))
    assert len(faults) == len(broken)
    assert {(fault.file, fault.key) for fault in faults} == {(one.file, one.key) for one in broken}


@pytest.mark.parametrize("rate", RATES)
def test_each_word_for_a_rate_is_seen(rate: str, library: Library):
    assert found(library, f"An infection is {rate}.") == 1
    assert found(library, f"It is {rate}.") == 0
    assert found(library, f"It is {rate}.", key="risks.0") == 1


@pytest.mark.parametrize(
    "told",
    [
        "How often harm happens is not known.",
        "A blood thinner can make bleeding more likely.",
        "Harm came more often with the steroid.",
        "This harm is rare: {wilkinson.mild.later_laminectomy.18m:count} had it.",
        "A leak has happened, and nobody has counted how often.",
    ],
)
def test_a_number_a_comparison_or_a_gap_is_no_such_word(told: str, library: Library):
    assert found(library, told) == 0


def row_of(evidence: Evidence, row: str) -> dict[str, object]:
    """Return a row of any table that can count a harm, with its table."""
    for table in ("events", "outcomes", "facts"):
        frame: pd.DataFrame = getattr(evidence, table)
        if row in frame.index:
            return {"table": table, **frame.loc[row].to_dict()}
    raise AssertionError(row)


def numbers(text: str) -> list[float]:
    return [float(one.replace(",", "")) for one in DIGITS.findall(text)]


def test_every_counted_harm_tells_the_numbers_of_its_row_in_both_frames(library: Library):
    seen = 0
    for risk in library.safety.risk:
        for one, prose in zip(risk.often, how_often(library, risk), strict=bool(risk.often)):
            row, _, form = one.row.partition(":")
            values = row_of(library.evidence, row)
            said = numbers(library.prose.line(prose).text.removeprefix(f"{one.label}."))
            count, n = values.get("count"), values.get("n", values.get("population_n"))
            if values["table"] == "outcomes" and n < SMALL_GROUP and pd.isna(count):
                count = round(values["value"] * n / 100)
            if values["table"] != "facts" and not pd.isna(count) and not pd.isna(n):
                pair = [n - count, count] if form == "rest" else [count, n - count]
                wanted = [pair[0], n, pair[1]] if count else [n]
            elif values["table"] == "facts":
                low, high = values["low"], values["high"]
                shares = [low] if pd.isna(high) else [low, high]
                wanted = [*shares, 100, *(100 - share for share in reversed(shares))]
            else:
                share = int((values["pct"] if "pct" in values else values["value"]) + 0.5)
                pair = [100 - share, share] if form == "rest" else [share, 100 - share]
                wanted = [pair[0], 100, pair[1]]
            assert said == wanted, (risk.id, said, wanted)
            seen += 1
    assert seen > 8


def test_a_harm_that_nobody_counted_says_so_and_nothing_else(library: Library):
    words = library.words
    fixed = {"case_report": words("recovery.not_counted_reported")}
    uncounted = [risk for risk in library.safety.risk if not risk.often]
    assert {risk.group for risk in uncounted} >= set(fixed)
    for risk in uncounted:
        assert how_often(library, risk) == (fixed.get(risk.group, words("recovery.not_counted")),)


def test_the_table_shows_how_often_beside_each_harm(library: Library):
    table = risks(library)
    listed = [risk for risk in library.safety.risk if risk.group != "bills"]
    assert table.count('<tr><th scope="row">') == len(listed)
    for risk in listed:
        line = next(row for row in table.split("<tr>") if f">{risk.name}<" in row)
        for prose in how_often(library, risk):
            assert visible(library.prose.line(prose).html) in visible(line), risk.id


def test_a_harm_that_nobody_had_is_told_with_how_many_people_were_counted(library: Library):
    none = Risk.model_validate(
        {"id": "x", "name": "x", "shows": "x", "group": "seen",
         "often": [{"row": "levy2012.mild.death.undated"}]}
    )  # fmt: skip
    (said,) = how_often(library, none)
    assert library.prose.line(said).text == "None of 373 people"
