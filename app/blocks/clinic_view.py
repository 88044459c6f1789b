"""The screens of the clinic view as HTML, without controls."""

from __future__ import annotations

import datetime

from app.blocks.blocks import overdue
from app.blocks.options import SHAPE
from app.blocks.templates import render
from app.figures.exact import Statistic, by_column, exact, without
from app.knowledge.catalog import Library
from app.knowledge.clinic import utc_today
from app.knowledge.clinic_view import OptionLine, Screen
from app.knowledge.kinds import COLUMN_ORDER, Column
from app.knowledge.nodes import AnyNode
from app.knowledge.pages import Page
from app.knowledge.review import review_of
from app.knowledge.steps import Step

PARTS = ("results", "harms")
"""The lists of rows of a screen and of an option's line."""


def screen_head(library: Library, page: Page, today: datetime.date | None = None) -> str:
    """Return which screen it is, and its title; above them, that a review is overdue."""
    screens = library.clinic_view
    return render(
        library, "screen_head", page=page, screen=screens.of(page.id),
        number=screens.place(page.id) + 1, count=len(screens.screen),
        overdue=overdue(library, today),
    )  # fmt: skip


def screen_signs(library: Library) -> str:
    """Return the button that opens every urgent sign."""
    return render(library, "screen_signs")


def opening(library: Library, screen: Screen) -> str:
    """Return the words to open with."""
    return render(library, "screen_opening", screen=screen)


def teach_back(library: Library, screen: Screen) -> str:
    """Return what to ask, to hear whether it was understood."""
    return render(library, "screen_teach_back", screen=screen)


def numbers(library: Library, screen: Screen) -> str:
    """Return the exact statistics of a screen, one kind under a heading; nothing without any."""
    bodies: list[tuple[str, str, tuple[Statistic, ...]]] = []
    if screen.without:
        heading = library.words("exact.without")
        bodies.append(("without", heading, (without(library, screen.without),)))
    for name in PARTS:
        for column, found in by_column(exact(library, getattr(screen, name))):
            bodies.append((name, _heading(library, name, column), found))
    return render(library, "exact", bodies=bodies) if bodies else ""


def _heading(library: Library, name: str, column: Column) -> str:
    words = library.words
    return words("exact.headed", part=words(f"exact.{name}"), kind=words(f"exact.kind_{column}"))


def options_overview(library: Library, screen: Screen) -> str:
    """Return one line for each option: a result and a harm, how sure, who paid, head to head.

    Results stand in one column for each kind of statistic, counts of people first; what the line
    says in words stands there too.
    """
    found = {line.id: _line(library, line) for line in screen.option}
    columns = [
        (name, column, _heading(library, name, column))
        for name in PARTS
        for column in COLUMN_ORDER
        if column == "counts" or any((name, column) in cells for cells in found.values())
    ]
    lines = {line.id: line for line in screen.option}
    rows = [
        (
            option,
            lines[option.id].involves,
            [
                (heading, found[option.id].get((name, column), ()),
                 getattr(lines[option.id], f"{name}_say") if column == "counts" else "")
                for name, column, heading in columns
            ],
        )
        for option in library.options
    ]  # fmt: skip
    return render(library, "options_overview", rows=rows, columns=columns, shape=SHAPE)


def _line(library: Library, line: OptionLine) -> dict[tuple[str, Column], tuple[Statistic, ...]]:
    """Return an option's statistics by whether they are results or harms, and by their kind."""
    return {
        (name, column): found
        for name in PARTS
        for column, found in by_column(exact(library, getattr(line, name)))
    }


def step_for_clinician(library: Library, step: Step) -> str:
    """Return what a step feels like, and its technical lines."""
    number = library.steps.index(step) + 1
    return render(library, "step_for_clinician", step=step, number=number)


def node_short(library: Library, node: AnyNode) -> str:
    """Return a place of the pathway in short: what it is, findings, risks, how sure."""
    return render(library, "node_short", node=node)


def screen_foot(library: Library, page_id: str, today: datetime.date | None = None) -> str:
    """Return who reviewed the words, when, and who paid, in a line or two."""
    day, review = today or utc_today(), review_of(library)
    return render(library, "screen_foot", today=day, review=review, here=page_id)
