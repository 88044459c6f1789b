"""People and things written as rows: on each row how it is drawn, then where.

In: rows of text. Out: SVG code, first row at the back.
"""

from __future__ import annotations

from app.figures.anatomy_parts import inked, shape

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


def moved(rows: str, x: float, y: float, turn: float = 0) -> str:
    """Take rows; give their shapes moved to a place and turned by degrees."""
    spin = f" rotate({turn})" if turn else ""
    return f'<g transform="translate({x} {y}){spin}">{drawn(rows)}</g>'
