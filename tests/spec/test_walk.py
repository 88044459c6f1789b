"""The walk keeps its promises whatever the reader does; the checks of a graph see what is so."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.pathway import (
    Graph,
    NoWayError,
    UnknownNodeError,
    Walk,
    circle,
    dead_ends,
    forward,
    reachable,
    shortest_trail,
)
from app.knowledge.catalog import Library
from app.knowledge.pathway import ENDS, START_NODE

NAMES = tuple("ABCDEFGH")
GRAPHS = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(NAMES), max_size=4).map(tuple) for name in NAMES}
)
BACK, RESTART = "back", "restart"
MOVES = st.lists(st.sampled_from((*NAMES, *range(4), BACK, RESTART)), max_size=30)
WALKS, LONGEST = 5_000, 40


def after(walk: Walk, moves: list[str | int]) -> Walk:
    """Return a walk after moves: a number is an answer, a name is a place opened on the map."""
    for move in moves:
        ways = walk.graph[walk.here]
        if move == BACK:
            walk = walk.back()
        elif move == RESTART:
            walk = walk.restart()
        elif isinstance(move, int):
            walk = walk.go(ways[move % len(ways)]) if ways else walk
        elif move in reachable(walk.graph, walk.start):
            walk = walk.jump(move)
    return walk


@given(GRAPHS, MOVES)
def test_whatever_the_reader_does_the_walk_keeps_its_start_and_never_circles(
    graph: Graph, moves: list[str | int]
):
    walk = after(Walk(graph, ("A",)), moves)
    assert walk.start == "A"
    assert walk.here in graph
    assert len(set(walk.trail)) == len(walk.trail)
    assert all(there in graph[here] for here, there in itertools.pairwise(walk.trail))


@given(GRAPHS, MOVES, st.sampled_from(NAMES))
def test_going_somewhere_one_stands_there(graph: Graph, moves: list[str | int], node: str):
    walk = after(Walk(graph, ("A",)), moves)
    if node in graph[walk.here]:
        assert walk.go(node).here == node
    if node in reachable(graph, "A"):
        assert walk.jump(node).here == node


@given(GRAPHS, MOVES)
def test_back_undoes_an_answer_that_led_to_a_new_place(graph: Graph, moves: list[str | int]):
    walk = after(Walk(graph, ("A",)), moves)
    for node in graph[walk.here]:
        if node not in walk.trail:
            assert walk.go(node).back() == walk


@given(GRAPHS, MOVES)
def test_starting_again_leads_to_the_start_alone_as_if_nothing_had_been(
    graph: Graph, moves: list[str | int]
):
    assert after(Walk(graph, ("A",)), moves).restart() == Walk(graph, ("A",))


@given(GRAPHS, st.sampled_from(NAMES))
def test_the_shortest_way_is_a_way_and_none_is_shorter(graph: Graph, node: str):
    if node not in reachable(graph, "A"):
        with pytest.raises(ValueError, match="cannot be reached"):
            shortest_trail(graph, "A", node)
        return
    trail = shortest_trail(graph, "A", node)
    assert (trail[0], trail[-1]) == ("A", node)
    assert all(there in graph[here] for here, there in itertools.pairwise(trail))
    near = {"A"}  # everything within as many steps as the trail has, less one
    for _ in range(len(trail) - 2):
        near |= {follower for one in near for follower in graph[one]}
    assert len(trail) == 1 or node not in near


@given(GRAPHS)
def test_what_can_be_reached_is_closed_under_one_more_step(graph: Graph):
    found = reachable(graph, "A")
    assert "A" in found
    assert all(follower in found for one in found for follower in graph[one])


@given(GRAPHS)
def test_a_circle_is_found_where_a_node_leads_back_to_itself_and_only_there(graph: Graph):
    back = {node for node in graph if any(node in reachable(graph, there) for there in graph[node])}
    found = circle(graph)
    assert bool(found) == bool(back)
    if found:
        assert found[0] == found[-1]
        assert set(found) <= back
        assert all(there in graph[here] for here, there in itertools.pairwise(found))


@given(GRAPHS, st.sets(st.sampled_from(NAMES)))
def test_without_circles_and_dead_ends_every_way_comes_to_an_end(graph: Graph, ends: set[str]):
    stuck = {node for node in graph if not reachable(graph, node) & ends}
    if not circle(graph) and not dead_ends(graph, ends):
        assert stuck == set()
    assert set(dead_ends(graph, ends)) <= stuck


def test_ways_named_as_going_back_are_left_out_and_no_others():
    graph = {"A": ("B", "C"), "B": ("A", "C"), "C": ()}
    assert forward(graph, [("B", "A")]) == {"A": ("B", "C"), "B": ("C",), "C": ()}
    assert circle(graph) == ("A", "B", "A")


def test_at_the_start_back_stays():
    walk = Walk({"A": ()}, ("A",))
    assert walk.back() == walk


def test_going_to_a_place_on_the_way_goes_back_to_it():
    graph = dict.fromkeys(NAMES, NAMES)
    assert Walk(graph, ("A", "B", "C", "D")).go("B").trail == ("A", "B")
    assert Walk(graph, ("A", "B", "C", "D")).jump("B") == Walk(graph, ("A", "B"))


def test_a_place_opened_on_the_map_is_not_the_readers_own_way():
    graph = {"A": ("B",), "B": ("C",), "C": ()}
    walk = Walk(graph, ("A",)).jump("C")
    assert (walk.trail, walk.own) == (("A", "B", "C"), False)
    assert walk.restart().own


def test_an_unknown_place_is_refused_with_its_name():
    with pytest.raises(UnknownNodeError, match="'Z' is not one of the 1 nodes"):
        Walk({"A": ()}, ("A",)).go("Z")
    with pytest.raises(UnknownNodeError, match="'Z'"):
        shortest_trail({"A": ()}, "A", "Z")


def test_a_step_that_is_not_offered_is_refused():
    graph = {"A": ("B",), "B": (), "C": ()}
    with pytest.raises(NoWayError, match="no way leads from 'A' to 'C'"):
        Walk(graph, ("A",)).go("C")
    with pytest.raises(NoWayError, match="from 'A' to 'C'"):
        Walk(graph, ("A", "C"))


def test_a_walk_without_a_start_is_refused():
    with pytest.raises(ValueError, match="at least its start"):
        Walk({"A": ()}, ())


def test_a_way_out_of_the_pathway_is_not_followed():
    assert shortest_trail({"A": ("Z", "B"), "B": ()}, "A", "B") == ("A", "B")
    assert reachable({"A": ("Z", "B"), "B": ()}, "A") == {"A", "B"}
    assert dead_ends({"A": ("Z",), "B": ()}, ["B"]) == ("A",)


def test_thousands_of_walks_through_the_pathway_pass_the_gate_and_can_always_end(library: Library):
    """Answers, back, start again and the map, in any order, as a reader might press them."""
    chance = random.Random(150_13)  # the same walks every time
    onward = forward(library.graph, library.returns)
    ends = {node.id for node in library.nodes.values() if isinstance(node, ENDS)}
    places = sorted(library.nodes)
    visited: set[str] = set()
    for _ in range(WALKS):
        walk = Walk(library.graph, (START_NODE,))
        for _ in range(chance.randint(1, LONGEST)):
            move = chance.choice((*range(9), *range(9), BACK, RESTART, chance.choice(places)))
            walk = after(walk, [move])
            visited.add(walk.here)
            assert walk.trail[0] == START_NODE
            if library.nodes[walk.here].branch != "gate":
                assert walk.trail[1] == "N1", "past the gate without the answer that nothing is so"
            assert reachable(onward, walk.here) & ends, f"no end can be reached from {walk.here}"
    assert visited == set(library.nodes)
