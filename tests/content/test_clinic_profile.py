"""A wrong profile: each fault is one line that names key, found and allowed; the rest holds."""

from __future__ import annotations

import datetime
import logging
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.blocks import blocks
from app.knowledge.__main__ import check, main
from app.knowledge.catalog import Library
from app.knowledge.clinic import Aftercare, Clinic
from app.knowledge.library import CONTENT, read_library
from app.knowledge.profile import LARGEST, read_clinic
from tests.content.clinic_files import GOOD_SVG, write
from tests.content.visible import visible

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "clinic_guide.md"
KEPT = 'name = "North"\nphone = "555-0100"\n'
STILL = Clinic(name="North", phone="555-0100")
LATER = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=3)


@dataclass(frozen=True)
class Bad:
    """One line of a profile that is wrong."""

    line: str
    key: str
    found: str
    allowed: str


RULE = "one paragraph of 1 to 200 characters in quotes"
BAD = {
    "a number for a name": Bad("reviewer = 3", "reviewer", "3", "one line of up to 120"),
    "a name over two lines": Bad(
        'reviewer = "A\\nB"', "reviewer", r"'A\\nB'", "one line of up to 120"
    ),
    "an unknown key": Bad("colour = 1", "colour", "a key that is not known", "docs/clinic_guide"),
    "a key with a slip": Bad(
        'emergency_numbr = "1"', "emergency_numbr", "a key that is not known", "emergency_number"
    ),
    "a key that cannot be shown": Bad(
        '"a\\nb" = 1', r"'a\\nb'", "a key that is not known", "docs/clinic_guide"
    ),
    "letters for a phone": Bad(
        'after_hours_phone = "ask"', "after_hours_phone", "'ask'", "3 to 25 digits, spaces and"
    ),
    "a number for a phone": Bad(
        "after_hours_phone = 5550100", "after_hours_phone", "5550100", "in quotes"
    ),
    "an emergency number in words": Bad(
        'emergency_number = "nine"', "emergency_number", "'nine'", "2 to 6 digits"
    ),
    "a date as text": Bad(
        'reviewed_on = "2026-11-23"', "reviewed_on", "'2026-11-23'", "such as 2026-11-23, no quotes"
    ),
    "a review to come": Bad(f"reviewed_on = {LATER}", "reviewed_on", "datetime.date", "has come"),
    "a reviewer without a day": Bad(
        'reviewer = "Dr A"', "reviewed_on", "nothing", "because reviewer is set"
    ),
    "a day without a reviewer": Bad(
        "reviewed_on = 2026-11-23", "reviewer", "nothing", "because reviewed_on is set"
    ),
    "the next review before any": Bad(
        "review_due = 2026-11-23", "review_due", "2026-11-23", "after reviewed_on"
    ),
    "a code of sedation": Bad(
        'sedation = "heavy"', "sedation", "'heavy'", '"none", "light" or "deeper"'
    ),
    "markup in a rule": Bad('sedation_rule = "<b>"', "sedation_rule", "'<b>'", RULE),
    "a rule too long": Bad(f'sedation_rule = "{"x" * 201}"', "sedation_rule", "'xxx", RULE),
    "hours out of range": Bad("fasting_hours = 24", "fasting_hours", "24", "from 2 to 12"),
    "half an hour": Bad("fasting_hours = 8.5", "fasting_hours", "8.5", "a whole number"),
    "hours as text": Bad('fasting_hours = "8"', "fasting_hours", "'8'", "no quotes"),
    "yes for hours": Bad("fasting_hours = true", "fasting_hours", "True", "a whole number"),
    "a color by name": Bad('accent = "teal"', "accent", "'teal'", "#rrggbb with a contrast of 4.5"),
    "a short color": Bad('accent = "#07c"', "accent", "'#07c'", "#rrggbb"),
    "a color with more": Bad('accent = "#00568A;x"', "accent", "'#00568A;x'", "#rrggbb"),
    "a pale color": Bad(
        'accent = "#E07000"', "accent", "'#E07000' with a contrast of 2.7", "4.5:1 or more"
    ),
    "a color that is almost dark enough": Bad(
        'accent = "#7A6A5A"', "accent", "'#7A6A5A' with a contrast of 4.", "4.5:1 or more"
    ),
    "an unknown language": Bad(
        'languages = ["en", "xx"]', "languages", "['en', 'xx']", 'a list of "en" and others'
    ),
    "languages without the default": Bad(
        'languages = ["es"]', "languages", "['es']", 'each once: "es"'
    ),
    "a language twice": Bad('languages = ["en", "en"]', "languages", "['en', 'en']", "each once"),
    "languages in one text": Bad('languages = "en"', "languages", "'en'", "a list"),
    "a path for a language": Bad('languages = ["en", "../en"]', "languages", "[", "a list"),
    "rules that are no table": Bad('aftercare = "none"', "aftercare", "'none'", "a table"),
}


def read(tmp_path: Path, text: str | bytes, **files: bytes) -> tuple[Clinic, list[str]]:
    path = write(tmp_path / "clinic", text, **files)
    clinic, faults = read_clinic(path, ("en", "es"))
    return clinic, [str(fault) for fault in faults]


