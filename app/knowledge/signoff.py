"""Reading a sign-off: who reviewed the content, when, and the mark of each page as it was then."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from app.knowledge.bounded import UnreadableError, read_bytes
from app.knowledge.clinic import Clinic
from app.knowledge.faults import Fault, from_validation
from app.knowledge.models import Content, Text

FILE = "review.toml"
COMMAND = "python -m app.knowledge sign"
LARGEST = 64 * 1024  # bytes

Mark = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]


class SignedLanguage(Content):
    """What was signed in one language.

    Attributes:
        version: of the whole content, as the foot of the pages names it.
        pages: the mark of each page.

    """

    version: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d\.[0-9a-f]{8}$")]
    pages: dict[str, Mark]


class SignOff(Content):
    """`review.toml`, written by the command that signs."""

    reviewer: Text
    reviewed_on: datetime.date
    languages: dict[str, SignedLanguage]


def read_sign_off(path: Path, clinic: Clinic) -> tuple[Clinic, SignOff | None, list[Fault]]:
    """Return the sign-off that belongs to the review a clinic names.

    Args:
        path: the file.
        clinic: names the reviewer and the day.

    Returns:
        The clinic, without its review where the file is faulty; the sign-off, or None where the
        review is not tied to what was signed; faults.

    """
    named = bool(clinic.reviewer and clinic.reviewed_on)
    if not named and not path.exists():
        return clinic, None, []
    try:
        sign_off = SignOff.model_validate(tomllib.loads(read_bytes(path, LARGEST).decode("utf-8")))
    except UnreadableError as error:
        fault = Fault(path.name, "(file)", str(error), f"the sign-off that `{COMMAND}` writes")
        return (clinic if not path.exists() else _unreviewed(clinic)), None, [fault]
    except ValidationError as error:
        return _unreviewed(clinic), None, from_validation(path.name, error)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        fault = Fault(path.name, "(file)", str(error), f"the sign-off that `{COMMAND}` writes")
        return _unreviewed(clinic), None, [fault]
    faults = _other_review(path, clinic, sign_off)
    return clinic, None if faults else sign_off, faults


def _other_review(path: Path, clinic: Clinic, sign_off: SignOff) -> list[Fault]:
    """Return a fault for each key in which the sign-off is that of another review."""
    faults = []
    for key in ("reviewer", "reviewed_on"):
        signed, named = str(getattr(sign_off, key)), str(getattr(clinic, key) or "nothing")
        if signed != named:
            allowed = f"{named}, as in the clinic's profile; after a new review run `{COMMAND}`"
            faults.append(Fault(path.name, key, signed, allowed))
    return faults


def _unreviewed(clinic: Clinic) -> Clinic:
    return clinic.model_copy(update={"reviewer": "", "reviewed_on": None})
