"""The command that signs: what it writes, and when it refuses."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from app.knowledge import __main__ as command
from app.knowledge.__main__ import main
from app.knowledge.catalog import Library
from app.knowledge.clinic import Clinic, utc_today
from app.knowledge.faults import Fault
from app.knowledge.library import read_library
from app.knowledge.review import review_of, why_not
from tests.content.broken import replace
from tests.content.signed import CLINIC, DAY, signed, step, with_clinic

__all__ = ["signed"]  # a fixture

NAMED = f'reviewer = "Dr. A. Example"\nreviewed_on = {DAY}\n'
OLD_DAY = "the day on which the pages changed since were read: procedure"


def test_from_signing_over_a_change_to_signing_again(
    content: Path, capsys: pytest.CaptureFixture[str]
):
    profile, review = content / "clinic.toml", content / "review.toml"
    profile.write_text(NAMED)
    shutil.copytree(content / "en", content / "es")
    assert main(["sign"], content) == 0
    said = capsys.readouterr().out.splitlines()
    written = tomllib.loads(review.read_text("utf-8"))["languages"]
    assert said[:2] == [f"{lang}: version {written[lang]['version']}" for lang in ("en", "es")]
    assert said[2] == f"Signed for Dr. A. Example, {DAY}: {review}"
    assert list(content.glob("review.*")) == [review]

    shutil.rmtree(content / "es")
    replace("en/procedure/p04.md", "and write them down.", "and note them.")(content)
    assert main(["check"], content) == 0
    changed = f"en: changed since the review on {DAY}: procedure"
    assert changed in capsys.readouterr().out.splitlines()

    profile.write_text(NAMED.replace(str(DAY), str(utc_today())))
    assert main(["sign"], content) == 0
    found = review_of(read_library(content, "en"))
    assert found is not None
    assert found.changed == ()
    assert found.version != written["en"]["version"]


def test_a_day_stands_for_what_was_read_on_it(signed: Library):
    later = signed.about.date.replace(year=signed.about.date.year + 1)
    assert why_not(signed, later) is None
    changed = step(4, feel="You may be hungry. [@editorial]")(signed)
    assert why_not(changed, DAY) is None  # on the day itself one may sign again
    assert why_not(changed, later) == (str(DAY), OLD_DAY)
    assert why_not(with_clinic(changed, reviewed_on=later), later) is None
    before = with_clinic(signed, reviewed_on=signed.about.date.replace(year=2025))
    found, allowed = why_not(before, later) or ("", "")
    assert found.startswith("2025-")
    assert allowed.startswith(f"a day from {signed.about.date} on")
    for half in ({"reviewer": ""}, {"reviewed_on": None}):
        found, allowed = why_not(with_clinic(signed, **half), later) or ("", "")
        assert (found, allowed.split(",")[0]) == ("nothing", "the reviewer")


@pytest.mark.parametrize(
    ("profile", "faults", "said"),
    [
        ("", [], "clinic.toml: reviewed_on: found nothing; allowed: the reviewer, and the day"),
        (NAMED + "phone = 'us'\n", [], "clinic.toml: phone: found 'us'"),
        (NAMED, [Fault("en/glossary.toml", "(file)", "x", "TOML")], "en/glossary.toml: (file)"),
        (NAMED, [], "Read-only file system"),
    ],
    ids=["nobody", "a fault in the profile", "a fault in the content", "a folder that is locked"],
)
def test_nothing_is_signed_where_something_is_wrong(
    profile: str, faults: list[Fault], said: str, library: Library, tmp_path: Path,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
):  # fmt: skip
    def locked(*given: object) -> None:
        raise OSError(30, "Read-only file system")

    (tmp_path / "clinic.toml").write_text(profile)
    clinic = CLINIC if profile else Clinic()
    mine = [with_clinic(library, reviewer=clinic.reviewer, reviewed_on=clinic.reviewed_on)]
    monkeypatch.setattr(command, "_read", lambda root, own: (mine, [*faults]))
    monkeypatch.setattr(Path, "write_text", locked)
    assert main(["sign"], tmp_path) == 1
    out = capsys.readouterr().out
    assert said in out
    assert out.endswith("Nothing was signed.\n")
    assert not (tmp_path / "review.toml").exists()


def test_other_commands_are_explained(capsys: pytest.CaptureFixture[str]):
    assert main(["seal"]) == 2
    assert "usage: python -m app.knowledge check | sign" in capsys.readouterr().err
