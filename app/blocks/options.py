"""The options as HTML: one in full, two or three side by side, all eight at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from babel.lists import format_list
from markupsafe import Markup

from app.blocks.templates import render
from app.knowledge.catalog import Library
from app.knowledge.kinds import APART, Apart, kinds_said
from app.knowledge.options import COMPARED, GROUPED, Option

SHAPE = Markup('<span class="shape" aria-hidden="true"></span>')
GLANCE = ("place", "time_to_recover", "certainty")
"""Short fields, shown of all options where none is chosen."""


def chosen_options(library: Library, chosen: Sequence[str]) -> tuple[Option, ...]:
    """Return the chosen options in the fixed order, whatever was chosen first."""
    return tuple(option for option in library.options if option.id in chosen)


def option_names(library: Library, options: Sequence[Option]) -> str:
    """Return the names of options as they stand in a sentence."""
    return format_list([option.name for option in options], locale=library.lang)


def option_card(library: Library, option: Option) -> str:
    """Return one option with all its fields."""
    fields = _fields(library, (option,))
    return render(library, "option", option=option, fields=fields, shape=SHAPE, listed=listed)


def listed(library: Library, option: Option, field: str, kind: Apart | None) -> list[str]:
    """Return the texts of a list of an option that give results of one kind.

    Args:
        library: the content.
        option: the option.
        field: a field that is a list.
        kind: before and after, or difference between groups; None for the texts of neither.

    """
    texts: list[str] = getattr(option, field)
    if field not in GROUPED:
        return texts
    return [text for text in texts if _kind(library, text) == kind]


def _kind(library: Library, text: str) -> Apart | None:
    """Return which of the kinds that must stand apart a text gives; the check refuses two."""
    said = kinds_said(text, library.kinds)
    return next((kind for kind in APART if kind in said), None)


def _fields(library: Library, options: Sequence[Option]) -> list[tuple[str, Apart | None]]:
    """Return the fields of some options in order; one that gives results comes once for each kind.

    Returns:
        The field, and its kind of results: None for the first row of a field.

    """
    found: list[tuple[str, Apart | None]] = []
    for field in COMPARED:
        found.append((field, None))
        for kind in APART if field in GROUPED else ():
            if any(listed(library, option, field, kind) for option in options):
                found.append((field, kind))
    return found


def options_side_by_side(library: Library, chosen: Sequence[str]) -> str:
    """Return two or three options as one table, in the fixed order; one alone as a card."""
    return _side_by_side(library, tuple(one.id for one in chosen_options(library, chosen)))


@cache
def _side_by_side(library: Library, chosen: tuple[str, ...]) -> str:
    """Return the chosen options; of eight there are 92 choices of up to three."""
    options = chosen_options(library, chosen)
    if len(options) == 1:
        return f'<div class="options">{option_card(library, options[0])}</div>'
    return render(
        library, "options_table", options=options, shape=SHAPE, listed=listed,
        fields=[("sentence", None), *_fields(library, options)],
        names=option_names(library, options),
    )  # fmt: skip


@cache
def options_at_a_glance(library: Library) -> str:
    """Return the short fields of all options, for a reader who has chosen none."""
    return render(library, "options_glance", fields=GLANCE, shape=SHAPE)


@cache
def options_in_short(library: Library) -> str:
    """Return what each option is, in a sentence."""
    return render(library, "options_short")


def all_options(library: Library) -> str:
    """Return every option in full, one after the other."""
    return "".join(option_card(library, option) for option in library.options)
