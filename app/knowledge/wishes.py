"""What `matters.toml` may hold: the statements about what may matter to a reader."""

from __future__ import annotations

from collections.abc import Iterator

from app.knowledge.models import Content, Text
from app.knowledge.options import MATTERS


class Statement(Content):
    """One wish; its code is that of every option's `matters`."""

    code: Text
    text: Text


class Wishes(Content):
    """`matters.toml`.

    Attributes:
        about: what the reader is asked, and what for.
        reading: the last sentence of every reading.
        statement: the wishes, each code of the options once, in their order.

    """

    about: Text
    reading: Text
    statement: list[Statement]


def wishes_faults(wishes: Wishes) -> Iterator[tuple[str, str, str]]:
    """Yield key, found and allowed for everything wrong with the statements as a whole."""
    codes = tuple(statement.code for statement in wishes.statement)
    if codes != MATTERS:
        yield "statement.code", ", ".join(codes), ", ".join(MATTERS)
