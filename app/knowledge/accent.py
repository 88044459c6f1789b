"""The one accent color: which colors can be read, and what a dark page has in their place."""

from __future__ import annotations

import re

from app.knowledge.faults import refused

LEAST = 4.5
"""Least contrast of text, to one (WCAG 2.2, 1.4.3)."""
DEFAULT = "#00568A"
DEFAULT_DARK = "#8AC4F0"
ACCENT_ALLOWED = (
    "#rrggbb with a contrast of 4.5:1 or more on the light page, and as much for white text on it"
)
LIGHT = {
    "the page": "#FBF7F0", "panels": "#F1EADF", "warnings": "#FBEAE5", "marked lines": "#E4EEF4",
    "white": "#FFFFFF",
}  # fmt: skip
"""What the accent stands on, or what stands on it, in the light theme; as in the style sheet."""
DARK = ("#14181C", "#20262C", "#33201D", "#1F3442", "#10161B")
"""The same in the dark theme."""

_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors `#rrggbb`, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _channels(color: str) -> tuple[int, ...]:
    return tuple(int(color[place : place + 2], 16) for place in (1, 3, 5))


def _luminance(color: str) -> float:
    parts = [channel / 255 for channel in _channels(color)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return float(sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True)))


def readable(value: object) -> str:
    """Return a clinic's accent, or refuse it with the contrast that was measured."""
    if not isinstance(value, str) or not _COLOR.fullmatch(value):
        raise refused()
    place, least = min(
        ((place, contrast(value, color)) for place, color in LIGHT.items()),
        key=lambda measured: measured[1],
    )
    if least < LEAST:
        ratio = int(least * 100) / 100  # 4.499 is not 4.50
        raise refused(f"{value!r} with a contrast of {ratio:.2f}:1 to {place}")
    return value.upper()


def on_dark(accent: str) -> str:
    """Return what the dark theme shows in the place of an accent: the same, mixed with white."""
    if accent == DEFAULT:
        return DEFAULT_DARK
    mixed = accent
    for percent in range(0, 101, 2):
        channels = [round(one + (255 - one) * percent / 100) for one in _channels(accent)]
        mixed = "#" + "".join(f"{one:02X}" for one in channels)
        if min(contrast(mixed, color) for color in DARK) >= LEAST + 1:  # as clear as our own
            break
    return mixed
