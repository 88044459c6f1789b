"""Every answer that a reader can give, and what it may be: a page gives them back to a new server.

What comes back from a page is taken like anything that comes from outside: an unknown name or a
value that no control could have given is dropped.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from functools import cache

import streamlit as st

from app.domain.pathway import Walk
from app.domain.visit import (
    LEVELS,
    LONGEST,
    MOST_OPTIONS,
    SEDATIONS,
    SIDES,
    WEIGHTS,
    YES_OR_NO,
)
from app.knowledge.catalog import Library
from app.knowledge.pathway import START_NODE
from app.knowledge.ready import READY
from app.ui import keys

Answer = str | bool | list[str] | tuple[str, ...] | datetime.date
Check = Callable[[object], Answer | None]
"""Takes what came back; returns the answer, None where it is none."""


def _one_of(codes: Iterable[str]) -> Check:
    known = frozenset(codes)
    return lambda value: value if isinstance(value, str) and value in known else None


def _some_of(codes: Iterable[str], most: int) -> Check:
    known = tuple(codes)

    def check(value: object) -> Answer | None:
        chosen = value if isinstance(value, list) else []
        return [code for code in known if code in chosen][:most] or None

    return check


def _text(value: object) -> Answer | None:
    return value[:LONGEST] or None if isinstance(value, str) else None


def _ticked(value: object) -> Answer | None:
    return value is True or None


def _day(value: object) -> Answer | None:
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _trail(library: Library) -> Check:
    """Return a check for the way taken through the pathway: each step must be one it offers."""

    def check(value: object) -> Answer | None:
        nodes = tuple(str(node) for node in value) if isinstance(value, list) else ()
        try:
            return nodes if Walk(library.graph, nodes).start == START_NODE else None
        except ValueError:
            return None

    return check


@cache
def checks(library: Library) -> Mapping[str, Check]:
    """Return for each answer, by its key in the session, what it may be."""
    options = [option.id for option in library.options]
    asked = [one for group in library.questions.group for one in group.question]
    return {
        keys.TRAIL: _trail(library),
        keys.CHECKED: _ticked,
        keys.SIDE_BY_SIDE: _some_of(options, MOST_OPTIONS),
        keys.OPTIONS: _some_of(options, MOST_OPTIONS),
        keys.OWN_WISH: _text,
        **{keys.wish(one.code): _one_of(WEIGHTS) for one in library.wishes.statement},
        **{keys.fit(q.code): _one_of(a.code for a in q.answer) for q in library.fit.question},
        **{keys.know(q.code): _one_of(a.code for a in q.answer) for q in library.know.question},
        **{keys.ready(code): _one_of(YES_OR_NO) for code in READY},
        **{keys.ask(one.id): _ticked for one in asked},
        **dict.fromkeys(keys.OWN_QUESTIONS, _text),
        keys.LEVELS: _some_of(LEVELS, len(LEVELS)),
        **{keys.side(level): _one_of(SIDES) for level in LEVELS},
        keys.SEDATION: _one_of(SEDATIONS),
        keys.THINNER: _one_of(YES_OR_NO),
        keys.FOLLOW_UP: _day,
    }


def held(library: Library) -> dict[str, object]:
    """Return what the reader has answered so far, by its key, as it can travel."""
    given = st.session_state.to_dict()
    found = {key: given.get(key) for key in checks(library)}
    return {
        key: value.isoformat() if isinstance(value, datetime.date) else value
        for key, value in found.items()
        if value
    }


def take_back(library: Library, given: object) -> None:
    """Put answers back into the session, those that are answers and are not there already.

    Args:
        library: the content, which says what can be answered.
        given: what a page has sent.

    """
    known = checks(library)
    for key, value in given.items() if isinstance(given, dict) else ():
        if key in known and key not in st.session_state:
            answer = known[key](value)
            if answer is not None:
                st.session_state[key] = answer
