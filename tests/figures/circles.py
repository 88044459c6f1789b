"""Reads back what a picture of circles shows."""

from __future__ import annotations

import base64
import re
from collections import Counter
from xml.etree import ElementTree

from markupsafe import Markup

_SVG = "{http://www.w3.org/2000/svg}"


def counted(picture: Markup) -> Counter[str]:
    """Return how many circles of each look an image shows."""
    svg = ElementTree.fromstring(base64.b64decode(re.findall(r'base64,([^"]+)"', picture)[0]))
    found: Counter[str] = Counter()
    for box in svg.iter(f"{_SVG}rect"):
        look = str(box.get("fill"))[len("url(#") : -1]
        found[look] += int(box.get("width", 0)) * int(box.get("height", 0)) // 400
    return found


def covered(picture: Markup) -> list[tuple[int, int]]:
    """Return column and row of each circle, in the order of the boxes."""
    svg = ElementTree.fromstring(base64.b64decode(re.findall(r'base64,([^"]+)"', picture)[0]))
    cells = []
    for box in svg.iter(f"{_SVG}rect"):
        x, y, wide, high = (int(box.get(one, 0)) // 20 for one in ("x", "y", "width", "height"))
        cells += [(x + column, y + row) for row in range(high) for column in range(wide)]
    return cells


def drawn(html: str) -> list[tuple[str, list[Counter[str]]]]:
    """Return the id of each result drawn in a piece of a page, and the circles of each group.

    Pictures that stand outside of a result come with an empty id; samples of a key do not count.
    """
    without_keys = re.sub(r'<ul class="circle-key">.*?</ul>', "", html, flags=re.DOTALL)
    figure = r'<figure class="array" aria-labelledby="array-([\w-]+)">(.*?)</figure>'
    results = re.findall(figure, without_keys, re.DOTALL)
    strays = re.sub(figure, "", without_keys, flags=re.DOTALL)
    found = [(name, _pictures(inside)) for name, inside in results]
    return [*found, *(("", [one]) for one in _pictures(strays))]


def _pictures(html: str) -> list[Counter[str]]:
    return [counted(Markup(one)) for one in re.findall(r'<img class="circles"[^>]*>', html)]
