"""Everything the app knows in one language, as one frozen object."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from babel.dates import format_date

from app.domain.fit import Rules
from app.domain.pathway import Graph
from app.knowledge import models
from app.knowledge.activities import Activities
from app.knowledge.arrays import Arrays, share_rows
from app.knowledge.clinic import About, Clinic
from app.knowledge.clinic_view import ClinicView
from app.knowledge.evidence import Evidence
from app.knowledge.fit import Fit, rules_of
from app.knowledge.kinds import Kind, kinds_of
from app.knowledge.know import Know
from app.knowledge.milestones import Milestone
from app.knowledge.nodes import AnyNode
from app.knowledge.numbers import Numbers
from app.knowledge.options import Option
from app.knowledge.pages import Page
from app.knowledge.passport import opening_words, passports
from app.knowledge.pathway import followers, returning
from app.knowledge.prose import Context, Renderer
from app.knowledge.ready import Ready
from app.knowledge.signoff import SignOff
from app.knowledge.steps import Step
from app.knowledge.wishes import Wishes
from app.knowledge.words import Words

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, eq=False)
class Library:
    """The whole content in one language. Shared by every reader: nothing in it ever changes."""

    lang: str
    words: Words
    pages: dict[str, Page]
    steps: tuple[Step, ...]
    milestones: tuple[Milestone, ...]
    options: tuple[Option, ...]
    nodes: dict[str, AnyNode]
    glossary: models.Glossary
    questions: models.Questions
    safety: models.Safety
    arrays: Arrays
    activities: Activities
    fit: Fit
    wishes: Wishes
    know: Know
    ready: Ready
    clinic_view: ClinicView
    anatomy: models.Anatomy
    not_known: models.NotKnown
    checklist: models.Checklist
    style: models.Style
    evidence: Evidence
    clinic: Clinic
    about: About
    clinic_faulty: bool = False
    sign_off: SignOff | None = None

    @cached_property
    def graph(self) -> Graph:
        """The decision pathway: node id to the ids that can be opened from it."""
        return {node: followers(content) for node, content in self.nodes.items()}

    @cached_property
    def returns(self) -> frozenset[tuple[str, str]]:
        """The ways of the pathway that go back: where each begins, where it leads."""
        return returning(self.nodes)

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """The kind of statistic of every result, by the id of its row."""
        return kinds_of(self.evidence)

    @cached_property
    def shares(self) -> dict[str, dict[str, Any]]:
        """Every result that is a share of people, by the id of its row; see `share_rows`."""
        return share_rows(self.evidence)

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
                phones={"clinic.emergency_number": self.clinic.emergency_number},
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
        return {
            "about.date": self.day(self.about.date),
            "about.evidence_read": self.day(self.about.evidence_read),
            "about.review_due": self.day(self.about.review_due),
        }

    def day(self, value: datetime.date) -> str:
        """Return a day in words."""
        return str(format_date(value, format="long", locale=self.lang))

    def question(self, question_id: str) -> models.Question:
        """Return a question to ask by its id."""
        return self._questions_by_id[question_id]

    @cached_property
    def _questions_by_id(self) -> dict[str, models.Question]:
        return {one.id: one for group in self.questions.group for one in group.question}

    @cached_property
    def fit_rules(self) -> Rules:
        """The guide to the studied pattern as plain data."""
        return rules_of(self.fit, lambda one: self.question(one).text)

    @cached_property
    def parts(self) -> dict[str, models.Part]:
        """The parts of the drawings by id."""
        return {part.id: part for part in self.anatomy.part}
