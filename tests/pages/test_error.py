"""An error shows a calm page, and the log holds no word of what a reader may have typed."""

from __future__ import annotations

import logging

import pytest
import streamlit as st

from app.ui.error import calm_error
from app.web.logs import JsonLines
from tests.content.visible import visible

SECRET = "what a reader typed"


def caught() -> Exception:
    try:
        raise ValueError(f"{SECRET}\nand more")
    except ValueError as error:
        return error


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was drawn in the place of the page."""
    found: list[str] = []
    monkeypatch.setattr(st, "html", found.append)
    return found


@pytest.mark.parametrize("error", [caught(), ValueError(SECRET)], ids=["raised", "never raised"])
def test_the_log_gets_one_line_with_kind_and_place_and_without_the_message(
    error: Exception, drawn: list[str], caplog: pytest.LogCaptureFixture
):
    with caplog.at_level(logging.INFO):
        assert calm_error(error) is True
    lines = [JsonLines().format(record) for record in caplog.records]
    assert len(lines) == 1
    assert '"event": "script error", "type": "ValueError", "at": ' in lines[0]
    assert SECRET not in lines[0]
    assert "\n" not in lines[0]
    assert ("test_error.py:" in lines[0]) == (error.__traceback__ is not None)


def test_the_page_says_whose_fault_it_is_and_where_the_words_can_be_read(drawn: list[str]):
    calm_error(caught())
    page = "".join(drawn)
    assert "Something went wrong on our side" in visible(page)
    assert "Get help right away. Call 911" in visible(page)
    assert 'href="/text"' in page
    assert SECRET not in page
    assert "Traceback" not in page
