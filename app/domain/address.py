"""Where each page lives and which view settings an address may carry; printed codes use it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

PATHS: Mapping[str, str] = {
    "overview": "/",
    "procedure": "/procedure",
    "recovery": "/recovery",
    "options": "/options",
    "whats-next": "/whats-next",
    "visit": "/visit",
    "evidence": "/evidence",
}
"""Page id to path, in reading order."""

SHEETS: Mapping[str, str] = {"diary": "/text/diary"}
"""Sheet of paper to path; a sheet is no page and stands in no menu."""

SETTINGS: Mapping[str, str] = {"step": "procedure", "node": "whats-next"}
"""Setting that names a place within a page to that page."""

LOGO = "/assets/clinic-logo"
"""Where the clinic's logo is, if it has one."""

VIEWS = ("patient", "clinic")


def href(page: str, **settings: str | None) -> str:
    """Return the address of a page or sheet with view settings; those without a value are left out.

    Raises:
        KeyError: the page has no address.

    """
    chosen = {name: value for name, value in settings.items() if value}
    path = PATHS[page] if page in PATHS else SHEETS[page]
    return path + (f"?{urlencode(chosen)}" if chosen else "")


def allowed_value(values: list[str], allowed: tuple[str, ...], default: str) -> tuple[str, bool]:
    """Return the setting to use for the values that an address gives, and whether they were odd.

    Args:
        values: everything given under one name, in order; empty where the address has none.
        allowed: the values that mean something here.
        default: the value to use otherwise.

    Returns:
        The first and only value where it is allowed, else the default; True where the address held
        something else than exactly one allowed value.

    """
    if not values:
        return default, False
    if len(values) == 1 and values[0] in allowed:
        return values[0], False
    return default, True
