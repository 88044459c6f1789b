"""The scenes of the shipped steps and the postures, drawn and parsed."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from app.figures.anatomy_parts import Drawing
from app.figures.drawings import drawing_of
from app.figures.posture import KINDS, posture
from app.knowledge.library import library as read
from app.knowledge.steps import Scene
from tests.figures.geometry import Point, area, shapes

STEPS = tuple(read("en").steps)
WITH_NERVES = [step.id for step in STEPS if "sac" in step.scene.layers]
DRAWN: dict[str, Drawing] = {
    **{step.id: drawing_of(step.scene) for step in STEPS},
    **{kind: posture(kind) for kind in KINDS},
}


def parsed(name: str) -> Element:
    return ElementTree.fromstring(DRAWN[name].svg)


def scene_of(step: str) -> Scene:
    return next(one.scene for one in STEPS if one.id == step)


def nerve_sac(root: Element) -> list[Point]:
    """Return the outline of the nerve sac: the largest of the shapes filled like nerves."""
    return max(shapes(root, "sac"), key=area)


def bare(state: str = "thick") -> Scene:
    layers = ["sac", "bones", f"ligament_{state}"]
    return Scene(
        drawing="cross_section", layers=layers, look="lamina", labels=["lamina"], seen="Bones."
    )
