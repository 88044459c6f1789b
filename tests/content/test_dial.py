"""A phone number dials wherever a reader meets it: no page, place or sheet has it as bare text."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest

from app.blocks import blocks, clinic_view, fit, pathway, pictures, templates, visit
from app.domain.address import PATHS
from app.domain.fit import read
from app.handout.page import summary_html
from app.knowledge.catalog import Library
from app.knowledge.clinic import Clinic
from app.knowledge.clinic_view import SCREENS
from app.knowledge.dial import dial_in, dial_link, dial_uri
from app.knowledge.prose import Renderer
from app.web import shell
from tests.content.dialed import dialed, misdialed, numbers_of, undialed
from tests.handout.summaries import EMPTY, USUAL

PROFILES = {
    "none": Clinic(),
    "usual": Clinic(name="North", phone="555-010-0142", after_hours_phone="555 010 0199"),
    "odd": Clinic(
        name="A <i>& B", phone="+44 (0)20 7946 0100", emergency_number="90114",
        after_hours_phone="+1 (555) 010-0199 / 1234",
    ),
    "at night only": Clinic(after_hours_phone="030/12 34.56-7", emergency_number="112"),
}  # fmt: skip
DIALING = {
    name: re.sub(r"\|dial(_in\(line\.number\))?(?!\w)", "", text)
    for name, text in templates._sources().items()
    if re.search(r"\|dial(?!_uri)", text)
}
"""Every template with a number in it, as it would be if the number did not dial."""


def of_a_clinic(library: Library, clinic: Clinic) -> Library:
    return dataclasses.replace(library, clinic=clinic)


def _fit(library: Library) -> Iterator[str]:
    for question in library.fit.question:
        for answer in question.answer:
            found = read(library.fit_rules, {"emergency": "no", question.code: answer.code})
            draw = fit.fit_stop if found.stopped else fit.fit_reading
            yield draw(library, found)
    yield fit.fit_gate(library)


def _walk(library: Library) -> Iterator[str]:
    for node in library.nodes.values():
        yield pathway.node_panel(library, node)
        yield pathway.signs_first(library, node)
        yield clinic_view.node_short(library, node)
    yield from (pathway.signs_of(library, urgency) for urgency in ("emergency", "same_day"))


def _screens(library: Library) -> Iterator[str]:
    yield clinic_view.screen_signs(library)
    for name in SCREENS:
        screen = library.clinic_view.of(name)
        yield clinic_view.screen_head(library, library.pages[name])
        yield clinic_view.opening(library, screen) + clinic_view.teach_back(library, screen)
        yield clinic_view.screen_foot(library, name)
    for step in library.steps:
        yield clinic_view.step_for_clinician(library, step) + pictures.step_words(library, step)


def everything(library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, str]]:
    """Return all that the app can show without a browser, piece by piece, with its name."""
    monkeypatch.setattr(shell, "library", lambda lang: library)
    for page in PATHS:
        yield f"text {page}", shell.text_edition(page, "en")
        yield f"shell {page}", shell.shell(page, "en")
        yield f"foot {page}", blocks.footer(library, here=page)
    yield "diary", shell.diary_sheet("en")
    yield "error", templates.render(library, "error")
    for name, pieces in (("fit", _fit), ("walk", _walk), ("screens", _screens)):
        yield name, "".join(pieces(library))
    for question in library.know.question:
        for answer in question.answer:
            yield f"know {question.code}", visit.know_says(library, question, answer)
    for summary in (EMPTY, USUAL):
        yield "sheet", summary_html(library, summary).decode()


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_every_number_dials_everywhere(
    profile: Clinic, library: Library, monkeypatch: pytest.MonkeyPatch
):
    own = of_a_clinic(library, profile)
    shown = list(everything(own, monkeypatch))
    assert {name: found for name, html in shown if (found := undialed(html, profile))} == {}
    assert {name: wrong for name, html in shown if (wrong := misdialed(html, profile))} == {}
    for name, html in shown:
        said = " ".join(words for _, words in dialed(html))
        if name.startswith(("text", "shell", "diary", "error", "screens", "sheet")):
            assert profile.emergency_number in said, name
            if profile.phone:
                assert all(number in said for number in numbers_of(profile)), name


@pytest.mark.parametrize("template", DIALING)
def test_a_template_whose_number_does_not_dial_is_found(
    template: str, library: Library, monkeypatch: pytest.MonkeyPatch
):
    broken = {**templates._sources(), template: DIALING[template]}
    monkeypatch.setattr(templates, "_sources", lambda: broken)
    own = of_a_clinic(library, PROFILES["usual"])
    assert any(undialed(html, own.clinic) for _, html in everything(own, monkeypatch))


def test_prose_whose_number_does_not_dial_is_found(
    library: Library, monkeypatch: pytest.MonkeyPatch
):
    own = of_a_clinic(library, PROFILES["odd"])
    context = own.prose._context
    plain = dataclasses.replace(context, slots={**context.slots, **context.phones}, phones={})
    own.__dict__["prose"] = Renderer(plain)
    found = [name for name, html in everything(own, monkeypatch) if undialed(html, own.clinic)]
    assert {"text options", "text recovery", "fit", "walk"} <= set(found)


def test_a_number_in_prose_is_a_link_and_in_plain_words_a_number(library: Library):
    prose = library.prose.block("**Call {clinic.emergency_number} now.**")
    assert prose.html == '<p><strong>Call <a href="tel:911">911</a> now.</strong></p>'
    assert prose.text == "Call 911 now."
    assert prose.problems == ()


def test_an_author_cannot_type_a_link_that_dials_another_number(library: Library):
    assert library.prose.line("[help](tel:5550100)").problems


@pytest.mark.parametrize(
    ("number", "uri"),
    [
        ("911", "tel:911"),
        ("555-010-0142", "tel:5550100142"),
        ("555 010.0142", "tel:5550100142"),
        ("+1 (555) 010-0199 20", "tel:+1555010019920"),
        ("+1 (555) 010-0199 / 1234", "tel:+15550100199"),
        ("030/12 34.56-7", "tel:0301234567"),
        ("+44 (0)20 7946 0100", "tel:+442079460100"),
        ("0(20) 7946 0100", "tel:02079460100"),
    ],
)
def test_what_a_number_dials(number: str, uri: str):
    assert dial_uri(number) == uri
    assert dialed(dial_link(number)) == [(uri, number)]


def test_a_long_number_is_in_pieces_that_do_not_break():
    assert "<span>010-0199</span>" in dial_link("+1 (555) 010-0199 / 1234")
    assert "<span>" not in dial_link("+1 (555) 010-0142")


def test_a_text_around_a_number_is_never_markup():
    html = dial_in("<b> & 112 <i>", "112")
    assert html == '&lt;b&gt; &amp; <a href="tel:112">112</a> &lt;i&gt;'
    assert dial_in("<b>", "") == "&lt;b&gt;"


def test_the_finder_sees_what_is_not_dialed():
    clinic = PROFILES["odd"]
    assert undialed("<p>Call <b>90114</b>.</p>", clinic)
    assert undialed("<p>+44 (0)20\n7946 0100</p>", clinic)
    assert not undialed('<p title="90114">1901142 <a href="tel:90114">90114</a></p>', clinic)
    assert misdialed('<a href="tel:112">90114</a>', clinic)
