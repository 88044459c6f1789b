"""Under which key of the session each answer of a reader lies; no other place spells them."""

from __future__ import annotations

from app.domain.visit import MOST_QUESTIONS

TRAIL = "walk-trail"
"""The way the reader took by answers; it may be lost with a server."""

CHECKED = "walk-signs-checked"
"""Whether the reader has said in this visit that they have none of the signs."""

SIDE_BY_SIDE, OPTIONS = "compare-choice", "take-options"
"""What stands side by side; what the sheet to take home is to compare."""

OWN_WISH = "matters-own"
OWN_QUESTIONS = tuple(f"ask-own-{number}" for number in range(1, MOST_QUESTIONS + 1))
"""The text fields of the visit's form."""

LEVELS, SEDATION, THINNER = "plan-levels", "plan-sedation", "plan-thinner"
FOLLOW_UP = "plan-follow-up"
"""What was agreed in the clinic view."""


def wish(code: str) -> str:
    """Return the key of the weight of a wish."""
    return f"matters-{code}"


def fit(code: str) -> str:
    """Return the key of an answer in the guide."""
    return f"fit-{code}"


def know(code: str) -> str:
    """Return the key of an answer to "check what you know"."""
    return f"know-{code}"


def ready(code: str) -> str:
    """Return the key of an answer about readiness."""
    return f"ready-{code}"


def ask(question: str) -> str:
    """Return the key of the tick at a question of the list."""
    return f"ask-{question}"


def side(level: str) -> str:
    """Return the key of the side of a level that was agreed."""
    return f"plan-side-{level}"
