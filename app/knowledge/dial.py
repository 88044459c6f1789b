"""Phone numbers as links that dial them."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_EXTENSION = re.compile(r"\s/\s.*")
_TRUNK_ZERO = re.compile(r"(?<=\d)\s*\(0\)")
_NOT_DIALED = re.compile(r"[^0-9]")
_FITS = 18
"""Characters of a number that stand in one line of the help box on the narrowest phone."""


def dial_uri(number: str) -> str:
    """Return the address that dials a number (RFC 3966).

    Args:
        number: as a clinic writes it: digits, and signs between them. An extension, which stands
            after a slash between blanks, is not dialed: phones do not agree on how. Nor is the zero
            in "+44 (0)20", which is dialed at home only.

    """
    called = _EXTENSION.sub("", number)
    if called.startswith("+"):
        return f"tel:+{_NOT_DIALED.sub('', _TRUNK_ZERO.sub('', called))}"
    return f"tel:{_NOT_DIALED.sub('', called)}"


def dial_link(number: str) -> Markup:
    """Return a number as HTML: a link that dials it and that the style sheet keeps in one line.

    Args:
        number: as a clinic writes it. One that is longer than a narrow line breaks at blanks alone.

    """
    if len(number) <= _FITS:
        return Markup('<a href="{}">{}</a>').format(dial_uri(number), number)
    pieces = Markup(" ").join(Markup("<span>{}</span>").format(one) for one in number.split())
    return Markup('<a class="long" href="{}">{}</a>').format(dial_uri(number), pieces)


def dial_in(text: str, number: str) -> Markup:
    """Return a text as HTML in which a number dials.

    Args:
        text: without markup.
        number: as it stands in the text; empty where none does.

    """
    if not number:
        return escape(text)
    return dial_link(number).join(escape(piece) for piece in text.split(number))
