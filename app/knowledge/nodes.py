"""What the files of the decision pathway may hold: questions, stops, stages, options, tests."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from app.knowledge.models import Certainty, Content, Text

Branch = Literal["gate", "further_evaluation", "alternative_interventions", "pain_management"]
NodeId = Annotated[str, Field(pattern=r"^(N\d(-[A-Za-z0-9]{1,2}){0,2}|L\d{1,2}|E\d{1,2})$")]


class Answer(Content):
    """One answer to a question, or one way on from a stage."""

    label: Text
    to: NodeId
    note: str = ""


class Node(Content):
    """What every node of the decision pathway has."""

    id: NodeId
    title: Text
    branch: Branch
    body: str = ""


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
    """A place that explains, and names tests, options and ways on."""

    kind: Literal["stage"]
    tests: list[NodeId] = Field(default=[])
    options: list[NodeId] = Field(default=[])
    answers: list[Answer] = Field(default=[])


class LeafNode(Node):
    """One option after MILD, to talk about."""

    kind: Literal["leaf"]
    involves: Text
    setting: Text
    recovery: Text
    suits: Text
    not_for: Text
    risks: Annotated[list[Text], Field(min_length=1)]
    evidence: Annotated[list[Text], Field(min_length=1)]
    certainty: Certainty
    certainty_reason: Text
    guidelines: list[Text]
    ask: Annotated[list[Text], Field(min_length=1)]


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
