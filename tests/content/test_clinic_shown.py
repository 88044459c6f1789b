"""Where a clinic's details show: name and logo, sedation, hours without food, phones, colors."""

from __future__ import annotations

import dataclasses
import re
from html import unescape

import pytest

from app.blocks import blocks, pictures, style
from app.blocks.templates import render
from app.knowledge import library as loader
from app.knowledge.accent import on_dark
from app.knowledge.catalog import Library
from app.knowledge.clinic import Clinic
from app.knowledge.logo import Logo
from app.web import shell
from tests.content.clinic_files import GOOD_SVG
from tests.content.visible import visible

LOGO = Logo("image/svg+xml", GOOD_SVG.encode(), 300, 100)


def of_a_clinic(library: Library, **given: object) -> Library:
    return dataclasses.replace(library, clinic=Clinic(**given))


def at_steps(library: Library) -> dict[str, str]:
    """Return the clinic's own rules by the step that shows them."""
    found = {}
    for step in library.steps:
        html = pictures.step_words(library, step)
        if own := re.search(r'<p class="own-rule">(.*?)</p>', html):
            found[step.id] = visible(own[1])
    return found


def test_two_steps_have_room_for_the_clinics_own(library: Library):
    assert {step.own: step.title for step in library.steps if step.own} == {
        "fasting": "The night before and the morning",
        "sedation": "Numbing and relaxing medicine",
    }
    assert at_steps(library) == {}


def test_hours_without_food_and_sedation_stand_at_their_steps_as_the_clinics_own(library: Library):
    shown = at_steps(of_a_clinic(library, name="North", fasting_hours=8, sedation="light"))
    assert shown == {
        "P4": "Your clinic's own rule (North): Eat nothing for 8 hours before your procedure. "
        "Ask how long you may drink.",
        "P7": "Your clinic's own rule (North): Most often, your back is numbed and you get a "
        "little medicine to make you drowsy. You can still answer.",
    }


@pytest.mark.parametrize("code", ["none", "light", "deeper"])
def test_each_habit_has_its_own_sentence(code: str, library: Library):
    said = {one: library.words(f"steps.own_sedation_{one}") for one in ("none", "light", "deeper")}
    assert len(set(said.values())) == 3
    shown = at_steps(of_a_clinic(library, sedation=code))
    assert shown == {"P7": f"Your clinic's own rule: {said[code]}"}


def test_the_clinics_own_words_come_before_ours(library: Library):
    rule = "We keep you awake & talking."
    for given in ({"sedation": "light"}, {}):
        shown = at_steps(of_a_clinic(library, sedation_rule=rule, **given))
        assert shown == {"P7": f"Your clinic's own rule: {rule}"}


def test_what_is_said_at_a_step_stands_there_in_the_text_edition_too(library: Library):
    own = of_a_clinic(library, fasting_hours=6)
    words = visible(blocks.page_body(own, own.pages["procedure"]))
    assert "Your clinic's own rule: Eat nothing for 6 hours" in words


def test_a_logo_is_a_picture_with_the_clinics_name_and_never_part_of_the_page(library: Library):
    own = of_a_clinic(library, name='A "B" <C>', logo=LOGO)
    html = render(own, "brand", all_pages=True)
    images = re.findall(r"<img ([^>]*?)>", html.replace("&gt;", "&#62;"))
    assert len(images) == 1
    given = dict(re.findall(r'(\w+)="([^"]*)"', images[0]))
    assert given.keys() == {"src", "alt", "width", "height"}
    assert given["src"] == f"/assets/clinic-logo?v={LOGO.version}"
    assert unescape(given["alt"]) == 'A "B" <C>'
    assert (given["width"], given["height"]) == ("300", "100")
    assert "<svg" not in html
    nameless = render(of_a_clinic(library, logo=LOGO), "brand", all_pages=False)
    assert 'alt="your clinic"' in nameless


def test_without_a_logo_the_name_stands_there_and_without_both_nothing_does(library: Library):
    assert "North Spine" in render(
        of_a_clinic(library, name="North Spine"), "brand", all_pages=True
    )
    assert "clinic-mark" not in render(library, "brand", all_pages=True)


def test_another_picture_has_another_address():
    assert dataclasses.replace(LOGO, data=b"other").version != LOGO.version


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Questions? Ask your clinic."),
        ({"name": "North"}, "Questions? Ask North."),
        ({"after_hours_phone": "555-0199"}, "Questions? Ask your clinic. At night call 555-0199."),
        ({"phone": "555-0100"}, "Questions? Call your clinic at 555-0100."),
    ],
)
def test_no_phone_is_lost_where_the_other_is_missing(
    given: dict[str, str], said: str, library: Library
):
    own = of_a_clinic(library, **given)
    assert said in visible(render(own, "ask_clinic"))


def test_an_accent_takes_the_place_of_ours_in_both_themes(
    library: Library, monkeypatch: pytest.MonkeyPatch
):
    before = style.stylesheet()
    assert "--part" not in before
    own = of_a_clinic(library, accent="#7A1F5C")
    monkeypatch.setattr(style, "library", lambda lang: own)
    after = style.stylesheet.__wrapped__()
    assert after.startswith(before.rstrip())
    added = after[len(before.rstrip()) :]
    assert ":root{--accent:#7A1F5C}" in added
    assert f"dark){{:root{{--accent:{on_dark('#7A1F5C')}}}}}" in added


def test_only_the_languages_that_the_clinic_keeps_are_offered(
    library: Library, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(loader, "language_folders", lambda at=None: ("en", "es", "fr"))
    monkeypatch.setattr(loader, "library", lambda lang: library)
    for kept, offered in ((None, ("en", "es", "fr")), (("en", "fr"), ("en", "fr"))):
        profile = loader.Profile(Clinic.model_construct(languages=kept))
        monkeypatch.setattr(loader, "clinic_profile", lambda root, own=profile: own)
        assert loader.offered.__wrapped__() == offered


def test_the_text_edition_begins_with_the_clinics_mark(
    library: Library, monkeypatch: pytest.MonkeyPatch
):
    own = of_a_clinic(library, name="North", logo=LOGO)
    monkeypatch.setattr(shell, "library", lambda lang: own)
    for html in (shell.text_edition("visit", "en"), shell.diary_sheet("en")):
        assert f'<img src="/assets/clinic-logo?v={LOGO.version}" alt="North"' in html
