"""Balance of words: harms are told at no less length than gains: on pages, options, the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.knowledge.catalog import Library
from app.knowledge.nodes import LeafNode
from app.knowledge.options import GAINS, Option
from app.knowledge.pages import Page, Place
from app.knowledge.reading import words

BALANCED = ("overview", "recovery")
"""Pages that tell gains and harms in sections of their own, named in their front matter."""


def told(library: Library, texts: Sequence[str]) -> int:
    """Return how many words some prose has, its numbers filled in."""
    return sum(len(words(" ".join(library.prose.block(text).plain))) for text in texts)


def told_in(library: Library, item: Option | LeafNode, fields: Sequence[str]) -> int:
    """Return how many words an option, before MILD or after it, has in some of its fields."""
    texts: list[str] = []
    for field in fields:
        value = getattr(item, field)
        texts += [value] if isinstance(value, str) else value
    return told(library, texts)


def balance_faults(library: Library) -> Iterator[tuple[str, str, str, str]]:
    """Yield file, key, found and allowed wherever gains have more words than harms."""
    for page in library.pages.values():
        for key, found, allowed in _page(library, page):
            yield f"pages/{page.id}.md", key, found, allowed
    for option in library.options:
        file = f"options/{option.id}.md"
        good, bad = (told_in(library, option, [field]) for field in ("found", "harms"))
        if not GAINS[0] <= good / bad <= GAINS[1]:
            found = f"{good} words of results, {bad} of harms: {good / bad:.2f}"
            allowed = f"{GAINS[0]} to {GAINS[1]} words of results for each of harms"
            yield file, "found, harms", found, allowed
    sheet = {
        place: [one.says for one in library.arrays.array if one.on_sheet and one.place == place]
        for place in ("results", "harms")
    }
    good, bad = (told(library, texts) for texts in sheet.values())
    if good > bad:
        found = f"{good} words of results on the sheet, {bad} of harms"
        yield "arrays.toml", "on_sheet", found, "at least as many words of harms"


def _page(library: Library, page: Page) -> Iterator[tuple[str, str, str]]:
    balance = page.front.balance
    if balance is None:
        if page.id in BALANCED:
            yield "balance", "nothing", "the sections that tell gains, and those that tell harms"
        return
    known = {section.id for section in page.sections}
    for section in (*balance.gains, *balance.harms):
        if section not in known:
            yield "balance", section, f"ids of sections: {', '.join(sorted(known))}"
            return
    good, bad = (
        told(library, list(_texts(library, page, ids))) for ids in (balance.gains, balance.harms)
    )
    if good > bad:
        found = f"{good} words of gains, {bad} of harms"
        yield "balance", found, "at least as many words of harms"


def _texts(library: Library, page: Page, ids: Sequence[str]) -> Iterator[str]:
    """Return the prose of some sections, that of the blocks placed in them included."""
    blocks = {
        "shares": [one.says for one in library.arrays.array if one.place == "results"],
        "harm_shares": [one.says for one in library.arrays.array if one.place == "harms"],
        "risks": [risk.shows for risk in library.safety.risk],
    }
    for section in page.sections:
        for part in section.parts if section.id in ids else ():
            yield from blocks.get(part.name, []) if isinstance(part, Place) else [part]
