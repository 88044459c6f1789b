"""Each screen of the clinic view: every step, every place of the map, chart and forms."""

from __future__ import annotations

import pytest

from app.domain.address import PATHS, href
from app.knowledge.catalog import Library
from app.knowledge.clinic_view import SCREENS
from app.knowledge.library import library as shipped
from tests.pages.reader import (
    buttons,
    charts,
    followed,
    html,
    links,
    opened,
    pressed,
    screen,
    seen,
    words_of,
)

STEPS = tuple(step.id for step in shipped("en").steps)
NODES = tuple(node for node in shipped("en").nodes if node != "N0")


@pytest.mark.parametrize("step", STEPS)
def test_every_step_opens_by_its_address_with_its_technical_lines(step: str, library: Library):
    app = screen("procedure", step=step)
    item = library.steps[STEPS.index(step)]
    found = seen(app)
    assert f"Step {STEPS.index(step) + 1} of {len(STEPS)}" in found
    for text in (item.feel, *item.clinic.instruments, *item.clinic.imaging, *item.clinic.evidence):
        assert words_of(library, text) in found
    assert f'aria-label="Drawing. {item.scene.seen}"' in html(app).replace("&#x27;", "'")


def test_every_step_can_be_reached_and_the_opening_words_come_back(library: Library):
    app = screen("procedure")
    first = library.clinic_view.of("procedure").steps[0]
    assert "step" not in app.query_params
    for key in library.clinic_view.of("procedure").steps:
        app = pressed(app, f"track-{key}")
        assert app.query_params["step"] == key
    while not app.button(key="step-previous").disabled:
        app = pressed(app, "step-previous")
    assert app.query_params["step"] == STEPS[0]
    for step in STEPS[1:]:
        app = pressed(app, "step-next")
        assert app.query_params["step"] == step
    assert app.button(key="step-next").disabled
    app = pressed(app, "to-opening")
    assert "step" not in app.query_params
    assert "Words to open with" in seen(app)
    assert library.steps[STEPS.index(first)].scene.seen in seen(app)


def test_before_anything_of_the_map_the_signs_are_asked(library: Library):
    for settings in ({}, {"node": "L9"}):
        app = opened("whats-next", view="clinic", **settings)
        assert "Before you read on, check these signs" in seen(app)
        assert "Words to open with" not in seen(app)
        assert 'id="screen-node-L9"' not in html(app)
        stopped = pressed(app, "sign-N0-Y")
        assert 'id="screen-node-N0-Y"' in html(stopped)
        assert "Stop here. Call 911" in seen(stopped)
        again = pressed(stopped, "to-opening")
        assert "Before you read on, check these signs" in seen(again)


@pytest.mark.parametrize("node", NODES)
def test_every_place_of_the_map_opens_by_its_address(node: str, library: Library):
    app = screen("whats-next", node=node)
    assert f'id="screen-node-{node}"' in html(app)
    assert app.query_params["node"] == node
    places = {href("whats-next", view="clinic", node=one) for one in library.nodes}
    assert places <= set(links(app))


def test_a_place_chosen_on_the_map_shows_findings_and_risks(library: Library):
    app = followed(screen("whats-next"), href("whats-next", view="clinic", node="L9"))
    leaf = library.nodes["L9"]
    for text in (leaf.involves, *leaf.evidence, *leaf.risks, leaf.certainty_reason):
        assert words_of(library, text) in seen(app)
    assert "Words to open with" in seen(pressed(app, "to-opening"))


def test_the_chart_shows_the_measure_of_the_address():
    app = screen("recovery", measure="pain")
    assert "3 to 5.3 points for the better" in seen(app)
    assert "3 to 5.3 points for the better" in charts(app)[0]["alt"]


def test_the_last_screen_has_the_forms_of_the_visit(library: Library):
    app = screen("visit")
    assert app.radio(key="matters-walk_farther").value is None
    assert app.checkbox(key="ask-Q1")
    assert {"take-pdf", "take-html"} <= set(buttons(app, "take-"))


def test_only_the_six_pages_have_a_screen():
    assert set(PATHS) - set(SCREENS) == {"evidence"}
    assert 'id="page-evidence"' in html(opened("evidence", view="clinic"))
