"""The shipped content as a clinician has signed it, and ways to change it afterwards."""

from __future__ import annotations

import dataclasses
import datetime
import tomllib
from collections.abc import Callable

import pytest

from app.knowledge.catalog import Library
from app.knowledge.clinic import Clinic
from app.knowledge.review import sign_off_text
from app.knowledge.signoff import SignOff

DAY = datetime.date(2026, 12, 1)
CLINIC = Clinic(name="North", reviewer="Dr. A. Example", reviewed_on=DAY)
Change = Callable[[Library], Library]


def with_clinic(library: Library, **given: object) -> Library:
    return dataclasses.replace(library, clinic=library.clinic.model_copy(update=given))


@pytest.fixture(scope="module")
def signed(library: Library) -> Library:
    """The shipped content, signed as it stands."""
    mine = dataclasses.replace(library, clinic=CLINIC)
    text = sign_off_text(CLINIC, [mine])
    return dataclasses.replace(mine, sign_off=SignOff.model_validate(tomllib.loads(text)))


def step(number: int, **given: object) -> Change:
    def change(library: Library) -> Library:
        steps = list(library.steps)
        steps[number - 1] = steps[number - 1].model_copy(update=given)
        return dataclasses.replace(library, steps=tuple(steps))

    return change
