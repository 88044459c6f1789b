"""Which letters the fonts of the PDF have: a reader's own words may be of any script."""

from __future__ import annotations

import logging
import re
import unicodedata
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

log = logging.getLogger("mild.handout")

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts" / "print"
FAMILIES = (
    "Atkinson Hyperlegible Next", "Atkinson Hyperlegible Next Ext", "DejaVu Sans",
    "Noto Sans Arabic", "Noto Sans Thai", "Noto Sans Khmer", "Noto Sans Myanmar",
    "Noto Sans Ethiopic", "Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Gujarati",
    "Noto Sans Gurmukhi", "Noto Sans Kannada", "Noto Sans Malayalam", "Noto Sans Oriya",
    "Noto Sans Sinhala", "Noto Sans Tamil", "Noto Sans Telugu",
    "Droid Sans Fallback", "NanumSquare",
)  # fmt: skip
"""The fonts in the order in which a letter is looked for."""
MISSING = "\N{WHITE SQUARE}"
"""What stands in the place of a letter that no font has."""
_LONG_WORD = re.compile(r"[^\s\u0e00-\u0eff\u2e80-\uffff]{25,}")
"""Words that nothing breaks; the scripts that are written without spaces break by themselves."""
_PIECE = re.compile(r".{1,12}")
_KOREAN = frozenset([*range(0x1100, 0x1200), *range(0x3130, 0x3190), *range(0xAC00, 0xD7B0)])
_JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")


@cache
def _files() -> tuple[Path, ...]:
    """Return the fonts, small ones first: most letters are found before the large are opened."""
    return tuple(sorted(FONTS.glob("*.ttf"), key=lambda path: path.stat().st_size))


@cache
def _letters(path: Path) -> frozenset[int]:
    with TTFont(BytesIO(path.read_bytes()), lazy=True) as font:
        found = frozenset(font.getBestCmap())
    # Its letters outside the Korean alphabet are empty.
    return found & _KOREAN if path.stem.startswith("Nanum") else found


def _readable(path: Path) -> frozenset[int]:
    """Return the letters of a font; none where it has gone or is broken: a square says so then."""
    try:
        return _letters(path)
    except (OSError, TTLibError) as error:
        log.warning("font: %s cannot be read (%s)", path.name, type(error).__name__)
        return frozenset()


def drawable(text: str) -> tuple[str, bool]:
    """Return a text whose every letter some font has, and whether it is still what it was.

    Args:
        text: one line.

    """
    known = {
        char for char in set(text) - _JOINERS if any(ord(char) in _readable(f) for f in _files())
    }
    drawn = "".join(
        char if char in known or char in "\u200c\u200d" else "" if char in _JOINERS else MISSING
        for char in text
    )
    return drawn, MISSING not in drawn or MISSING in text


def breakable(text: str) -> str:
    """Return a text whose very long words may break anywhere: they would run off the paper."""
    return _LONG_WORD.sub(lambda word: "\N{ZERO WIDTH SPACE}".join(_PIECE.findall(word[0])), text)


def runs_right_to_left(text: str) -> bool:
    """Return whether a text is written from right to left: by its first letter with a direction."""
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"
