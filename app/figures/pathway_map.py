"""The whole decision pathway on one picture: lines below links.

The places themselves are links that a template draws, so that a tap, a key and a screen reader find
them; this module draws what lies below them, and gives the style rules that put them in place. On a
narrow screen the same links, in the same order, are an indented outline without the picture.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from app.figures.pathway_plan import (
    ACROSS,
    APART,
    BETWEEN,
    BOX,
    BRANCHES,
    CAPTION,
    COLUMNS,
    EDGE,
    GAP,
    GATE_TOP,
    HEAD,
    INDENT,
    LANE_TOP,
    PAD,
    WIDTH,
    PathwayPlan,
    plan_of,
)
from app.knowledge.catalog import Library
from app.knowledge.nodes import StageNode, StopNode

TRACKS = (0.25, 0.5, 0.75)
"""Where in the room between the columns the way taken, all ways, and the ways on from here run."""


def picture(plan: PathwayPlan, trail: tuple[str, ...]) -> str:
    """Return what lies below the links, as SVG.

    Args:
        plan: where each place stands.
        trail: the way taken; its last node is where the reader stands.

    """
    here = trail[-1]
    lit = list(itertools.pairwise(trail))
    onward = [(here, there) for there in plan.graph[here] if there not in trail]
    lines = "".join(
        _lines(plan, kind, track, [pair for pair in pairs if pair not in above])
        for kind, track, pairs, above in (
            ("tree", TRACKS[1], plan.ways, {*lit, *onward}),
            ("next", TRACKS[2], onward, set(lit)),
            ("taken", TRACKS[0], lit, set()),
        )
    )
    return (
        f'<svg class="map-lines" viewBox="0 0 1000 {plan.height * 10:g}"'
        f' preserveAspectRatio="none" aria-hidden="true">{_mark(node for _, node in onward)}'
        f"{_lanes(plan)}{lines}</svg>"
    )


def _lanes(plan: PathwayPlan) -> str:
    """Draw the ground of each branch."""
    grounds = [_rect("lane lane-gate", 0, 100, 0, GATE_TOP + BOX + PAD)]
    for branch in BRANCHES[1:]:
        first, last = (ACROSS.index(COLUMNS[branch][end]) for end in (0, -1))
        left = EDGE / 2 + first * (WIDTH + GAP) if first else 0
        right = 1.5 * EDGE + last * (WIDTH + GAP) + WIDTH if last < len(ACROSS) - 1 else 100
        grounds.append(_rect(f"lane lane-{branch}", left, right, LANE_TOP, plan.height))
    return "".join(grounds)


def _lines(plan: PathwayPlan, kind: str, track: float, pairs: Iterable[tuple[str, str]]) -> str:
    drawn = (plan.line(*pair, track) for pair in pairs)
    path = "".join(
        "M" + "L".join(f"{x * 10:.5g} {y * 10:.5g}" for x, y in corners) for corners in drawn
    )
    return f'<path class="{kind}" d="{path}"/>' if path else ""


def _mark(nodes: Iterable[str]) -> str:
    """Return the style rule that dashes the frames of some places, on every width of screen."""
    frames = ",".join(f'[data-testid="stApp"] .map .place-{n} a' for n in nodes)
    return f"<style>{frames}{{border:2.5px dashed var(--accent)}}</style>" if frames else ""


def _rect(name: str, left: float, right: float, top: float, bottom: float) -> str:
    return (
        f'<rect class="{name}" x="{left * 10:.5g}" y="{top * 10:.5g}"'
        f' width="{(right - left) * 10:.5g}" height="{(bottom - top) * 10:.5g}"/>'
    )


def style(library: Library) -> str:
    """Return the style rules that put every place where the picture wants it."""
    plan = plan_of(library)
    depths: dict[int, list[str]] = {}
    for box in plan.boxes.values():
        depths.setdefault(box.depth, []).append(f".place-{box.node}")
    alarms = [
        node.id for node in library.nodes.values()
        if isinstance(node, StopNode) or (isinstance(node, StageNode) and node.urgent)
    ]  # fmt: skip
    rules = [f"{','.join(nodes)}{{--depth:{depth}}}" for depth, nodes in depths.items() if depth]
    urgent = ",".join(f'[data-testid="stApp"] .map .place-{n} a' for n in alarms)
    rules.append(f"{urgent}{{border:2.5px solid var(--warn)}}")
    sizes = {
        "box": f"{BOX}rem", "between": f"{BETWEEN}rem", "pad": f"{PAD}rem", "head": f"{HEAD}rem",
        "caption": f"{CAPTION}rem", "apart": f"{APART}rem", "height": f"{plan.height:.5g}rem",
        "edge": f"{EDGE}%", "gap": f"{GAP / (100 - 2 * EDGE):.3%}",
        "gap-inner": f"{GAP / (3 * WIDTH + 2 * GAP):.3%}", "indent": f"{INDENT / WIDTH:.3%}",
    }  # fmt: skip
    named = "".join(
        f"--map-{name}:calc({size}*var(--map-scale,1));"
        if size.endswith("rem") else f"--map-{name}:{size};"
        for name, size in sizes.items()
    )  # fmt: skip
    return f".st-key-map{{{named}}}\n" + "\n".join(rules) + "\n"
