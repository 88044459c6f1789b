"""A disk that loses its files, is full or cannot be written, under a server that runs."""

from __future__ import annotations

import gzip
import json
import shutil
import urllib.request
from collections.abc import Iterator

import pytest

from app.domain.address import PATHS
from app.knowledge.catalog import Library
from tests.load.wire import Run, session
from tests.server import ROOT, Server, serving

GONE = ("content", "assets", "app/blocks/templates", "app/handout/summary.typ",
        "app/handout/summary.css")  # fmt: skip
FONT = "/assets/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2"


@pytest.fixture(scope="module")
def bereft(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose files were taken away once it ran, and that can write nowhere."""
    root = tmp_path_factory.mktemp("bereft")
    for name in ("app", "content", "assets", ".streamlit"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "streamlit_app.py", root)
    (root / ".cache").write_text("a file in the place of the folder")
    nowhere = {"HOME": "/proc/none", "TMPDIR": "/proc/none", "PYTHONDONTWRITEBYTECODE": "1"}
    with serving(root / "server.log", root / "streamlit_app.py", nowhere) as running:
        for name in GONE:
            path = root / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        yield running


def _got(address: str) -> bytes:
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked, timeout=20) as answer:
        body: bytes = answer.read()
        packed = answer.headers.get("Content-Encoding") == "gzip"
    return gzip.decompress(body) if packed else body


@pytest.mark.parametrize("page", PATHS)
def test_later_readers_get_every_page_of_a_server_without_its_files(
    page: str, bereft: Server, library: Library
):
    title = library.pages[page].front.title
    for kind in ("", "/text"):
        assert title in _got(bereft.url + kind + PATHS[page]).decode()
    with session(bereft.url, PATHS[page].strip("/")) as reader:
        drawn = _html(reader.run())
    assert title in drawn
    assert "calm-error" not in drawn


def _html(run: Run) -> str:
    return "".join(
        delta.new_element.html.body + delta.new_element.markdown.body for delta in run.deltas
    )


def test_what_pages_are_drawn_with_is_still_handed_out(bereft: Server):
    sheet = _got(bereft.url + "/assets/app.css")
    assert sheet.startswith((ROOT / "assets" / "app.css").read_bytes())
    for name in ("/assets/watch.js", "/assets/favicon.svg", FONT):
        assert _got(bereft.url + name) == (ROOT / name.strip("/")).read_bytes()


def test_the_diary_is_still_there(bereft: Server, library: Library):
    assert library.words("diary.title") in _got(bereft.url + "/text/diary").decode()


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_the_sheet_is_still_made(form: str, bereft: Server):
    with session(bereft.url, "visit") as reader:
        first = reader.run()
        _, button = first.widget("button", f"take-{form}")
        made = reader.run({button: True})
    files = [
        json.loads(delta.new_element.bidi_component.json)
        for delta in made.deltas
        if delta.new_element.bidi_component.component_name == "save"
    ]
    assert [file["name"].rsplit(".", 1)[1] for file in files] == [form]


def test_one_line_says_that_nothing_can_be_kept_and_no_trace_is_logged(bereft: Server):
    _got(bereft.url + "/assets/app.css")
    log = bereft.log.read_text()
    assert log.count("each start packs the files anew") == 1
    assert "Traceback" not in log
    assert '"level": "error"' not in log
