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
        nothing: the aspects on which no source was found at this time.

    """

    id: Annotated[str, Field(pattern=r"^R\d$")]
    when: Text
    differ: list[Aspect] = Field(default=[])
    always: dict[Aspect, Text] = Field(default={})
    nothing: list[Aspect] = Field(default=[])
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
        """Refuse an aspect without any text that is not said to have none, and the reverse.

        A text under `always` alone is enough.

        """
        always, nothing = (info.data.get(key) for key in ("always", "nothing"))
        if always is None or nothing is None:  # at fault themselves
            return text
        said = bool(text) or info.field_name in always
        if said == (info.field_name in nothing):
            raise PydanticCustomError(
                "said_once", "a text here, one under always, or its name under nothing: one of them"
            )
        return text
