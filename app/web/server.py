"""The parts that the server is put together from: start-up, error page, middleware."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.middleware import Middleware

from app.web import shell
from app.web.routes import KnownAddresses
from app.web.security import SecurityHeaders, content_security_policy

log = logging.getLogger("mild.web")


def middleware() -> list[Middleware]:
    """Return what wraps every request, outermost first."""
    policy = content_security_policy(shell.INDEX.read_text("utf-8"))
    return [Middleware(SecurityHeaders, policy=policy), Middleware(KnownAddresses)]


@asynccontextmanager
async def warm(app: Any) -> AsyncIterator[None]:
    """Read and check the content before the first reader comes; a fault in it stops the start."""
    from app.knowledge.faults import ContentError
    from app.knowledge.library import offered

    try:
        offered()
    except ContentError as error:
        log.error("%s", error)
        raise SystemExit(1) from error
    yield


def calm_error(error: Exception) -> bool:
    """Show a calm page instead of a trace, and write one line to the log.

    Args:
        error: what went wrong. Its message is not logged: it could hold what a reader typed.

    """
    from app.ui.error import show_error

    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    log.error("script error: %s at %s", type(error).__name__, place)
    show_error()
    return True
