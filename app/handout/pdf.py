"""The summary as a PDF that screen readers can read (PDF/UA), made in this process."""

from __future__ import annotations

import datetime
import json
import logging
import re
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path

import typst

from app.domain.visit import VisitSummary
from app.handout.filled import sheet_of
from app.handout.letters import FAMILIES, FONTS, breakable, drawable, runs_right_to_left
from app.handout.page import page_style
from app.handout.sheet import Line, Sheet
from app.knowledge.catalog import Library
from app.knowledge.dial import dial_uri

log = logging.getLogger("mild.handout")

TEMPLATE = Path(__file__).with_name("summary.typ")
MOST_PAGES = 2
_PAGE = re.compile(rb"/Type\s*/Page\b")


class SheetError(RuntimeError):
    """A sheet that the typesetter refuses. It says nothing of what a reader wrote."""


class TooLongError(SheetError):
    """A sheet that does not fit on two pages in any setting."""


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


def read_fonts() -> None:
    """Read the template and the font of nearly all sheets, so that these need no disk.

    A page is set with a letter of it, and thrown away: the typesetter reads a font when it is first
    used. The fonts of other scripts wait for that: ten megabytes in every process.
    """
    _template()
    page_style()
    drawable("aş")
    letter = f'#text(font: "{FAMILIES[0]}")[a *a*]'
    typst.compile(letter.encode(), font_paths=_fonts(), ignore_system_fonts=True)


def summary_pdf(library: Library, summary: VisitSummary) -> bytes:
    """Return the summary as PDF/UA-1: the same bytes for the same summary and content.

    Args:
        library: the content, in the language of the sheet.
        summary: what the reader chose. Its texts are data to the typesetter, never markup.

    Raises:
        TooLongError: it does not fit on two pages.
        SheetError: the typesetter refuses it.

    """
    if FAMILIES[0] not in _fonts().families():
        # The typesetter would leave every line empty, and say nothing.
        log.error("font: %s is not in %s; no PDF can be made", FAMILIES[0], FONTS.name)
        raise SheetError("no font")
    sheet = _with_drawable_letters(library, sheet_of(library, summary))
    inputs = {
        "sheet": json.dumps(_data(sheet)),
        "date": summary.made_on.isoformat(),
        "fonts": json.dumps(FAMILIES),
        "page": library.words("sheet.page", page="{page}", pages="{pages}"),
    }
    midnight = datetime.datetime.combine(summary.made_on, datetime.time(), datetime.UTC)
    # Most summaries are settled by two settings: the second that is tried lies on the side that
    # the first one points to.
    if usual := _set(inputs, midnight, "plain"):
        return _set(inputs, midnight, "roomy") or usual
    if tight := _set(inputs, midnight, "closest"):
        return _set(inputs, midnight, "close") or tight
    if sheet.rules:  # they stand on the recovery page as well, and the sheet says so
        elsewhere = (
            Line(library.words("sheet.rules_elsewhere"), library.words("sheet.rules_where")),
        )
        sheet = replace(sheet, rules=replace(sheet.rules, lines=elsewhere))
        if tight := _set({**inputs, "sheet": json.dumps(_data(sheet))}, midnight, "closest"):
            return tight
    raise TooLongError(f"the summary needs more than {MOST_PAGES} pages")


def _set(inputs: dict[str, str], midnight: datetime.datetime, density: str) -> bytes:
    """Return the PDF in one setting, or nothing where it does not fit."""
    try:
        made = typst.compile(
            _template(),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={**inputs, "density": density},
            pdf_standards=["ua-1"],
            timestamp=midnight,
        )
    except (typst.TypstError, OSError):
        # Its message quotes the text that it stopped at, which may be a reader's own.
        raise SheetError(f"the setting {density!r} is refused") from None
    fits = isinstance(made, bytes) and len(_PAGE.findall(made)) <= MOST_PAGES
    return made if fits else b""


def _data(sheet: Sheet) -> dict[str, object]:
    """Return the sheet as the typesetter takes it: long words can break, directions are known."""
    own = [sheet.own.text if sheet.own else "", *sheet.questions]
    data: dict[str, object] = asdict(sheet)
    data["questions"] = [breakable(question) for question in sheet.questions]
    if sheet.own:
        data["own"] = {"name": sheet.own.name, "text": breakable(sheet.own.text)}
    numbers = {line.number for line in sheet.urgent.lines if line.number}
    data["dials"] = {number: dial_uri(number) for number in sorted(numbers)}
    return {**data, "right_to_left": [runs_right_to_left(text) for text in own]}


def _with_drawable_letters(library: Library, sheet: Sheet) -> Sheet:
    """Put a square in the place of each letter that no font has, and say so on the sheet."""
    drawn = [drawable(question) for question in sheet.questions]
    own = drawable(sheet.own.text) if sheet.own else ("", True)
    if all(whole for _, whole in (*drawn, own)):
        said = sheet.about
    else:
        said = f"{sheet.about} {library.words('sheet.letters')}"
    return replace(
        sheet,
        questions=tuple(text for text, _ in drawn),
        own=Line(sheet.own.name, own[0]) if sheet.own else None,
        about=said,
    )
