"""What sources say about taking up one activity again: rows of `activities.toml`."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.knowledge.evidence import Evidence
from app.knowledge.models import Content, Slug, Text
from app.knowledge.prose import Renderer

Rule = Literal["washing", "driving", "lifting", "work"]
"""Rules of a clinic's aftercare that speak of one activity."""


class Activity(Content):
    """One activity after MILD.

    Attributes:
        id: its address on the recovery page is `activity-` and this.
        name: what patients call it.
        rule: the rule of the clinic's aftercare that takes the place of `says` and `other`.
        says: what sources say about it after MILD; empty where none was found.
        other: what sources say about it after another procedure, which the text has to name.
        always: what stands there even where a clinic has its own rule.

    """

    id: Slug
    name: Text
    rule: Rule | None = None
    says: str = ""
    other: str = ""
    always: str = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        """Refuse an activity about which nothing is said."""
        if not (self.says or self.other or self.always):
            raise PydanticCustomError("nothing_said", "a text under says, other or always")
        return self


class Activities(Content):
    """`activities.toml`."""

    activity: list[Activity] = Field(min_length=1)


def clinics_of(activity: Activity, prose: Renderer, evidence: Evidence) -> int:
    """Return how many clinics are cited for what is said about an activity after MILD.

    Args:
        activity: the activity.
        prose: finds the sources of a text.
        evidence: for the kind of each source.

    Raises:
        KeyError: the text cites a source that is not in the register.

    """
    kinds = evidence.sources["kind"]
    cited = prose.line(activity.says).sources
    return sum(kinds[source] == "clinic_page" for source in cited)
