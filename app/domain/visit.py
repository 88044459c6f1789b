"""What a reader takes to the visit: one object from which every form of the summary is made."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

LONGEST = 200
"""Most letters of one text of the reader's own."""
MOST_QUESTIONS, MOST_OPTIONS = 10, 3

LEVELS = ("L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1")
"""The gaps between the bones of the lower back, from above."""
SIDES = ("left", "right", "both")
Sedation = Literal["none", "light", "deeper"]
SEDATIONS: tuple[str, ...] = get_args(Sedation)
WEIGHTS = ("a_lot", "a_little", "not")
"""How much a wish matters, most first."""
YES_OR_NO = ("yes", "no")


class NotASummaryError(ValueError):
    """A summary that cannot be: an unknown code, too many questions, a text that is too long."""


def tidy(text: str) -> str:
    """Return a text of the reader's own as one line: no breaks, nothing unseen, spaces once.

    Letters of every script stay. Characters that only steer the display, such as those that turn
    the direction of writing for all that follows, are taken out, so that a text cannot change how
    its neighbours look; the joiners that some scripts write with stay.
    """
    kept = "".join(
        " " if char.isspace() else char
        for char in text
        if char.isspace() or char in "\u200c\u200d" or unicodedata.category(char)[0] != "C"
    )
    return " ".join(kept.split())


def level_name(level: str) -> str:
    """Return a gap as it is written: with a dash that joins two names."""
    return level.replace("-", "–")


@dataclass(frozen=True)
class Plan:
    """What was agreed for this patient. It names nobody.

    Attributes:
        levels: each gap to be treated, from above, with `left`, `right`, `both` or None for a side
            that is not agreed yet.
        sedation: `none`, `light` or `deeper`; None where it is open.
        thinner: whether a plan for a blood thinner is to be agreed; None where it is open.
        follow_up: day of the next visit.

    """

    levels: Mapping[str, str | None] = field(default_factory=dict)
    sedation: str | None = None
    thinner: bool | None = None
    follow_up: datetime.date | None = None

    def __post_init__(self) -> None:
        _known("levels", self.levels, LEVELS)
        _known("sides", [side for side in self.levels.values() if side], SIDES)
        _known("sedation", [self.sedation] if self.sedation else [], SEDATIONS)

    @property
    def empty(self) -> bool:
        """Whether nothing was agreed."""
        return self == Plan()


@dataclass(frozen=True)
class VisitSummary:
    """Everything that a reader takes along.

    Attributes:
        made_on: the day it was made.
        address: of the page it leads back to; view settings only.
        weights: code of a wish to how much it matters, for those weighed.
        own_wish: what else matters, in the reader's own words.
        readiness: code of a question of readiness to `yes` or `no`, for those answered.
        options: ids of at most three options to talk about.
        questions: ids of the questions chosen from the list.
        own_questions: the reader's own; with those chosen at most ten.
        plan: what was agreed.

    Raises:
        NotASummaryError: it holds what it cannot.

    """

    made_on: datetime.date
    address: str
    weights: Mapping[str, str] = field(default_factory=dict)
    own_wish: str = ""
    readiness: Mapping[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    own_questions: tuple[str, ...] = ()
    plan: Plan = field(default_factory=Plan)

    def __post_init__(self) -> None:
        _known("weights", self.weights.values(), WEIGHTS)
        _known("readiness", self.readiness.values(), YES_OR_NO)
        _at_most("options", len(self.options), MOST_OPTIONS)
        _at_most("questions", len(self.questions) + len(self.own_questions), MOST_QUESTIONS)
        for text in (self.own_wish, *self.own_questions):
            _at_most("letters of a text", len(text), LONGEST)
            if text != tidy(text):
                raise NotASummaryError("a text of the reader's own that was not made tidy")

    @property
    def empty(self) -> bool:
        """Whether the reader has chosen nothing yet."""
        chosen = (self.weights, self.own_wish, self.readiness, self.options, self.questions)
        return not any(chosen) and not self.own_questions and self.plan.empty


def _known(name: str, found: Iterable[str], allowed: tuple[str, ...]) -> None:
    odd = [value for value in found if value not in allowed]
    if odd:
        raise NotASummaryError(f"{name}: found {odd[0]!r}; allowed: {', '.join(allowed)}")


def _at_most(name: str, found: int, most: int) -> None:
    if found > most:
        raise NotASummaryError(f"{name}: found {found}; allowed: at most {most}")
