"""A sign-off that is missing, faulty or of another review is named, and is never taken for one."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest

from app.blocks import blocks
from app.knowledge.catalog import Library
from app.knowledge.clinic import Clinic
from app.knowledge.review import sign_off_text
from app.knowledge.signoff import LARGEST, read_sign_off
from tests.content.signed import CLINIC, DAY, signed
from tests.content.visible import visible

__all__ = ["signed"]  # a fixture

REVIEWED = "Reviewed by Dr. A. Example on December 1, 2026."
NOT_TIED = "The review does not say which version of the words it covers."
NOT_REVIEWED = "Not reviewed by a clinician yet."


def foot(library: Library) -> str:
    return visible(blocks.footer(library))


def test_without_a_sign_off_the_review_is_tied_to_no_version(tmp_path: Path, library: Library):
    clinic, sign_off, faults = read_sign_off(tmp_path / "review.toml", CLINIC)
    assert (clinic, sign_off) == (CLINIC, None)
    assert [str(fault) for fault in faults] == [
        "review.toml: (file): found no such file; allowed: the sign-off that "
        "`python -m app.knowledge sign` writes"
    ]
    words = foot(dataclasses.replace(library, clinic=clinic))
    assert f"{REVIEWED} {NOT_TIED}" in words
    assert "version 2026" not in words


@pytest.mark.parametrize(
    ("clinic", "keys"),
    [
        (CLINIC.model_copy(update={"reviewed_on": DAY + datetime.timedelta(days=1)}),
         ["reviewed_on"]),
        (CLINIC.model_copy(update={"reviewer": "Dr. B"}), ["reviewer"]),
        (Clinic(), ["reviewer", "reviewed_on"]),
    ],
    ids=["another day", "another reviewer", "nobody"],
)  # fmt: skip
def test_a_sign_off_of_another_review_is_not_taken_for_this_one(
    clinic: Clinic, keys: list[str], signed: Library, tmp_path: Path
):
    path = tmp_path / "review.toml"
    path.write_text(sign_off_text(CLINIC, [signed]), "utf-8")
    assert read_sign_off(path, CLINIC) == (CLINIC, signed.sign_off, [])
    kept, sign_off, faults = read_sign_off(path, clinic)
    assert (kept, sign_off) == (clinic, None)
    assert [fault.key for fault in faults] == keys
    words = foot(dataclasses.replace(signed, clinic=kept, sign_off=sign_off))
    assert (NOT_TIED if clinic.reviewer else NOT_REVIEWED) in words


HEAD = f'reviewer = "Dr. A. Example"\nreviewed_on = {DAY}\n'
FAULTY = {
    "no TOML": (b"pages = ", "(file)"),
    "not UTF-8": (b'reviewer = "\xff"\n', "(file)"),
    "too large": (b"#" * (LARGEST + 1), "(file)"),
    "no pages": (HEAD.encode(), "languages"),
    "an odd mark": (
        f'{HEAD}[languages.en]\nversion = "2026-11-23.0123abcd"\n'
        '[languages.en.pages]\nvisit = "<b>"\n'.encode(),
        "languages.en.pages.visit",
    ),
    "a date as text": (
        f'reviewer = "Dr. A. Example"\nreviewed_on = "{DAY}"\n[languages]\n'.encode(),
        "reviewed_on",
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_sign_off_is_named_and_nothing_counts_as_reviewed(
    name: str, library: Library, tmp_path: Path
):
    data, key = FAULTY[name]
    (tmp_path / "review.toml").write_bytes(data)
    clinic, sign_off, faults = read_sign_off(tmp_path / "review.toml", CLINIC)
    assert [(fault.file, fault.key) for fault in faults] == [("review.toml", key)]
    assert clinic.name == "North"
    words = foot(dataclasses.replace(library, clinic=clinic, sign_off=sign_off))
    assert NOT_REVIEWED in words
    assert "Dr. A. Example" not in words
