"""A share measured in a group of people: as a natural frequency, its range, what zero can hide."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import isnan, sqrt

from app.domain.rounding import whole

_Z = 1.959964
"""The 97.5 % point of the normal distribution: a range of 95 %."""

SMALL_GROUP = 50
"""Below this many people one person alone moves a share by more than 2 of 100; our own choice."""


@dataclass(frozen=True)
class Frequency:
    """A share as a natural frequency: so many of so many.

    Attributes:
        count: how many had it.
        of: of how many: the people counted in a small group, 100 elsewhere.
        worked_out: whether the source gives a share only, and the people follow from it.

    """

    count: int
    of: int
    worked_out: bool = False

    @property
    def rest(self) -> int:
        """How many did not have it."""
        return self.of - self.count


def is_small(people: float | None) -> bool:
    """Return whether a group has fewer people than `SMALL_GROUP`; not where nobody says (NaN)."""
    return people is not None and not isnan(people) and people < SMALL_GROUP


def whole_count(share: float, people: int) -> int | None:
    """Return the only number of people that a printed share can stand for.

    Args:
        share: out of 100, as printed: its last digit is taken as rounded.
        people: how many were counted, at least 1.

    Returns:
        The number of people; None where none fits, or several do.

    """
    printed = Decimal(str(share)).normalize()
    half = Fraction(1, 2 * 10 ** max(0, -int(printed.as_tuple().exponent)))
    near = round(share * people / 100)
    fits = [
        count
        for count in range(max(0, near - 1), min(people, near + 1) + 1)
        if abs(Fraction(100 * count, people) - Fraction(printed)) <= half
    ]
    return fits[0] if len(fits) == 1 else None


def frequency(share: float, people: float | None, count: float | None = None) -> Frequency:
    """Return a share as people of its group where that is small, out of 100 elsewhere.

    Args:
        share: out of 100.
        people: how many were counted; None or NaN where nobody says.
        count: how many had it; None or NaN where the source gives the share alone. Where no whole
            number of a small group fits the share, it stays out of 100.

    """
    if people is None or not is_small(people):
        return Frequency(whole(share), 100)
    if count is not None and not isnan(count):
        return Frequency(int(count), int(people))
    found = whole_count(share, int(people))
    return Frequency(whole(share), 100) if found is None else Frequency(found, int(people), True)


def range_of_share(share: float, people: int) -> tuple[float, float]:
    """Return the ends between which the true share lies with 95 % certainty (Wilson's interval).

    Args:
        share: measured, out of 100, from 0 to 100.
        people: how many were counted, at least 1.

    Raises:
        ValueError: the share or the number of people lies outside.

    """
    if not 0 <= share <= 100 or people < 1:
        raise ValueError(f"a share from 0 to 100 of at least 1 person, not {share} of {people}")
    part, square = share / 100, _Z**2 / people
    middle = (part + square / 2) / (1 + square)
    half = sqrt(part * (1 - part) * square + square**2 / 4) / (1 + square)
    return 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)


def most_that_zero_hides(people: int) -> float:
    """Return the largest true share, out of 100, that is likely where nobody had the event.

    The rule of three: three divided by the number of people (Hanley and Lippman-Hand 1983).

    Args:
        people: how many were counted, at least 1.

    Raises:
        ValueError: no people.

    """
    if people < 1:
        raise ValueError(f"at least 1 person, not {people}")
    return min(100.0, 300 / people)


def moved_by_one(people: int) -> float:
    """Return by how much, out of 100, one person more or less would move a share.

    Args:
        people: how many were counted, at least 1.

    """
    return 100 / people
