"""The walk through the pathway: by address, by answers, back, and by the outline."""

from __future__ import annotations

from itertools import pairwise

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.pathway import shortest_trail
from app.knowledge.catalog import START_NODE, Library
from app.knowledge.library import library as shipped
from app.knowledge.nodes import QuestionNode, StageNode, StopNode
from tests.pages.reader import buttons, html, opened, pressed, seen

NODES = tuple(shipped("en").nodes)
ENDS = tuple(node for node, ways in shipped("en").graph.items() if not ways)


def stands_on(app: AppTest, node: str) -> bool:
    return f'id="node-{node}"' in html(app)


def key_to(library: Library, here: str, there: str) -> str:
    """Return the key of the button that leads from one place to another."""
    node = library.nodes[here]
    if isinstance(node, StageNode) and there in (*node.tests, *node.options):
        return f"{here}-way-{there}"
    assert isinstance(node, QuestionNode | StageNode)
    number = [answer.to for answer in node.answers].index(there)
    kind = "answer" if isinstance(node, QuestionNode) else "onward"
    return f"{here}-{kind}-{number}"


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


@pytest.mark.parametrize("end", ENDS)
def test_answers_lead_from_the_warning_signs_to_every_end_and_back(end: str, library: Library):
    trail = shortest_trail(library.graph, START_NODE, end)
    app = opened("whats-next")
    assert stands_on(app, START_NODE)
    for here, there in pairwise(trail):
        app = pressed(app, key_to(library, here, there))
        assert stands_on(app, there)
        assert app.query_params["node"] == there
    for there in reversed(trail[:-1]):
        app = pressed(app, "walk-go-back")
        assert stands_on(app, there)


def test_starting_again_leads_to_the_warning_signs():
    app = pressed(opened("whats-next", node="N5-a"), "walk-restart")
    assert stands_on(app, START_NODE)
    assert buttons(app, "walk-") == []


def test_the_way_taken_is_shown_and_not_the_shortest_one(library: Library):
    app = opened("whats-next")
    for here, there in (("N0", "N1"), ("N1", "N1-C"), ("N1-C", "N2"), ("N2", "N2-A")):
        app = pressed(app, key_to(library, here, there))
    trail = next(one.proto.body for one in app.get("html") if 'class="trail"' in one.proto.body)
    for node in ("N0", "N1", "N1-C", "N2"):
        assert " ".join(library.prose.line(library.nodes[node].title).plain) in trail


def test_an_emergency_sign_stops_the_walk():
    app = pressed(opened("whats-next"), "N0-answer-0")
    assert "Stop here. Call 911 or go to the emergency room." in seen(app)
    assert buttons(app, "N0-Y-") == []


def test_the_outline_opens_every_place():
    app = opened("whats-next")
    assert set(buttons(app, "open-")) == {f"open-{node}" for node in NODES}
    for node in ("L9", "E2", "N4-3", "N0-S"):
        app = pressed(app, f"open-{node}")
        assert stands_on(app, node)
        assert "(you are here)" in app.button(key=f"open-{node}").label


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
