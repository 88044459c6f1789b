"""Files go out as the browser accepts them, whole, and are compressed once."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from starlette.applications import Starlette
from starlette.requests import Request

from app.blocks.assets import ASSETS
from app.blocks.style import SHEET
from app.web import compressed, shell
from app.web.compressed import CompressedFiles, accepted
from tests.web.asgi import Answer, ask, server

STATIC = shell.INDEX.parent / "static"
SCRIPT = min((STATIC / "js").glob("*.js"), key=lambda path: path.stat().st_size)
FILES = {
    f"/static/js/{SCRIPT.name}": SCRIPT,
    "/assets/app.css": ASSETS / "app.css",
    "/assets/favicon.svg": ASSETS / "favicon.svg",
}
FONT = "/assets/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2"
WAYS = {"br": "br, gzip", "gzip": "gzip, deflate", "": "identity"}


@pytest.fixture(scope="module")
def app() -> Starlette:
    return server()


def unpacked(answer: Answer) -> bytes:
    way = answer.headers.get("content-encoding", "")
    if way == "br":
        return bytes(brotli.decompress(answer.body))
    return gzip.decompress(answer.body) if way == "gzip" else answer.body


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("address", FILES)
def test_a_file_arrives_whole_in_the_way_asked_for(address: str, way: str, app: Starlette):
    answer = ask(app, address, accept_encoding=WAYS[way])
    assert answer.headers.get("content-encoding", "") == way
    assert answer.headers["vary"] == "Accept-Encoding"
    assert int(answer.headers["content-length"]) == len(answer.body)
    whole = FILES[address].read_bytes()
    if FILES[address] == SHEET:  # with the rules that follow from the drawings
        assert shell.stylesheet()[0].startswith(whole.decode())
        whole = shell.stylesheet()[0].encode()
    assert unpacked(answer) == whole


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("address", ["/", "/text/procedure", "/text/diary"])
def test_pages_arrive_whole_in_the_way_asked_for(address: str, way: str, app: Starlette):
    answer = ask(app, address, accept_encoding=WAYS[way])
    assert answer.headers.get("content-encoding", "") == way
    assert unpacked(answer) == ask(app, address).body


def test_a_font_is_not_compressed_again(app: Starlette):
    answer = ask(app, FONT, accept_encoding="br")
    assert "content-encoding" not in answer.headers
    assert answer.headers["content-type"] == "font/woff2"
    assert answer.body == (ASSETS / FONT.removeprefix("/assets/")).read_bytes()


def test_a_script_is_called_one(app: Starlette):
    kind = ask(app, f"/static/js/{SCRIPT.name}").headers["content-type"]
    assert kind.partition(";")[0] == "text/javascript"


@pytest.mark.parametrize(
    ("offered", "way"),
    [("br", "br"), ("gzip, br;q=0.5", "br"), ("br;q=0, gzip", "gzip"), ("BR", "br"), ("", ""),
     ("gzip;q=0, br; q=0", ""), ("deflate", ""), ("broken", "")],
)  # fmt: skip
def test_the_browser_says_what_it_accepts(offered: str, way: str):
    scope = {"type": "http", "headers": [(b"accept-encoding", offered.encode())]}
    assert accepted(Request(scope)) == way


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Return the encodings of the compressions done so far."""
    done: list[str] = []
    real = compressed.compress

    def counted(raw: bytes, encoding: str) -> bytes:
        done.append(encoding)
        return real(raw, encoding)

    monkeypatch.setattr(compressed, "compress", counted)
    yield done


def request(encoding: str) -> Request:
    return Request({"type": "http", "headers": [(b"accept-encoding", encoding.encode())]})


def folder(tmp_path: Path, text: str = "body { color: red }" * 50) -> Path:
    made = tmp_path / "files"
    made.mkdir(exist_ok=True)
    (made / "a.css").write_text(text)
    return made


def body(files: CompressedFiles, encoding: str) -> bytes:
    answer = files.response(request(encoding), "a.css")
    assert answer is not None
    return bytes(answer.body)


def test_a_file_is_compressed_once_however_often_it_is_asked_for(tmp_path: Path, calls: list[str]):
    files = CompressedFiles(folder(tmp_path), tmp_path / "kept")
    assert len({body(files, way) for way in ("br", "br", "br")}) == 1
    assert calls == ["br"]
    body(files, "gzip")
    body(files, "gzip")
    assert calls == ["br", "gzip"]


def test_the_next_start_finds_what_was_compressed_before(tmp_path: Path, calls: list[str]):
    first = body(CompressedFiles(folder(tmp_path), tmp_path / "kept"), "br")
    assert body(CompressedFiles(folder(tmp_path), tmp_path / "kept"), "br") == first
    assert calls == ["br"]


def test_a_changed_file_is_compressed_anew(tmp_path: Path, calls: list[str]):
    body(CompressedFiles(folder(tmp_path), tmp_path / "kept"), "br")
    other = folder(tmp_path, "p { color: blue }" * 50)
    packed = body(CompressedFiles(other, tmp_path / "kept"), "br")
    assert brotli.decompress(packed) == (other / "a.css").read_bytes()
    assert calls == ["br", "br"]


def test_without_a_place_to_keep_them_files_still_go_out(tmp_path: Path):
    (tmp_path / "kept").write_text("a file where the folder should be")
    packed = body(CompressedFiles(folder(tmp_path), tmp_path / "kept"), "br")
    assert brotli.decompress(packed) == (tmp_path / "files" / "a.css").read_bytes()


OUTSIDE = (
    "../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "a/../../secret.txt", "//etc/passwd",
    "..\\secret.txt", "",
)  # fmt: skip


@pytest.mark.parametrize("name", OUTSIDE)
def test_nothing_outside_the_folder_goes_out(name: str, tmp_path: Path):
    (tmp_path / "secret.txt").write_text("secret")
    files = CompressedFiles(folder(tmp_path), tmp_path / "kept")
    assert files.response(request(""), name) is None


@pytest.mark.parametrize(
    "address",
    [
        "/assets/../app/main.py",
        "/assets/%2e%2e/app/main.py",
        "/assets/..%2f..%2fetc/passwd",
        "/assets//etc/passwd",
        "/static/../index.html",
        "/static/%2e%2e/%2e%2e/__init__.py",
        "/static//etc/passwd",
    ],
)
def test_an_address_cannot_climb_out_of_its_folder(address: str, app: Starlette):
    answer = ask(app, address)
    assert answer.status in (303, 400, 404) or answer.text.startswith("streamlit answers")
    assert "import" not in answer.text
    assert "root:" not in answer.text
    assert "<html" not in answer.text


def test_a_large_file_is_packed_again_as_small_as_can_be(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(compressed, "_LARGE", 1000)
    folder = tmp_path / "files"
    folder.mkdir()
    whole = b"".join(b"let a%d = %d;" % (n, n * n) for n in range(4000))
    (folder / "a.js").write_bytes(whole)
    scope = {"type": "http", "headers": [(b"accept-encoding", b"br")]}
    files = CompressedFiles(folder, tmp_path / "cache")
    first = files.response(Request(scope), "a.js")
    assert first is not None
    assert brotli.decompress(first.body) == whole
    end = time.monotonic() + 20
    while not list((tmp_path / "cache").glob("*.br")) and time.monotonic() < end:
        time.sleep(0.02)
    later = files.response(Request(scope), "a.js")
    assert later is not None
    assert len(later.body) < len(first.body)
    assert brotli.decompress(later.body) == whole
    again = CompressedFiles(folder, tmp_path / "cache").response(Request(scope), "a.js")
    assert again is not None
    assert again.body == later.body
