"""Shared parts of the anatomical drawings: palette, smooth outlines, numbered labels, instruments.

In: plain coordinates. Out: strings of SVG, and the `Drawing` record that pages show.
Nothing here knows about Streamlit or about any scene.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Outline = tuple[Point, ...]
"""A smooth line: its start, then for every Bézier piece two handles and an end point."""


@dataclass(frozen=True)
class Drawing:
    """A finished picture and the parts its numbered labels 1..n stand for."""

    svg: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Label:
    """One numbered label: which part, where its number sits, where its line ends."""

    part: str
    seat: Point
    target: Point


# name: (light page, dark page). Light fills stay above luminance 0.18 and dark fills below
# 0.22, so that the single ink colour keeps 3:1 against every fill in its theme.
_INKS: dict[str, tuple[str, str]] = {
    "ink": ("#33241B", "#F6EEDF"),
    "halo": ("#FFFDF8", "#14181C"),
    "accent": ("#00568A", "#9CD3F7"),
    "accent-text": ("#FFFFFF", "#10202C"),
    "skin": ("#E9BFA3", "#80604F"),
    "fat": ("#F8E9B4", "#6E5D35"),
    "muscle": ("#CF9581", "#5A322A"),
    "fibre": ("#B57866", "#7A493E"),
    "lobule": ("#E3CC85", "#7D7044"),
    "bone": ("#FBF3DF", "#8B816C"),
    "marrow": ("#EFE0BF", "#6C6350"),
    "ligament": ("#D99A2B", "#8A5A0C"),
    "sac": ("#E4F1FA", "#1E3A52"),
    "root": ("#1F5FA0", "#8FC4F5"),
    "disc": ("#DCE3DD", "#3B4A4B"),
    "nucleus": ("#EDF2EE", "#506263"),
    "ring": ("#93A39C", "#7E9192"),
    "cartilage": ("#D5E6EA", "#3E5A63"),
    "steel": ("#D9E2E7", "#47545D"),
    "tool": ("#8DA2B0", "#71838F"),
    "bore": ("#F4F7F8", "#232C32"),
    "gap": ("#FFF9EF", "#221A16"),
    "cut": ("#CDB583", "#474031"),
    "bandage": ("#FFFFFF", "#8C8072"),
    "contrast": ("#A0125F", "#FFE14D"),
    "cloth": ("#8FB0C2", "#3F6178"),
    "cloth2": ("#B9AFA2", "#5C564E"),
    "hair": ("#DAD7D1", "#85827C"),
}

_RULES = """
.l{fill:none;stroke:var(--ink);stroke-width:1.5;stroke-linejoin:round;stroke-linecap:round}
.o{stroke-width:2}
.f{fill:none;stroke-width:1.1;stroke-linecap:round}
.joint{fill:none;stroke:var(--cartilage);stroke-width:8;stroke-linecap:round}
.edge{stroke:var(--ink);stroke-width:11}
.beads{fill:none;stroke-width:8;stroke-dasharray:7.4 1.6}
.beads.s-bone{stroke-width:5;stroke-dasharray:5.4 3.6;stroke-dashoffset:-1}
.cord{fill:none;stroke:var(--root);stroke-width:1.7;stroke-linecap:round}
.halo{fill:none;stroke:var(--halo);stroke-width:4.4;stroke-linecap:round}
.lead{fill:none;stroke:var(--ink);stroke-width:1.4;stroke-linecap:round}
.dot{fill:var(--ink);stroke:var(--halo);stroke-width:1.2}
.seat{fill:var(--accent)}
.num{fill:var(--accent-text);font:700 19px Arial,Helvetica,"Liberation Sans",sans-serif;
text-anchor:middle}
"""


def _variables(column: int) -> str:
    """Take 0 (light) or 1 (dark); give the CSS variables of that theme."""
    return "".join(f"--{name}:{pair[column]};" for name, pair in _INKS.items())


def style() -> str:
    """Give the one <style> element: colours for both themes and the line family."""
    fills = "".join(f".{name}{{fill:var(--{name})}}" for name in _INKS)
    strokes = "".join(f".s-{name}{{stroke:var(--{name})}}" for name in _INKS)
    return (
        f"<style>svg{{{_variables(0)}}}"
        f"@media (prefers-color-scheme:dark){{svg{{{_variables(1)}}}}}"
        f"{fills}{strokes}{_RULES}</style>"
    )


def document(width: int, height: int, body: str) -> str:
    """Wrap drawing code in a complete standalone svg that scales to its container."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    return f"{head}{style()}{body}</svg>"


