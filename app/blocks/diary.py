"""The diary: the way to it from the recovery page, and the sheet of paper itself."""

from __future__ import annotations

from app.blocks.templates import render
from app.knowledge.catalog import Library
from app.knowledge.clinic import utc_today
from app.knowledge.review import review_of

LINES = 12
"""Lines to fill in by hand, one a week; more do not fit on one sheet."""


def diary(library: Library) -> str:
    """Return the link to the sheet, and what each of its lines asks for."""
    return render(library, "diary", lines=LINES)


def diary_sheet(library: Library, css: str) -> str:
    """Return the sheet as a whole document.

    Args:
        library: the content.
        css: address of the style sheet.

    """
    return render(
        library, "diary_sheet", lines=LINES, css=css, review=review_of(library), here="recovery",
        today=utc_today(),
    )  # fmt: skip
