"""The overview's pictures."""

from __future__ import annotations

from app.blocks import pictures
from app.ui import html
from app.ui.reader import Reader


def problem(reader: Reader) -> None:
    """Draw the slice through the spine; its parts answer to tap and key without a rerun."""
    html.picture(pictures.name_the_parts(reader.library), "problem")


def posture(reader: Reader) -> None:
    """Draw the two postures, with their switch."""
    html.picture(pictures.two_postures(reader.library), "posture")
