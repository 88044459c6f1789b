"""The decision pathway: what holds for its graph, and one reader's walk through it."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

Graph = Mapping[str, tuple[str, ...]]
"""For each node id the ids that can be opened from it, in the order they are offered."""


class UnknownNodeError(ValueError):
    """A node id that the pathway does not have."""

    def __init__(self, node: str, known: int) -> None:
        super().__init__(f"node {node!r} is not one of the {known} nodes of the pathway")


class NoWayError(ValueError):
    """A step that the pathway does not offer."""

    def __init__(self, here: str, there: str) -> None:
        super().__init__(f"no way leads from {here!r} to {there!r}")


@dataclass(frozen=True)
class Walk:
    """One reader's way through the pathway; the last id of the trail is where they stand.

    Attributes:
        graph: the pathway.
        trail: node ids from the start to here, at least one, each a way on from the one before.
        own: whether the reader came here by their own answers, not by a link or the map.

    """

    graph: Graph
    trail: tuple[str, ...]
    own: bool = True

    def __post_init__(self) -> None:
        if not self.trail:
            raise ValueError("a walk has at least its start")
        for node in self.trail:
            if node not in self.graph:
                raise UnknownNodeError(node, len(self.graph))
        for here, there in itertools.pairwise(self.trail):
            if there not in self.graph[here]:
                raise NoWayError(here, there)

    @property
    def here(self) -> str:
        """The node the reader stands on."""
        return self.trail[-1]

    @property
    def start(self) -> str:
        """The node the walk began at."""
        return self.trail[0]

    def go(self, node: str) -> Walk:
        """Return the walk after an answer that leads to a node.

        Going to a node already on the trail goes back to it, so a trail never runs in a circle.

        Raises:
            UnknownNodeError: the pathway has no such node.
            NoWayError: nothing leads from here to there.

        """
        if node not in self.graph:
            raise UnknownNodeError(node, len(self.graph))
        if node not in self.graph[self.here]:
            raise NoWayError(self.here, node)
        if node in self.trail:
            return replace(self, trail=self.trail[: self.trail.index(node) + 1])
        return replace(self, trail=(*self.trail, node))

    def jump(self, node: str) -> Walk:
        """Return the walk after opening a node on the map.

        A node on the trail is gone back to. Any other is reached by the shortest way from the
        start, which is then not the reader's own.

        Raises:
            UnknownNodeError: the pathway has no such node.
            ValueError: the node cannot be reached.

        """
        if node in self.trail:
            return replace(self, trail=self.trail[: self.trail.index(node) + 1])
        return Walk(self.graph, shortest_trail(self.graph, self.start, node), own=False)

    def last_among(self, nodes: Iterable[str]) -> Walk | None:
        """Return the walk as it was at the last of some nodes before here; None without one."""
        wanted = frozenset(nodes)
        for place in range(len(self.trail) - 1, 0, -1):
            if self.trail[place - 1] in wanted:
                return replace(self, trail=self.trail[:place])
        return None

    def back(self) -> Walk:
        """Return the walk one step earlier; at the start it stays."""
        return replace(self, trail=self.trail[:-1] or self.trail)

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


def forward(graph: Graph, returns: Iterable[tuple[str, str]]) -> Graph:
    """Return the graph without the ways that are named as going back.

    Args:
        graph: the pathway.
        returns: pairs of where such a way begins and where it leads.

    """
    named = frozenset(returns)
    return {
        here: tuple(there for there in ways if (here, there) not in named)
        for here, ways in graph.items()
    }


def circle(graph: Graph) -> tuple[str, ...]:
    """Return the nodes of a way that runs in a circle, its first node again at its end; else ()."""
    done: set[str] = set()

    def search(trail: tuple[str, ...]) -> tuple[str, ...]:
        here = trail[-1]
        if here in done:
            return ()
        for there in graph.get(here, ()):
            if there in trail:
                return (*trail[trail.index(there) :], there)
            if found := search((*trail, there)):
                return found
        done.add(here)
        return ()

    return next((found for node in graph if (found := search((node,)))), ())


def dead_ends(graph: Graph, ends: Iterable[str]) -> tuple[str, ...]:
    """Return the nodes that lead nowhere and are no end.

    In a graph without circles every way then comes to an end, or to one of these.

    Args:
        graph: the pathway without the ways back.
        ends: the nodes at which a walk may end.

    """
    ending = frozenset(ends)
    return tuple(
        node for node, ways in graph.items()
        if node not in ending and not any(way in graph for way in ways)
    )  # fmt: skip
