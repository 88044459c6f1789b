"""The one style sheet: what is written by hand, what follows from drawings and pathway."""

from __future__ import annotations

from functools import lru_cache

from app.blocks.assets import ASSETS
from app.figures import pathway_map
from app.figures.cross_section_shapes import outlines
from app.figures.palette import style
from app.knowledge.accent import DEFAULT, on_dark
from app.knowledge.catalog import DEFAULT_LANGUAGE
from app.knowledge.library import library

SHEET = ASSETS / "app.css"
SCREENS = ASSETS / "clinic.css"
"""What the screens of the clinic view need besides."""


@lru_cache(maxsize=1)
def stylesheet() -> str:
    """Return the whole style sheet of app, first words and text edition."""
    placed = pathway_map.style(library(DEFAULT_LANGUAGE))
    own = _accent(library(DEFAULT_LANGUAGE).clinic.accent)
    written = f"{SHEET.read_text('utf-8')}\n{SCREENS.read_text('utf-8')}"
    return f"{written}\n{style()}\n{_named_parts()}\n{placed}\n{own}"


def _accent(accent: str) -> str:
    """Return what puts the clinic's accent in the place of ours, in both themes.

    In drawings the numbers of the parts take it, as in the list beside them; nothing else does.
    """
    if accent == DEFAULT:
        return ""
    dark = on_dark(accent)
    return (
        f":root{{--accent:{accent}}}.drawn{{--part:{accent}}}\n"
        f"@media (prefers-color-scheme: dark){{:root{{--accent:{dark}}}}}\n"
        f"@media screen and (prefers-color-scheme: dark){{.drawn{{--part:{dark}}}}}\n"
        ".drawn .seat{stroke:var(--part)}"
        ".drawn .seat.look,.drawn .num:not(.look){fill:var(--part)}\n"
    )


def _named_parts() -> str:
    """Return what shows a part of the body and its sentence once it is chosen."""
    parts = tuple(outlines("ligament_thick"))
    chosen = [f".explore:has(#part-{part}:checked)" for part in parts]
    lit = ",".join(f"{one} .hit-{part}" for one, part in zip(chosen, parts, strict=True))
    told = ",".join(f"{one} .about-{part}" for one, part in zip(chosen, parts, strict=True))
    return (
        f"{lit}{{fill:var(--lit);stroke:var(--lit-line)}}\n"
        f"@supports selector(:has(*)){{.about-parts .about{{visibility:hidden}}}}\n"
        f"{told}{{visibility:visible !important}}\n"
    )
