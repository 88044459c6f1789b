"""The screens of the clinic view: words, exact numbers that follow from the rows, the ways on."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from app.blocks import clinic_view as blocks
from app.knowledge.catalog import Library
from app.knowledge.clinic_view import SCREENS
from tests.content.visible import visible
from tests.pages.reader import html, pressed, screen, seen, words_of

SCREENS_IN_WORDS = {
    "overview": "The problem", "procedure": "The procedure", "recovery": "Results and harms",
    "options": "The options", "whats-next": "If it does not help", "visit": "Take home",
}  # fmt: skip


@pytest.fixture(scope="module", params=SCREENS)
def drawn(request: pytest.FixtureRequest) -> tuple[str, AppTest]:
    return request.param, screen(request.param)


def test_a_screen_says_which_it_is_and_has_one_first_heading(drawn: tuple[str, AppTest]):
    page, app = drawn
    found = html(app)
    assert f"Screen {SCREENS.index(page) + 1} of 6" in seen(app)
    assert found.count("<h1") == 1
    assert f'<h1 id="screen-{page}">{SCREENS_IN_WORDS[page]}</h1>' in found


def test_a_screen_has_opening_words_and_asks_to_hear_them_back(
    drawn: tuple[str, AppTest], library: Library
):
    page, app = drawn
    found, one = seen(app), library.clinic_view.of(page)
    for text in (*one.opening, one.teach_back):
        assert words_of(library, text) in found
    assert "in your own words" in one.teach_back


def test_a_screen_leads_to_every_other_and_to_its_neighbours(drawn: tuple[str, AppTest]):
    page, app = drawn
    links = [link.proto.label for link in app.get("page_link")]
    place = SCREENS.index(page)
    for number, name in enumerate(SCREENS, start=1):
        assert links.count(f"{number}. {SCREENS_IN_WORDS[name]}") == 1
    assert links.count("Back") == (place > 0)
    assert links.count("Next") == (place < len(SCREENS) - 1)
    assert all("view=clinic" in link.proto.query_string for link in app.get("page_link"))
    assert not [label for label in links if label in ("Overview", "Evidence")]


def test_the_urgent_signs_and_the_facts_about_the_guide_are_on_every_screen(
    drawn: tuple[str, AppTest], library: Library
):
    found = visible(html(drawn[1]), notes=True)
    assert "Get help right away. Call 911 for new numbness between your legs" in found
    for sign in library.safety.emergency:
        assert words_of(library, sign.text) in found
    for said in (
        "Questions? Ask your clinic.",
        "Not reviewed by a clinician yet.",
        "Next review due December 1, 2027.",
        "No one paid for this guide.",
        "It is not medical advice.",
    ):
        assert said in found


def test_one_tap_leads_back_to_the_patient_view(drawn: tuple[str, AppTest]):
    page, _ = drawn
    app = pressed(screen(page), "view-switch")
    assert "view" not in app.query_params
    assert f'id="page-{page}"' in html(app)


def test_an_overdue_review_is_said_above_and_below(library: Library):
    day = library.about.review_due.replace(year=library.about.review_due.year + 1)
    head = blocks.screen_head(library, library.pages["recovery"], day)
    overdue = library.words("footer.overdue")
    assert overdue in visible(head)
    assert overdue in visible(blocks.screen_foot(library, "recovery", day))
    assert overdue not in visible(blocks.screen_foot(library, "recovery", library.about.date))


def test_the_exact_numbers_of_a_screen_are_those_of_its_rows(
    drawn: tuple[str, AppTest], library: Library
):
    page, app = drawn
    found = seen(app)
    for row in (*library.clinic_view.of(page).results, *library.clinic_view.of(page).harms):
        for text in printed(library, row):
            assert text in found, row


def printed(library: Library, row: str) -> Iterator[str]:
    """Yield what must be seen of a row: its value, its people, who is told to have paid."""
    evidence, words = library.evidence, library.words
    for frame in (evidence.outcomes, evidence.events):
        if row in frame.index:
            values = frame.loc[row]
    for name in ("value", "pct"):
        value = values.get(name)
        if value is not None and value == value and not _counted(values):
            yield _of_few(values) or f"{value:g}"
    people = values.get("population_n", values.get("n"))
    if _counted(values) and people > 1:
        yield f"{int(values['count'])} of {int(people)}"
    yield "n not stated" if people is None or people != people else f"n {int(people):,}"
    yield words("exact.paid", who=words(f"evidence.funder_{values['source_funder']}"))


def _of_few(values: dict[str, float]) -> str:
    """Return how a share of fewer than 50 people ends; nothing for other rows."""
    share = str(values.get("unit", "% of")).startswith("% of")
    n = values.get("population_n", values.get("n"))
    return f"of {int(n)}; " if share and n is not None and n < 50 else ""


def _counted(values: dict[str, float]) -> bool:
    count, n = values.get("count"), values.get("population_n", values.get("n"))
    return count is not None and count == count and n == n


def changed(library: Library, table: str, row: str, **cells: object) -> Library:
    """Return the content with some cells of one row changed."""
    frame = getattr(library.evidence, table).copy()
    for name, value in cells.items():
        frame.loc[row, name] = value
    evidence = dataclasses.replace(library.evidence, **{table: frame})
    return dataclasses.replace(library, evidence=evidence)


@pytest.mark.parametrize(
    ("page", "table", "row", "cells", "before", "after"),
    [
        ("procedure", "outcomes", "lingreen.mild.soreness_duration.undated",
         {"value": 5.5, "population_n": 99.0}, "3.8 days (n 42)", "5.5 days (n 99)"),
        ("recovery", "outcomes", "encore.mild.odi_responder.12m", {"value": 30.1, "count": 43},
         "83 of 143; 60 not (n 143; likely 50 to 66)",
         "43 of 143; 100 not (n 143; likely 23 to 38)"),
        ("recovery", "events", "mekhail2021.mild.same_level_decompression_surgery.60m",
         {"count": 15, "pct": 20.0},
         "9 of 75; 66 not", "15 of 75; 60 not (n 75; likely 13 to 30)"),
        ("recovery", "events", "mekhail2021.mild.same_level_decompression_surgery.60m",
         {"count": 0, "pct": 0.0},
         "9 of 75; 66 not", "0 of 75; 75 not (n 75; could be up to 4)"),
        ("overview", "outcomes", "wessberg.nonsurgical.leg_pain_improved.40m",
         {"source_funder": "maker"}, "Paid for by: Not shown.", "Paid for by: The maker of MILD."),
        ("overview", "outcomes", "wessberg.nonsurgical.leg_pain_worse.40m", {"value": 20.0},
         "more leg pain: 13 of 100 (n 146; likely 8 to 19)",
         "more leg pain: 20 of 100 (n 146; likely 14 to 27)"),
    ],
    ids=["average", "share", "count", "nobody", "payer", "share of a set"],
)  # fmt: skip
def test_when_a_row_changes_the_number_on_the_screen_changes(
    library: Library, page: str, table: str, row: str, cells: dict[str, object], before: str,
    after: str,
):  # fmt: skip
    other = changed(library, table, row, **cells)
    was, now = (visible(blocks.numbers(one, one.clinic_view.of(page))) for one in (library, other))
    assert before in was
    assert after in now
    assert after not in was


def test_a_change_of_a_row_reaches_the_line_of_its_option(library: Library):
    other = changed(library, "outcomes", "felix.spacer.zcq_success.12m", value=33.0)
    was, now = (
        visible(blocks.options_overview(one, one.clinic_view.of("options")))
        for one in (library, other)
    )
    assert "interspinous spacer: 66 of 100; 34 not" in was
    assert "interspinous spacer: 33 of 100; 67 not" in now


def test_every_statistic_opens_the_passport_of_its_source(library: Library):
    register = library.evidence.sources
    for one in library.clinic_view.screen:
        rows = (*one.results, *one.harms)
        shown = visible(blocks.numbers(library, one), notes=True)
        for row in rows:
            source = next(
                frame.at[row, "source_id"]
                for frame in (library.evidence.outcomes, library.evidence.events)
                if row in frame.index
            )
            assert register.at[source, "label"] in shown
            assert register.at[source, "funding"] in shown


def test_both_groups_of_a_trial_stand_together(library: Library):
    shown = visible(blocks.numbers(library, library.clinic_view.of("recovery")))
    one = shown.index("83 of 143; 60 not")
    other = shown.index("35 of 129; 94 not")
    assert 0 < other - one < 100


def test_the_options_stand_there_in_their_order_with_result_harm_payer_and_trial(
    library: Library,
):
    app = screen("options")
    lines = re.findall(r'<th scope="row" class="marked option-([a-z-]+)">', html(app))
    assert lines == [option.id for option in library.options]
    found = seen(app)
    for said in (
        "Mostly the maker",
        "Against steroid shots, a pretend procedure and usual care",
        "Very low",
    ):
        assert said in found
