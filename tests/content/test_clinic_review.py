"""A sign-off is tied to what each page said on that day, and is never stale by accident."""

from __future__ import annotations

import dataclasses
import datetime
import tomllib

import pytest

from app.blocks import blocks
from app.blocks.diary import diary_sheet
from app.knowledge.catalog import Library
from app.knowledge.clinic import Aftercare
from app.knowledge.models import PAGE_IDS, Sign
from app.knowledge.numbers import FORMS
from app.knowledge.pages import Section
from app.knowledge.review import is_overdue, review_of, sign_off_text
from app.knowledge.texts import patient_texts
from app.knowledge.versions import named, page_marks, version
from app.knowledge.words import Words
from tests.content.signed import CLINIC, DAY, Change, signed, step, with_clinic
from tests.content.visible import visible

__all__ = ["signed"]  # a fixture

REVIEWED = "Reviewed by Dr. A. Example on December 1, 2026."
NOT_TIED = "The review does not say which version of the words it covers."
CHANGED = "This page has changed since the review on December 1, 2026."
NOT_REVIEWED = "Not reviewed by a clinician yet."


def foot(library: Library, page: str = "", today: datetime.date | None = None) -> str:
    return visible(blocks.footer(library, today, page))


def test_the_foot_says_who_reviewed_which_version_and_when_it_is_due(signed: Library):
    for page in PAGE_IDS:
        words = foot(signed, page)
        assert f"{REVIEWED} The words reviewed are version {version(signed)}." in words
        assert "The next review is due by December 1, 2027." in words
        for other in (CHANGED, NOT_TIED, NOT_REVIEWED, "overdue"):
            assert other not in words
    assert REVIEWED in visible(diary_sheet(signed, ""))


def test_the_version_is_the_date_of_the_content_and_a_mark(signed: Library):
    written = tomllib.loads(sign_off_text(CLINIC, [signed]))
    assert (written["reviewer"], written["reviewed_on"]) == ("Dr. A. Example", DAY)
    pages = dict(page_marks(signed))
    assert written["languages"]["en"] == {"version": version(signed), "pages": pages}
    assert version(signed).startswith(f"{signed.about.date}.")
    assert list(pages) == list(PAGE_IDS)
    assert len(set(pages.values())) == len(PAGE_IDS)


def sentence(page: str) -> Change:
    def change(library: Library) -> Library:
        old = library.pages[page]
        more = Section("more", "One more", ("Ask your doctor about it. [@editorial]",))
        new = dataclasses.replace(old, sections=(*old.sections, more))
        return dataclasses.replace(library, pages={**library.pages, page: new})

    return change


def physicians_line(library: Library) -> Library:
    old = library.steps[0].clinic
    return step(1, clinic=old.model_copy(update={"note": ["A new note. [@editorial]"]}))(library)


def cell(table: str, row: str, column: str, value: object) -> Change:
    def change(library: Library) -> Library:
        frame = getattr(library.evidence, table).copy()
        assert frame.loc[row, column] != value
        frame.loc[row, column] = value
        evidence = dataclasses.replace(library.evidence, **{table: frame})
        return dataclasses.replace(library, evidence=evidence)

    return change


def urgent_sign(library: Library) -> Library:
    more = [*library.safety.same_day, Sign(id="B9", text="A new sign. [@editorial]")]
    safety = library.safety.model_copy(update={"same_day": more})
    return dataclasses.replace(library, safety=safety)


def word(key: str, text: str) -> Change:
    def change(library: Library) -> Library:
        group, name = key.split(".")
        said = {one: library.words.raw(one) for one in library.words.keys()}  # noqa: SIM118
        assert said[f"{group}.{name}"] != text
        return dataclasses.replace(library, words=Words({**said, key: text}))

    return change


def own(**given: object) -> Change:
    return lambda library: with_clinic(library, **given)


