"""What `fit.toml` may hold: the guide "does this sound like the pattern MILD was studied in?"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated

from pydantic import Field

from app.domain.fit import Kind, Rules, Says
from app.knowledge.files import Reader
from app.knowledge.models import Content, QuestionId, Text

MOST = 10
"""The longest guide that a tired reader can be asked to go through, the gate included."""

NOT_SURE = "not_sure"
"""The answer that every question must offer."""

Code = Annotated[str, Field(pattern=r"^[a-z][a-z_]*$", max_length=24)]


class Meaning(Content):
    """One thing that an answer says.

    Attributes:
        kind: `match`, `test`, `talk`, `disagree` or, in the first question, `stop`.
        text: the words, with their sources.
        ask: ids of questions to take to the visit.
        ask_text: a question that stands nowhere else, or nothing.

    """

    kind: Kind
    text: Text
    ask: list[QuestionId] = Field(default=[])
    ask_text: str = ""


class Answer(Content):
    """One answer. Its code is neutral to language; without a reading it has nothing to add."""

    code: Code
    label: Text
    reading: list[Meaning] = Field(default=[])


class FitQuestion(Content):
    """One question of the guide.

    Attributes:
        code: its name, neutral to language.
        question: the words.
        help: what to look at before answering, or nothing.
        answer: the answers in the order offered.

    """

    code: Code
    question: Text
    help: str = ""
    answer: Annotated[list[Answer], Field(min_length=2)]


class Fit(Content):
    """`fit.toml`.

    Attributes:
        about: what the guide does and does not do.
        studied: who the people in the studies were.
        not_known: what no guide can tell.
        paid: who paid for the studies.
        verdict: the last sentence of every reading.
        question: the questions, the one that can stop the guide first.

    """

    about: Text
    studied: Text
    not_known: Text
    paid: Text
    verdict: Text
    question: Annotated[list[FitQuestion], Field(min_length=2)]


def rules_of(guide: Fit, question_text: Callable[[str], str]) -> Rules:
    """Return the guide as plain data for `app.domain.fit`.

    Args:
        guide: as read.
        question_text: gives the text of a question to take to the visit by its id.

    """

    def says(one: Meaning) -> Says:
        asked = [question_text(ask) for ask in one.ask]
        return Says(one.kind, one.text, tuple([*asked, one.ask_text] if one.ask_text else asked))

    return {
        question.code: {
            answer.code: tuple(says(one) for one in answer.reading) for answer in question.answer
        }
        for question in guide.question
    }


def fit_texts(guide: Fit) -> Iterator[tuple[str, str]]:
    """Yield the key and the text of everything a patient can read of the guide."""
    for key in ("about", "studied", "not_known", "paid", "verdict"):
        yield key, getattr(guide, key)
    for question in guide.question:
        yield f"{question.code}.question", question.question
        if question.help:
            yield f"{question.code}.help", question.help
        for answer in question.answer:
            key = f"{question.code}.{answer.code}"
            yield f"{key}.label", answer.label
            for number, one in enumerate(answer.reading):
                yield f"{key}.reading.{number}.text", one.text
                if one.ask_text:
                    yield f"{key}.reading.{number}.ask_text", one.ask_text


def check_fit(guide: Fit, askable: Collection[str], reader: Reader, folder: Path) -> None:
    """Add to the reader's faults everything that would lead a reader of the guide astray.

    Args:
        guide: as read.
        askable: ids of the questions that patients can take to the visit.
        reader: where the faults go.
        folder: the language's folder.

    """
    for key, found, allowed in chain(_guide_faults(guide), _question_faults(guide, askable)):
        reader.fault(folder / "fit.toml", key, found, allowed)


def _guide_faults(guide: Fit) -> Iterator[tuple[str, str, str]]:
    """Return key, found and allowed for what is wrong with the guide as a whole."""
    codes = [question.code for question in guide.question]
    if len(codes) > MOST:
        yield "question", f"{len(codes)} questions", f"at most {MOST}, the first one included"
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield code, "a code used twice", "each code once"
    stops = [question.code for question in guide.question if "stop" in _kinds(question)]
    if stops != codes[:1]:
        found = f"stop in {', '.join(stops) or 'no question'}"
        yield "question", found, "stop in exactly one question, the first one"


def _question_faults(guide: Fit, askable: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Return key, found and allowed for what is wrong with single questions and answers."""
    for question in guide.question:
        codes = [answer.code for answer in question.answer]
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            yield f"{question.code}.{code}", "a code used twice", "each code once in a question"
        if NOT_SURE not in codes:
            yield f"{question.code}.answer", ", ".join(codes), f"also an answer {NOT_SURE}"
        if not _kinds(question):
            yield f"{question.code}.answer", "no reading at all", "a reading of some answer"
        for answer in question.answer:
            if answer.code == NOT_SURE and not answer.reading:
                key = f"{question.code}.{NOT_SURE}.reading"
                yield key, "nothing", "what to ask, or which test answers it"
            for ask in (ask for one in answer.reading for ask in one.ask if ask not in askable):
                key = f"{question.code}.{answer.code}.ask"
                yield key, ask, "an id of questions.toml with the audience patient"


def _kinds(question: FitQuestion) -> set[str]:
    return {one.kind for answer in question.answer for one in answer.reading}
