"""The parts that the server is put together from: start-up, error page, middleware."""

from __future__ import annotations

import gc
import logging
import os
import platform
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from starlette.middleware import Middleware

from app.knowledge.faults import ContentError
from app.knowledge.library import library, offered
from app.web import shell
from app.web.chunks import index
from app.web.files import allow_many_files
from app.web.guard import Guard
from app.web.routes import KnownAddresses, read_ahead
from app.web.security import SecurityHeaders, content_security_policy
from app.web.settings import SettingError, Settings, read_settings
from app.web.sockets import Protocol

log = logging.getLogger("mild.web")

GARBAGE = (10_000, 20, 20)
"""How many new objects call for a look at the new ones, and how many looks for one at older ones.

A run makes some thousand. With Python's own 700, 10, 10, a look at all open pages, a tenth of a
second long for five hundred of them, came every few seconds.
"""
SWITCH_SECONDS = 0.0005
"""How long a run may keep the interpreter while the loop that sends to all readers waits for it.

With Python's own 5 ms, runs that overlap and the loop held each other up.
"""


def settings() -> Settings:
    """Return what the environment asks for; anything odd in it stops the start with one line."""
    try:
        found = read_settings(os.environ)
    except SettingError as error:
        log.error("setting: %s", error)
        raise SystemExit(1) from error
    log.info("settings", extra={"fields": asdict(found)})
    return found


def middleware(protocol: Protocol, asked: Settings) -> list[Middleware]:
    """Return what wraps every request, outermost first.

    Args:
        protocol: what the messages between browser and app say.
        asked: the settings of this process.

    """
    policy = content_security_policy(index() + shell.CONNECTS)
    return [
        Middleware(SecurityHeaders, policy=policy),
        Middleware(Guard, settings=asked, protocol=protocol),
        Middleware(KnownAddresses),
    ]


@asynccontextmanager
async def warm(app: object) -> AsyncIterator[None]:
    """Read and check the content before the first reader comes; a fault in it stops the start."""
    try:
        offered()
        read_ahead()
    except ContentError as error:
        for fault in error.faults:
            log.error("content: %s", fault)
        raise SystemExit(1) from error
    except OSError as error:
        log.error("start: %s cannot be read (%s)", error.filename, error.strerror)
        raise SystemExit(1) from error
    # What was read stays for good: no later collection looks through it, with all readers waiting.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)
    sys.setswitchinterval(SWITCH_SECONDS)
    log.info("start", extra={"fields": _what_runs() | {"open_files": allow_many_files()}})
    yield
    log.info("stop")


def _what_runs() -> dict[str, Any]:
    """Return which versions run, and how much content was read."""
    counted = {lang: library(lang) for lang in offered()}
    return {
        "python": platform.python_version(),
        **{name: version(name) for name in ("streamlit", "starlette", "uvicorn")},
        "content": {
            lang: {name: len(getattr(one, name)) for name in ("pages", "steps", "options", "nodes")}
            for lang, one in counted.items()
        },
    }
