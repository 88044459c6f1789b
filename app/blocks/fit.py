"""The guide to the pattern that MILD was studied in as HTML: its parts, and all of it as a list."""

from __future__ import annotations

from functools import cache

from app.blocks.templates import render
from app.domain.fit import Reading
from app.knowledge.catalog import Library

HEADINGS = {
    "match": "fit.matches",
    "test": "fit.first_needed",
    "talk": "fit.first_needed",
    "disagree": "fit.disagree",
    "stop": "fit.stop",
}
"""Kind of what an answer says to the heading that it stands under."""


@cache
def fit_about(library: Library) -> str:
    """Return what the guide does and does not do."""
    return render(library, "fit_about")


@cache
def fit_gate(library: Library) -> str:
    """Return the signs that the first question asks about."""
    return render(library, "fit_gate", gate=library.fit.question[0])


def fit_stop(library: Library, reading: Reading) -> str:
    """Return what to do now, where a sign of an emergency ended the guide."""
    return render(library, "fit_stop", reading=reading)


def fit_reading(library: Library, reading: Reading) -> str:
    """Return what the answers say together; never a verdict, a score or a count of matches.

    Args:
        library: the content.
        reading: of a guide that was not stopped.

    """
    words = library.words
    groups = (
        ("matches", words("fit.matches"), reading.matches),
        ("first", words("fit.first_needed"), (*reading.to_test, *reading.to_talk)),
        ("disagree", words("fit.disagree"), reading.disagree),
        ("ask", words("fit.ask"), reading.ask),
    )
    count = len(library.fit.question) - 1
    return render(library, "fit_reading", reading=reading, groups=groups, count=count)


def fit_list(library: Library) -> str:
    """Return every question with its answers and what each of them says, without controls."""
    headings = {kind: library.words(key) for kind, key in HEADINGS.items()}
    return render(library, "fit", headings=headings)
