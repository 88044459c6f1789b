"""What `ready.toml` may hold: four questions that show whether a reader needs more help."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from app.knowledge.links import Link, Targets, link_faults
from app.knowledge.models import Content, Text

READY = ("sure", "know", "values", "support")
"""The four things that the questions ask about: sure of the choice, knowing the good and bad points
of every option, knowing which of them matter most, having enough support and advice."""


class ReadyQuestion(Content):
    """One question, answered by yes or not yet.

    Attributes:
        code: what it asks about.
        question: the words.
        help: what to do about a "not yet".
        see: ways to where that can be done.

    """

    code: Text
    question: Text
    help: Text
    see: Annotated[list[Link], Field(min_length=1, max_length=3)]


class Ready(Content):
    """`ready.toml`.

    Attributes:
        about: what the questions are for, and where they come from.
        all_yes: what is said when all are answered with yes.
        not_yet: what is said as soon as one is answered with "not yet".
        question: the questions in their order.

    """

    about: Text
    all_yes: Text
    not_yet: Text
    question: list[ReadyQuestion]


def ready_texts(ready: Ready) -> Iterator[tuple[str, str]]:
    """Yield the key and the text of everything that a patient can read of the questions."""
    for key in ("about", "all_yes", "not_yet"):
        yield key, getattr(ready, key)
    for question in ready.question:
        yield f"{question.code}.question", question.question
        yield f"{question.code}.help", question.help
        for number, link in enumerate(question.see):
            yield f"{question.code}.see.{number}", link.text


def ready_faults(ready: Ready, targets: Targets) -> Iterator[tuple[str, str, str]]:
    """Yield key, found and allowed for everything wrong with the questions as a whole.

    Args:
        ready: as read.
        targets: what links may name.

    """
    codes = tuple(question.code for question in ready.question)
    if codes != READY:
        yield "question.code", ", ".join(codes), ", ".join(READY)
    links = (
        (f"{question.code}.see.{number}", link)
        for question in ready.question
        for number, link in enumerate(question.see)
    )
    yield from link_faults(links, targets)
