"""The log: one line of JSON an event, and no word in it that a reader or stranger could choose."""

from __future__ import annotations

import io
import json
import logging
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from app.web import logs
from app.web.logs import JsonLines, configure

SECRET = "what a reader typed\nand more"
NAMES = ("uvicorn", "uvicorn.error", "uvicorn.access", "mild")


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What a server writes; the logging of the tests is put back in the end."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, logging.getLoggerClass(), threading.excepthook
    known = [one for one in logging.Logger.manager.loggerDict.values()
             if isinstance(one, logging.Logger)]  # fmt: skip
    kinds = {one: type(one) for one in known}
    levels = {name: logging.getLogger(name).level for name in NAMES}
    stream = io.StringIO()
    configure(stream)
    yield stream
    root.handlers[:], level, kind, threading.excepthook = before
    root.setLevel(level)
    logging.setLoggerClass(kind)
    for one, was in kinds.items():
        one.__class__ = was
    for name, was_at in levels.items():
        logging.getLogger(name).setLevel(was_at)
    logging.getLogger("uvicorn.access").disabled = False


def read(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def failed() -> None:
    raise ValueError(SECRET)


def test_a_line_of_ours_holds_what_our_code_put_together(lines: io.StringIO):
    logging.getLogger("mild.web").info("start", extra={"fields": {"streamlit": "1"}})
    (line,) = read(lines)
    assert line.pop("time").endswith("+00:00")
    assert line == {"level": "info", "logger": "mild.web", "event": "start", "streamlit": "1"}


@pytest.mark.parametrize("name", ["streamlit.new.module", "uvicorn.error", "asyncio", "odd"])
def test_a_line_of_a_library_holds_nothing_that_was_filled_in(name: str, lines: io.StringIO):
    log = logging.getLogger(name)
    log.addHandler(logging.StreamHandler(lines))  # as Streamlit does for each of its own
    log.propagate = False
    try:
        failed()
    except ValueError:
        log.exception("session %s said: %s", "an id", SECRET)
    log.handlers.clear()
    log.propagate = True
    (line,) = read(lines)
    assert line["event"] == "session %s said: %s"
    assert line["line"].startswith("test_logs:")
    assert (line["type"], line["at"].rpartition(":")[0]) == ("ValueError", "web/test_logs.py")
    assert SECRET.splitlines()[0] not in lines.getvalue()


def test_what_a_library_says_of_every_request_is_not_written(lines: io.StringIO):
    logging.getLogger("uvicorn.access").info('%s - "%s" %d', "1.2.3.4", "/?node=secret", 200)
    logging.getLogger("uvicorn.error").info('%s - "WebSocket %s" [accepted]', "1.2.3.4", "/x")
    assert lines.getvalue() == ""


def test_a_thread_that_fails_leaves_one_line(lines: io.StringIO):
    thread = threading.Thread(target=failed)
    thread.start()
    thread.join()
    (line,) = read(lines)
    assert (line["event"], line["type"]) == ("thread failed", "ValueError")
    assert "typed" not in lines.getvalue()


def test_a_flood_is_cut_and_counted(lines: io.StringIO, monkeypatch: pytest.MonkeyPatch):
    log = logging.getLogger("mild.web")
    clock = iter([float(number) / 100 for number in range(100)] + [100.0])
    monkeypatch.setattr(logs.time, "monotonic", lambda: next(clock))
    for _ in range(101):
        log.warning("refused", extra={"fields": {"why": "odd address"}})
    found = read(lines)
    assert len(found) == logs.MOST + 1
    assert [line.get("left_out", 0) for line in found] == [0] * logs.MOST + [100 - logs.MOST]


def test_an_error_is_placed_in_our_own_code_where_it_came_through_it():
    code = compile("def run(call): call()", str(logs.ROOT / "app" / "ui" / "walk.py"), "exec")
    space: dict[str, Any] = {}
    exec(code, space)
    try:
        space["run"](failed)
    except ValueError as error:
        assert logs.place(error.__traceback__) == "app/ui/walk.py:1"
        record = logging.LogRecord("mild.x", 40, "", 1, "x", (), sys.exc_info())
    assert json.loads(JsonLines().format(record))["type"] == "ValueError"
    assert logs.place(None) == "?"
