"""A clock that runs years ahead: the review is overdue and said to be, and all else goes on."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette

from app.blocks import blocks
from app.domain.address import PATHS
from app.handout.pdf import summary_pdf
from app.knowledge.catalog import Library
from app.ui import take
from tests.handout.pdf_read import read, words
from tests.pages.reader import calm, html, opened, pressed
from tests.pages.test_take import saved
from tests.web.asgi import ask, server

LATER = (datetime.date(2036, 2, 29), datetime.date(9999, 12, 31))


@pytest.fixture(scope="module")
def app() -> Starlette:
    return server()


@pytest.fixture(params=LATER, ids=str)
def later(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> datetime.date:
    monkeypatch.setattr(blocks, "utc_today", lambda: request.param)
    return request.param


@pytest.mark.parametrize("page", ["overview", "visit"])
@pytest.mark.parametrize("kind", ["", "/text"])
def test_first_words_and_text_edition_say_that_the_review_is_overdue(
    kind: str, page: str, later: datetime.date, app: Starlette, library: Library
):
    said = f'<p class="overdue">{library.words("footer.overdue")}</p>'
    assert said in ask(app, kind + PATHS[page]).text


def test_documents_kept_before_are_not_those_of_a_later_day(app, library, monkeypatch):
    said = library.words("footer.overdue")
    now = ask(app, "/text").text
    monkeypatch.setattr(blocks, "utc_today", lambda: LATER[0])
    assert now.count(said) < ask(app, "/text").text.count(said)
    monkeypatch.undo()
    assert ask(app, "/text").text == now


def test_the_app_says_so_too_and_still_makes_the_sheet(
    later: datetime.date, library: Library, monkeypatch
):
    monkeypatch.setattr(take, "_today", lambda: later)
    app = opened("visit")
    assert library.words("footer.overdue") in html(app)
    app = pressed(calm(app), "take-pdf")
    (file,) = saved(app)
    assert later.isoformat() in file["name"]


def test_a_sheet_of_a_far_year_names_its_day(library: Library):
    summary = take.VisitSummary(LATER[0], "https://guide.example.org/visit")
    assert library.day(LATER[0]) in words(read(summary_pdf(library, summary)))


@pytest.mark.parametrize("zone", ["America", "x" * 300, "../../etc/passwd", "", None, "Mars/Base"])
def test_a_reader_in_no_known_time_zone_has_the_day_of_the_world(zone: str | None, monkeypatch):
    monkeypatch.setattr(take.st, "context", SimpleNamespace(timezone=zone))
    assert abs(take._today() - datetime.datetime.now(datetime.UTC).date()).days <= 1
