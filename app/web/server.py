"""The parts that the server is put together from: start-up, error page, middleware."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.middleware import Middleware

from app.knowledge.faults import ContentError
from app.knowledge.library import offered
from app.web import shell
from app.web.routes import KnownAddresses
from app.web.security import SecurityHeaders, content_security_policy

log = logging.getLogger("mild.web")


def middleware() -> list[Middleware]:
    """Return what wraps every request, outermost first."""
    policy = content_security_policy(shell.INDEX.read_text("utf-8"))
    return [Middleware(SecurityHeaders, policy=policy), Middleware(KnownAddresses)]


@asynccontextmanager
async def warm(app: object) -> AsyncIterator[None]:
    """Read and check the content before the first reader comes; a fault in it stops the start."""
    try:
        offered()
    except ContentError as error:
        log.error("%s", error)
        raise SystemExit(1) from error
    yield
