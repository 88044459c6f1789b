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
    """Give the bite at the inner edge of the lamina: the outer half of the bone stays whole."""
    left = "M-5.5 13C-9.5 13 -8 18 -9.5 20C-11.5 23 -8 26 -9 30.5"
    right = "L9 36C7.5 32 11 29 9 25C7.5 22 10 18 6.5 15C3 12 -1 14 -5.5 13"
    return shape(f"{left}{right}Z", "cut") + shape(f"{left}{right.replace('L', 'M')}", "l")


def chips() -> str:
    """Give chips of bone: one in the jaw of the tool, two on their way out through the tube."""
    jaw = "M-9.5 19C-6 17 -3 20 -2.5 23L-2.5 29L-9 29Z"
    loose = ("M-6.6 -20L-4.8 -26L-4.3 -19Z", "M5.8 -46L6.8 -40L4.6 -41Z")
    return inked(jaw, "bone") + "".join(inked(one, "bone") for one in loose)


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
        "M-58 54.5C-40 53.5 -28 55.5 -18 57C-8 59 8 59 18 57C28 55.5 40 53.5 58 54.5"
        "C62 54 62 49 57 48.5C30 45 -30 45 -57 48.5C-62 49 -62 54 -58 54.5Z"
    )
    return inked(strip, "bandage") + shape("M-24 47V55M24 47V55", "l")
