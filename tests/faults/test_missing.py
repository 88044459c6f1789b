"""Fonts, files of the style and the typesetter gone; a full disk; what is kept cut short."""

from __future__ import annotations

import asyncio
import errno
import os
import re
from pathlib import Path

import brotli
import pytest
import typst
from starlette.requests import Request

from app.handout import letters, page, pdf
from app.knowledge.catalog import Library
from app.web import server
from app.web.compressed import CompressedFiles
from tests.handout.summaries import USUAL
from tests.pages.reader import calm, opened, pressed
from tests.pages.test_take import content, saved, status
from tests.server import ROOT

WHOLE = b"let answer = 42;\n" * 400
FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
BR = {"type": "http", "headers": [(b"accept-encoding", b"br")]}


def test_without_its_fonts_no_pdf_is_made_and_the_web_page_is(library: Library, monkeypatch):
    none = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[])
    monkeypatch.setattr(pdf, "_fonts", lambda: none)
    app = opened("visit")
    app.text_area(key="ask-own-1").set_value("my own words")
    app = pressed(calm(app.run()), "take-pdf")
    assert status(app) == library.words("take.failed")
    assert saved(app) == []
    app = pressed(app, "take-html")
    assert "my own words" in content(app).decode()


def test_a_broken_typesetter_is_no_error_of_the_page(library: Library, monkeypatch):
    def broken(*_: object, **__: object) -> bytes:
        raise FULL

    monkeypatch.setattr(typst, "compile", broken)
    with pytest.raises(pdf.SheetError):
        pdf.summary_pdf(library, USUAL)


def test_a_font_that_has_gone_leaves_squares_and_a_line_in_the_log(monkeypatch, tmp_path, caplog):
    broken = tmp_path / "Broken.ttf"
    broken.write_bytes(b"no font")
    there = [path for path in letters._files() if path.stem.startswith("Atkinson")]
    monkeypatch.setattr(letters, "_files", lambda: (tmp_path / "Gone.ttf", broken, *there))
    assert letters.drawable("walk") == ("walk", True)
    assert letters.drawable("ក") == (letters.MISSING, False)
    for name in ("Gone.ttf", "Broken.ttf"):
        assert f"font: {name} cannot be read" in caplog.text


def test_the_web_page_of_the_sheet_does_without_its_fonts(library: Library, monkeypatch, tmp_path):
    monkeypatch.setattr(page, "_FONTS", tmp_path)
    monkeypatch.setattr(page, "page_style", page.page_style.__wrapped__)
    made = page.summary_html(library, USUAL).decode()
    assert "@font-face" not in made
    assert re.search(r"font(-family)?:[^;}]*sans-serif", made)
    assert USUAL.own_wish in made


def test_wherever_our_font_is_named_another_stands_behind_it():
    for sheet in ("assets/app.css", "assets/clinic.css"):
        style = re.sub(r"@font-face \{.*?\}", "", (ROOT / sheet).read_text("utf-8"), flags=re.S)
        named = re.findall(r'"Atkinson Hyperlegible Next"([^;}]*)', style)
        assert all(behind.startswith(", sans-serif") for behind in named), sheet
    assert "font-display: swap" in (ROOT / "assets" / "app.css").read_text("utf-8")


def test_the_style_sheet_is_written_for_browsers_that_know_no_nesting():
    for sheet in ("assets/app.css", "assets/clinic.css"):
        plain = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", (ROOT / sheet).read_text("utf-8"), flags=re.S)
        assert "&" not in plain, sheet


@pytest.fixture
def files(tmp_path: Path) -> CompressedFiles:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.js").write_bytes(WHOLE)
    return CompressedFiles(tmp_path / "files", tmp_path / "cache")


def got(files: CompressedFiles) -> bytes:
    answer = files.response(Request(BR), "a.js")
    assert answer is not None
    return bytes(brotli.decompress(answer.body))


def test_a_full_disk_costs_nothing_but_a_line_in_the_log(files, tmp_path, monkeypatch, caplog):
    write = Path.write_bytes

    def half(path: Path, packed: bytes) -> int:
        write(path, packed[: len(packed) // 2])
        raise FULL

    monkeypatch.setattr(Path, "write_bytes", half)
    assert got(files) == WHOLE
    assert [*(tmp_path / "cache").iterdir()] == []
    assert "cache: cache cannot be written (No space left on device)" in caplog.text


def test_what_a_crash_has_cut_short_is_packed_anew(files, tmp_path):
    got(files)
    (kept,) = (tmp_path / "cache").iterdir()
    packed = kept.read_bytes()
    for broken in (packed[:-9], b"", b"no brotli", brotli.compress(b"another file")):
        kept.write_bytes(broken)
        assert got(CompressedFiles(tmp_path / "files", tmp_path / "cache")) == WHOLE
        assert kept.read_bytes() == packed


def test_a_file_that_was_read_ahead_needs_no_disk(files, tmp_path):
    files.read_ahead((".js",))
    (tmp_path / "files" / "a.js").unlink()
    assert got(files) == WHOLE


def test_a_file_that_cannot_be_read_is_missing_and_said_so(files, monkeypatch, caplog):
    monkeypatch.setattr(Path, "read_bytes", lambda path: (_ for _ in ()).throw(FULL))
    assert files.response(Request(BR), "a.js") is None
    assert "asset: a.js cannot be read" in caplog.text


def test_a_start_without_the_style_sheet_ends_with_the_name_of_the_file(monkeypatch, caplog):
    def gone() -> None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "assets/app.css")

    monkeypatch.setattr(server, "read_ahead", gone)
    with pytest.raises(SystemExit):
        asyncio.run(server.warm(None).__aenter__())
    assert "start: assets/app.css cannot be read (No such file or directory)" in caplog.text
