"""The walk through the pathway: by address, by answers, back, and by the outline."""

from __future__ import annotations

from itertools import pairwise

import pytest
from streamlit.testing.v1 import AppTest

from app.blocks.pathway import walk_place
from app.domain.address import href
from app.domain.pathway import shortest_trail
from app.knowledge.catalog import Library
from app.knowledge.library import library as shipped
from app.knowledge.nodes import QuestionNode, StageNode, StopNode
from app.knowledge.pathway import START_NODE
from tests.pages.reader import buttons, followed, html, links, opened, pressed, seen

NODES = tuple(shipped("en").nodes)


def trails_over_all() -> list[tuple[str, ...]]:
    """Return shortest ways from the gate that together lead through every place."""
    graph = shipped("en").graph
    ways = sorted((shortest_trail(graph, START_NODE, node) for node in NODES), key=len)
    chosen: list[tuple[str, ...]] = []
    for way in reversed(ways):
        if way[-1] not in {node for one in chosen for node in one}:
            chosen.append(way)
    return chosen


def stands_on(app: AppTest, node: str) -> bool:
    return f'id="node-{node}"' in html(app)


def key_to(library: Library, here: str, there: str) -> str:
    """Return the key of the button that leads from one place to another."""
    node = library.nodes[here]
    if isinstance(node, StageNode) and there in (*node.tests, *node.options):
        return f"{here}-way-{there}"
    assert isinstance(node, QuestionNode | StageNode)
    number = [answer.to for answer in node.answers].index(there)
    if isinstance(node, QuestionNode):
        return f"{here}-answer-{node.answers[number].id}"
    return f"{here}-onward-{number}"


def name(library: Library, node: str) -> str:
    return " ".join(library.prose.line(library.nodes[node].short).plain)


@pytest.mark.parametrize("node", NODES)
def test_every_place_opens_by_its_address(node: str, library: Library):
    app = opened("whats-next", node=node)
    assert stands_on(app, node)
    item = library.nodes[node]
    title = item.question if isinstance(item, QuestionNode) else item.title
    assert " ".join(library.prose.line(title).plain) in seen(app)
    ways = [key_to(library, node, there) for there in library.graph[node]]
    assert set(ways) <= set(buttons(app, f"{node}-"))
    if isinstance(item, StopNode):
        assert buttons(app, f"{node}-") == []
    signs = [f'class="{kind}"' in html(app) for kind in ("emergency", "stop-line")]
    assert any(signs), "the emergency signs do not stand on the page"
    if item.branch != "gate":
        pieces = [one.proto.body for one in app.get("html")]
        gate = next(n for n, piece in enumerate(pieces) if 'id="signs-before-' in piece)
        assert gate < next(n for n, piece in enumerate(pieces) if f'id="node-{node}"' in piece)


@pytest.mark.parametrize("trail", trails_over_all(), ids=lambda trail: trail[-1])
def test_answers_lead_from_the_warning_signs_to_every_place_and_back(
    trail: tuple[str, ...], library: Library
):
    app = opened("whats-next")
    assert stands_on(app, START_NODE)
    for here, there in pairwise(trail):
        app = pressed(app, key_to(library, here, there))
        assert stands_on(app, there)
        assert app.query_params["node"] == there
        assert 'id="signs-before-' not in html(app), "the gate was passed and stands here again"
    for there in reversed(trail[:-1]):
        app = pressed(app, "walk-go-back")
        assert stands_on(app, there)


def test_the_ways_over_all_places_leave_none_out():
    assert {node for trail in trails_over_all() for node in trail} == set(NODES)


def test_starting_again_leads_to_the_warning_signs():
    app = pressed(opened("whats-next", node="N5-a"), "walk-go-restart")
    assert stands_on(app, START_NODE)
    assert buttons(app, "walk-") == []


def test_the_way_taken_is_shown_and_not_the_shortest_one(library: Library):
    app = opened("whats-next")
    taken = ("N0", "N1", "N1-C", "N2", "N2-A")
    for here, there in pairwise(taken):
        app = pressed(app, key_to(library, here, there))
    trail = next(one.proto.body for one in app.get("html") if 'class="trail"' in one.proto.body)
    assert library.words("walk.trail") in trail
    for node in taken[:-1]:
        assert name(library, node) in trail
    places = links(app)
    for number, node in enumerate(taken, start=1):
        assert places[href("whats-next", node=node)].startswith(f"{number}. ")


def test_a_shared_place_says_that_the_way_to_it_is_the_shortest_and_tells_no_answer(
    library: Library,
):
    app = opened("whats-next")
    for here, there in pairwise(("N0", "N1", "N1-C", "N2", "N2-A")):
        app = pressed(app, key_to(library, here, there))
    other = opened("whats-next", node=str(app.query_params["node"]))
    assert dict(app.query_params) == dict(other.query_params) == {"node": "N2-A"}
    trail = next(one.proto.body for one in other.get("html") if 'class="trail"' in one.proto.body)
    assert library.words("walk.shortest") in trail
    assert name(library, "N1-C") not in trail


