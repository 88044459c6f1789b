"""The options as HTML: one in full, two or three side by side, all eight at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from babel.lists import format_list
from markupsafe import Markup

from app.blocks.templates import render
from app.knowledge.catalog import Library
from app.knowledge.options import COMPARED, Option

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
    return render(library, "option", option=option, fields=COMPARED, shape=SHAPE)


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
        library, "options_table", options=options, fields=COMPARED, shape=SHAPE,
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
