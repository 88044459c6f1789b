"""The summary as one web page of its own: it needs no network, no script and no other file."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from unicodedata import east_asian_width

from markupsafe import Markup

from app.blocks.templates import render
from app.domain.visit import VisitSummary
from app.figures.circles import data_uri
from app.handout.filled import sheet_of
from app.handout.sheet import Sheet
from app.knowledge.catalog import Library

log = logging.getLogger("mild.handout")

STYLE = Path(__file__).with_name("summary.css")
_FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
_SUBSETS = ("latin-ext", "latin")
ROOMY = 5000
"""Letters of a sheet that two printed pages hold with room to write under each question."""


@cache
def page_style() -> Markup:
    """Return the style sheet with the fonts in it; read once."""
    faces = "".join(_face(part) for part in _SUBSETS)
    return Markup(faces + STYLE.read_text("utf-8"))


def _face(part: str) -> str:
    """Return a font as a rule of the style sheet; without its file, a font of the reader stands."""
    path = _FONTS / f"atkinson-hyperlegible-next-{part}-wght-normal.woff2"
    try:
        font = data_uri("font/woff2", path.read_bytes())
    except OSError as error:
        log.warning("font: %s cannot be read (%s)", path.name, error.strerror)
        return ""
    return (
        '@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:200 800;'
        f'src:url({font}) format("woff2")'
        f"{';unicode-range:U+100-2FF,U+1E00-1EFF' if part == 'latin-ext' else ''}}}\n"
    )


def summary_html(library: Library, summary: VisitSummary) -> bytes:
    """Return the summary as a whole HTML document in UTF-8.

    Args:
        library: the content, in the language of the sheet.
        summary: what the reader chose; its texts are escaped.

    """
    sheet, logo = sheet_of(library, summary), library.clinic.logo
    return render(
        library, "summary", sheet=sheet, css=page_style(), svg=_svg,
        tight=_letters(sheet) > ROOMY, code=_svg(sheet.qr),
        logo=data_uri(logo.media_type, logo.data) if logo else "",
    ).encode()  # fmt: skip


def _svg(picture: str) -> str:
    return data_uri("image/svg+xml", picture.encode())


def _letters(sheet: Sheet) -> int:
    """Return how much there is to set: letters that are twice as wide count twice."""
    texts = [*_texts(asdict(replace(sheet, panels=(), qr="")))]
    wide = sum(east_asian_width(char) in "WF" for text in texts for char in text)
    return sum(map(len, texts)) + wide


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts(tuple(value.values()))
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)
