"""A page as few pieces of HTML with places between them for what has controls."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache

from app.blocks import blocks
from app.blocks.templates import render
from app.knowledge.catalog import Library
from app.knowledge.notes import mark_once, numbered
from app.knowledge.pages import Place


@cache
def layout(library: Library, page_id: str, live: frozenset[str]) -> tuple[str | Place, ...]:
    """Return what stands under a page's title, from the list of sections to the key points.

    It is made once in the life of the process: nothing of it changes with the reader or the day.
    Everything between two places is one piece, for the browser gets a message for each.

    Args:
        library: the content.
        page_id: which page.
        live: names of the blocks that are drawn with controls; the others come without.

    """
    found: list[str | Place] = []
    parts = itertools.groupby(_parts(library, page_id, live), lambda part: isinstance(part, Place))
    for number, (placed, some) in enumerate(parts, start=1):
        if placed:
            found += some
        else:  # each part keeps its distance to the next, and the notes of all stand behind them
            whole = "".join(f'<div class="piece">{part}</div>' for part in some)
            found.append(numbered(whole, f"prose-{number}"))
    return tuple(found)


def _parts(library: Library, page_id: str, live: frozenset[str]) -> Iterator[str | Place]:
    """Return prose, blocks without controls, and places for the others, top to bottom."""
    page = library.pages[page_id]
    seen: set[str] = set()
    if contents := render(library, "contents", page=page):
        yield contents
    prose: list[str] = []
    for part in blocks.parts(library, page):
        if not isinstance(part, Place):
            prose.append(part)
            continue
        if prose:
            yield mark_once("\n".join(prose), seen)
        prose.clear()
        yield part if part.name in live else blocks.STATIC[part.name](library)
    if prose:
        yield mark_once("\n".join(prose), seen)
    yield blocks.key_points(library, page)
