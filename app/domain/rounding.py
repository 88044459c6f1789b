"""How a measured figure is rounded for a reader."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def whole(value: float) -> int:
    """Return the size of a figure as a whole number, halves rounded up; the sign is dropped."""
    return int(abs(Decimal(str(value))).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def rest_of_hundred(share: float) -> int:
    """Return how many of 100 people are left, so that both frames add up to 100.

    Args:
        share: out of 100, from 0 to 100.

    Raises:
        ValueError: the share is below 0 or above 100.

    """
    if not 0 <= share <= 100:
        raise ValueError(f"a share out of 100 lies between 0 and 100, not {share}")
    return 100 - whole(share)
