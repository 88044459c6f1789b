"""The text fields of the visit's form, by their keys in the session."""

from __future__ import annotations

from app.domain.visit import MOST_QUESTIONS

OWN_WISH = "matters-own"
OWN_QUESTIONS = tuple(f"ask-own-{number}" for number in range(1, MOST_QUESTIONS + 1))