CHANGES: dict[str, tuple[Change, set[str]]] = {
    "nothing": (dataclasses.replace, set()),
    "a sentence of a page": (sentence("recovery"), {"recovery"}),
    "a sentence of a step": (step(4, feel="You may be hungry. [@editorial]"), {"procedure"}),
    "a line for physicians": (physicians_line, {"procedure"}),
    "the question asked at a step": (step(4, ask=["Q1"]), {"procedure"}),
    "a result that no sentence names": (
        cell("outcomes", "basu.mild.zcq_ps.6m", "value", 1.87), {"evidence"},
    ),
    "an urgent sign": (urgent_sign, set(PAGE_IDS)),
    "a word of the recovery page": (word("recovery.own_rule", "Their rule:"), {"recovery"}),
    "a word of the frame": (word("app.pages", "Every page"), set()),
    "a rule of the clinic": (own(aftercare=Aftercare(work="Ask us.")), {"recovery"}),
    "its hours without food": (own(fasting_hours=6), {"procedure"}),
    "its sedation": (own(sedation="deeper"), {"procedure"}),
    "its emergency number": (own(emergency_number="112"), set(PAGE_IDS)),
    "its phone": (own(phone="555-0100"), set()),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_shows_on_the_pages_that_it_is_on_and_on_no_other(name: str, signed: Library):
    change, pages = CHANGES[name]
    changed = change(signed)
    review = review_of(changed)
    assert review is not None
    assert set(review.changed) == pages
    shown = {page for page in PAGE_IDS if CHANGED in foot(changed, page)}
    assert shown == pages
    some = "Some pages have changed since the review on December 1, 2026."
    assert (some in foot(changed)) == bool(pages)


@pytest.mark.parametrize(
    ("change", "on", "not_on"),
    [
        (cell("facts", "pathway.scan.age", "low", 61.0), {"overview", "procedure"}, "recovery"),
        (
            cell("outcomes", "wessberg.nonsurgical.leg_pain_improved.40m", "value", 1.0),
            {"overview", "evidence"},
            "procedure",
        ),
        (
            cell("sources", "uwhealth", "label", "Another page"),
            {"procedure", "recovery"},
            "options",
        ),
        (cell("sources", "uwhealth", "limits", "One page."), {"procedure", "evidence"}, "visit"),
    ],
    ids=["a number", "a result on a screen", "the name of a source", "the limits of a source"],
)
def test_a_number_or_a_source_changes_each_page_that_names_it(
    change: Change, on: set[str], not_on: str, signed: Library
):
    review = review_of(change(signed))
    assert review is not None
    assert on <= set(review.changed)
    assert not_on not in review.changed


def test_rows_and_sources_are_found_as_the_renderer_finds_them(library: Library):
    """The marks look for them by a pattern, for the sake of time."""
    tables = {one: getattr(library.evidence, one).to_dict("index") for one in (*FORMS, "sources")}
    for page in PAGE_IDS:
        texts = [one.text for one in patient_texts(library) if one.page == page]
        prose = [library.prose.block(text) for text in texts]
        wanted = {name for one in prose for name in (*one.rows, *one.sources)}
        assert {row[0] for row in named(texts, tables)} == wanted


def test_a_page_that_was_not_signed_counts_as_changed(signed: Library):
    en = signed.sign_off.languages["en"]
    pages = {page: mark for page, mark in en.pages.items() if page != "visit"}
    sign_off = signed.sign_off.model_copy(
        update={"languages": {"en": en.model_copy(update={"pages": pages})}}
    )
    partly = dataclasses.replace(signed, sign_off=sign_off)
    assert CHANGED in foot(partly, "visit")
    assert CHANGED not in foot(partly, "overview")


def test_a_language_that_was_not_signed_is_not_reviewed(signed: Library):
    other = signed.sign_off.model_copy(update={"languages": {}})
    assert NOT_REVIEWED in foot(dataclasses.replace(signed, sign_off=other))


def banner(library: Library, today: datetime.date) -> bool:
    words = visible(blocks.page_head(library, library.pages["visit"], today))
    return words.startswith("The review of this guide is overdue.")


def test_from_the_day_after_it_is_due_each_page_begins_by_saying_so(signed: Library):
    due = datetime.date(2027, 2, 28)
    library = with_clinic(signed, review_due=due)
    late = due + datetime.timedelta(days=1)
    assert "The next review is due by February 28, 2027." in foot(library)
    assert not banner(library, due)
    assert "overdue" not in foot(library, today=due)
    assert banner(library, late)
    assert "is overdue" in foot(library, today=late)


def test_without_a_review_the_date_of_the_content_counts(library: Library):
    due = library.about.review_due
    assert not banner(library, due)
    assert banner(library, due + datetime.timedelta(days=1))


def test_a_review_of_a_leap_day_is_due_at_the_end_of_february(signed: Library):
    library = with_clinic(signed, reviewed_on=datetime.date(2024, 2, 29))
    assert review_of(library).due == datetime.date(2025, 2, 28)
    assert is_overdue(library, datetime.date(2025, 3, 1))
