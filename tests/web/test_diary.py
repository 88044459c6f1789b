"""The diary is one document of its own: a table to fill in by hand, and whom to call instead."""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path

import pytest
from starlette.applications import Starlette

from app.domain.address import PATHS, SHEETS, href
from app.knowledge.catalog import Library
from app.knowledge.clinic import Clinic
from app.knowledge.library import read_library
from app.web import shell
from tests.content.visible import visible
from tests.web.asgi import ask, server

DIARY = SHEETS["diary"]
COLUMNS = [
    "Date", "Minutes standing before it hurts", "Minutes walking before it hurts",
    "Pain now, 0 to 10", "Worst pain when walking, 0 to 10", "Medicines or falls",
]  # fmt: skip


@pytest.fixture(scope="module")
def app() -> Starlette:
    return server()


def sheet(monkeypatch: pytest.MonkeyPatch, library: Library) -> str:
    """Return the diary made from other content than the shipped."""
    monkeypatch.setattr(shell, "library", lambda lang: library)
    return shell.diary_sheet(library.lang)


def of_a_clinic(library: Library, **given: str) -> Library:
    return dataclasses.replace(library, clinic=Clinic(**given))


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_address_is_answered_with_html(app: Starlette, method: str):
    answer = ask(app, DIARY, method)
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_the_document_has_its_language_title_and_one_heading(app: Starlette):
    html = ask(app, DIARY).text
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert re.findall("<title>(.*?)</title>", html) == ["My diary | MILD explained"]
    assert re.findall("<h[1-6][^>]*>(.*?)</h", html) == ["My diary"]
    assert '<meta name="description" content="One sheet of paper, with 12 lines' in html


@pytest.mark.parametrize("lang", ["xx", "", "x" * 4_000, "en&lang=en"])
def test_an_odd_language_gives_the_default(lang: str, app: Starlette):
    answer = ask(app, f"{DIARY}?lang={lang}")
    assert answer.status == 200
    assert answer.body == ask(app, DIARY).body


def test_the_diary_of_another_language_leads_back_in_that_language(
    content: Path, monkeypatch: pytest.MonkeyPatch
):
    shutil.copytree(content / "en", content / "es")
    own = read_library(content, "es")
    html = sheet(monkeypatch, own)
    assert '<html lang="es">' in html
    assert 'href="/recovery?lang=es#diary"' in html
    assert 'href="/text/diary?lang=es"' in shell.text_edition("recovery", "es")


def test_the_table_has_named_columns_and_twelve_lines_to_fill_in(app: Starlette):
    html = ask(app, DIARY).text
    assert re.findall('<th scope="col">(.*?)</th>', html) == COLUMNS
    assert html.count("<th") - html.count("<thead") == len(COLUMNS)
    assert re.findall("<caption>(.*?)</caption>", html) == [
        "One line every week. Start before any treatment."
    ]
    body = re.search("<tbody>(.*)</tbody>", html, re.DOTALL)
    assert body
    assert body[1].count("<tr>") == 12
    assert body[1].count("<td></td>") == 12 * len(COLUMNS)


def test_the_words_of_the_sheet_stand_there(app: Starlette, library: Library):
    words = visible(ask(app, DIARY).text)
    for said in (
        "My goal 1:", "My goal 2:", "Danger signs do not belong in this diary.",
        library.words("urgent.short", number="911"), "To print: on a computer",
        f"Written {library.day(library.about.date)}.", "Not reviewed by a clinician yet.",
        "It is not medical advice.",
    ):  # fmt: skip
        assert said in words


def test_nobody_is_asked_for_a_name_and_nothing_can_be_sent(app: Starlette):
    html = ask(app, DIARY).text
    assert not re.search(r"<(form|input|textarea|script|button)\b|\son[a-z]+=", html)
    assert "name:" not in visible(html).lower()


def test_the_only_way_on_is_back_to_the_recovery_page(app: Starlette):
    html = ask(app, DIARY).text
    ways = re.findall(r'<a href="(?!tel:)([^"]+)"', html)
    assert ways == [f"{href('recovery')}#diary"]


def test_without_a_clinics_details_there_is_a_line_for_its_phone(
    library: Library, monkeypatch: pytest.MonkeyPatch
):
    words = visible(sheet(monkeypatch, of_a_clinic(library)))
    assert "Call 911 for" in words
    assert "My clinic's phone:" in words
    assert "Questions?" not in words


def test_with_a_clinics_details_its_numbers_stand_there(
    library: Library, monkeypatch: pytest.MonkeyPatch
):
    own = of_a_clinic(
        library, name="A <i>& B", phone="555 0100", after_hours_phone="555 0199",
        emergency_number="112",
    )  # fmt: skip
    html = sheet(monkeypatch, own)
    words = visible(html)
    assert "Call 112 for" in words
    assert "911" not in words
    assert "Call A <i>& B at 555 0100. At night call 555 0199." in words
    assert "<i>" not in html
    assert "My clinic's phone:" not in words


def test_the_recovery_page_leads_to_the_diary_and_no_menu_does(app: Starlette):
    for page in PATHS:
        html = shell.text_edition(page, "en")
        assert html.count(f'href="{DIARY}"') == (page == "recovery")
        menu = re.search("<nav.*?</nav>", html, re.DOTALL)
        assert menu
        assert DIARY not in menu[0]
    assert ask(app, "/diary", accept="text/html").headers["location"] == "/"
