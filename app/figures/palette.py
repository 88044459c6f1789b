"""The colours and lines of all drawings, in the light and the dark theme, as a style sheet."""

from __future__ import annotations

# name: (light page, dark page). Light fills stay above luminance 0.18 and dark fills below
# 0.22, so that the single ink colour keeps 3:1 against every fill in its theme.
INKS: dict[str, tuple[str, str]] = {
    "ink": ("#33241B", "#F6EEDF"),
    "halo": ("#FFFDF8", "#14181C"),
    "accent": ("#00568A", "#9CD3F7"),
    "accent-text": ("#FFFFFF", "#10202C"),
    "skin": ("#E9BFA3", "#80604F"),
    "fat": ("#F8E9B4", "#6E5D35"),
    "muscle": ("#CF9581", "#5A322A"),
    "fibre": ("#B57866", "#7A493E"),
    "epidural": ("#FFF4CF", "#57502F"),
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
    "glass": ("#F4F7F8", "#232C32"),  # a vessel one can see into
    "liquid": ("#D5E6EA", "#3E5A63"),  # all that a vessel holds; the dye too is clear
    "cut": ("#CDB583", "#474031"),
    "bandage": ("#FFFFFF", "#8C8072"),
    "contrast": ("#A0125F", "#FFE14D"),
    "cloth": ("#8FB0C2", "#3F6178"),
    "cloth2": ("#B9AFA2", "#5C564E"),
    "hair": ("#DAD7D1", "#85827C"),
    "knit": ("#B98A93", "#633F49"),
    "skin2": ("#C8966F", "#6F4F3A"),
    "skin3": ("#A9745A", "#573A2B"),
    "gown": ("#A9C7DE", "#34536E"),
    "drape": ("#7FA9CF", "#2F4F73"),
    "apron": ("#9A8FB5", "#4E466B"),
    "film": ("#6F7C85", "#262D33"),
    "wall": ("#F4EFE6", "#1F252A"),
    "floor": ("#E6DDCD", "#2B3136"),
    "glow": ("#F0C23C", "#8A7420"),
    "trace": ("#FFF1B8", "#FFE14D"),  # only lines, on "film"
    "scrubs": ("#9CC4B4", "#3C6A5D"),
    "hair2": ("#97745A", "#5B4030"),
    "hair3": ("#82766F", "#2B2421"),
    "night": ("#6F86A8", "#1B2A44"),
}

_RULES = """
.drawn .l{fill:none;stroke:var(--ink);stroke-width:1.5;stroke-linejoin:round;stroke-linecap:round}
.drawn .o{stroke-width:2}
.drawn .f{fill:none;stroke-width:1.1;stroke-linecap:round}
.drawn .joint{fill:none;stroke:var(--cartilage);stroke-width:8;stroke-linecap:round}
.drawn .edge{stroke:var(--ink);stroke-width:11}
.drawn .beads{fill:none;stroke-width:8;stroke-dasharray:7.4 1.6}
.drawn .beads.s-bone{stroke-width:5;stroke-dasharray:5.4 3.6;stroke-dashoffset:-1}
.drawn .cord{fill:none;stroke:var(--root);stroke-width:1.7;stroke-linecap:round}
.drawn .halo{fill:none;stroke:var(--halo);stroke-width:4.4;stroke-linecap:round}
.drawn .lead{fill:none;stroke:var(--ink);stroke-width:1.4;stroke-linecap:round}
.drawn .dot{fill:var(--ink);stroke:var(--halo);stroke-width:1.2}
.drawn .seat{fill:var(--halo);stroke:var(--accent);stroke-width:2.4}
.drawn .seat.look{fill:var(--accent)}
.drawn .num{fill:var(--accent);font:700 21px Arial,Helvetica,"Liberation Sans",sans-serif;
  text-anchor:middle}
.drawn .num.look{fill:var(--accent-text)}
.drawn .level{font:700 20px Arial,Helvetica,"Liberation Sans",sans-serif;text-anchor:middle}
"""


def _variables(column: int) -> str:
    """Take 0 (light) or 1 (dark); give the CSS variables of that theme."""
    return "".join(f"--{name}:{pair[column]};" for name, pair in INKS.items())


def style() -> str:
    """Give the style sheet of all drawings: colours for both themes and the line family.

    Paper is light, whatever the screen was.
    """
    fills = "".join(f".drawn .{name}{{fill:var(--{name})}}\n" for name in INKS)
    strokes = "".join(f".drawn .s-{name}{{stroke:var(--{name})}}\n" for name in INKS)
    return (
        f".drawn{{{_variables(0)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{.drawn{{{_variables(1)}}}}}\n"
        f"{fills}{strokes}{_RULES}"
    )