def outline(text: str) -> Outline:
    """Take "x y" pairs in one text; give the points."""
    numbers = [float(word) for word in text.split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def path(points: Outline) -> str:
    """Take an outline; give its path data, open, short but exact enough to stay smooth."""
    start, *rest = (f"{x:.2f} {y:.2f}" for x, y in points)
    return f"M{start}C{' '.join(rest)}"


def whole(right: Outline, left: Outline | None = None) -> str:
    """Close a shape that runs from the midline down its right side and back up its left.

    `left` is also written as if it were on the right; without it the shape is symmetrical.
    """
    back = [(-x, y) for x, y in reversed(right if left is None else left)]
    return path((*right, *back[1:])) + "Z"


def blend(a: Outline, b: Outline, share: float) -> Outline:
    """Take two outlines with equal pieces; give the one `share` of the way from a to b."""
    return tuple(
        (p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share)
        for p, q in zip(a, b, strict=True)
    )


def smooth(points: Sequence[Point]) -> Outline:
    """Take points on a line; give a smooth outline through all of them."""
    out: list[Point] = [points[0]]
    for i in range(len(points) - 1):
        before, here = points[max(i - 1, 0)], points[i]
        there, after = points[i + 1], points[min(i + 2, len(points) - 1)]
        out.append((here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6))
        out.append((there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6))
        out.append(there)
    return tuple(out)


def shape(data: str, classes: str, extra: str = "") -> str:
    """Take path data and CSS classes; give a <path>."""
    return f'<path class="{classes}" d="{data}"{" " + extra if extra else ""}/>'


def inked(data: str, fill: str, line: str = "l") -> str:
    """Give a filled shape with its line drawn once on top of the fill."""
    return shape(data, fill) + shape(data, line)


def bone(data: str, clip_id: str) -> str:
    """Give a bone: soft marrow inside, a paler hard rim that follows the edge, then the line."""
    rim = f'stroke="var(--bone)" stroke-width="9" clip-path="url(#{clip_id})"'
    clip = f'<clipPath id="{clip_id}"><path d="{data}"/></clipPath>'
    core = shape(data, "marrow") + f'<path fill="none" d="{data}" {rim}/>'
    return clip + core + shape(data, "l")


def both(name: str, right: str) -> str:
    """Take drawing code for the right side; give it together with its mirror image."""
    return f'<g id="{name}">{right}</g><use href="#{name}" transform="scale(-1 1)"/>'


def labels(items: Sequence[Label]) -> str:
    """Take labels in reading order; give leader lines first, then the numbers on top."""
    return "".join(_leader(item) for item in items) + "".join(
        f'<circle class="seat" cx="{item.seat[0]}" cy="{item.seat[1]}" r="14"/>'
        f'<text class="num" x="{item.seat[0]}" y="{item.seat[1] + 6.7:.1f}">{number}</text>'
        for number, item in enumerate(items, start=1)
    )


def _leader(item: Label) -> str:
    """Take a label; give its line, pale-edged so that it reads over any tissue, and end dot."""
    (x1, y1), (x2, y2) = item.seat, item.target
    data = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
    dot = f'<circle class="dot" cx="{x2:.1f}" cy="{y2:.1f}" r="3"/>'
    return shape(data, "halo") + shape(data, "lead") + dot


# Instruments are drawn upright with their working end at the origin, then set on the lamina.
TUBE_FRAME = '<g transform="translate(38 216.5) rotate(9)">'


def tube() -> str:
    """Give the tube (5.5 mm); the bony arch is drawn over its end, so it stops on the bone."""
    wall = "M-11 -186L11 -186L11 8L-11 0Z"
    bore = "M-7.5 -186L7.5 -186L7.5 8L-7.5 2Z"
    hub = "M-17 -190L17 -190C19 -190 19 -182 17 -182L-17 -182C-19 -182 -19 -190 -17 -190Z"
    return f"{TUBE_FRAME}{inked(wall, 'steel')}{inked(bore, 'bore')}{inked(hub, 'steel')}</g>"


def notch() -> str:
    """Give the small notch in the lamina: bone still shows behind it, the arch stays whole."""
    left = "M-7.5 -1.5C-10.5 5 -7 9 -9 14C-11 20 -7.5 24 -9 30.5"
    right = "L9 36C7.5 31 11 25 9 19C7 13 10.5 9 8 4.5"
    return shape(f"{left}{right}Z", "cut") + shape(f"{left}{right.replace('L', 'M')}", "l")


def hollow() -> str:
    """Give the place in the ligament from which pieces have been taken."""
    return inked("M-8 29C-14 37 -15 48 -4 50C8 52 15 46 8 35Z", "gap")


def _handle() -> str:
    """Give the shaft-top grip shared by both tools."""
    grip = "M-11 -210C-11 -215 11 -215 11 -210C11 -204 7 -202 7 -191L-7 -191C-7 -202 -11 -204"
    return inked(f"{grip} -11 -210Z", "tool")


def bone_tool() -> str:
    """Give the thin bone tool; its foot hooks under the inner edge of the lamina."""
    body = "M-4 -192L4 -192L5.5 35C5.5 40 -9 40 -9 36L-9 32L0 32L0 17L-4 17Z"
    lip = "M-9.5 19C-6 17 -3 20 -2.5 23L-2.5 29L-9 29"
    return shape(lip, "bone") + shape(lip, "l") + inked(body, "tool") + _handle()


def ligament_tool() -> str:
    """Give the ligament tool; its rounded tip ends inside the ligament, short of the sac."""
    body = "M-4 -192L4 -192L4 28L5.5 33L5.5 40C5.5 47 -5.5 47 -5.5 40L-5.5 33L-4 28Z"
    bite = "M5.5 33C-1 33 -1 42 5.5 42Z"
    return inked(body, "tool") + inked(bite, "ligament") + _handle()


def bandage() -> str:
    """Give the small bandage lying on the skin over both openings."""
    strip = (
        "M-58 54.5C-40 53.5 -28 55.5 -18 57C-8 59 8 59 18 57C28 55.5 40 53.5 58 54.5"
        "C62 54 62 49 57 48.5C30 45 -30 45 -57 48.5C-62 49 -62 54 -58 54.5Z"
    )
    return inked(strip, "bandage") + shape("M-24 47V55M24 47V55", "l")
