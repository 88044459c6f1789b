"""In the app as in the text edition, every phone number on a page, place or screen dials."""

from __future__ import annotations

import dataclasses

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.address import PATHS
from app.knowledge.catalog import Library
from app.knowledge.clinic import Clinic
from app.knowledge.clinic_view import SCREENS
from app.knowledge.library import library as shipped
from app.knowledge.nodes import StopNode
from app.ui import reader
from tests.content.dialed import dialed, misdialed, undialed
from tests.pages.reader import html, opened, screen

ODD = Clinic(
    name="A & B", phone="+44 (0)20 7946 0100", after_hours_phone="+1 (555) 010-0199 / 1234",
    emergency_number="90114",
)  # fmt: skip
GATE = tuple(node.id for node in shipped("en").nodes.values() if node.branch == "gate")


@pytest.fixture
def own(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    changed = dataclasses.replace(library, clinic=ODD)
    monkeypatch.setattr(reader, "library", lambda lang: changed)
    return changed


def numbers(app: AppTest) -> list[str]:
    whole = html(app)
    assert undialed(whole, ODD) == []
    assert misdialed(whole, ODD) == []
    return [said for _, said in dialed(whole)]


@pytest.mark.parametrize("page", PATHS)
def test_on_every_page(page: str, own: Library):
    assert {ODD.emergency_number, ODD.phone, ODD.after_hours_phone} <= {*numbers(opened(page))}


@pytest.mark.parametrize("page", SCREENS)
def test_on_every_screen_of_the_clinic_view(page: str, own: Library):
    assert {ODD.emergency_number, ODD.phone, ODD.after_hours_phone} <= {*numbers(screen(page))}


@pytest.mark.parametrize("view", ["patient", "clinic"])
@pytest.mark.parametrize("node", GATE)
def test_where_the_signs_are_asked(node: str, view: str, own: Library):
    said = numbers(opened("whats-next", node=node, view=view))
    assert ODD.emergency_number in said
    if isinstance(own.nodes[node], StopNode) and view == "patient":
        assert len(said) > 5


def test_where_the_guide_to_the_pattern_stops(own: Library):
    for answer in ("yes", "not_sure"):
        app = opened("options")
        before = len(numbers(app))
        app.radio(key="fit-emergency").set_value(answer).run()
        assert len(numbers(app)) > before


def test_what_a_wrong_answer_is_told(own: Library):
    question = next(one for one in own.know.question if "{clinic.emergency_number}" in one.fact)
    app = opened("visit")
    before = len(numbers(app))
    app.radio(key=f"know-{question.code}").set_value(question.answer[-1].code).run()
    assert len(numbers(app)) > before
