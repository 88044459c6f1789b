"""The clinic's own details and rules, and the dates of the content."""

from __future__ import annotations

import datetime
import logging
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from app.knowledge.faults import Fault, from_validation
from app.knowledge.models import Content

log = logging.getLogger("mild.content")

LONGEST_RULE = 200  # characters


def _one_paragraph(text: str) -> str:
    """Return a rule in one line, or refuse it: it is shown as written, never as markup."""
    line = " ".join(text.split())
    paragraphs = len(re.split(r"\n\s*\n", text.strip()))
    plain = line.isprintable() and not set("<>{}") & set(line)
    if not plain or paragraphs > 1 or not 1 <= len(line) <= LONGEST_RULE:
        allowed = "one paragraph of 1 to {longest} characters, without < > { or }"
        raise PydanticCustomError("rule", allowed, {"longest": LONGEST_RULE})
    return line


Phone = Annotated[str, Field(pattern=r"^[+0-9][0-9 ()./-]{2,24}$")]
Rule = Annotated[str, AfterValidator(_one_paragraph)]


class Aftercare(Content):
    """The clinic's own rules for the time after MILD. Every key may be left out."""

    washing: Rule | None = None
    driving: Rule | None = None
    lifting: Rule | None = None
    work: Rule | None = None
    follow_up: Rule | None = None

    def rule(self, aspect: str) -> str | None:
        """Return what takes the place of the range in an aspect of a milestone, if anything."""
        rule: str | None = getattr(self, "washing" if aspect == "wound" else aspect, None)
        return rule


class Clinic(Content):
    """`clinic.toml`. Every key may be left out; the app then speaks of "your clinic"."""

    name: Annotated[str, Field(max_length=80)] = ""
    phone: Phone | None = None
    after_hours_phone: Phone | None = None
    emergency_number: Annotated[str, Field(pattern=r"^[0-9]{2,6}$")] = "911"
    reviewer: Annotated[str, Field(max_length=120)] = ""
    reviewed_on: datetime.date | None = None
    aftercare: Aftercare = Aftercare()

    @property
    def adds_nothing(self) -> bool:
        """Whether every key is left at its default."""
        return self == Clinic()


class About(Content):
    """`about.toml`: when the content was written and when it is looked at again."""

    date: datetime.date
    evidence_read: datetime.date
    review_due: datetime.date


def read_clinic(path: Path) -> tuple[Clinic, list[Fault]]:
    """Return the clinic's details; a wrong key is left at its default and named in a fault."""
    if not path.exists():
        return Clinic(), []
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        fault = Fault(path.name, "(file)", str(error), "TOML in UTF-8")
        log.warning("%s; the defaults are used", fault)
        return Clinic(), [fault]
    try:
        return Clinic.model_validate(data), []
    except ValidationError as error:
        faults = from_validation(path.name, error)
        for fault in faults:
            log.warning("%s; the default is used", fault)
        for one in error.errors():
            _take_out(data, *one["loc"])
        return Clinic.model_validate(data), faults


def _take_out(data: dict[str, Any], *place: int | str) -> None:
    """Take one key out of nested tables; those beside it keep their values."""
    *tables, key = map(str, place)
    for table in tables:
        data = data[table]
    data.pop(key, None)
