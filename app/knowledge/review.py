"""Whether a clinician reviewed what a page says now, and the command by which one signs."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from pathlib import Path

from app.knowledge.catalog import Library
from app.knowledge.clinic import Clinic
from app.knowledge.signoff import COMMAND
from app.knowledge.versions import page_marks, version


@dataclass(frozen=True)
class Review:
    """A clinician's review of the content in one language.

    Attributes:
        reviewer: who.
        day: when.
        due: when again.
        version: which version was signed; empty where the review is not tied to one.
        changed: the pages that say something else now, in their order.

    """

    reviewer: str
    day: datetime.date
    due: datetime.date
    version: str
    changed: tuple[str, ...]


def review_of(library: Library) -> Review | None:
    """Return the review of the content, or None where nobody has reviewed it in this language."""
    clinic, signed = library.clinic, library.sign_off
    if not clinic.reviewer or not clinic.reviewed_on:
        return None
    if signed and library.lang not in signed.languages:
        return None
    due = clinic.review_due or _a_year_after(clinic.reviewed_on)
    if not signed:
        return Review(clinic.reviewer, clinic.reviewed_on, due, "", ())
    then = signed.languages[library.lang]
    changed = [page for page, mark in page_marks(library).items() if then.pages.get(page) != mark]
    return Review(clinic.reviewer, clinic.reviewed_on, due, then.version, tuple(changed))


def is_overdue(library: Library, today: datetime.date) -> bool:
    """Return whether the content, or the review of it, should have been looked at again."""
    review = review_of(library)
    dates = [library.about.review_due, *([review.due] if review else [])]
    return today > min(dates)


def _a_year_after(day: datetime.date) -> datetime.date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28) if leap else day.replace(year=day.year + 1)


def why_not(library: Library, today: datetime.date) -> tuple[str, str] | None:
    """Return what keeps the content from being signed, as found and allowed; None for nothing.

    A day stands for what was read on it: not for words that were written later.

    Args:
        library: the content in one language.
        today: the day of the signing.

    """
    day, written = library.clinic.reviewed_on, library.about.date
    if day is None or not library.clinic.reviewer:
        return "nothing", "the reviewer, and the day of the review in reviewed_on"
    if day < written:
        return str(day), f"a day from {written} on, when these words were written"
    before = review_of(library)
    if before and before.changed and day < today - datetime.timedelta(days=1):
        pages = ", ".join(before.changed)
        return str(day), f"the day on which the pages changed since were read: {pages}"
    return None


def sign_off_text(clinic: Clinic, libraries: list[Library]) -> str:
    """Return the text of `review.toml` for the content as it stands.

    Args:
        clinic: names the reviewer and the day.
        libraries: the content in each language that was reviewed.

    """
    lines = [
        f"# Written by `{COMMAND}`, not by hand: who reviewed the content, and its marks",
        "# on that day, by page. A page with another mark now says that it has changed since.",
        "",
        f"reviewer = {json.dumps(clinic.reviewer, ensure_ascii=False)}",
        f"reviewed_on = {clinic.reviewed_on}",
    ]
    for library in libraries:
        lines += ["", f"[languages.{library.lang}]", f'version = "{version(library)}"', ""]
        lines.append(f"[languages.{library.lang}.pages]")
        lines += [f'{page} = "{mark}"' for page, mark in page_marks(library).items()]
    return "\n".join([*lines, ""])


def sign(path: Path, clinic: Clinic, libraries: list[Library]) -> None:
    """Write the sign-off; the old one stays whole until the new one is there.

    Args:
        path: where to.
        clinic: see `sign_off_text`.
        libraries: see `sign_off_text`.

    Raises:
        OSError: the folder cannot be written to.

    """
    new = path.with_suffix(".new")
    new.write_text(sign_off_text(clinic, libraries), "utf-8")
    new.replace(path)
