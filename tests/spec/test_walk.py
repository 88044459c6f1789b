"""The walk keeps its promises whatever the reader does."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.pathway import UnknownNodeError, Walk, reachable, shortest_trail

NAMES = tuple("ABCDEFGH")
GRAPHS = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(NAMES), max_size=4).map(tuple) for name in NAMES}
)
BACK, RESTART = "back", "restart"
MOVES = st.lists(st.sampled_from((*NAMES, BACK, RESTART)), max_size=30)


def after(walk: Walk, moves: list[str]) -> Walk:
    for move in moves:
        if move == BACK:
            walk = walk.back()
        elif move == RESTART:
            walk = walk.restart()
        else:
            walk = walk.go(move)
    return walk


@given(GRAPHS, MOVES)
def test_whatever_the_reader_does_the_walk_keeps_its_start_and_never_circles(
    graph: dict[str, tuple[str, ...]], moves: list[str]
):
    walk = after(Walk(graph, ("A",)), moves)
    assert walk.start == "A"
    assert walk.here in graph
    assert len(set(walk.trail)) == len(walk.trail)


@given(GRAPHS, MOVES, st.sampled_from(NAMES))
def test_going_somewhere_one_stands_there(
    graph: dict[str, tuple[str, ...]], moves: list[str], node: str
):
    assert after(Walk(graph, ("A",)), moves).go(node).here == node


@given(GRAPHS, MOVES, st.sampled_from(NAMES))
def test_back_undoes_a_step_to_a_new_place(
    graph: dict[str, tuple[str, ...]], moves: list[str], node: str
):
    walk = after(Walk(graph, ("A",)), moves)
    if node not in walk.trail:
        assert walk.go(node).back() == walk


@given(GRAPHS, MOVES)
def test_starting_again_leads_to_the_start_alone(
    graph: dict[str, tuple[str, ...]], moves: list[str]
):
    assert after(Walk(graph, ("A",)), moves).restart().trail == ("A",)


@given(GRAPHS, st.sampled_from(NAMES))
def test_the_shortest_way_is_a_way_and_none_is_shorter(
    graph: dict[str, tuple[str, ...]], node: str
):
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
def test_what_can_be_reached_is_closed_under_one_more_step(graph: dict[str, tuple[str, ...]]):
    found = reachable(graph, "A")
    assert "A" in found
    assert all(follower in found for one in found for follower in graph[one])


def test_at_the_start_back_stays():
    walk = Walk({"A": ()}, ("A",))
    assert walk.back() == walk


def test_going_to_a_place_on_the_way_goes_back_to_it():
    graph = dict.fromkeys(NAMES, NAMES)
    assert Walk(graph, ("A", "B", "C", "D")).go("B").trail == ("A", "B")


def test_an_unknown_place_is_refused_with_its_name():
    with pytest.raises(UnknownNodeError, match="'Z' is not one of the 1 nodes"):
        Walk({"A": ()}, ("A",)).go("Z")
    with pytest.raises(UnknownNodeError, match="'Z'"):
        shortest_trail({"A": ()}, "A", "Z")


def test_a_walk_without_a_start_is_refused():
    with pytest.raises(ValueError, match="at least its start"):
        Walk({"A": ()}, ())


def test_a_way_out_of_the_pathway_is_not_followed():
    assert shortest_trail({"A": ("Z", "B"), "B": ()}, "A", "B") == ("A", "B")
    assert reachable({"A": ("Z", "B"), "B": ()}, "A") == {"A", "B"}
