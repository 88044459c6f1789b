"""Drawings with their numbered keys, and the panel of one step."""

from __future__ import annotations

from markupsafe import Markup

from app.blocks.templates import render
from app.figures.drawings import picture
from app.knowledge.catalog import Library
from app.knowledge.models import Step

SCENE_OF_STEP = {
    "P8": "narrow", "P9": "contrast", "P10": "opening", "P11": "trim", "P12": "thin",
    "P13": "aim", "P14": "aim", "P15": "closed",
}  # fmt: skip
"""Which drawing shows a step; the other steps have nothing inside the body to show."""


def _figure(
    library: Library,
    name: str,
    title: str,
    panels: list[tuple[str, str, str]],
    brief: bool = False,
) -> str:
    """Return drawings side by side with one numbered key.

    Args:
        library: the content.
        name: id of the figure on the page.
        title: what it shows.
        panels: drawing name, alternative text with slot `{parts}`, and the line below it.
        brief: whether the key only names the parts.

    """
    drawn = [(picture(drawing), alt, state) for drawing, alt, state in panels]
    ids = max((pic.drawing.parts for pic, _, _ in drawn), key=len)
    parts = [library.parts[part] for part in ids]
    listed = ", ".join(f"{number} {part.name}" for number, part in enumerate(parts, start=1))
    shown = [
        {
            "src": pic.src,
            "alt": alt.format(parts=listed),
            "width": pic.width,
            "height": pic.height,
            "state": state,
        }
        for pic, alt, state in drawn
    ]
    return render(library, "figure", name=name, title=title, panels=shown, parts=parts, brief=brief)


def problem_picture(library: Library, state: str = "narrow") -> str:
    """Return the slice through the spine, narrow or with what MILD aims at."""
    words = library.words
    line = words(f"picture.problem_{state}")
    alt = words("picture.problem_alt", state=line, parts="{parts}")
    panel = (f"cross-section-{state}", alt, line)
    return _figure(library, f"problem-{state}", words("picture.problem_title"), [panel])


def both_problem_pictures(library: Library) -> str:
    """Return the slice through the spine in both states, for readers without controls."""
    return problem_picture(library, "narrow") + problem_picture(library, "aim")


def posture_picture(library: Library) -> str:
    """Return the two postures side by side."""
    words = library.words
    panels = []
    for name in ("standing", "leaning"):
        line = words(f"picture.posture_{name}")
        panels.append((name, words("picture.posture_alt", state=line, parts="{parts}"), line))
    return _figure(library, "posture", words("picture.posture_title"), panels)


def step_panel(library: Library, step: Step, view: str) -> str:
    """Return one step of the procedure; the clinic view adds its technical lines."""
    drawn = ""
    if step.id in SCENE_OF_STEP:
        words, scene = library.words, SCENE_OF_STEP[step.id]
        line = words(f"steps.scene_{scene}")
        alt = words("steps.picture_alt", scene=line, parts="{parts}")
        panel = (f"cross-section-{scene}", alt, line)
        drawn = _figure(library, f"scene-{step.id}", step.title, [panel], brief=True)
    number = library.steps.index(step) + 1
    return render(
        library, "step", step=step, number=number, count=len(library.steps), view=view,
        picture=Markup(drawn),
    )  # fmt: skip