@pytest.mark.parametrize("name", BAD)
def test_a_wrong_key_is_named_in_one_line_and_the_others_hold(
    name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    bad = BAD[name]
    with caplog.at_level(logging.WARNING, "mild.content"):
        clinic, faults = read(tmp_path, f"{KEPT}{bad.line}\n")
    assert len(faults) == 1
    start, found, allowed = re.fullmatch(
        r"clinic\.toml: (.+?): found (.+); allowed: (.+)", faults[0]
    ).groups()
    assert start == bad.key.replace("\\\\", "\\")
    assert found.startswith(bad.found.replace("\\\\", "\\"))
    assert bad.allowed in allowed
    assert [one.getMessage() for one in caplog.records] == [f"{faults[0]}; the default is used"]
    alone = {"reviewer": "", "reviewed_on": None}  # half of a review is kept, and never shown
    assert clinic.model_copy(update=alone) == STILL


WHOLE = {
    "bad TOML": (b"name = North\n", "line 1"),
    "a key twice": (b'name = "A"\nname = "B"\n', "line 2"),
    "not UTF-8": (b'name = "\xff"\n', "byte 8, which is not UTF-8"),
    "UTF-16": ('name = "A"\n'.encode("utf-16"), "byte 0, which is not UTF-8"),
    "tables without end": (b"a = " + b"[" * 20_000, "tables within tables"),
    "too large": (b"#" * (LARGEST + 1), "a file of 65 KB"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_profile_that_cannot_be_read_leaves_every_default(name: str, tmp_path: Path):
    data, found = WHOLE[name]
    clinic, faults = read(tmp_path, data)
    assert clinic == Clinic()
    assert len(faults) == 1
    assert re.match(rf"clinic\.toml: \(file\): found .*{found}.*; allowed: ", faults[0])
    assert "\n" not in faults[0]


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.mkdir(), "a folder"),
        (os.mkfifo, "something that is no plain file"),
        (lambda path: path.symlink_to("nowhere"), "no such file"),
        (lambda path: path.symlink_to("/dev/zero"), "something that is no plain file"),
    ],
    ids=["missing", "a folder", "a pipe", "a link to nothing", "a device"],
)
def test_a_named_profile_that_is_no_file_is_a_fault_and_the_defaults_hold(
    make: object, found: str, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "north.toml"
    make(path)
    monkeypatch.setenv("CLINIC_PROFILE", str(path))
    assert [str(fault) for fault in check(content)] == [
        f"north.toml: (file): found {found} at {path}; allowed: a file of up to 64 KB"
    ]
    library = read_library(content, "en")
    assert library.clinic == Clinic()
    assert "could not be read" in blocks.footer(library)


def test_the_variable_names_another_profile(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (content / "clinic.toml").write_text('name = "South"\n')
    assert read_library(content, "en").clinic.name == "South"
    named = write(tmp_path / "other", 'name = "North"\nlogo = "logo.svg"\n')
    named.with_name("logo.svg").write_text(GOOD_SVG)
    monkeypatch.setenv("CLINIC_PROFILE", str(named))
    clinic = read_library(content, "en").clinic
    assert clinic.name == "North"
    assert clinic.logo is not None
    assert (clinic.logo.media_type, clinic.logo.width, clinic.logo.height) == (
        "image/svg+xml", 300, 100,
    )  # fmt: skip


def test_every_key_in_one_profile(tmp_path: Path):
    text = (CONTENT / "clinic.example.toml").read_text("utf-8")
    text = re.sub(r"^# (?=[a-z_]+ = )", "", text, flags=re.MULTILINE)
    clinic, faults = read(tmp_path, text, logo_svg=GOOD_SVG.encode())
    assert faults == []
    for key in Clinic.model_fields:
        assert getattr(clinic, key) != getattr(Clinic(), key) or key == "emergency_number", key


def test_a_file_saved_by_a_simple_editor_is_read_all_the_same(tmp_path: Path):
    clinic, faults = read(tmp_path, '\ufeffname = "North"\r\nphone = "555-0100"\r\n')
    assert (clinic, faults) == (STILL, [])


def test_many_faults_are_one_line_each(tmp_path: Path):
    text = "\n".join(BAD[name].line for name in ("a code of sedation", "hours as text"))
    text += "\n[aftercare]\nwork = 3\ndriving = 'Not yet.'\nrest = 1\n"
    clinic, faults = read(tmp_path, KEPT + text)
    keys = [fault.split(": ")[1] for fault in faults]
    assert keys == ["sedation", "fasting_hours", "aftercare.work", "aftercare.rest"]
    assert clinic == STILL.model_copy(update={"aftercare": Aftercare(driving="Not yet.")})


def test_the_foot_says_that_a_default_is_in_use_and_shows_nothing_of_the_fault(content: Path):
    (content / "clinic.toml").write_text(KEPT + 'accent = "puce"\n')
    library = read_library(content, "en")
    foot = blocks.footer(library)
    assert "Some of this clinic&#39;s details could not be read." in foot
    assert "No clinic has added its own details." not in foot
    page = blocks.page_head(library, library.pages["overview"]) + foot
    assert "North at 555-0100" in visible(page)
    for trace in ("puce", "accent", "clinic.toml", "Traceback"):
        assert trace not in page
    assert [fault.key for fault in check(content)] == ["accent"]


def test_the_check_prints_each_fault_and_says_that_there_are_some(
    content: Path, capsys: pytest.CaptureFixture[str]
):
    (content / "clinic.toml").write_text("fasting_hours = 30\nphone = 'us'\n")
    assert main(["check"], content) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("clinic.toml: fasting_hours: found 30; allowed: a whole number")
    assert lines[1].startswith("clinic.toml: phone: found 'us'; allowed: 3 to 25 digits")
    assert lines[2] == "2 fault(s) in the content (en)"


def test_the_guide_has_every_key_with_what_is_allowed(library: Library):
    guide = GUIDE.read_text("utf-8")
    keys = [key for key in Clinic.model_fields if key != "aftercare"]
    for key in (*keys, *Aftercare.model_fields):
        assert f"| `{key}` |" in guide, key
