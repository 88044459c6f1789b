"""What an image packs as it is built, readers get later, from a disk that stays as it was."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest
from starlette.requests import Request

from app.web.compressed import CompressedFiles

TEXT = b"words that come again and again " * 400


def _asked(encoding: str) -> Request:
    headers = [(b"accept-encoding", encoding.encode())]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": headers})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two texts and a picture, which needs no packing."""
    for name in ("one.js", "deep/two.css", "three.woff2"):
        path = tmp_path / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(TEXT)
    return tmp_path / "files"


@pytest.mark.parametrize(
    ("encoding", "whole"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_what_was_packed_is_handed_out_and_nothing_is_written_later(
    folder: Path, tmp_path: Path, encoding: str, whole
):
    cache = tmp_path / "cache"
    assert CompressedFiles(folder, cache, lambda path, raw: raw.upper()).pack() == 2
    kept = {path.name: path.read_bytes() for path in cache.iterdir()}
    later = CompressedFiles(folder, cache, lambda path, raw: raw.upper())
    for name in ("one.js", "deep/two.css"):
        answer = later.response(_asked(encoding), name)
        assert answer is not None
        assert bytes(answer.body) in kept.values()
        assert whole(bytes(answer.body)) == TEXT.upper()
    assert {path.name: path.read_bytes() for path in cache.iterdir()} == kept


def test_a_disk_that_cannot_be_written_stops_the_building(folder: Path, tmp_path: Path):
    (tmp_path / "cache").write_bytes(b"a file where the folder should be")
    with pytest.raises(OSError, match="cache"):
        CompressedFiles(folder, tmp_path / "cache").pack()
