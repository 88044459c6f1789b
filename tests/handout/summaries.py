"""Summaries to make sheets of: none, a usual one, the longest that are allowed."""

from __future__ import annotations

import datetime

from app.domain.visit import LEVELS, LONGEST, MOST_QUESTIONS, Plan, VisitSummary
from app.knowledge.options import MATTERS
from app.knowledge.ready import READY

DAY = datetime.date(2026, 11, 27)
ADDRESS = "https://guide.example.org/visit"

EMPTY = VisitSummary(DAY, ADDRESS)
USUAL = VisitSummary(
    DAY,
    ADDRESS,
    weights={"walk_farther": "a_lot", "low_risk": "a_little", "lasts": "not"},
    own_wish="To sing in the choir again.",
    readiness={"sure": "no", "know": "yes"},
    options=("change-nothing", "mild"),
    questions=("Q1", "Q6"),
    own_questions=("May I fly in May?",),
    plan=Plan({"L3-L4": "left", "L4-L5": None}, "light", True, datetime.date(2026, 12, 14)),
)
SCRIPTS = {
    "words": "some words of usual length ",
    "capital letters": "W",
    "Chinese": "漢字",
    "Arabic": "هل يمكنني المشي ",
    "Korean, Russian, Thai, Hindi, Hebrew": "한국어 русский ไทย हिन्दी עברית ",
}


def longest(piece: str, options: tuple[str, ...] = ("spacer", "mild", "open")) -> VisitSummary:
    """Return the longest summary that is allowed, its own texts made of one piece of writing."""
    text = (piece * LONGEST)[:LONGEST].strip()
    return VisitSummary(
        DAY,
        "https://a-rather-long-name.clinic.example.org/visit?lang=en",
        weights=dict.fromkeys(MATTERS, "a_lot"),
        own_wish=text,
        readiness=dict.fromkeys(READY, "no"),
        options=options,
        own_questions=(text,) * MOST_QUESTIONS,
        plan=Plan(dict.fromkeys(LEVELS, "both"), "deeper", True, datetime.date(2026, 12, 14)),
    )
