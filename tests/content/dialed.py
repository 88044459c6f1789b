"""Finds the phone numbers of a piece of HTML, and whether each of them dials."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from app.knowledge.clinic import Clinic
from app.knowledge.dial import dial_uri
from tests.content.visible import EMPTY, UNSEEN

BLOCKS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "td", "th", "section", "dd", "dt"})


class _Texts(HTMLParser):
    """Splits HTML into what stands inside links that dial, and everything else a reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str]] = []
        self.outside: list[str] = []
        self.links: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href") or ""
        if tag == "a" and href.startswith("tel:"):
            self.links.append((href, ""))
            self.outside.append("\N{OBJECT REPLACEMENT CHARACTER}")
        if tag in BLOCKS:
            self.outside.append("\n")
        if tag not in EMPTY:
            self._open.append((tag, href))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag in BLOCKS:
            self.outside.append("\n")

    def handle_data(self, data: str) -> None:
        if any(tag in UNSEEN for tag, _ in self._open):
            return
        if any(href.startswith("tel:") for _, href in self._open):
            href, said = self.links[-1]
            self.links[-1] = (href, said + data)
        else:
            self.outside.append(data)


def numbers_of(clinic: Clinic) -> tuple[str, ...]:
    """Return every phone number that a clinic's profile has."""
    known = (clinic.emergency_number, clinic.phone, clinic.after_hours_phone)
    return tuple(number for number in known if number)


def undialed(html: str, clinic: Clinic) -> list[str]:
    """Return the surroundings of each number that stands in the text outside a link that dials."""
    parser = _Texts()
    parser.feed(html)
    parser.close()
    text = "".join(parser.outside)
    found = []
    for number in numbers_of(clinic):
        as_text = r"\s+".join(map(re.escape, number.split()))
        for match in re.finditer(rf"(?<![\d.]){as_text}(?![\d%]|\.\d)", text):
            found.append(text[max(0, match.start() - 40) : match.end() + 20])
    return found


def dialed(html: str) -> list[tuple[str, str]]:
    """Return address and words of each link that dials."""
    parser = _Texts()
    parser.feed(html)
    parser.close()
    return [(href, " ".join(said.split())) for href, said in parser.links]


def misdialed(html: str, clinic: Clinic) -> list[tuple[str, str]]:
    """Return each link that dials something else than the number of the profile it shows."""
    known = {dial_uri(number): number for number in numbers_of(clinic)}
    return [
        (href, said) for href, said in dialed(html) if href not in known or known[href] not in said
    ]
