"""What the file of a milestone may hold: the aspects of one stretch of the recovery."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from app.knowledge.models import Content, Text

Aspect = Literal["activity", "wound", "driving", "lifting", "work", "relief", "follow_up"]
"""What each milestone speaks of."""

Range = Annotated[str, Field(validate_default=True)]


class Milestone(Content):
    """What one stretch of the recovery is like.

    Attributes:
        differ: the aspects in which clinics or sources give different ranges at this time.
        always: what is shown below an aspect's range, and stays where a clinic's own rule takes
            the place of the range.

    """

    id: Annotated[str, Field(pattern=r"^R\d$")]
    when: Text
    differ: list[Aspect] = Field(default=[])
    always: dict[Aspect, Text] = Field(default={})
    activity: Range = ""
    wound: Range = ""
    driving: Range = ""
    lifting: Range = ""
    work: Range = ""
    relief: Range = ""
    follow_up: Range = ""
    usual: list[Text]
    not_usual: list[Text]
    body: str = ""

    @field_validator(*get_args(Aspect))
    @classmethod
    def _says_something(cls, text: str, info: ValidationInfo) -> str:
        """Refuse an aspect without any text; one under `always` alone is enough."""
        always = info.data.get("always")  # nothing where it is itself at fault
        if not text and always is not None and info.field_name not in always:
            raise PydanticCustomError("nothing_said", "a text here or under always")
        return text
