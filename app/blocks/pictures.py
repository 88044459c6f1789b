"""Drawings in the page: the scene of a step, the parts to name, the two postures."""

from __future__ import annotations

from html import escape

from markupsafe import Markup

from app.blocks.templates import render
from app.figures.anatomy_parts import Drawing
from app.figures.cross_section import PAGE
from app.figures.cross_section_shapes import outlines
from app.figures.drawings import drawing_of, placed_in
from app.figures.posture import posture
from app.figures.sheet import HEIGHT, WIDTH
from app.knowledge.catalog import Library
from app.knowledge.steps import Scene, Step

_TISSUE = ["skin", "fat", "muscle", "vertebral_body", "disc", "epidural_fat", "sac", "bones"]
_ABOVE = 56
"""Height of the sheet above the skin, where only tools are."""
_STATES = {"narrow": "ligament_thick", "aim": "ligament_both_sides"}


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
    drawing = drawing_of(step.scene, spare)
    seen = library.words("picture.alt", seen=step.scene.seen)
    shown = _labelled(library, drawing, step.id, seen)
    return _one_line(render(library, "scene", seen=step.scene.seen, **shown))


def step_head(library: Library, step: Step) -> str:
    """Return where a step stands among the others, and its title."""
    number = library.steps.index(step) + 1
    return render(library, "step_head", step=step, number=number, count=len(library.steps))


def step_words(library: Library, step: Step, view: str) -> str:
    """Return the words of a step; the clinic view adds its technical lines."""
    return render(library, "step_words", step=step, view=view)


def whole_step(library: Library, step: Step, view: str) -> str:
    """Return one step with everything, for readers without controls."""
    pieces = (
        step_head(library, step),
        step_picture(library, step),
        step_words(library, step, view),
    )
    return f'<article class="step" aria-labelledby="step-{step.id}">{"".join(pieces)}</article>'


def name_the_parts(library: Library) -> str:
    """Return the slice through the spine whose parts light up and say what they are."""
    words = library.words
    scenes = {
        state: Scene(
            drawing="cross_section", layers=[*_TISSUE, layer], look="lamina", labels=["lamina"],
            seen=words(f"picture.problem_{state}"),
        )
        for state, layer in _STATES.items()
    }  # fmt: skip
    shown = {
        state: {
            "svg": Markup(placed_in(drawing_of(scene).bare(_ABOVE), f"problem-{state}", "")),
            "seen": scene.seen,
            "hits": outlines(_STATES[state]),
        }
        for state, scene in scenes.items()
    }
    touched = outlines(_STATES["narrow"])
    parts = [part for part in library.anatomy.part if part.id in touched]  # from the skin inward
    return _one_line(
        render(
            library, "explore", shown=shown, parts=parts, frame=Markup(PAGE),
            box=f"0 {_ABOVE} {WIDTH} {HEIGHT - _ABOVE}", before=touched["ligamentum_flavum"],
        )
    )  # fmt: skip


def two_postures(library: Library) -> str:
    """Return the same person standing and leaning forward, one at a time."""
    shown = []
    for kind in ("standing", "leaning"):
        seen = library.words(f"picture.posture_{kind}")
        drawn = _labelled(library, posture(kind), kind, "")
        shown.append({"kind": kind, "seen": seen, **drawn})
    return _one_line(render(library, "posture", shown=shown))


def _one_line(markup: str) -> str:
    """Return markup without line breaks: Streamlit's Markdown ends raw HTML at a blank line."""
    return " ".join(line.strip() for line in markup.split("\n") if line.strip())
