"""Readers who go on reading while replicas come and go, and what went wrong for them."""

from __future__ import annotations

import contextlib
import threading
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar

from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import connect

from tests.failover.rig import COOKIE
from tests.load.wire import Session

PAGES = ("/", "/procedure", "/text/recovery", "/_stcore/health", "/assets/favicon.svg", "/visit")
PAUSE = 0.1  # a reader pauses, too
PATIENCE = 10.0  # seconds within which a page that was cut off is there again
CUT_OFF = (ConnectionClosed, InvalidHandshake, OSError, TimeoutError)


@dataclass
class Tally:
    """What readers saw.

    Attributes:
        failed: one line for each thing that went wrong.
        asked: how many requests were answered.
        drawn: how many times a page was drawn.
        moved: how many times a page was cut off and connected again.
    """

    failed: list[str] = field(default_factory=list)
    asked: int = 0
    drawn: int = 0
    moved: int = 0


@contextlib.contextmanager
def reading(url: str, pages: int = 4, askers: int = 2) -> Iterator[Tally]:
    """Have readers read until the block ends; the tally is whole after it.

    Args:
        url: where they come in.
        pages: how many have a page open and change it again and again.
        askers: how many ask for one document after the other.
    """
    tally, end = Tally(), threading.Event()
    work = [_page] * pages + [_asker] * askers
    threads = [threading.Thread(target=one, args=(url, tally, end)) for one in work]
    for thread in threads:
        thread.start()
    try:
        yield tally
    finally:
        end.set()
        for thread in threads:
            thread.join()


def _asker(url: str, tally: Tally, end: threading.Event) -> None:
    """Ask as a browser does: with the cookie. Anything but a good answer is a failure."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    while not end.is_set():
        for path in PAGES:
            try:
                with opener.open(url + path, timeout=PATIENCE) as answer:
                    whole = answer.read()
                    if answer.status != 200 or not whole:
                        tally.failed.append(f"{path}: {answer.status}, {len(whole)} bytes")
                tally.asked += 1
            except (OSError, HTTPException) as error:
                tally.failed.append(f"{path}: {error!r}")
            end.wait(PAUSE)


def _page(url: str, tally: Tally, end: threading.Event) -> None:
    """Have a page open; where it is cut off, connect again and draw it, as a browser does."""
    cookie = ""
    cut = 0.0
    while not end.is_set():
        try:
            stream = f"ws{url.removeprefix('http')}/_stcore/stream"
            headers = {"Cookie": cookie} if cookie else {}
            with connect(
                stream, subprotocols=["streamlit"], max_size=None, additional_headers=headers
            ) as socket:
                cookie = _route(socket.response.headers.get_all("Set-Cookie")) or cookie
                session = Session(socket, f"{url}/procedure", "procedure")
                while not end.is_set():
                    session.run()
                    tally.drawn += 1
                    tally.moved += bool(cut)
                    cut = 0.0
                    end.wait(PAUSE)
        except CUT_OFF as error:
            cut = cut or time.monotonic()
            if time.monotonic() - cut > PATIENCE:
                tally.failed.append(f"page not back within {PATIENCE} s: {error!r}")
                cut = time.monotonic()
            end.wait(0.5)  # a browser waits as long


def _route(set_: list[str]) -> str:
    """Return the cookie of the replica as it is sent back; empty where none was set."""
    found = [one.split(";")[0] for one in set_ if one.startswith(f"{COOKIE}=")]
    return found[-1] if found else ""
