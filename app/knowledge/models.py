"""What the content files in one language may hold. Texts are prose source; `prose` renders them.

Steps are in `steps`, milestones in `milestones`, the places of the pathway in `nodes`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

PAGE_IDS = ("overview", "procedure", "recovery", "options", "whats-next", "visit", "evidence")
"""The pages in the order a reader meets them."""

BLOCKS: dict[str, tuple[str, ...]] = {
    "overview": ("problem_picture", "posture_picture", "at_a_glance", "start_here"),
    "procedure": ("steps", "day"),
    "recovery": (
        "chart", "shares", "without", "open_surgery", "activities", "milestones", "harm_shares",
        "risks", "diary",
    ),
    "options": ("fit", "compare"),
    "whats-next": ("walk", "outline"),
    "visit": ("matters", "know", "ready", "questions", "take"),
    "evidence": (
        "results", "to_confirm", "appraisals", "not_known", "sources", "self_check",
    ),
}  # fmt: skip
"""The interactive blocks that each page's text must place, each exactly once."""

Text = Annotated[str, Field(min_length=1)]
Certainty = Literal["high", "moderate", "low", "very_low"]
QuestionId = Annotated[str, Field(pattern=r"^Q\d{1,2}$")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]


class Content(BaseModel):
    """A content file or a part of one; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Balance(Content):
    """Ids of the sections of a page that tell gains, and of those that tell harms."""

    gains: Annotated[list[Slug], Field(min_length=1)]
    harms: Annotated[list[Slug], Field(min_length=1)]


class PageFront(Content):
    """Front matter of a page."""

    id: Literal["overview", "procedure", "recovery", "options", "whats-next", "visit", "evidence"]
    title: Text
    nav: Annotated[str, Field(min_length=1, max_length=20)]
    message: Text
    description: Annotated[str, Field(min_length=40, max_length=200)]
    key_points: Annotated[list[Text], Field(min_length=1, max_length=4)]
    next: Annotated[list[Text], Field(min_length=1, max_length=4)]
    balance: Balance | None = None


class Term(Content):
    """One medical word and its plain meaning."""

    id: Slug
    term: Text
    aliases: list[Text]
    definition: Text
    sources: list[str]


class Glossary(Content):
    """`glossary.toml`."""

    term: list[Term]


class Question(Content):
    """One question to ask at a visit."""

    id: QuestionId
    text: Text
    audience: Literal["patient", "clinician"] = "patient"


class QuestionGroup(Content):
    """Questions on one subject."""

    id: Slug
    title: Text
    question: Annotated[list[Question], Field(min_length=1)]


class Questions(Content):
    """`questions.toml`."""

    group: list[QuestionGroup]


class Sign(Content):
    """One sign to act on, or to expect."""

    id: Annotated[str, Field(pattern=r"^[ABC]\d[a-z]?$")]
    text: Text


class RiskCount(Content):
    """A row that counts a harm.

    Attributes:
        row: id of a row of events.csv, outcomes.csv or facts.csv; `:rest` after it where the row
            counts those without the harm, `:below` where it is an upper bound.
        label: whom or what the row counts; needed where a harm has several rows.

    """

    row: Text
    label: str = ""


class Risk(Content):
    """One thing that can go wrong.

    Attributes:
        often: rows that count it; empty where nobody has.
        payer: id of the source whose payer stands above it, for studies set side by side.

    """

    id: Slug
    name: Text
    often: list[RiskCount] = Field(default=[])
    shows: Text
    group: Literal[
        "seen", "case_report", "named_no_rate", "does_not_help", "later_surgery", "bills",
        "comparison",
    ]  # fmt: skip
    payer: str = ""


class Safety(Content):
    """`safety.toml`."""

    emergency: list[Sign]
    same_day: list[Sign]
    expected: list[Sign]
    risk: list[Risk]


class Part(Content):
    """One part of the body or one tool in a drawing."""

    id: Slug
    name: Text
    medical: str
    sentence: Text


class Anatomy(Content):
    """`anatomy.toml`."""

    part: list[Part]


class UnknownItem(Content):
    """One thing that was looked for and not found, or on which sources conflict."""

    id: Slug
    group: Literal["trials", "series", "reviews", "comparators", "conflicts"]
    text: Text


class NotKnown(Content):
    """`not_known.toml`."""

    item: list[UnknownItem]


class Criterion(Content):
    """One item of the decision-aid checklist and how this aid stands to it."""

    id: Annotated[str, Field(pattern=r"^[QCK]\d{1,2}(-[QCK]?\d{1,2})?$")]
    says: Text
    status: Literal["done", "partly", "not_done", "not_applicable"]
    note: Text


class Checklist(Content):
    """`ipdas.toml`."""

    item: list[Criterion]


class Labels(Content):
    """`evidence/labels.toml`: plain words for the codes of the tables."""

    measure: dict[str, str]
    study: dict[str, str]
    short: dict[str, str]
    arm: dict[str, str]
    statistic: dict[str, str]
    unit: dict[str, str]
    stance: dict[str, str]
    kind: dict[str, str]
    topic: dict[str, str]
    compared: dict[str, str]


class Style(Content):
    """`style.toml`: what the check refuses in this language."""

    banned: list[str]
    longest_sentence: Annotated[int, Field(ge=5, le=40)]
