"""A wrong rule of a clinic is named in the log and in the check; all that is right is kept."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest

from app.knowledge.clinic import Aftercare, Clinic
from app.knowledge.library import CONTENT
from app.knowledge.profile import read_clinic

RULES = {
    "washing": "Keep it dry until we have seen you.",
    "driving": "Leave the car until we say so.",
    "lifting": "Lift nothing until we say so.",
    "work": "Ask us before you go back.",
    "follow_up": "We call you every Monday.",
}
ALLOWED = "one paragraph of 1 to 200 characters in quotes, without < > { or }"


def read(tmp_path: Path, text: str) -> tuple[Clinic, list[str]]:
    path = tmp_path / "clinic.toml"
    path.write_text(text, "utf-8")
    clinic, faults = read_clinic(path)
    return clinic, [str(fault) for fault in faults]


BAD = {
    "markup": ('"<b>dry</b>"', "'<b>dry</b>'", ALLOWED),
    "a row in braces": ('"{day.minutes}"', "'{day.minutes}'", ALLOWED),
    "nothing": ('""', "''", ALLOWED),
    "blanks": ('"   "', "'   '", ALLOWED),
    "too long": (f'"{"x" * 201}"', "'xxx", ALLOWED),
    "two paragraphs": (r'"One.\n\nTwo."', r"'One.\n\nTwo.'", ALLOWED),
    "a sign that cannot be seen": (r'"Dry\u202e."', r"'Dry\u202e.'", ALLOWED),
    "a number": ("3", "3", ALLOWED),
    "a list": ('["dry"]', "['dry']", ALLOWED),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("key", RULES)
def test_a_wrong_rule_is_named_and_the_other_keys_keep_their_values(
    key: str, name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    value, found, allowed = BAD[name]
    good = {other: rule for other, rule in RULES.items() if other != key}
    lines = [f"{other} = '{rule}'" for other, rule in good.items()]
    text = "\n".join(["name = 'North'", "[aftercare]", f"{key} = {value}", *lines])
    with caplog.at_level(logging.WARNING, "mild.content"):
        clinic, faults = read(tmp_path, text)
    assert clinic == Clinic(name="North", aftercare=Aftercare(**good))
    assert len(faults) == 1
    assert faults[0].startswith(f"clinic.toml: aftercare.{key}: found {found}")
    assert allowed in faults[0].partition("; allowed: ")[2]
    assert [f"{faults[0]}; the default is used"] == [one.getMessage() for one in caplog.records]


def test_every_wrong_key_is_named_at_once(tmp_path: Path):
    text = "phone = 'us'\n[aftercare]\nwashing = 3\nsleeping = 'Yes.'\nwork = 'Ask.'\n"
    clinic, faults = read(tmp_path, text)
    assert clinic == Clinic(aftercare=Aftercare(work="Ask."))
    places = [fault.split(": found")[0] for fault in faults]
    assert sorted(places) == [
        "clinic.toml: aftercare.sleeping", "clinic.toml: aftercare.washing", "clinic.toml: phone",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["aftercare = 'none'\n", "[[aftercare]]\nwork = 'Ask.'\n"])
def test_rules_that_are_no_table_leave_the_default(text: str, tmp_path: Path):
    clinic, faults = read(tmp_path, text)
    assert clinic == Clinic()
    assert len(faults) == 1
    assert "clinic.toml: aftercare: found" in faults[0]
    assert "allowed: a table of keys" in faults[0]


def test_a_rule_of_the_greatest_length_and_one_on_two_lines_are_taken(tmp_path: Path):
    text = f'[aftercare]\nwork = "{"x" * 200}"\ndriving = """\nNot yet.\n  Ask us.\n"""\n'
    clinic, faults = read(tmp_path, text)
    assert faults == []
    assert clinic.aftercare == Aftercare(work="x" * 200, driving="Not yet. Ask us.")


def test_the_example_of_a_clinic_file_is_right_and_so_are_its_examples_of_rules(tmp_path: Path):
    text = (CONTENT / "clinic.example.toml").read_text("utf-8")
    clinic, faults = read(tmp_path, text)
    assert faults == []
    assert clinic.name
    assert clinic.aftercare == Aftercare()  # nobody hands out an example as a rule by mistake
    keys = "|".join(Aftercare.model_fields)
    clinic, faults = read(tmp_path, re.sub(rf"^# (?=({keys}) = )", "", text, flags=re.MULTILINE))
    assert faults == []
    assert all(getattr(clinic.aftercare, key) for key in Aftercare.model_fields)
