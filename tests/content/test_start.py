"""What the server does with the content at its start: stop, warn, or go on with defaults."""

from __future__ import annotations

import asyncio
import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.blocks import blocks
from app.knowledge import library as loader
from app.knowledge.__main__ import check
from app.knowledge.clinic import Clinic
from app.knowledge.library import language_folders, read_library
from app.knowledge.profile import read_clinic
from app.web.server import warm
from tests.content.broken import append, remove
from tests.content.visible import visible

Use = Callable[[Path], None]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Iterator[Use]:
    """Let the app read another content folder until the test ends."""

    def clear() -> None:
        loader.library.cache_clear()
        loader.offered.cache_clear()
        loader.clinic_profile.cache_clear()

    def point(root: Path) -> None:
        monkeypatch.setattr(loader, "CONTENT", root)
        monkeypatch.setattr(loader, "language_folders", lambda at=root: language_folders(at))
        clear()

    yield point
    clear()


async def start() -> None:
    async with warm(None):
        pass


def second_language(root: Path, lang: str = "es") -> Path:
    """Copy the English words as another language; return its folder."""
    shutil.copytree(root / "en", root / lang)
    return root / lang


def test_the_start_stops_with_every_fault_in_the_log(
    content: Path, use: Use, caplog: pytest.LogCaptureFixture
):
    append("en/safety.toml", "[[emergency\n")(content)
    remove("en/pages/visit.md")(content)
    use(content)
    with pytest.raises(SystemExit) as stopped:
        asyncio.run(start())
    assert stopped.value.code == 1
    assert "en/safety.toml: (file): found" in caplog.text
    assert "en/pages/visit.md: (file): found no such file" in caplog.text


def test_the_start_goes_on_with_the_shipped_content(content: Path, use: Use):
    use(content)
    asyncio.run(start())


def test_a_second_complete_language_is_offered(content: Path, use: Use):
    second_language(content)
    use(content)
    assert loader.offered() == ("en", "es")
    assert "lang=es" in blocks.footer(loader.library("es"))
    assert "lang=es" not in blocks.footer(loader.library("en"))


def test_an_incomplete_language_is_not_offered_and_the_log_says_so(
    content: Path, use: Use, caplog: pytest.LogCaptureFixture
):
    (second_language(content) / "pages" / "visit.md").unlink()
    use(content)
    assert loader.offered() == ("en",)
    assert "language es is not offered: 1 fault(s)" in caplog.text


def test_the_check_lists_the_faults_of_every_language(content: Path):
    (second_language(content) / "pages" / "visit.md").unlink()
    assert [fault.file for fault in check(content)] == ["es/pages/visit.md"]


def test_a_folder_without_words_is_no_language(content: Path):
    (content / "drafts").mkdir()
    assert language_folders(content) == ("en",)


def clinic(content: Path, text: str) -> Clinic:
    (content / "clinic.toml").write_text(text, "utf-8")
    return read_library(content, "en").clinic


def test_without_a_clinic_file_the_defaults_hold(content: Path):
    assert read_library(content, "en").clinic == Clinic()
    assert Clinic().emergency_number == "911"
    assert check(content) == []


def test_the_clinics_own_details_are_used(content: Path):
    mine = clinic(
        content,
        'name = "North Spine"\nphone = "555 0100"\nemergency_number = "112"\n'
        'reviewer = "Dr Reader"\nreviewed_on = 2026-11-20\n',
    )
    assert (mine.name, mine.phone, mine.emergency_number) == ("North Spine", "555 0100", "112")
    own = read_library(content, "en")
    assert "Reviewed by Dr Reader on November 20, 2026." in blocks.footer(own)
    head = visible(blocks.page_head(own, own.pages["overview"]))
    assert "Call 112" in head
    assert "Questions? Call North Spine at 555 0100." in head
    assert "911" not in head


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('phone = "call us"\nname = "North"\n', "clinic.toml: phone: found 'call us'; allowed:"),
        ('colour = "red"\nname = "North"\n', "clinic.toml: colour: found a key that is not known"),
        ('emergency_number = 911\nname = "North"\n', "clinic.toml: emergency_number: found 911"),
    ],
    ids=["odd phone", "unknown key", "number without quotes"],
)
def test_a_wrong_key_leaves_its_default_and_the_log_says_so(
    text: str, said: str, content: Path, caplog: pytest.LogCaptureFixture
):
    assert clinic(content, text) == Clinic(name="North")
    assert said in caplog.text
    assert "the default is used" in caplog.text
    assert said in str(check(content)[0])


@pytest.mark.parametrize("data", [b"name = North\n", b'name = "\xff"\n'], ids=["TOML", "UTF-8"])
def test_a_clinic_file_that_cannot_be_read_leaves_the_defaults_and_the_log_says_so(
    data: bytes, content: Path, caplog: pytest.LogCaptureFixture
):
    (content / "clinic.toml").write_bytes(data)
    found, faults = read_clinic(content / "clinic.toml")
    assert found == Clinic()
    assert [fault.file for fault in faults] == ["clinic.toml"]
    assert "clinic.toml: (file)" in caplog.text


def test_a_review_that_is_overdue_is_said_aloud(content: Path):
    own = read_library(content, "en")
    due = own.about.review_due
    assert "overdue" not in blocks.footer(own, due)
    assert "is overdue" in blocks.footer(own, due + datetime.timedelta(days=1))
