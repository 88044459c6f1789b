"""An accent that is taken can be read wherever it stands, in both themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.knowledge.accent import DARK, DEFAULT, LEAST, LIGHT, contrast, on_dark
from app.knowledge.library import CONTENT
from app.knowledge.profile import read_clinic
from tests.content.clinic_files import write


@pytest.mark.parametrize(
    "color", ["#00568A", "#006b3f", "#7A1F5C", "#B00020", "#000000", "#3A3A3A"]
)
def test_an_accent_can_be_read_in_both_themes(color: str, tmp_path: Path):
    clinic, faults = read_clinic(write(tmp_path / "clinic", f'accent = "{color}"\n'))
    assert faults == []
    assert min(contrast(clinic.accent, light) for light in LIGHT.values()) >= LEAST
    assert min(contrast(on_dark(clinic.accent), dark) for dark in DARK) >= LEAST


def test_the_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_the_grounds_that_an_accent_is_measured_on_are_those_of_the_style_sheet():
    sheet = (CONTENT.parent / "assets" / "app.css").read_text("utf-8")
    themes = re.findall(r":root \{(.*?)\}", sheet, re.DOTALL)[:2]
    names = ("paper", "panel", "warn-paper", "mark", "on-accent")
    for theme, grounds in zip(themes, (tuple(LIGHT.values()), DARK), strict=True):
        colors = dict(re.findall(r"--([a-z-]+): (#[0-9A-Fa-f]{6})", theme))
        assert grounds == tuple(colors[name] for name in names)
    assert DEFAULT in themes[0]
    assert on_dark(DEFAULT) in themes[1]
