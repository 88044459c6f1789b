"""Everything the app knows in one language, as one frozen object."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from babel.dates import format_date

from app.domain.pathway import Graph
from app.knowledge import models, nodes
from app.knowledge.arrays import Arrays
from app.knowledge.clinic import About, Clinic
from app.knowledge.evidence import Evidence
from app.knowledge.milestones import Milestone
from app.knowledge.nodes import AnyNode
from app.knowledge.numbers import Numbers
from app.knowledge.pages import Page
from app.knowledge.passport import opening_words, passports
from app.knowledge.prose import Context, Renderer
from app.knowledge.steps import Step
from app.knowledge.words import Words

DEFAULT_LANGUAGE = "en"
START_NODE = "N0"


@dataclass(frozen=True, eq=False)
class Library:
    """The whole content in one language. Shared by every reader: nothing in it ever changes."""

    lang: str
    words: Words
    pages: dict[str, Page]
    steps: tuple[Step, ...]
    milestones: tuple[Milestone, ...]
    options: tuple[models.Option, ...]
    nodes: dict[str, AnyNode]
    glossary: models.Glossary
    questions: models.Questions
    safety: models.Safety
    arrays: Arrays
    anatomy: models.Anatomy
    not_known: models.NotKnown
    checklist: models.Checklist
    style: models.Style
    evidence: Evidence
    clinic: Clinic
    about: About

    @cached_property
    def graph(self) -> Graph:
        """The decision pathway: node id to the ids that can be opened from it."""
        return {node: followers(content) for node, content in self.nodes.items()}

    @cached_property
    def numbers(self) -> Numbers:
        """Looks up a number by the id of its row."""
        return Numbers(self.evidence, self.lang, self.words.raw("number.range"))

    @cached_property
    def prose(self) -> Renderer:
        """Renders prose of this language."""
        return Renderer(
            Context(
                number=self.numbers.number,
                passports=passports(self.evidence, self.words),
                slots=self._slots(),
                targets={
                    "step": frozenset(step.id for step in self.steps),
                    "node": frozenset(self.nodes),
                },
                terms=self.glossary.term,
                source_words=lambda cited: opening_words(cited, self.words),
                settings={} if self.lang == DEFAULT_LANGUAGE else {"lang": self.lang},
            )
        )

    def _slots(self) -> dict[str, str]:
        def day(value: datetime.date) -> str:
            return str(format_date(value, format="long", locale=self.lang))

        return {
            "clinic.emergency_number": self.clinic.emergency_number,
            "about.date": day(self.about.date),
            "about.evidence_read": day(self.about.evidence_read),
            "about.review_due": day(self.about.review_due),
        }

    def question(self, question_id: str) -> models.Question:
        """Return a question to ask by its id."""
        return self._questions_by_id[question_id]

    @cached_property
    def _questions_by_id(self) -> dict[str, models.Question]:
        return {one.id: one for group in self.questions.group for one in group.question}

    @cached_property
    def parts(self) -> dict[str, models.Part]:
        """The parts of the drawings by id."""
        return {part.id: part for part in self.anatomy.part}


def followers(node: AnyNode) -> tuple[str, ...]:
    """Return the ids that can be opened from a node, in the order they are offered."""
    match node:
        case nodes.QuestionNode():
            return tuple(dict.fromkeys(answer.to for answer in node.answers))
        case nodes.StageNode():
            ways = [answer.to for answer in node.answers]
            return tuple(dict.fromkeys([*node.tests, *node.options, *ways]))
        case _:
            return ()
