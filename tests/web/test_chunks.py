"""The code that a page needs is named ahead: all of it, each file once, and only what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.knowledge.models import PAGE_IDS
from app.web import chunks
from app.web.chunks import CODE, INDEX, file_of, needed
from app.web.shell import shell

AHEAD = re.compile(r'<link rel="modulepreload" href="/static/js/([^"]+)" fetchpriority="low">')


@pytest.mark.parametrize("page_id", PAGE_IDS)
def test_a_page_names_its_code_and_all_that_this_needs(page_id: str):
    named = AHEAD.findall(shell(page_id, "en"))
    assert len(set(named)) == len(named)
    assert all((CODE / name).is_file() for name in named)
    before = INDEX.read_text("utf-8")
    for name in needed(page_id):
        asked = re.findall(r'(?:from|import)"\./([\w.-]+)"', (CODE / name).read_text("utf-8"))
        assert all(one in named or one in before for one in asked), name


@pytest.mark.parametrize("kind", ["BidiComponent", "Html", "Button", "ButtonGroup", "Radio",
                                  "TextArea", "Checkbox", "rehype-raw"])  # fmt: skip
def test_streamlit_has_the_code_that_is_named(kind: str):
    assert (CODE / file_of(kind)).is_file()


def test_code_that_is_gone_is_not_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(chunks, "CODE", tmp_path)
    file_of.cache_clear()
    needed.cache_clear()
    try:
        assert needed("visit") == ()
        assert not AHEAD.findall(shell("visit", "en"))
    finally:
        file_of.cache_clear()
        needed.cache_clear()
