"""What may stand behind the ? of a page's address, of everything that means nothing there."""

from __future__ import annotations

from app.domain.address import PATHS, SETTINGS, VIEWS

NAMES = ("lang", *SETTINGS, "view", "measure", "options", "embed", "embed_options", "no-such-name")
VALUES = {
    "unknown": "no-such-value",
    "empty": "",
    "long": "x" * 3_000,
    "a path": "../../etc/passwd%00",
    "markup": "%3Cscript%3Ealert(1)%3C/script%3E",
    "broken signs": "%ff%fe%zz%",
    "other writing": "%E2%80%AE%F0%9F%92%A9",
    "a template": "%7B%7B7*7%7D%7D%24%7B7*7%7D",
    "almost right": " EN",
}
WHERE = {name: (page,) for name, page in SETTINGS.items()} | {
    "lang": ("visit",),
    "view": ("procedure",),
    "measure": ("recovery",),
}
"""Setting to pages that look at it; all pages get all settings at once."""


def everything(value: str) -> str:
    """Return a query that gives a value to all settings at once."""
    return "&".join(f"{name}={value}" for name in NAMES)


QUERIES: dict[str, tuple[str, str]] = {
    **{
        f"{name} {kind} on {page}": (page, f"{name}={value}")
        for name, pages in WHERE.items()
        for page in pages
        for kind, value in VALUES.items()
    },
    **{
        f"all {kind} on {page}": (page, everything(value))
        for page in PATHS
        for kind, value in VALUES.items()
    },
    **{
        f"{name} twice on {page}": (page, f"{name}={VIEWS[1]}&{name}={VIEWS[1]}")
        for name, pages in WHERE.items()
        for page in pages
    },
}
"""Name to page and query."""
