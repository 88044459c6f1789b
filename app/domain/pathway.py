"""The walk through the decision pathway: which node the reader stands on, and the way taken."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

Graph = Mapping[str, tuple[str, ...]]
"""For each node id the ids that can be opened from it, in the order they are offered."""


class UnknownNodeError(ValueError):
    """A node id that the pathway does not have."""

    def __init__(self, node: str, known: int) -> None:
        super().__init__(f"node {node!r} is not one of the {known} nodes of the pathway")


@dataclass(frozen=True)
class Walk:
    """One reader's way through the pathway; the last id of the trail is where they stand.

    Attributes:
        graph: the pathway.
        trail: node ids from the start to here, at least one.

    """

    graph: Graph
    trail: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.trail:
            raise ValueError("a walk has at least its start")
        for node in self.trail:
            if node not in self.graph:
                raise UnknownNodeError(node, len(self.graph))

    @property
    def here(self) -> str:
        """The node the reader stands on."""
        return self.trail[-1]

    @property
    def start(self) -> str:
        """The node the walk began at."""
        return self.trail[0]

    def go(self, node: str) -> Walk:
        """Return the walk after opening a node.

        Going to a node already on the trail goes back to it, so a trail never runs in a circle.

        Raises:
            UnknownNodeError: the pathway has no such node.

        """
        if node in self.trail:
            return Walk(self.graph, self.trail[: self.trail.index(node) + 1])
        return Walk(self.graph, (*self.trail, node))

    def back(self) -> Walk:
        """Return the walk one step earlier; at the start it stays."""
        return Walk(self.graph, self.trail[:-1] or self.trail)

    def restart(self) -> Walk:
        """Return the walk at its start."""
        return Walk(self.graph, self.trail[:1])


def shortest_trail(graph: Graph, start: str, node: str) -> tuple[str, ...]:
    """Return the shortest way from the start to a node, both included.

    It stands in for the way taken when a reader opens a shared link: only the node is in the link.

    Raises:
        UnknownNodeError: start or node is not in the pathway.
        ValueError: the node cannot be reached.

    """
    for wanted in (start, node):
        if wanted not in graph:
            raise UnknownNodeError(wanted, len(graph))
    came_from: dict[str, str] = {}
    queue = deque([start])
    seen = {start}
    while queue:
        here = queue.popleft()
        if here == node:
            trail = [here]
            while here != start:
                here = came_from[here]
                trail.append(here)
            return tuple(reversed(trail))
        for follower in graph[here]:
            if follower in graph and follower not in seen:
                seen.add(follower)
                came_from[follower] = here
                queue.append(follower)
    raise ValueError(f"node {node!r} cannot be reached from {start!r}")


def reachable(graph: Graph, start: str) -> frozenset[str]:
    """Return every node that can be reached from the start, the start included."""
    seen = {start}
    queue = deque([start])
    while queue:
        for follower in graph.get(queue.popleft(), ()):
            if follower in graph and follower not in seen:
                seen.add(follower)
                queue.append(follower)
    return frozenset(seen)
