"""Words and sources that open a note in place, by tap or key, without a script."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from html import escape

_BEGIN, _END = "<!--note-->", "<!--/note-->"
"""Around each note, until `numbered` has put it behind its piece of the page."""


def opener(kind: str, word: str, content: str, prefix: str) -> str:
    """Return a button and the note it opens, by tap or key, closed by Esc or a tap elsewhere.

    The note takes the focus too: a long one scrolls, and arrow keys must reach it.

    The note's id comes from its content; `numbered` gives it one of its own on a page.
    """
    note = _name(prefix, content)
    button = f'<button type="button" class="{kind}" popovertarget="{note}">{escape(word)}</button>'
    return button + _note(note, content)


def mark(word: str, content: str) -> str:
    """Return the opener of the sources of the passage before it, never alone on a line.

    A browser may break a line on either side of a button, and even behind a full stop. Inside of
    what does not wrap, after a space that does not break, it may not.
    """
    return f'<span class="kept">&nbsp;{opener("cite", word, content, "src")}</span>'


def term(word: str, content: str) -> str:
    """Return a medical word and the note it opens.

    A button is a box: it never breaks between its words, and a line may break between it and the
    bracket or full stop that touches it. Here the word itself stands in the line, as the label of a
    button without words. A screen reader meets the button alone.
    """
    note, said = _name("term", content), escape(word)
    return (
        f'<label class="term"><button type="button" popovertarget="{note}" aria-label="{said}">'
        f'</button><span aria-hidden="true">{said}</span></label>{_note(note, content)}'
    )


def _name(prefix: str, content: str) -> str:
    return f"{prefix}-{hashlib.sha1(content.encode(), usedforsecurity=False).hexdigest()[:10]}"


def _note(name: str, content: str) -> str:
    note = f'<span popover="" id="{name}" class="note" tabindex="0">{content}</span>'
    return f"{_BEGIN}{note}{_END}"


_TERM = re.compile(
    r'<label class="term"><button type="button" popovertarget="(term-[0-9a-f]+)" '
    r'aria-label="[^"]*"></button>'
    rf'<span aria-hidden="true">([^<]*)</span></label>{_BEGIN}.*?{_END}'
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


_NOTE = re.compile(
    f"{_BEGIN}"
    r'<span popover="" id="((?:term|src)-[0-9a-f]+)" class="note" tabindex="0">(.*?)</span>'
    f"{_END}",
    re.DOTALL,
)
_TARGET = re.compile(r'popovertarget="((?:term|src)-[0-9a-f]+)"')


@lru_cache(maxsize=256)
def numbered(markup: str, place: str) -> str:
    """Put the notes of a piece of a page behind it, each once, with an id of its own.

    Passages that rest on the same sources open the same note, so that it travels once. It lies
    outside of everything that folds: in something closed, nobody would see it open. Pieces are our
    own content and come back at every run: what was made of them is kept.

    Args:
        markup: a piece of a page, from one or more blocks.
        place: name of the piece, once on a page.

    """
    notes: dict[str, str] = {}

    def gather(match: re.Match[str]) -> str:
        notes[match[1]] = match[2]
        return ""

    bare = _NOTE.sub(gather, markup)
    if not notes:
        return bare
    ids = {note: f"note-{place}-{number}" for number, note in enumerate(notes, start=1)}
    bare = _TARGET.sub(lambda match: f'popovertarget="{ids.get(match[1], match[1])}"', bare)
    told = "".join(
        f'<span popover="" id="{ids[note]}" class="note" tabindex="0">{content}</span>'
        for note, content in notes.items()
    )
    return f'{bare}<div class="notes">{told}</div>'
