"""What `know.toml` may hold: the questions by which a reader can check what they know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from app.knowledge.fit import Code
from app.knowledge.links import Link, Targets, link_faults
from app.knowledge.models import Content, Text

FEWEST, MOST = 6, 8
"""How many questions there may be."""

Kind = Literal["right", "other", "unsure", "choice"]
"""What an answer is: right, not quite right, "I am not sure", or one of several free choices."""


class KnowAnswer(Content):
    """One answer with its own words.

    Attributes:
        code: neutral to language.
        label: what the reader chooses.
        kind: what the answer is.
        says: what is said to whoever chose it, before the fact.

    """

    code: Code
    label: Text
    kind: Kind
    says: Text


class KnowQuestion(Content):
    """One question.

    Attributes:
        code: its name, neutral to language.
        question: the words.
        answer: the answers in the order offered.
        fact: what is so, with its sources; told after every answer.
        see: the way to where it stands.

    """

    code: Code
    question: Text
    answer: Annotated[list[KnowAnswer], Field(min_length=2, max_length=3)]
    fact: Text
    see: Link

    @property
    def right(self) -> tuple[KnowAnswer, ...]:
        """The answer that is right, or all of those among which the reader is free."""
        return tuple(one for one in self.answer if one.kind in ("right", "choice"))


class Know(Content):
    """`know.toml`.

    Attributes:
        about: what the questions are for.
        question: the questions in their order.

    """

    about: Text
    question: list[KnowQuestion]


def know_texts(know: Know) -> Iterator[tuple[str, str]]:
    """Yield the key and the text of everything that a patient can read of the questions."""
    yield "about", know.about
    for question in know.question:
        yield f"{question.code}.question", question.question
        for answer in question.answer:
            yield f"{question.code}.{answer.code}.label", answer.label
            yield f"{question.code}.{answer.code}.says", answer.says
        yield f"{question.code}.fact", question.fact
        yield f"{question.code}.see", question.see.text


def know_faults(know: Know, targets: Targets) -> Iterator[tuple[str, str, str]]:
    """Yield key, found and allowed for everything wrong with the questions as a whole.

    Args:
        know: as read.
        targets: what links may name.

    """
    codes = [question.code for question in know.question]
    if not FEWEST <= len(codes) <= MOST:
        yield "question", f"{len(codes)} questions", f"{FEWEST} to {MOST}"
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield code, "a code used twice", "each code once"
    for question in know.question:
        answers = [answer.code for answer in question.answer]
        for code in sorted({code for code in answers if answers.count(code) > 1}):
            yield f"{question.code}.{code}", "a code used twice", "each code once in a question"
        kinds = sorted(answer.kind for answer in question.answer if answer.kind != "unsure")
        free = kinds.count("choice") == len(kinds) >= 2
        if not free and (kinds.count("right") != 1 or "choice" in kinds):
            allowed = "exactly one right, or nothing but choice (two or more)"
            yield f"{question.code}.answer", ", ".join(kinds), allowed
        if len(answers) - len(kinds) > 1:
            yield f"{question.code}.answer", "unsure twice", "at most one answer of that kind"
    yield from link_faults(((f"{one.code}.see", one.see) for one in know.question), targets)
