"""Rules for the decision pathway as a whole: its gate, its ways, its ends, its leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.pathway import Graph, circle, dead_ends, forward, reachable
from app.knowledge.faults import Fault
from app.knowledge.nodes import (
    AnyNode,
    CheckNode,
    LeafNode,
    QuestionNode,
    StageNode,
    StopNode,
    Way,
)

START_NODE = "N0"
"""The gate: the question about emergency signs, where every walk begins."""

WAIT_NODE = "N6-1"
"""The stage about waiting, which every end offers."""

ENDS = (StopNode, LeafNode, CheckNode)
"""Kinds of nodes at which a walk may end."""


def ways(node: AnyNode) -> tuple[Way, ...]:
    """Return the answers to a question, or the named ways on from a stage."""
    return tuple(node.answers) if isinstance(node, QuestionNode | StageNode) else ()


def followers(node: AnyNode) -> tuple[str, ...]:
    """Return the ids that can be opened from a node, in the order they are offered."""
    offered = [*node.tests, *node.options] if isinstance(node, StageNode) else []
    return tuple(dict.fromkeys([*offered, *(way.to for way in ways(node))]))


def returning(nodes: Mapping[str, AnyNode]) -> frozenset[tuple[str, str]]:
    """Return the ways that are named as going back: where each begins, where it leads."""
    return frozenset(
        (node.id, way.to) for node in nodes.values() for way in ways(node) if way.returns
    )


@dataclass(frozen=True)
class _Pathway:
    """The nodes with what follows from them."""

    nodes: Mapping[str, AnyNode]
    graph: Graph
    onward: Graph

    def fault(self, node: str, found: str, allowed: str) -> Fault:
        return Fault(self.nodes[node].file, node, found, allowed)


def pathway_faults(nodes: Mapping[str, AnyNode]) -> Iterator[Fault]:
    """Yield everything wrong with a pathway; file names are below the language's folder.

    Args:
        nodes: by id, each valid by itself.

    """
    graph = {node.id: followers(node) for node in nodes.values()}
    pathway = _Pathway(nodes, graph, forward(graph, returning(nodes)))
    yield from _targets(pathway)
    yield from _answers(pathway)
    if START_NODE in nodes:
        yield from _gate(pathway)
        yield from _way_through(pathway)
    else:
        yield Fault("pathway", START_NODE, "nothing", "the node where the walk begins")


def _targets(pathway: _Pathway) -> Iterator[Fault]:
    for node, targets in pathway.graph.items():
        for target in targets:
            if target not in pathway.nodes:
                allowed = "the id of a node with a file"
                yield pathway.fault(node, f"a way to {target}", allowed)
    kinds: dict[str, type[AnyNode]] = {"tests": CheckNode, "options": LeafNode}
    for stage in pathway.nodes.values():
        for key, kind in kinds.items():
            for target in getattr(stage, key, ()):
                if target in pathway.nodes and not isinstance(pathway.nodes[target], kind):
                    found, allowed = f"{target} under {key}", f"nodes of the kind in {key}"
                    yield pathway.fault(stage.id, found, allowed)


def _answers(pathway: _Pathway) -> Iterator[Fault]:
    """Hold every question to one answer for the unsure, and each answer to an id of its own."""
    seen: dict[str, str] = {}
    for node in pathway.nodes.values():
        if not isinstance(node, QuestionNode):
            continue
        unsure = sum(answer.unsure for answer in node.answers)
        if unsure != 1:
            found, allowed = f"{unsure} answers with unsure: true", "exactly one in a question"
            yield pathway.fault(node.id, found, allowed)
        for answer in node.answers:
            if answer.id in seen:
                found = f"the answer id {answer.id}, which {seen[answer.id]} has too"
                yield pathway.fault(node.id, found, "each answer id once")
            seen[answer.id] = node.id


def _gate(pathway: _Pathway) -> Iterator[Fault]:
    """Hold the pathway to one gate with both stops, which nothing else leads to."""
    for node in pathway.nodes.values():
        question = isinstance(node, QuestionNode)
        if question and node.branch == "gate" and node.id != START_NODE:
            yield pathway.fault(node.id, "a second emergency gate", f"one gate, {START_NODE}")
        for target in pathway.graph[node.id]:
            if node.id != START_NODE and isinstance(pathway.nodes.get(target), StopNode):
                found = f"a way to the stop {target}"
                yield pathway.fault(node.id, found, f"a way back to the gate, {START_NODE}")
    gate = pathway.nodes[START_NODE]
    if not isinstance(gate, QuestionNode) or gate.branch != "gate":
        found = f"kind {gate.kind}, branch {gate.branch}"
        yield pathway.fault(START_NODE, found, "kind question, branch gate")
    led = [pathway.nodes[target] for target in pathway.graph[START_NODE] if target in pathway.nodes]
    urgencies = {node.urgency for node in led if isinstance(node, StopNode)}
    past = [node.id for node in led if not isinstance(node, StopNode)]
    if urgencies != {"emergency", "same_day"} or len(past) != 1:
        found = f"stops: {', '.join(sorted(urgencies)) or 'none'}; ways past them: {len(past)}"
        yield pathway.fault(START_NODE, found, "stops: emergency, same_day; one way past them")


def _way_through(pathway: _Pathway) -> Iterator[Fault]:
    for node in sorted(set(pathway.nodes) - reachable(pathway.graph, START_NODE)):
        yield pathway.fault(node, "a node that nothing leads to", f"a way to it from {START_NODE}")
    if found := circle(pathway.onward):
        allowed = "returns: true on the way that goes back"
        yield pathway.fault(found[-2], f"a circle: {' > '.join(found)}", allowed)
    ends = [node.id for node in pathway.nodes.values() if isinstance(node, ENDS)]
    for node in dead_ends(pathway.onward, ends):
        yield pathway.fault(node, "a dead end", "a way on that does not go back")
