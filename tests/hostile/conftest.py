"""One server for everything here that is done to a server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server import Server, serving

READERS = 60
HOSTS = "localhost,127.0.0.1,*.guide.example"


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app as it runs, told by which names it is asked."""
    log = tmp_path_factory.mktemp("hostile") / "server.log"
    limits = {"ALLOWED_HOSTS": HOSTS, "MAX_READERS": str(READERS), "MESSAGES_PER_SECOND": "40"}
    with serving(log, env=limits) as running:
        yield running
