"""The controls of each page do what they say: steps, chart, options, questions."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.address import href
from app.domain.visit import MOST_OPTIONS
from app.knowledge.catalog import Library
from app.knowledge.library import library as shipped
from tests.pages.reader import calm, charts, followed, html, links, opened, pressed, seen

STEPS = tuple(step.id for step in shipped("en").steps)
OPTIONS = tuple(option.id for option in shipped("en").options)


@pytest.mark.parametrize("step", STEPS)
def test_every_step_opens_by_its_address(step: str, library: Library):
    app = opened("procedure", step=step)
    words = seen(app)
    item = next(one for one in library.steps if one.id == step)
    assert f"Step {STEPS.index(step) + 1} of {len(STEPS)}" in words
    assert " ".join(library.prose.line(item.feel).plain) in words
    assert (f'id="step-{step}"') in html(app)


def test_the_next_button_leads_through_all_steps_and_the_previous_one_back(library: Library):
    app = opened("procedure")
    assert app.button(key="step-previous").disabled
    for step in STEPS[1:]:
        app = pressed(app, "step-next")
        assert f'id="step-{step}"' in html(app)
        assert app.query_params["step"] == step
    assert app.button(key="step-next").disabled
    for step in reversed(STEPS[:-1]):
        app = pressed(app, "step-previous")
        assert f'id="step-{step}"' in html(app)


def test_the_track_opens_every_step_and_marks_where_one_is(library: Library):
    app = opened("procedure")
    for number, step in enumerate(library.steps, start=1):
        app = followed(app, href("procedure", step=step.id))
        assert f'id="step-{step.id}"' in html(app)
        track = links(app, "track")
        assert track[href("procedure", step=step.id)] == f"{number}. {step.short} (you are here)"
        assert sum("(you are here)" in name for name in track.values()) == 1
        assert html(app).count('aria-current="step"') == 1
    assert list(track) == [href("procedure", step=step) for step in STEPS]


@pytest.mark.parametrize("step", ["P0", "P99", "p1", "", "x" * 10_000])
def test_an_unknown_step_opens_the_first_one(step: str):
    app = opened("procedure", step=step)
    assert 'id="step-P1"' in html(app)
    assert "step" not in app.query_params


def dots(app: AppTest) -> int:
    """Return how many shapes the chart shows; hatching and axes do not count."""
    drawn = json.loads(charts(app)[0]["figure"])["data"]
    return sum(one["type"] == "scatter" for one in drawn)


@pytest.mark.parametrize(
    ("settings", "points", "said"),
    [
        ({}, 6, "16 to 27 points for the better"),
        ({"measure": "odi"}, 6, "16 to 27 points for the better"),
        ({"measure": "pain"}, 7, "3 to 5.3 points for the better"),
        ({"measure": "walking"}, 4, "from 8 to 56 minutes after 1 year"),
        ({"measure": "operations"}, 5, "6 to 12 of 100 people had surgery later"),
        ({"measure": "mood"}, 6, "16 to 27 points for the better"),
    ],
    ids=["as it opens", "everyday limits", "pain", "walking", "later surgery", "unknown"],
)
def test_the_chart_shows_the_measure_of_the_address(
    settings: dict[str, str], points: int, said: str
):
    app = opened("recovery", **settings)
    assert dots(app) == points
    assert said in seen(app)
    assert said in charts(app)[0]["alt"]


def test_the_switch_of_the_chart_changes_the_measure():
    app = opened("recovery")
    app.get("segmented_control")[0].set_value("pain")
    calm(app.run())
    assert dots(app) == 7
    assert app.query_params["measure"] == "pain"


def shown_options(app: AppTest) -> list[str]:
    found = html(app)
    return [name for name in OPTIONS if f'class="option option-{name}"' in found]


def choose(app: AppTest, chosen: list[str]) -> AppTest:
    app.get("pills")[0].set_value(chosen)
    return calm(app.run())


@pytest.mark.parametrize("number", range(len(OPTIONS) + 1))
def test_any_number_of_choices_gives_at_most_three_side_by_side(number: int):
    app = choose(opened("options"), list(OPTIONS[:number]))
    assert len(shown_options(app)) == min(number, MOST_OPTIONS) <= 3
    assert ("Choose at least one above." in seen(app)) == (number == 0)


def test_choices_stand_in_the_fixed_order_whatever_was_chosen_first():
    app = choose(opened("options"), ["fusion", "mild", "change-nothing"])
    found = html(app)
    places = [found.index(f"option-{name}") for name in ("change-nothing", "mild", "fusion")]
    assert places == sorted(places)
    assert shown_options(app) == ["change-nothing", "mild", "fusion"]


def test_mild_and_doing_nothing_stand_side_by_side_as_the_page_opens():
    shown = shown_options(opened("options"))
    assert {"mild", "change-nothing"} <= set(shown)
    assert len(shown) == 3


def test_the_overview_shows_the_problem_and_the_aim_in_words():
    words = seen(opened("overview"))
    assert "The ligament that lines the roof of the nerve tunnel has grown thick." in words
    assert "The aim of MILD: the ligament is a little thinner" in words
    assert "Scans do not always show this change." in words
