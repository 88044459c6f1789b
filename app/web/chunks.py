"""Which files of Streamlit's own code a page needs besides those that its first HTML names.

Streamlit asks for the code of each kind of element when it is about to draw one, and each file then
asks for others: with a network that answers slowly, one wait after the other.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_STREAMLIT = find_spec("streamlit")
if _STREAMLIT is None or _STREAMLIT.origin is None:
    raise ImportError("streamlit is not installed")
INDEX = Path(_STREAMLIT.origin).parent / "static" / "index.html"
CODE = INDEX.parent / "static" / "js"

_NEEDS = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')
_EVERYWHERE = ("BidiComponent", "Html", "Button")
_KINDS = {
    "recovery": ("ButtonGroup",),
    "options": ("Radio", "ButtonGroup", "rehype-raw"),
    "visit": ("Radio", "TextArea", "Checkbox", "ButtonGroup", "rehype-raw"),
}
"""What is on each page besides, as Streamlit's files are called."""


@cache
def index() -> str:
    """Return Streamlit's own page; read once, so that nothing is asked of the disk later."""
    return INDEX.read_text("utf-8")


@cache
def file_of(kind: str) -> str:
    """Return the name of the file that draws a kind of element; empty where there is none."""
    return next((one.name for one in sorted(CODE.glob(f"{kind}.*.js"))), "")


@cache
def needed(page_id: str) -> tuple[str, ...]:
    """Return the names of the files that draw a page's elements, and of those that they need.

    Without one of them, after an upgrade say, a page works as before, only later.

    Args:
        page_id: which page.

    """
    found: dict[str, None] = {}
    waiting = [file_of(kind) for kind in (*_EVERYWHERE, *_KINDS.get(page_id, ()))]
    while waiting:
        name = waiting.pop(0)
        if name and name not in index() and name not in found and (CODE / name).is_file():
            found[name] = None
            waiting += _asked_by(name)
    return tuple(found)


@cache
def _asked_by(name: str) -> list[str]:
    """Return the names of the files that one asks for by itself."""
    return _NEEDS.findall((CODE / name).read_text("utf-8"))
