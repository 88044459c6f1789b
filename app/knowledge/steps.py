"""What the file of a step may hold: its words, its picture, its lines for physicians."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from app.knowledge.models import Content, QuestionId, Slug, Text


class Scene(Content):
    """What a drawing shows at one step.

    Attributes:
        drawing: which drawing, a key of `DRAWINGS`.
        layers: what of it is shown, in any order.
        look: the part to look at; one of the labels.
        labels: the parts that carry a number, in the order of the numbers.
        seen: what is seen, for those who do not see it; also the caption.

    """

    drawing: Slug
    layers: Annotated[list[Slug], Field(min_length=1)]
    look: Slug
    labels: Annotated[list[Slug], Field(min_length=1, max_length=8)]
    seen: Text


class ClinicLines(Content):
    """What a physician wants to see of a step, by kind."""

    instruments: list[Text] = Field(default=[])
    imaging: list[Text] = Field(default=[])
    evidence: Annotated[list[Text], Field(min_length=1)]
    note: list[Text] = Field(default=[])


class Step(Content):
    """One step of the procedure.

    Attributes:
        own: which of the clinic's own rules is shown at this step.

    """

    id: Annotated[str, Field(pattern=r"^P\d{1,2}$")]
    phase: Literal["before", "day", "room", "after"]
    title: Text
    short: Annotated[str, Field(min_length=1, max_length=24)]
    scene: Scene
    feel: Text
    who: Text
    varies: list[Text]
    ask: list[QuestionId]
    clinic: ClinicLines
    own: Literal["fasting", "sedation", ""] = ""
    body: Text

    @property
    def file(self) -> str:
        """Its file, below the language's folder."""
        return f"procedure/p{int(self.id[1:]):02}.md"
