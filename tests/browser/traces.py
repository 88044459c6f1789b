"""Everything that a reader's answers could leave outside the session."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.server import Server

_STORED = """async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage },
  document.cookie, await caches.keys(), (await indexedDB.databases()).map(one => one.name)])"""


class Traces:
    """Watches a page from now on.

    Attributes:
        asked: the address of every request since.
    """

    def __init__(self, page: Page, server: Server) -> None:
        """Begin to watch."""
        self._page, self._server = page, server
        self._address, self._written = page.url, server.log.stat().st_size
        self.asked: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))

    def hold_none_of(self, *secrets: str) -> None:
        """Look for answers in the address, the log, requests, cookies and what the browser kept."""
        assert self._page.url == self._address
        logged = self._server.log.read_bytes()[self._written :].decode()
        told = " ".join([logged, *self.asked, self._page.evaluate(_STORED)])
        told += str(self._page.context.cookies())
        for secret in secrets:
            assert secret not in told, secret
