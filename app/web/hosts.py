"""Which name this site is asked by, and which pages may open a connection to it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HEADER = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(:\d{1,5})?")


def host_allowed(host: str | None, allowed: tuple[str, ...]) -> bool:
    """Return whether a Host header names this site.

    A page of another site whose name is made to lead here (DNS rebinding) names that other site.

    Args:
        host: the header, None where there was none.
        allowed: the names of this site; with none, every name is one.

    """
    if not allowed:
        return True
    found = _HEADER.fullmatch((host or "").lower())
    name = found["name"].rstrip(".") if found else ""
    return any(
        name.endswith(one[1:]) if one.startswith("*.") else name == one for one in allowed if name
    )


def origin_allowed(origin: str | None, host: str | None, allowed: tuple[str, ...]) -> bool:
    """Return whether a page of this origin may open a connection.

    Browsers name the page's origin in every such request, and no page can change it; a program that
    is no browser names none, and could name any.

    Args:
        origin: the header, None where there was none.
        host: the Host header of the same request.
        allowed: the names of this site, for a proxy that passes on another name in Host.

    """
    if origin is None:
        return True
    try:
        parts = urlsplit(origin.lower())
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return False
    same = parts.netloc == (host or "").lower()
    return same or (bool(allowed) and host_allowed(parts.netloc, allowed))
