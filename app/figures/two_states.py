"""The cross-section in two states on one sheet: the thick ligament, and what MILD aims for.

What both states share is drawn once. What differs stands in a group of its own, with the class
`narrow` or `aim`; the page shows one of them.
"""

from __future__ import annotations

from app.domain.drawings import DRAWINGS
from app.figures.anatomy_parts import document
from app.figures.cross_section import PAGE, cross_section
from app.figures.cross_section_shapes import outlines
from app.figures.sheet import HEIGHT, WIDTH

STATES = {"narrow": "ligament_thick", "aim": "ligament_both_sides"}
"""State -> its layer of the ligament."""

_TISSUE = {"skin", "fat", "muscle", "vertebral_body", "disc", "epidural_fat", "sac", "bones"}
_ABOVE = 56
"""Height of the sheet above the skin, where only tools are."""

BOX = f"0 {_ABOVE} {WIDTH} {HEIGHT - _ABOVE}"
"""View box of everything that lies over the picture."""


def two_states() -> str:
    """Give the SVG; in the second state a dashed line shows where the thick ligament was."""
    sheets = {state: cross_section(frozenset({*_TISSUE, layer})) for state, layer in STATES.items()}
    body = sheets["narrow"].defs
    for layer in DRAWINGS["cross_section"].layers:
        drawn = {
            state: sheet.layers[layer]
            for state, sheet in sheets.items()
            if layer in _TISSUE or layer == STATES[state]
        }
        if len(drawn) == len(STATES) and len(set(drawn.values())) == 1:
            body += drawn["narrow"]
        else:
            body += "".join(f'<g class="{state}">{code}</g>' for state, code in drawn.items())
    before = outlines(STATES["narrow"])["ligamentum_flavum"]
    body += f'<g class="aim before" transform="{PAGE}"><path d="{before}"/></g>'
    return document(WIDTH, HEIGHT, body, _ABOVE)


def touched() -> list[tuple[str, str, str]]:
    """Give state, part and outline of all that can be touched; the state is empty where both agree.

    Later ones lie over earlier ones.
    """
    narrow, aim = (outlines(layer) for layer in STATES.values())
    found = []
    for part, line in narrow.items():
        if aim[part] == line:
            found.append(("", part, line))
        else:
            found += [("narrow", part, line), ("aim", part, aim[part])]
    return found
