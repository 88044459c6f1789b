"""Where each place of the decision pathway stands on its map, and how the lines between them run.

Places stand in columns under the three branches, one pitch apart in every column, so that between
two rows, and between two columns, there is always room for a line: no line ever crosses a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from app.knowledge.catalog import Library
from app.knowledge.nodes import AnyNode, CheckNode, QuestionNode
from app.knowledge.pathway import ways

BRANCHES = ("gate", "further_evaluation", "alternative_interventions", "pain_management")
"""The gate, then the three branches, in the order in which they are read."""

COLUMNS = {
    "gate": ("gate",),
    "further_evaluation": ("time", "pattern", "tests"),
    "alternative_interventions": ("alternatives",),
    "pain_management": ("care",),
}
"""The columns of each branch; the gate is one row above them."""

ACROSS = [column for branch in BRANCHES[1:] for column in COLUMNS[branch]]

# Across, in hundredths of the width; down, in rem. The style sheet follows from these.
EDGE, GAP, INDENT = 1.0, 2.5, 1.6
WIDTH = (100 - 2 * EDGE - (len(ACROSS) - 1) * GAP) / len(ACROSS)
BOX, BETWEEN = 3.3, 0.45
PITCH = BOX + BETWEEN
PAD, HEAD, CAPTION, APART = 0.5, 2.3, 2.1, 0.9
GATE_TOP = PAD + HEAD
LANE_TOP = GATE_TOP + BOX + PAD + APART
ROWS_TOP = LANE_TOP + PAD + HEAD + CAPTION

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """Where one node stands.

    Attributes:
        node: its id.
        column: name of its column.
        row: place in the column from the top, from 0.
        depth: how far it is set in below the question that leads to it.

    """

    node: str
    column: str
    row: int
    depth: int

    @property
    def across(self) -> int:
        """Number of the column from the left; the gate's row runs across all of them."""
        return self.row if self.column == "gate" else ACROSS.index(self.column)

    @property
    def left(self) -> float:
        """Left edge in hundredths of the width."""
        indent = 0 if self.column == "gate" else self.depth * INDENT
        return EDGE + self.across * (WIDTH + GAP) + indent

    @property
    def right(self) -> float:
        """Right edge in hundredths of the width."""
        return EDGE + self.across * (WIDTH + GAP) + WIDTH

    @property
    def top(self) -> float:
        """Upper edge in rem."""
        return GATE_TOP if self.column == "gate" else ROWS_TOP + self.row * PITCH

    @property
    def bottom(self) -> float:
        """Lower edge in rem."""
        return self.top + BOX

    @property
    def middle(self) -> float:
        """Height of the middle in rem."""
        return self.top + BOX / 2


def _rank(node: str) -> tuple[int, ...]:
    """Return what sorts ids as the rules list them: questions, tests, options; 2 before 10."""
    pieces = re.findall(r"[A-Za-z]|\d+", node)
    return ("NEL".index(pieces[0]), *(int(p) if p.isdigit() else ord(p) for p in pieces[1:]))


def _column(node: AnyNode) -> str:
    if node.branch != "further_evaluation":
        return COLUMNS[node.branch][0]
    if isinstance(node, CheckNode) or node.id.startswith("L"):
        return "tests"
    return "time" if node.part in ("time", "change") else "pattern"


class PathwayPlan:
    """Where every node of a pathway stands, and the ways between them."""

    def __init__(self, library: Library) -> None:
        """Lay out the pathway of a language."""
        self._nodes = library.nodes
        self.graph = library.graph

    @cached_property
    def ways(self) -> tuple[tuple[str, str], ...]:
        """The lines always drawn: each sure answer and each named way on that does not go back."""
        onward = (
            (here.id, way.to)
            for here in self._nodes.values()
            for way in ways(here)
            if not way.returns and not getattr(way, "unsure", False)
        )
        return tuple(dict.fromkeys(onward))

    @cached_property
    def parents(self) -> dict[str, str]:
        """For each node that answers a question, the question."""
        asked = (pair for pair in self.ways if isinstance(self._nodes[pair[0]], QuestionNode))
        return {there: here for here, there in reversed(tuple(asked))}

    @cached_property
    def boxes(self) -> dict[str, Box]:
        """Every node's place, branch by branch and column by column, in reading order.

        Below a question stand its answers, as far as they are in the same column.
        """
        found: dict[str, Box] = {}
        for column in (column for branch in BRANCHES for column in COLUMNS[branch]):
            inside = sorted((n.id for n in self._nodes.values() if _column(n) == column), key=_rank)
            roots = [node for node in inside if self.parents.get(node) not in inside]
            placed = [one for root in roots for one in self._below(root, 0, inside)]
            found |= {
                node: Box(node, column, row, depth) for row, (node, depth) in enumerate(placed)
            }
        return found

    def _below(self, node: str, depth: int, inside: list[str]) -> list[tuple[str, int]]:
        """Return a node, then the answers to it and the answers to those, each with its depth."""
        answers = [there for there, here in self.parents.items() if here == node]
        ordered = [there for here, there in self.ways if here == node and there in answers]
        below = [self._below(there, depth + 1, inside) for there in ordered if there in inside]
        return [(node, depth), *(one for some in below for one in some)]

    @cached_property
    def height(self) -> float:
        """Height of the picture in rem."""
        return max(box.bottom for box in self.boxes.values()) + PAD

    def line(self, here: str, there: str, track: float = 0.5) -> tuple[Point, ...]:
        """Return the corners of the line from one node to another, which crosses no third one.

        Args:
            here: id of the node where it begins.
            there: id of the node where it ends.
            track: where in the room between two columns or rows it runs, above 0 and below 1, so
                that lines of two kinds lie side by side.

        """
        start, end = self.boxes[here], self.boxes[there]
        if start.across == end.across:
            return self._in_column(start, end, track)
        onward = end.across > start.across
        out, into = (start.right, end.left) if onward else (start.left, end.right)
        right_of_start = start.right + GAP * track
        left_of_start = self._column_left(start) - GAP * (1 - track)
        near = right_of_start if onward else left_of_start
        far = self._column_left(end) - GAP * (1 - track) if onward else end.right + GAP * track
        corners = [(out, start.middle), (near, start.middle)]
        if abs(near - far) > 0.01:
            channel = end.top - BETWEEN * (1 - track)
            corners += [(near, channel), (far, channel)]
        return (*corners, (far, end.middle), (into, end.middle))

    def _in_column(self, start: Box, end: Box, track: float) -> tuple[Point, ...]:
        """Return a line between two nodes of one column."""
        aside = start.left + INDENT * track
        if start.column == end.column and end.row > start.row and end.depth == start.depth + 1:
            return (aside, start.bottom), (aside, end.middle), (end.left, end.middle)
        if start.column == end.column and end.row == start.row + 1 and end.depth == start.depth:
            return (aside, start.bottom), (aside, end.top)
        last = start.across == len(ACROSS) - 1  # right of it there is no room
        gutter = self._column_left(start) - GAP * (1 - track) if last else start.right + GAP * track
        out, into = (start.left, end.left) if last else (start.right, end.right)
        return ((out, start.middle), (gutter, start.middle),
                (gutter, end.middle), (into, end.middle))  # fmt: skip

    @staticmethod
    def _column_left(box: Box) -> float:
        return EDGE + box.across * (WIDTH + GAP)


@cache
def plan_of(library: Library) -> PathwayPlan:
    """Return where each place stands; worked out once for all readers."""
    return PathwayPlan(library)
