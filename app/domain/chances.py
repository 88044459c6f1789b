"""What a share measured in a group of people leaves open: its range, and what zero can hide."""

from __future__ import annotations

from math import sqrt

_Z = 1.959964
"""The 97.5 % point of the normal distribution: a range of 95 %."""

SMALL_GROUP = 50
"""Below this many people one person alone moves a share by more than 2 of 100; our own choice."""


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
