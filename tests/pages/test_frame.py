"""Every page draws to its end and carries what every page must; screens: test_clinic_view."""

from __future__ import annotations

from functools import partial
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.address import PATHS, VIEWS, href
from app.knowledge.catalog import Library
from app.knowledge.clinic_view import SCREENS
from app.knowledge.models import PAGE_IDS
from app.knowledge.pages import Place
from tests.pages.reader import html, links, opened, seen

FOOTER = (
    "Written December 1, 2026. Evidence last searched December 1, 2026. "
    "Next review due December 1, 2027.",
    "Not reviewed by a clinician yet.",
    "No one paid for this guide. No device maker had a part in it.",
    "It is not medical advice.",
)


@pytest.fixture(
    scope="module",
    params=[(page, view) for page in PATHS for view in VIEWS
            if view == "patient" or page not in SCREENS],
    ids=" ".join,
)  # fmt: skip
def drawn(request: pytest.FixtureRequest) -> tuple[str, str, AppTest]:
    page, view = request.param
    settings = {} if view == "patient" else {"view": view}
    return page, view, opened(page, **settings)


def test_the_page_draws_its_title_sections_and_blocks(
    drawn: tuple[str, str, AppTest], library: Library
):
    page, _, app = drawn
    words = seen(app)
    assert " ".join(library.prose.line(library.pages[page].front.title).plain) in words
    for section in library.pages[page].sections:
        assert section.title in words
        for part in section.parts:
            if not isinstance(part, Place):
                assert all(" ".join(p.split()) in words for p in library.prose.block(part).plain)


def test_the_page_has_one_first_heading(drawn: tuple[str, str, AppTest]):
    assert html(drawn[2]).count("<h1") == 1


def test_the_urgent_signs_and_where_to_ask_are_on_the_page(drawn: tuple[str, str, AppTest]):
    words = seen(drawn[2])
    assert "Get help right away. Call 911 for new numbness between your legs" in words
    assert "Questions? Ask your clinic." in words


def test_the_key_points_and_the_next_steps_are_on_the_page(
    drawn: tuple[str, str, AppTest], library: Library
):
    page, _, app = drawn
    words = seen(app)
    assert "Key points" in words
    for text in (*library.pages[page].front.key_points, *library.pages[page].front.next):
        assert " ".join(library.prose.line(text).plain) in words


@pytest.mark.parametrize("said", FOOTER)
def test_the_foot_says_when_by_whom_and_who_paid(said: str, drawn: tuple[str, str, AppTest]):
    assert said in seen(drawn[2])


def test_every_page_leads_to_every_other_and_to_its_neighbours(
    drawn: tuple[str, str, AppTest], library: Library
):
    page, view, app = drawn
    to = partial(href, view="clinic" if view == "clinic" else "")
    for around in ("site-nav", "foot-nav"):
        named = list(links(app, around).items())
        assert named == [(to(name), library.pages[name].front.nav) for name in PAGE_IDS]
    place = PAGE_IDS.index(page)
    for offset, word in ((-1, "Back"), (1, "Next")):
        if 0 <= place + offset < len(PAGE_IDS):
            path = to(PAGE_IDS[place + offset])
            there = library.pages[PAGE_IDS[place + offset]].front.nav
            assert links(app, "neighbors")[path] == f"{word}: {there}"


def test_each_page_leads_to_its_own_text_edition(drawn: tuple[str, str, AppTest]):
    page, _, app = drawn
    assert f'href="/text{PATHS[page]}"'.replace('/text/"', '/text"') in html(app)


def test_one_tap_leads_to_the_other_view(drawn: tuple[str, str, AppTest]):
    _, view, app = drawn
    buttons = [button.label for button in app.button]
    assert ("Which would you like to talk about next?" in seen(app)) == (view == "clinic")
    assert ("Back to the patient view" in buttons) == (view == "clinic")
    assert ("Open the clinic view" in buttons) == (view == "patient")


def test_rows_nobody_confirmed_are_marked_and_kept_to_the_evidence(
    drawn: tuple[str, str, AppTest],
):
    page, _, app = drawn
    words = seen(app)
    allowed = page == "evidence"
    assert ("62.2" in words) == allowed
    assert words.count("Not yet confirmed against the paper") == (3 if allowed else 0)


@pytest.mark.parametrize(
    ("settings", "warned"),
    [
        ({"lang": "xx"}, "lang"),
        ({"lang": "x" * 10_000}, "lang"),
        ({"view": "surgeon"}, "view"),
        ({"view": ["clinic", "patient"]}, "view"),
        ({"view": "Clinic"}, "view"),
    ],
    ids=["unknown language", "endless language", "unknown view", "two views", "capital"],
)
def test_an_odd_setting_falls_back_and_the_log_tells_only_its_length(
    settings: dict[str, str], warned: str, caplog: pytest.LogCaptureFixture
):
    app = opened("options", **settings)
    assert "Screen 4 of 6" not in seen(app)
    assert warned not in app.query_params
    messages = [record.getMessage() for record in caplog.records if record.name == "mild.address"]
    assert messages
    assert all(message.startswith(f"address: {warned}:") for message in messages)
    for value in settings.values():
        assert not any(str(value) in message for message in messages)


def test_a_setting_that_means_nothing_is_left_alone():
    assert "How do the options compare?" in seen(opened("options", utm="x", node="N3"))


def test_the_clinic_view_and_the_language_go_along_to_other_pages():
    app = opened("evidence", view="clinic", lang="en")
    ways = [*links(app, "site-nav"), *links(app, "foot-nav"), *links(app, "neighbors")]
    ways += [f"?{link.proto.query_string}" for link in app.get("page_link")]
    assert len(ways) > 20
    for address in ways:
        assert dict(parse_qsl(urlsplit(address).query)) == {"lang": "en", "view": "clinic"}
