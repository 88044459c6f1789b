"""Rules for the scenes of the steps: they name only what the drawings have and what they show."""

from __future__ import annotations

from pathlib import Path

from app.domain.drawings import DRAWINGS
from app.knowledge.catalog import Library
from app.knowledge.files import Reader
from app.knowledge.steps import Scene


def check_scenes(library: Library, reader: Reader, folder: Path) -> None:
    """Add to the reader's faults every scene that cannot be drawn as it is written."""
    for drawing in DRAWINGS.values():
        for part in sorted(set(drawing.parts) - set(library.parts)):
            reader.fault(folder / "anatomy.toml", part, "no such part", "every part of a drawing")
    drawn: dict[str, str] = {}
    for step in library.steps:
        file = folder / step.file
        for key, found, allowed in _faults(step.scene):
            reader.fault(file, f"scene.{key}", found, allowed)
        same = f"{step.scene.drawing} {sorted(step.scene.layers)}"
        if same in drawn:
            reader.fault(file, "scene.layers", f"the layers of {drawn[same]}", "another picture")
        drawn[same] = step.id


def _faults(scene: Scene) -> list[tuple[str, str, str]]:
    """Return key, found and allowed for everything that is wrong with a scene."""
    if scene.drawing not in DRAWINGS:
        return [("drawing", scene.drawing, ", ".join(DRAWINGS))]
    drawing, shown = DRAWINGS[scene.drawing], frozenset(scene.layers)
    found = [
        ("layers", layer, ", ".join(drawing.layers))
        for layer in scene.layers
        if layer not in drawing.layers
    ]
    for group in drawing.one_of:
        here = sorted(shown & set(group))
        if len(here) != 1:
            found.append(("layers", ", ".join(here) or "none", f"one of {', '.join(group)}"))
    found += [
        ("layers", layer, f"{layer} only with {' or '.join(others)}")
        for layer, others in drawing.needs.items()
        if layer in shown and shown.isdisjoint(others)
    ]
    seen = [part for part in drawing.parts if drawing.showing(part, shown)]
    found += [("labels", part, ", ".join(seen)) for part in scene.labels if part not in seen]
    if len(set(scene.labels)) < len(scene.labels):
        found.append(("labels", ", ".join(scene.labels), "each part once"))
    if scene.look not in scene.labels:
        found.append(("look", scene.look, f"one of the labels: {', '.join(scene.labels)}"))
    return found
