"""The guide "does this sound like the pattern that MILD was studied in?": answers to a reading.

A reading sorts what the reader answered. It holds no verdict: no sum, no score, no yes or no.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

Kind = Literal["match", "test", "talk", "disagree", "stop"]
"""Like the people studied; needs a test or a talk first; sources disagree; get help now."""


@dataclass(frozen=True)
class Says:
    """One thing that an answer says.

    Attributes:
        kind: where in the reading it stands.
        text: the words.
        ask: what to ask a doctor about it.

    """

    kind: Kind
    text: str
    ask: tuple[str, ...] = ()


Rules = Mapping[str, Mapping[str, tuple[Says, ...]]]
"""Question code to answer code to what the answer says, in the order of the guide."""


@dataclass(frozen=True)
class Reading:
    """What some answers say together.

    Attributes:
        stopped: whether a sign of an emergency ended the guide; then `stop` alone is filled.
        stop: what to do now.
        open: whether the other questions may be asked: the gate has an answer that stops nothing.
        answered: how many of the other questions have an answer.
        matches: what is like the people in the studies.
        to_test: what a test would show.
        to_talk: what needs a talk first.
        disagree: where sources disagree.
        ask: what to ask, each once.

    """

    stopped: bool = False
    stop: tuple[str, ...] = ()
    open: bool = False
    answered: int = 0
    matches: tuple[str, ...] = ()
    to_test: tuple[str, ...] = ()
    to_talk: tuple[str, ...] = ()
    disagree: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()


def gate(rules: Rules) -> str:
    """Return the code of the question that can stop the guide, empty where none can."""
    for code, answers in rules.items():
        if any(says.kind == "stop" for says in chain(*answers.values())):
            return code
    return ""


def read(rules: Rules, answers: Mapping[str, str | None]) -> Reading:
    """Return what the answers say, in the order of the guide.

    Until the gate has an answer that stops nothing, no other answer is read.

    Args:
        rules: the guide.
        answers: question code to answer code; a question left open may be missing or None. Codes
            that the guide does not know count as left open.

    """
    known = {
        code: says
        for code, possible in rules.items()
        if (says := possible.get(answers.get(code) or "")) is not None
    }
    door = gate(rules)
    if stop := _texts(known.get(door, ()), "stop"):
        return Reading(stopped=True, stop=stop)
    if door and door not in known:
        return Reading()
    said = list(chain(*known.values()))
    return Reading(
        open=True,
        answered=len(known.keys() - {door}),
        matches=_texts(said, "match"),
        to_test=_texts(said, "test"),
        to_talk=_texts(said, "talk"),
        disagree=_texts(said, "disagree"),
        ask=_once(chain(*(says.ask for says in said))),
    )


def _texts(said: Iterable[Says], kind: Kind) -> tuple[str, ...]:
    return _once(says.text for says in said if says.kind == kind)


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
