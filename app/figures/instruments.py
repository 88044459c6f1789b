"""Instruments and what they leave, for the cross-section.

Everything is drawn upright with its working end at the origin, on the grid of the cross-section,
then set on the lamina. In: which side. Out: SVG code.
"""

from __future__ import annotations

from app.figures.anatomy_parts import inked, shape

_FRAME = "translate(38 216.5) rotate(9)"


def placed(code: str, other: bool = False) -> str:
    """Take drawing code; give it set on the right lamina, or on the other one."""
    frame = f'<g transform="{_FRAME}">{code}</g>'
    return f'<g transform="scale(-1 1)">{frame}</g>' if other else frame


def tube() -> str:
    """Give the tube (5.5 mm); the bony arch is drawn over its end, so it stops on the bone."""
    wall = "M-11 -186L11 -186L11 8L-11 0Z"
    bore = "M-7.5 -186L7.5 -186L7.5 8L-7.5 2Z"
    hub = "M-17 -190L17 -190C19 -190 19 -182 17 -182L-17 -182C-19 -182 -19 -190 -17 -190Z"
    return inked(wall, "steel") + inked(bore, "bore") + inked(hub, "steel")


def notch() -> str:
    """Give the bite at the lower edge of the lamina, the edge that faces us, from tube to ligament.

    Bone goes on behind it: the lines of its outer and inner face are not broken.
    """
    left = "M-5.5 3.5C-9.5 4 -7.5 9 -9 13C-11 18 -8 24 -9 30.5"
    right = "L9 36C7.5 31 11 26 9 21C7 16 10 11 7.5 7C4 3.5 -1 5 -5.5 3.5"
    return shape(f"{left}{right}Z", "cut") + shape(f"{left}{right.replace('L', 'M')}", "l")


def chips() -> str:
    """Give a chip of bone in the jaw of the tool."""
    return inked("M-14 19C-9 14.5 -3 17 -2 21L-1.5 30.5L-12.5 30.5C-11 26 -16 23 -14 19Z", "bone")


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
    return inked(body, "tool") + _handle()


def ligament_tool() -> str:
    """Give the ligament tool; its rounded tip ends inside the ligament, short of the sac."""
    body = "M-4 -192L4 -192L4 28L5.5 33L5.5 40C5.5 47 -5.5 47 -5.5 40L-5.5 33L-4 28Z"
    bite = "M5.5 33C-1 33 -1 42 5.5 42Z"
    return inked(body, "tool") + inked(bite, "ligament") + _handle()


def passes() -> str:
    """Give a two-way arrow beside the tube: in and out, again and again."""
    shaft, heads = "M27 -150L27 -72", "M19 -140L27 -152L35 -140M19 -82L27 -70L35 -82"
    return "".join(
        shape(shaft + heads, kind, f'style="stroke-width:{width}"') for kind, width in _ARROW
    )


_ARROW = (("f s-halo", 8.5), ("f s-ink", 4))


def bandage() -> str:
    """Give the small bandage lying on the skin over both openings."""
    strip = (
        "M-86 54C-66 52.6 -50 53 -38 54.5C-28 55.6 -24 56.2 -18 57C-8 59 8 59 18 57"
        "C24 56.2 28 55.6 38 54.5C50 53 66 52.6 86 54C91 53.6 91 48.4 85 47.8"
        "C45 44.5 -45 44.5 -85 47.8C-91 48.4 -91 53.6 -86 54Z"
    )
    return inked(strip, "bandage") + shape("M-48 46V53M48 46V53", "l")
