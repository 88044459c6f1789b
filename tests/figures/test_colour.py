"""Shapes and circles stand out from the paper in both themes, in grey, to colour-blind eyes."""

from __future__ import annotations

import re

import pytest

from app.blocks.style import SHEET
from app.figures.circles import circles_svg
from app.figures.recovery_frame import LINES
from app.figures.recovery_looks import COLOURS

# Machado, Oliveira and Fernandes 2009, full strength, on linear light.
EYES = {
    "full colour": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
_BOTH = re.findall(r"--paper: (#\w{6})", SHEET.read_text("utf-8"))[:2]
PAPERS = dict(zip(("light", "dark"), _BOTH, strict=True))


def linear(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]


def luminance(colour: str, eye: str) -> float:
    light = linear(colour)
    seen = [max(0.0, sum(a * b for a, b in zip(row, light, strict=True))) for row in EYES[eye]]
    return 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]


def contrast(one: str, other: str, eye: str) -> float:
    low, high = sorted((luminance(one, eye), luminance(other, eye)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21_to_1():
    assert contrast("#000000", "#FFFFFF", "full colour") == pytest.approx(21)
    assert set(PAPERS) == {"light", "dark"}


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("paper", PAPERS)
def test_every_shape_stands_out_from_the_paper(paper: str, eye: str):
    weak = {one: contrast(one, PAPERS[paper], eye) for one in (*COLOURS, LINES)}
    assert not {one: ratio for one, ratio in weak.items() if ratio < 3}


@pytest.mark.parametrize("eye", EYES)
def test_filled_circles_stand_out_from_the_paper(eye: str):
    light, dark = re.findall(r"\.core\{fill:(#\w{6})\}", circles_svg(("full", "ring")))
    assert contrast(light, PAPERS["light"], eye) >= 4.5
    assert contrast(dark, PAPERS["dark"], eye) >= 4.5
