"""What the files of the decision pathway may hold: questions, stops, stages, options, tests."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.knowledge.models import Certainty, Content, Text

Branch = Literal["gate", "further_evaluation", "alternative_interventions", "pain_management"]
NodeId = Annotated[str, Field(pattern=r"^(N\d(-[A-Za-z0-9]{1,2}){0,2}|L\d{1,2}|E\d{1,2})$")]

PARTS = ("signs", "time", "change", "cause", "choices")
"""The parts of the walk in order; a reader is told in which one they stand."""
Part = Literal["signs", "time", "change", "cause", "choices"]


class Way(Content):
    """One way on from a stage.

    Attributes:
        label: what the reader presses.
        to: the node it leads to.
        note: what stands below the button.
        returns: whether it goes back to an earlier place; only such a way may close a circle.

    """

    label: Text
    to: NodeId
    note: str = ""
    returns: bool = False


class Answer(Way):
    """One answer to a question.

    Attributes:
        id: its own id, as the rule sheet names it.
        unsure: whether it is the one for a reader who is not sure.

    """

    id: NodeId
    unsure: bool = False


class Node(Content):
    """What every node of the decision pathway has.

    Attributes:
        short: its name on the map.
        part: the part of the walk that it belongs to.

    """

    id: NodeId
    title: Text
    short: Annotated[str, Field(min_length=1, max_length=32)]
    branch: Branch
    part: Part
    body: str = ""

    @property
    def file(self) -> str:
        """Return its file, below the language's folder."""
        return f"pathway/{self.id.lower()}.md"


class QuestionNode(Node):
    """A question with its answers."""

    kind: Literal["question"]
    question: Text
    why: Text
    answers: Annotated[list[Answer], Field(min_length=2)]


class StopNode(Node):
    """An end of the walk: get help now, or today."""

    kind: Literal["stop"]
    urgency: Literal["emergency", "same_day"]


class StageNode(Node):
    """A place that explains, and names tests, options and ways on.

    Attributes:
        urgent: whether the way back to the signs comes before everything else that is offered.
        carries: whether the options of the stage before stand here too.

    """

    kind: Literal["stage"]
    urgent: bool = False
    carries: bool = False
    tests: list[NodeId] = Field(default=[])
    options: list[NodeId] = Field(default=[])
    answers: list[Way] = Field(default=[])


class LeafNode(Node):
    """One option after MILD, to talk about.

    What is shown at once is short: what it involves, the main risks, the first findings, how sure
    the evidence is, what to ask. All else opens below it.
    """

    kind: Literal["leaf"]
    involves: Text
    setting: Text
    recovery: Text
    suits: Text
    not_for: Text
    risks: Annotated[list[Text], Field(min_length=1)]
    more_risks: list[Text]
    evidence: Annotated[list[Text], Field(min_length=1)]
    more_evidence: list[Text]
    certainty: Certainty
    certainty_reason: Text
    guidelines: Annotated[list[Text], Field(min_length=1)]
    ask: Annotated[list[Text], Field(min_length=1)]

    AT_ONCE: ClassVar[tuple[str, ...]] = (
        "involves",
        "risks",
        "evidence",
        "certainty_reason",
        "ask",
    )
    """The fields that stand above the fold, in that order."""

    BELOW: ClassVar[tuple[str, ...]] = (
        "suits", "not_for", "setting", "recovery", "more_risks", "more_evidence", "guidelines",
    )  # fmt: skip
    """The fields that open below it, in that order."""


class CheckNode(Node):
    """One examination or scan."""

    kind: Literal["test"]
    what: Text
    why: Text
    caution: list[Text]


AnyNode = QuestionNode | StopNode | StageNode | LeafNode | CheckNode
NODE_KINDS: dict[str, type[AnyNode]] = {
    "question": QuestionNode,
    "stop": StopNode,
    "stage": StageNode,
    "leaf": LeafNode,
    "test": CheckNode,
}
