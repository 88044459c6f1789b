"""The clinic's own details and rules, and the dates of the content."""

from __future__ import annotations

import datetime
import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from app.domain.visit import Sedation
from app.knowledge.accent import ACCENT_ALLOWED, DEFAULT, readable
from app.knowledge.faults import refused
from app.knowledge.logo import LOGO_ALLOWED, Logo, load_logo
from app.knowledge.models import Content

LONGEST_RULE = 200  # characters
FASTING = (2, 12)  # least and most hours
ALWAYS_OFFERED = "en"
"""The language of an address that names none."""


def utc_today() -> datetime.date:
    """Return the day it is, the same for every reader."""
    return datetime.datetime.now(datetime.UTC).date()


def _one_paragraph(text: str) -> str:
    """Return a rule in one line, or refuse it: it is shown as written, never as markup."""
    line = " ".join(text.split())
    paragraphs = len(re.split(r"\n\s*\n", text.strip()))
    plain = line.isprintable() and not set("<>{}") & set(line)
    if not plain or paragraphs > 1 or not 1 <= len(line) <= LONGEST_RULE:
        raise refused()
    return line


def _one_line(text: str) -> str:
    """Return a name, or refuse what is too long or holds signs that cannot be seen."""
    if not text.isprintable() or text != text.strip():
        raise refused()
    return text


def _loaded(value: object, info: ValidationInfo) -> Logo | None:
    """Return the picture that a profile names; where no file is read, one that was loaded."""
    if value is None or isinstance(value, Logo):
        return value
    if not isinstance(value, str) or not isinstance(info.context, dict):
        raise refused()
    return load_logo(value, info.context["folder"])


def _offered(value: object, info: ValidationInfo) -> tuple[str, ...] | None:
    """Return the languages that a profile keeps: each has a folder, the default is among them."""
    if value is None:
        return None
    known = info.context["languages"] if isinstance(info.context, dict) else (ALWAYS_OFFERED,)
    named = tuple(value) if isinstance(value, list | tuple) else ()
    there = all(isinstance(one, str) and one in known for one in named)
    if not there or ALWAYS_OFFERED not in named or len(set(named)) < len(named):
        others = ", ".join(f'"{one}"' for one in known if one != ALWAYS_OFFERED) or "none yet"
        raise refused(allowed=f'a list of "{ALWAYS_OFFERED}" and others, each once: {others}')
    return named


def _past(day: datetime.date) -> datetime.date:
    """Return the day of a review; a day ahead may be today where the clinic is."""
    if day > utc_today() + datetime.timedelta(days=1):
        raise refused()
    return day


_RULE = f"one paragraph of 1 to {LONGEST_RULE} characters in quotes, without < > {{ or }}"
_PHONE = "3 to 25 digits, spaces and + ( ) . / - in quotes"

Line = Annotated[str, AfterValidator(_one_line)]
Phone = Annotated[str, Field(pattern=r"^[+0-9][0-9 ()./-]{2,24}$")]
Rule = Annotated[str, AfterValidator(_one_paragraph)]


class Aftercare(Content):
    """The clinic's own rules for the time after MILD. Every key may be left out."""

    washing: Rule | None = Field(None, description=_RULE)
    driving: Rule | None = Field(None, description=_RULE)
    lifting: Rule | None = Field(None, description=_RULE)
    work: Rule | None = Field(None, description=_RULE)
    follow_up: Rule | None = Field(None, description=_RULE)

    def rule(self, aspect: str) -> str | None:
        """Return what takes the place of the range in an aspect of a milestone, if anything."""
        rule: str | None = getattr(self, "washing" if aspect == "wound" else aspect, None)
        return rule


class Clinic(Content):
    """`clinic.toml`. Every key may be left out; the app then speaks of "your clinic".

    The description of a key is what a fault in it says to be allowed.

    Attributes:
        name: of the clinic.
        phone: for questions by day.
        after_hours_phone: for questions at night.
        emergency_number: what to call for an urgent sign.
        reviewer: who reviewed the content.
        reviewed_on: when.
        review_due: when again; one year later where it is not said.
        sedation: what the clinic does as a rule.
        sedation_rule: the same in its own words.
        fasting_hours: how long before the procedure nothing is eaten.
        aftercare: rules for the time after.
        logo: the picture that stands beside the name of the guide.
        accent: the color of links and buttons in the light theme.
        languages: which of the complete languages are offered; None for all.

    """

    name: Line = Field("", max_length=80, description="one line of up to 80 characters in quotes")
    phone: Phone | None = Field(None, description=_PHONE)
    after_hours_phone: Phone | None = Field(None, description=_PHONE)
    emergency_number: str = Field(
        "911", pattern=r"^[0-9]{2,6}$", description="2 to 6 digits in quotes"
    )
    reviewer: Line = Field(
        "", max_length=120, description="one line of up to 120 characters in quotes"
    )
    reviewed_on: Annotated[datetime.date, AfterValidator(_past)] | None = Field(
        None, description="a day that has come, such as 2026-11-23, no quotes"
    )
    review_due: datetime.date | None = Field(
        None, description="a day up to 2 years after reviewed_on, such as 2027-11-23, no quotes"
    )
    sedation: Sedation | None = Field(None, description='"none", "light" or "deeper"')
    sedation_rule: Rule | None = Field(None, description=_RULE)
    fasting_hours: int | None = Field(
        None,
        ge=FASTING[0],
        le=FASTING[1],
        description=f"a whole number from {FASTING[0]} to {FASTING[1]}, no quotes",
    )
    aftercare: Aftercare = Field(Aftercare(), description="a table of rules, [aftercare]")
    logo: Annotated[Logo | None, BeforeValidator(_loaded)] = Field(None, description=LOGO_ALLOWED)
    accent: Annotated[str, BeforeValidator(readable)] = Field(DEFAULT, description=ACCENT_ALLOWED)
    languages: Annotated[tuple[str, ...] | None, BeforeValidator(_offered)] = Field(
        None, description='a list such as ["en"]'
    )

    @property
    def adds_nothing(self) -> bool:
        """Whether every key is left at its default."""
        return self == Clinic()


class About(Content):
    """`about.toml`: when the content was written and when it is looked at again."""

    date: datetime.date
    evidence_read: datetime.date
    review_due: datetime.date
