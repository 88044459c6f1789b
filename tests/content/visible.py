"""The words of a piece of HTML as a reader sees them."""

from __future__ import annotations

from html.parser import HTMLParser

EMPTY = frozenset({"area", "br", "hr", "img", "input", "link", "meta", "wbr"})
INLINE = frozenset({"a", "b", "button", "em", "label", "span", "strong"})
UNSEEN = frozenset({"style", "script", "title", "noscript"})


class _Words(HTMLParser):
    def __init__(self, notes: bool) -> None:
        super().__init__()
        self._notes = notes
        self._hidden = 0
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        note = "popover" in given or given.get("class") == "cite"
        if tag in EMPTY:
            self.words.append(" ")
        elif self._hidden or tag in UNSEEN or (note and not self._notes):
            self._hidden += 1
        elif tag not in INLINE:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden -= 1
        elif tag not in INLINE:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def visible(html: str, notes: bool = False) -> str:
    """Return the words of some HTML in one line.

    Args:
        html: any piece of a page.
        notes: whether the notes that open by a tap, and the buttons of sources, count too.

    """
    parser = _Words(notes)
    parser.feed(html)
    parser.close()
    return " ".join("".join(parser.words).split())
