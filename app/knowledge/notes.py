"""Words and sources that open a note in place, by tap or key, without a script."""

from __future__ import annotations

import hashlib
import itertools
import re
from html import escape


def opener(kind: str, word: str, content: str, prefix: str) -> str:
    """Return a button and the note it opens, by tap or key, closed by Esc or a tap elsewhere.

    The note takes the focus too: a long one scrolls, and arrow keys must reach it.

    The note's id comes from its content; `numbered` gives it one of its own on a page.
    """
    note = f"{prefix}-{hashlib.sha1(content.encode(), usedforsecurity=False).hexdigest()[:10]}"
    return (
        f'<button type="button" class="{kind}" popovertarget="{note}">{escape(word)}</button>'
        f'<span popover="" id="{note}" class="note" tabindex="0">{content}</span>'
    )


_TERM = re.compile(
    r'<button type="button" class="term" popovertarget="(term-[0-9a-f]+)">([^<]*)</button>'
    r'<span popover="" id="\1" class="note" tabindex="0"><b>[^<]*</b>[^<]*</span>'
)


def mark_once(markup: str, seen: set[str]) -> str:
    """Leave each medical word a button only at its first place on a page.

    Args:
        markup: the next piece of the page, top to bottom.
        seen: words met in earlier pieces; grows.

    """

    def keep_first(match: re.Match[str]) -> str:
        if match[1] in seen:
            return match[2]
        seen.add(match[1])
        return match[0]

    return _TERM.sub(keep_first, markup)


_OPENER = re.compile(
    r'popovertarget="(?:term|src)-[0-9a-f]+">([^<]*)</button>'
    r'<span popover="" id="(?:term|src)-[0-9a-f]+"'
)


def numbered(markup: str, place: str) -> str:
    """Give every note of a piece of a page an id of its own.

    The same passage can stand on a page twice, once of them in something closed; a button would
    then open the note that nobody can see.

    Args:
        markup: a piece of a page.
        place: name of the piece, once on a page.

    """
    count = itertools.count(1)

    def with_number(match: re.Match[str]) -> str:
        note = f"note-{place}-{next(count)}"
        return f'popovertarget="{note}">{match[1]}</button><span popover="" id="{note}"'

    return _OPENER.sub(with_number, markup)
