"""Drawings in the page: the scene of a step, the parts to name, the two postures."""

from __future__ import annotations

from functools import cache
from html import escape

from markupsafe import Markup

from app.blocks.templates import one_line, render
from app.figures.anatomy_parts import Drawing
from app.figures.cross_section import PAGE
from app.figures.drawings import drawing_of, placed_in
from app.figures.posture import posture
from app.figures.sheet import WIDTH
from app.figures.two_states import BOX, STATES, touched, two_states
from app.knowledge.catalog import Library
from app.knowledge.steps import Step


def _labelled(library: Library, drawing: Drawing, place: str, words: str) -> dict[str, object]:
    """Return what the template of a numbered drawing needs.

    Args:
        library: the content.
        drawing: what is shown.
        place: one word, once on the page.
        words: what a screen reader says in the picture's place; empty where a caption says it.

    """
    parts = [library.parts[part] for part in drawing.parts]
    return {
        "svg": Markup(placed_in(drawing.svg, place, escape(words))),
        "labels": [
            {
                "part": part,
                "side": "left" if seat.seat[0] < WIDTH / 2 else "right",
                "height": f"{100 * seat.seat[1] / drawing.height:.1f}",
                "look": seat.look,
            }
            for part, seat in zip(parts, drawing.seats, strict=True)
        ],
    }


def step_picture(library: Library, step: Step, spare: bool = False) -> str:
    """Return the drawing of a step with its numbered labels.

    Args:
        library: the content.
        step: which step.
        spare: whether hidden layers come along, for a gentle change to the next step.

    """
    return _step_picture(library, step.id, spare)


@cache
def _step_picture(library: Library, step_id: str, spare: bool) -> str:
    """Return the drawing of a step by its id; made once, for every reader sees the same."""
    step = _step(library, step_id)
    drawing = drawing_of(step.scene, spare)
    shown = _labelled(library, drawing, step.id, library.words("picture.alt", seen=step.scene.seen))
    return one_line(render(library, "scene", seen=step.scene.seen, **shown))


def step_head(library: Library, step: Step) -> str:
    """Return where a step stands among the others, and its title."""
    return _step_head(library, step.id)


@cache
def _step_head(library: Library, step_id: str) -> str:
    step = _step(library, step_id)
    number = library.steps.index(step) + 1
    return render(library, "step_head", step=step, number=number, count=len(library.steps))


def step_words(library: Library, step: Step) -> str:
    """Return the words of a step."""
    return _step_words(library, step.id)


@cache
def _step_words(library: Library, step_id: str) -> str:
    return render(library, "step_words", step=_step(library, step_id))


def _step(library: Library, step_id: str) -> Step:
    """Return a step by its id: texts hold lists, so that a step itself is no key to keep by."""
    return next(one for one in library.steps if one.id == step_id)


def whole_step(library: Library, step: Step) -> str:
    """Return one step with everything, for readers without controls."""
    pieces = (
        step_head(library, step),
        step_picture(library, step),
        step_words(library, step),
    )
    return f'<article class="step" aria-labelledby="step-{step.id}">{"".join(pieces)}</article>'


@cache
def name_the_parts(library: Library) -> str:
    """Return the slice through the spine whose parts light up and say what they are."""
    hits = touched()
    ids = {part for _, part, _ in hits}
    parts = [part for part in library.anatomy.part if part.id in ids]  # from the skin inward
    seen = {state: library.words(f"picture.problem_{state}") for state in STATES}
    svg = Markup(placed_in(two_states(), "problem", ""))
    return one_line(
        render(
            library, "explore", svg=svg, hits=hits, seen=seen, parts=parts, frame=Markup(PAGE),
            box=BOX,
        )
    )  # fmt: skip


@cache
def two_postures(library: Library) -> str:
    """Return the same person standing and leaning forward, one at a time."""
    shown = []
    for kind in ("standing", "leaning"):
        seen = library.words(f"picture.posture_{kind}")
        drawn = _labelled(library, posture(kind), kind, "")
        shown.append({"kind": kind, "seen": seen, **drawn})
    return one_line(render(library, "posture", shown=shown))
