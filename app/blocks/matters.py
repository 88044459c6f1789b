"""What matters to a reader, as HTML: how every option stands to a wish, without a score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from app.blocks.templates import render
from app.domain.visit import WEIGHTS
from app.knowledge.catalog import Library
from app.knowledge.options import Bears, Option
from app.knowledge.wishes import Statement


def standing(library: Library, code: str) -> dict[str, list[Option]]:
    """Return the options by how they stand to a wish, each in the fixed order of the options.

    Args:
        library: the content.
        code: of a statement.

    """
    return {
        bears: [o for o in library.options if getattr(o.matters, code).bears == bears]
        for bears in get_args(Bears)
    }


def matters_about(library: Library) -> str:
    """Return what the reader is asked, and what for."""
    return render(library, "matters_about")


def matters_reading(library: Library, weights: Mapping[str, str | None]) -> str:
    """Return how the options stand to each wish that matters, those that matter a lot first.

    Args:
        library: the content.
        weights: code of a statement to `a_lot`, `a_little` or `not`; None while it is open.

    """
    told: list[tuple[str, Statement]] = [
        (weight, statement)
        for weight in WEIGHTS[:2]
        for statement in library.wishes.statement
        if weights.get(statement.code) == weight
    ]
    return render(library, "matters_reading", told=told, standing=standing)


def all_matters(library: Library) -> str:
    """Return every wish with how the options stand to it, for a page without controls."""
    told = [("", statement) for statement in library.wishes.statement]
    reading = render(library, "matters_reading", told=told, standing=standing)
    return matters_about(library) + reading
