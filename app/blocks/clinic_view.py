"""The screens of the clinic view as HTML, without controls."""

from __future__ import annotations

import datetime

from app.blocks.blocks import overdue
from app.blocks.options import SHAPE
from app.blocks.templates import render
from app.figures.exact import exact
from app.knowledge.catalog import Library
from app.knowledge.clinic import utc_today
from app.knowledge.clinic_view import Screen
from app.knowledge.nodes import AnyNode
from app.knowledge.pages import Page
from app.knowledge.review import review_of
from app.knowledge.steps import Step


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
    """Return the exact statistics of a screen; nothing where it has none."""
    parts = [(name, exact(library, getattr(screen, name))) for name in ("results", "harms")]
    return render(library, "exact", parts=parts) if any(found for _, found in parts) else ""


def options_overview(library: Library, screen: Screen) -> str:
    """Return one line for each option: a result and a harm, how sure, who paid, head to head."""
    lines = {line.id: line for line in screen.option}
    rows = [
        (
            option,
            line.involves,
            [
                (name, exact(library, getattr(line, name)), getattr(line, f"{name}_say"))
                for name in ("results", "harms")
            ],
        )
        for option in library.options
        if (line := lines[option.id])
    ]
    return render(library, "options_overview", rows=rows, shape=SHAPE)


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
