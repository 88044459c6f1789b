"""The clinic's own details and the dates of the content."""

from __future__ import annotations

import datetime
import logging
import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from app.knowledge.faults import Fault, from_validation
from app.knowledge.models import Content

log = logging.getLogger("mild.content")

Phone = Annotated[str, Field(pattern=r"^[+0-9][0-9 ()./-]{2,24}$")]


class Clinic(Content):
    """`clinic.toml`. Every key may be left out; the app then speaks of "your clinic"."""

    name: Annotated[str, Field(max_length=80)] = ""
    phone: Phone | None = None
    after_hours_phone: Phone | None = None
    emergency_number: Annotated[str, Field(pattern=r"^[0-9]{2,6}$")] = "911"
    reviewer: Annotated[str, Field(max_length=120)] = ""
    reviewed_on: datetime.date | None = None


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
        wrong = {str(one["loc"][0]) for one in error.errors()}
        faults = from_validation(path.name, error)
        for fault in faults:
            log.warning("%s; the default is used", fault)
        return Clinic.model_validate({k: v for k, v in data.items() if k not in wrong}), faults
