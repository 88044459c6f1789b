"""People and things written as rows: on each row how it is drawn, then where.

In: rows of text. Out: SVG code, first row at the back.
"""

from __future__ import annotations

import re
from math import cos, radians, sin

from app.figures.anatomy_parts import inked, shape

_PAIR = re.compile(r"(-?[\d.]+) (-?[\d.]+)")

_LINES: dict[str, tuple[str, ...]] = {
    "line": ("l",),
    "bold": ("l o",),
    "thin": ("f s-ink",),
    "faint": ("f s-ring",),
    "ink": ("ink",),
    "column": ("beads s-ink", "beads s-bone"),
}
"""Kinds of line, and the classes each is drawn with, one over the other."""


def drawn(rows: str) -> str:
    """Give the shapes of rows.

    Args:
        rows: on each row a fill ("-" before it: no outline) or a kind of line, and path data; an
            indented row goes on with the one above.

    """
    code = ""
    for row in filter(None, rows.replace("\n ", " ").split("\n")):
        kind, data = row.split(" ", 1)
        if kind in _LINES:
            code += "".join(shape(data, line) for line in _LINES[kind])
        else:
            code += shape(data, kind[1:]) if kind[0] == "-" else inked(data, kind)
    return code


def placed(rows: str, x: float, y: float, turn: float = 0, size: float = 1) -> str:
    """Take rows written about a middle; give their shapes set at a place, turned by degrees.

    Points are written anew, not transformed: a line keeps its width at every size. Only M, L, C, Z.
    """
    a, b = cos(radians(turn)) * size, sin(radians(turn)) * size

    def there(pair: re.Match[str]) -> str:
        u, v = float(pair[1]), float(pair[2])
        return f"{x + a * u - b * v:.1f} {y + b * u + a * v:.1f}"

    return drawn(_PAIR.sub(there, rows))
