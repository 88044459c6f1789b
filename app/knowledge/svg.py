"""Looks through an SVG: shapes, text and colors pass; what could run, move or fetch is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

MOST_USES = 30
"""Most repeats of a part: repeats of repeats grow without end."""

_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = frozenset(
    {
        "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "path", "rect",
        "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "linearGradient",
        "radialGradient", "stop", "clipPath", "mask", "pattern", "marker",
    }
)  # fmt: skip
_EDITORS = (
    "http://www.inkscape.org/", "http://sodipodi.", "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/elements/", "http://ns.adobe.com/", "http://www.bohemiancoding.com/sketch",
    "http://www.serif.com/", "http://www.figma.com/",
)  # fmt: skip
"""Where drawing programs keep their own notes; no browser does anything with these."""
_SPACES = ("", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace")
"""Where attributes that a browser knows may come from."""
_ADDRESSES = ("href", "src", "base")
_OWN_PART = re.compile(r"url\(\s*(['\"]?)#[\w.:-]+\1\s*\)")
_FETCHES = re.compile(r"url\(|(script|data|file|https?|ftp):|expression\(|-moz-binding|image-set\(")
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")


class RefusedError(Exception):
    """A picture that is not shown; its text says what was found in it."""


def size_of_svg(data: bytes) -> tuple[int, int]:
    """Return the shape of an SVG, as width and height of which the height is 100.

    The list names what may stand in it, not what may not: an element that nobody thought of is
    refused. No declaration of a document type is read, so no entity is either.

    Raises:
        RefusedError: something in it may not stand there, or it is no SVG in UTF-8.

    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError("a file that is neither SVG in UTF-8 nor PNG") from error
    reading = _Reading()
    try:
        reading.parse(text)
    except expat.ExpatError as error:
        raise RefusedError("a file that is neither whole SVG nor PNG") from error
    return reading.size()


class _Reading:
    """One pass through a picture."""

    def __init__(self) -> None:
        self._root: dict[str, str] = {}
        self._style: list[str] = []
        self._open: list[str] = []
        self._uses = 0

    def parse(self, text: str) -> None:
        parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(text.encode(), True)

    def size(self) -> tuple[int, int]:
        box = re.split(r"[\s,]+", self._root.get("viewBox", "").strip())
        sides = [self._root.get(one, "") for one in ("width", "height")]
        sides = box[2:] if len(box) == 4 else sides
        found = [match for one in sides if (match := _NUMBER.fullmatch(one))]
        numbers = [float(match[1]) for match in found]
        if len(numbers) != 2 or min(numbers) <= 0:
            raise RefusedError("an SVG without a viewBox")
        return max(1, round(100 * numbers[0] / numbers[1])), 100

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() != "utf-8":
            raise RefusedError(f"an SVG in {encoding[:20]}")

    def _doctype(self, *about: object) -> None:
        raise RefusedError("an SVG with a DOCTYPE")

    def _instruction(self, target: str, data: str) -> None:
        raise RefusedError(f"an SVG with an instruction <?{target[:20]}?>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self._open:
            if (space, local) != (_SVG, "svg"):
                raise RefusedError("a file whose first element is not that of an SVG")
            self._root = attributes
        known = local in _ELEMENTS if space == _SVG else space.startswith(_EDITORS)
        if not known:
            raise RefusedError(f"an SVG with an element <{local[:30]}>")
        self._open.append(local if space == _SVG else "")
        self._uses += self._open[-1] == "use"
        if self._uses > MOST_USES:
            raise RefusedError(f"an SVG with more than {MOST_USES} elements <use>")
        if space == _SVG:
            for fault in _in_attributes(attributes):
                raise RefusedError(f"an SVG with {fault}")

    def _text(self, text: str) -> None:
        if self._open and self._open[-1] == "style":
            self._style.append(text)

    def _end(self, name: str) -> None:
        if self._open.pop() == "style":
            style = "".join(self._style)
            if "@" in style:
                raise RefusedError("an SVG with an @ rule in its style")
            for fault in _in_value("style", style):
                raise RefusedError(f"an SVG with {fault}")


def _in_attributes(attributes: dict[str, str]) -> Iterator[str]:
    """Yield what may not stand among the attributes of an element."""
    for name, value in attributes.items():
        space, _, local = name.rpartition(" ")
        if space.startswith(_EDITORS):
            continue
        if space not in _SPACES:
            yield f"an attribute of another kind, {local[:30]}"
        if local.lower().startswith("on"):
            yield f"an event handler, {local[:30]}"
        if local.lower() in _ADDRESSES and not value.startswith("#"):
            yield f"an address outside of itself in {local}"
        yield from _in_value(local, value)


def _in_value(name: str, value: str) -> Iterator[str]:
    """Yield what may not stand in a value or a style: addresses elsewhere, signs that hide them."""
    rest = re.sub(r"[\x00-\x20]", "", _OWN_PART.sub("", value)).lower()
    if _FETCHES.search(rest):
        yield f"an address outside of itself in {name[:30]}"
    if "\\" in rest:
        yield f"a sign that can hide an address, a backslash, in {name[:30]}"