def test_an_emergency_sign_stops_the_walk():
    app = pressed(opened("whats-next"), "N0-answer-N0-Y")
    assert "Stop here. Call 911 or go to the emergency room." in seen(app)
    assert buttons(app, "N0-Y-") == []
    # and after it the map does not lead past the signs
    assert 'id="signs-before-' in html(followed(app, href("whats-next", node="L9")))


def test_a_place_of_the_map_comes_after_the_signs_until_they_were_checked(library: Library):
    app = opened("whats-next")
    assert 'id="signs-before-' in html(followed(app, href("whats-next", node="L9")))
    app = pressed(app, "walk-check-signs")
    assert stands_on(app, START_NODE)
    app = pressed(app, key_to(library, "N0", "N1"))
    assert 'id="signs-before-' not in html(followed(app, href("whats-next", node="L9")))


def test_having_none_of_the_signs_the_place_stays_open(library: Library):
    app = pressed(opened("whats-next", node="L9"), "walk-no-sign")
    assert stands_on(app, "L9")
    assert 'id="signs-before-' not in html(app)


@pytest.mark.parametrize("node", ["N2-D", "N5-f"])
def test_at_an_urgent_place_the_way_back_to_the_signs_comes_first(node: str, library: Library):
    app = opened("whats-next", node=node)
    assert buttons(app, f"{node}-")[0] == f"{node}-onward-0"
    assert pressed(app, f"{node}-onward-0").query_params.get("node", "N0") in ("N0", ["N0"])


@pytest.mark.parametrize(
    ("trail", "carried"),
    [
        # the way to N6, and the options that stand there besides pain skills and exercise
        (("N0", "N1", "N2", "N2-A", "N6"), set()),
        (("N0", "N1", "N2", "N3", "N4-5", "N6"), {"L13"}),
        (("N0", "N1", "N2", "N3", "N4-2", "N6"), {"L13"}),
        (("N0", "N1", "N2", "N3", "N4-3", "N6"), {"L3", "L4", "L9"}),
        (("N0", "N1", "N2", "N2-C", "N4-1", "N5", "N5-a", "N6"), {"L3", "L8", "L9"}),
        (("N0", "N1", "N2", "N2-C", "N4-1", "N5", "N5-b", "N6"), {"L7", "L8", "L9"}),
        (("N0", "N1", "N2", "N2-C", "N4-1", "N5", "N5-c", "N6"), {"L9", "L10"}),
        (("N0", "N1", "N2", "N2-C", "N4-1", "N5", "N5-f", "N6"), set()),
    ],
    ids=lambda one: one[-2] if isinstance(one, tuple) else "",
)
def test_choosing_together_offers_what_fits_the_finding_and_nothing_else(
    trail: tuple[str, ...], carried: set[str], library: Library
):
    app = opened("whats-next")
    for here, there in pairwise(trail):
        app = pressed(app, key_to(library, here, there))
    before = [key.split("-carried-") for key in buttons(app) if "-carried-" in key]
    assert {option for _, option in before} == carried
    named = {key.removeprefix("N6-way-") for key in buttons(app, "N6-way-L")}
    assert named == {"L11", "L2"}
    for stage, option in before[:1]:
        app = pressed(app, f"{stage}-carried-{option}")
        assert stands_on(app, option)
        assert stands_on(pressed(app, "walk-go-back"), stage)


def test_opened_by_a_link_choosing_together_carries_nothing():
    assert [key for key in buttons(opened("whats-next", node="N6")) if "carried" in key] == []


@pytest.mark.parametrize("end", ["L8", "E2"])
def test_an_end_leads_on_to_waiting_and_back_to_the_signs(end: str):
    app = opened("whats-next", node=end)
    assert stands_on(pressed(app, "end-wait"), "N6-1")
    assert stands_on(pressed(opened("whats-next", node=end), "end-worse"), START_NODE)


def test_the_map_opens_every_place():
    app = opened("whats-next")
    for node in NODES:
        app = followed(app, href("whats-next", node=node))
        assert stands_on(app, node)
        marked = [place for place, name in links(app).items() if "(you are here)" in name]
        assert marked == [href("whats-next", node=node)]


@pytest.mark.parametrize("node", NODES)
def test_where_in_the_walk_a_place_lies_is_said(node: str, library: Library):
    panel = walk_place(library, library.nodes[node])
    part = library.words(f"walk.part_{library.nodes[node].part}")
    assert panel.count('aria-current="step"') == 1
    assert f": {part}" in panel


@pytest.mark.parametrize("node", ["N9", "n1", "L99", "", "x" * 10_000, "N0-N"])
def test_an_unknown_place_opens_the_warning_signs(node: str):
    app = opened("whats-next", node=node)
    assert stands_on(app, START_NODE)
    assert "node" not in app.query_params


def test_two_places_in_one_address_open_the_warning_signs():
    assert stands_on(opened("whats-next", node=["N3", "N4-1"]), START_NODE)


def test_a_way_that_is_no_longer_known_gives_way_to_the_address():
    app = opened("whats-next")
    app.session_state["walk-trail"] = ("N0", "N1")
    app.query_params["node"] = "N3"
    assert stands_on(app.run(), "N3")
