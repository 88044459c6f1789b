"""Keeps a first visit from fetching two fonts that it does not show."""

from __future__ import annotations

from pathlib import Path

_FACE = "@font-face{font-family:Material Symbols Rounded;"
_ICON_LETTERS = "unicode-range:U+30-39,U+5F,U+61-7A;"


def slim_style(path: Path, style: bytes) -> bytes:
    """Return Streamlit's style sheet with its icon font limited to the letters of icon names.

    Streamlit asks for the icon font (375 kB) at every start by drawing a space in it. Icon names
    hold small letters, digits and underscores alone; with that range declared, the font is fetched
    where an icon stands and nowhere else. Should an upgrade write the rule in another way, the
    style sheet passes unchanged, and a test says so.

    Args:
        path: the file; other files pass unchanged.
        style: its bytes.

    """
    if path.suffix != ".css":
        return style
    return style.replace(_FACE.encode(), (_FACE + _ICON_LETTERS).encode())
