"""The log: one line of JSON for one event, with nothing in it that a reader typed, asked or is.

Lines of ours say what their code put together; they name lengths and places, not values. Lines of a
library are written without what it filled in, and an error without its message, for both may hold
an address or an answer: what is left is which line of code spoke, and the kind of the error.
"""

from __future__ import annotations

import datetime
import json
import logging
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

ROOT = Path(__file__).resolve().parents[2]
_OURS = "mild"
_CUT = 300  # characters of a library's words

MOST, WINDOW = 60, 60.0
"""Lines from one place in the code in so many seconds; the next one says how many were left out."""


class JsonLines(logging.Formatter):
    """Writes a record as one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without a line break."""
        when = datetime.datetime.fromtimestamp(record.created, datetime.UTC)
        line: dict[str, Any] = {
            "time": when.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if is_ours(record.name):
            line |= {"event": record.getMessage(), **getattr(record, "fields", {})}
        else:
            words = record.msg.splitlines() if isinstance(record.msg, str) else []
            line |= {"event": "".join(words[:1])[:_CUT], "line": f"{record.module}:{record.lineno}"}
        if record.exc_info and record.exc_info[0] is not None:
            line |= {"type": record.exc_info[0].__name__, "at": place(record.exc_info[2])}
        left_out = getattr(record, "left_out", 0)
        return json.dumps(line | ({"left_out": left_out} if left_out else {}), ensure_ascii=False)


class Flood(logging.Filter):
    """Lets a place in the code write so much and no more: a disk is not filled by odd requests."""

    def __init__(self) -> None:
        super().__init__()
        self._since: dict[tuple[str, int, str], tuple[float, int]] = {}
        self._lock = threading.Lock()

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether a record is written."""
        where = (record.pathname, record.lineno, str(getattr(record, "fields", {}).get("why")))
        now = time.monotonic()
        with self._lock:
            since, count = self._since.get(where, (now, 0))
            if now - since >= WINDOW:
                record.left_out = max(0, count - MOST)
                since, count = now, 0
            self._since[where] = (since, count + 1)
        return count < MOST


class Library(logging.Logger):
    """A logger whose lines go to the root alone, whatever handlers its library gives it."""

    def callHandlers(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's own name
        """Hand a record to the handlers of the root."""
        logging.getLogger().callHandlers(record)


def is_ours(name: str) -> bool:
    """Return whether a logger is one of this app."""
    return name == _OURS or name.startswith(f"{_OURS}.")


def place(trace: TracebackType | None) -> str:
    """Return where an error arose, as `file:line`: the last place in our own code, if it came by.

    Args:
        trace: of the error.

    """
    found = "?"
    ours = False
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        mine = path.is_relative_to(ROOT / "app")
        if mine or not ours:
            short = path.relative_to(ROOT) if mine else Path(*path.parts[-2:])
            found = f"{short.as_posix()}:{trace.tb_lineno}"
        ours = ours or mine
        trace = trace.tb_next
    return found


def configure(stream: TextIO | None = None) -> None:
    """Have every logger of this process, now and later, write its lines to one stream.

    Args:
        stream: where to; standard error if not given.

    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    handler.addFilter(Flood())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(_OURS).setLevel(logging.INFO)
    logging.setLoggerClass(Library)  # Streamlit gives each of its loggers a handler, many late
    for one in list(logging.Logger.manager.loggerDict.values()):
        if type(one) is logging.Logger and not is_ours(one.name):
            one.__class__ = Library
    logging.getLogger("uvicorn.access").disabled = True  # holds addresses, of readers and pages
    for name in ("uvicorn", "uvicorn.error"):
        logging.getLogger(name).setLevel(logging.WARNING)
    threading.excepthook = _of_thread


def _of_thread(failed: threading.ExceptHookArgs) -> None:
    """Log an error that ended a thread, instead of its trace."""
    error = failed.exc_value or failed.exc_type()
    where = {"type": failed.exc_type.__name__, "at": place(error.__traceback__)}
    logging.getLogger("mild.app").error("thread failed", extra={"fields": where})
