"""What the file of one option holds: the fields that are compared, and what they bear on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from app.knowledge.models import Certainty, Content, QuestionId, Slug, Text

COMPARED = (
    "involves", "place", "time_to_recover", "found", "harms", "living", "certainty", "paid",
    "head_to_head", "ask",
)  # fmt: skip
"""The fields of an option in the one order in which a reader meets them."""

GROUPED = ("found",)
"""Fields whose texts every table and card divides by their kind of statistic."""

Bears = Literal["toward", "away", "mixed", "unknown"]
"""How an option stands to a wish: it speaks for the option, against it, both, or nobody knows."""

Shows = Literal[
    "involves", "place", "time_to_recover", "found", "harms", "living", "certainty", "paid",
    "head_to_head",
]  # fmt: skip
"""A field of an option whose text shows how it bears on a wish."""


class Bearing(Content):
    """How one option bears on one wish, and which of its fields shows it."""

    bears: Bears
    field: Shows


class Matters(Content):
    """What may matter to a reader: the eight statements, the same ones for every option.

    Your visit asks what matters to the reader and shows, for each statement, how every option bears
    on it; without a score or a winner.

    Attributes:
        walk_farther: to stand and walk longer.
        pain_relief: to have less pain.
        avoid_cut: to have no cut and no needle.
        low_risk: the lowest chance of serious harm.
        short_recovery: to be back to usual soon.
        lasts: that it lasts, with few treatments to come.
        proof: good evidence from independent studies.
        keep_choices: to keep other choices open; that it can be undone.

    """

    walk_farther: Bearing
    pain_relief: Bearing
    avoid_cut: Bearing
    low_risk: Bearing
    short_recovery: Bearing
    lasts: Bearing
    proof: Bearing
    keep_choices: Bearing


MATTERS = tuple(Matters.model_fields)
"""The codes of the eight statements."""

BALANCE = (0.8, 1.25)
"""Least and most words of an option, or of one of its long fields, for each word of the mean over
all options."""

GAINS = (0.8, 1)
"""Least and most words on results for each word on harms, in every option."""


class Brief(Content):
    """An option in a few words, for the summary to take home; `briefs` holds its limits.

    Attributes:
        found: the one or two results that matter most, and in how many people.
        harms: the harms that matter most, with counts or the words that no count was found.
        paid: who paid for the studies named in the other two.

    """

    found: Text
    harms: Text
    paid: Text


class Option(Content):
    """One of the choices, with the same fields as every other."""

    id: Slug
    order: Annotated[int, Field(ge=1, le=8)]
    name: Text
    medical_name: Text
    sentence: Text
    involves: Text
    place: Text
    time_to_recover: Text
    found: Annotated[list[Text], Field(min_length=1)]
    harms: Annotated[list[Text], Field(min_length=1)]
    living: Text
    certainty: Certainty
    certainty_reason: Text
    paid: Text
    head_to_head: Text
    brief: Brief
    ask: Annotated[list[QuestionId], Field(min_length=1)]
    matters: Matters
    body: str = ""


def lead(text: str) -> str:
    """Return the bold words that a field begins with, without their stop; else all of it."""
    if not text.startswith("**"):
        return text
    return f"**{text[2:].partition('**')[0].rstrip('.:')}**"
