"""What stands on the sheet: all that was chosen, every number with its source, nothing more."""

from __future__ import annotations

import dataclasses
import re

import pytest
import segno

from app.blocks.blocks import STATIC
from app.domain.visit import WEIGHTS, VisitSummary
from app.handout.filled import sheet_of
from app.handout.page import summary_html
from app.handout.pdf import summary_pdf
from app.handout.sheet import Sheet
from app.knowledge.catalog import Library
from app.knowledge.clinic import Aftercare, Clinic
from tests.content.visible import visible
from tests.handout import pdf_read
from tests.handout.summaries import ADDRESS, DAY, EMPTY, USUAL

_MARK = re.compile(r"\[(\d+(?:, \d+)*)\]")


def marked(sheet: Sheet) -> set[int]:
    texts = [fact.text for choice in sheet.choices for fact in choice.facts]
    texts += [panel.says for panel in sheet.panels]
    return {
        int(one) for text in texts for found in _MARK.findall(text) for one in found.split(", ")
    }


def test_everything_that_was_chosen_stands_on_both_forms(library: Library):
    asked = [library.prose.line(library.question(one).text).text for one in USUAL.questions]
    chosen = [option.name for option in library.options if option.id in USUAL.options]
    wishes = [one.text for one in library.wishes.statement if one.code in USUAL.weights]
    expected = [
        *asked, *USUAL.own_questions, *chosen, *wishes, USUAL.own_wish, "L3–L4, left side",
        "L4–L5, side to be agreed", "December 14, 2026", "November 27, 2026", ADDRESS,
        library.words("plan.sedation_light"), library.words("sheet.thinner_yes"),
    ]  # fmt: skip
    page = " ".join(visible(summary_html(library, USUAL).decode()).split())
    paper = pdf_read.words(pdf_read.read(summary_pdf(library, USUAL)))
    for text in expected:
        assert text in page, text
        assert text in paper, text


def test_what_was_not_chosen_does_not_stand_there(library: Library):
    sheet = sheet_of(library, EMPTY)
    assert sheet.plan is sheet.rules is sheet.own is sheet.needs is None
    assert sheet.choices == sheet.wishes == sheet.questions == ()
    page = visible(summary_html(library, EMPTY).decode())
    assert library.words("sheet.room") in page
    for option in library.options:
        assert option.brief.found[:20] not in page


@pytest.mark.parametrize("summary", [EMPTY, USUAL], ids=["empty", "usual"])
def test_urgent_signs_and_numbers_to_call_are_always_there(library: Library, summary: VisitSummary):
    clinic = Clinic(name="Hill Clinic", phone="555-0100", emergency_number="112")
    sheet = sheet_of(dataclasses.replace(library, clinic=clinic), summary)
    assert [line.text for line in sheet.urgent.lines[2:]] == ["555-0100", ""]
    assert "112" in sheet.urgent.lines[0].name
    said = " ".join(line.text for line in sheet.urgent.lines)
    for sign in (
        "numbness between your legs",
        "bladder",
        "weak leg",
        "chest pain",
        "drooping face",
        "breathing",
        "fever",
    ):
        assert sign in said


def test_a_clinic_without_a_number_leaves_room_to_write_it(library: Library):
    page = summary_html(library, EMPTY).decode()
    assert page.count('class="to-fill"') == 2


def test_the_clinics_own_rules_stand_there_word_for_word(library: Library):
    rules = Clinic(fasting_hours=6, aftercare=Aftercare(driving="No car for 2 days & nights."))
    sheet = sheet_of(dataclasses.replace(library, clinic=rules), EMPTY)
    assert [line.text for line in sheet.rules.lines][1] == "No car for 2 days & nights."
    assert "6 hours" in sheet.rules.lines[0].text


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_wish_stands_under_its_weight(library: Library, weight: str):
    summary = VisitSummary(DAY, ADDRESS, weights={"lasts": weight})
    (line,) = sheet_of(library, summary).wishes
    assert line.name == library.words(f"sheet.wish_{weight}")
    assert line.text == next(w.text for w in library.wishes.statement if w.code == "lasts")


def test_only_what_is_not_ready_stands_there(library: Library):
    assert len(sheet_of(library, USUAL).needs.lines) == 1
    ready = dataclasses.replace(USUAL, readiness={"sure": "yes"})
    assert sheet_of(library, ready).needs is None


def test_every_mark_leads_to_a_source_and_every_source_is_marked(library: Library):
    for options in (("mild", "open", "spacer"), ("change-nothing",), ()):
        sheet = sheet_of(library, VisitSummary(DAY, ADDRESS, options=options))
        assert marked(sheet) == set(range(1, len(sheet.sources.lines) + 1))
        for source in (*sheet.sources.lines, *sheet.sources.short):
            assert "Paid for by" in source


def test_each_option_tells_results_harms_payer_and_certainty(library: Library):
    for option in library.options:
        (choice,) = sheet_of(library, VisitSummary(DAY, ADDRESS, options=(option.id,))).choices
        assert choice.name == option.name
        assert len(choice.facts) == 4
        assert all(fact.text for fact in choice.facts)
        assert choice.facts[0].text.startswith(library.prose.line(option.brief.found).text)
        assert choice.facts[1].text.startswith(library.prose.line(option.brief.harms).text)


def test_one_picture_is_of_results_and_one_of_harms_with_both_frames(library: Library):
    panels = sheet_of(library, EMPTY).panels
    assert len(panels) == 2
    for panel in panels:
        assert re.search(r"were not|did not", panel.says)
        assert [one.name for one in panel.pictures] == ["MILD", "Steroid shots"]
        for one in panel.pictures:
            assert one.svg.startswith("<svg")
            assert panel.title in one.alt


def test_the_web_page_needs_nothing_and_runs_nothing(library: Library):
    hostile = "<script>alert(1)</script>\"'><img src=x onerror=y>"
    summary = VisitSummary(DAY, ADDRESS, own_wish=hostile, own_questions=(hostile,))
    page = summary_html(library, summary).decode()
    assert "<script" not in page
    assert "onerror=y&gt;" in page
    sources = re.findall(r'(?:src|href)="([^"]*)"|url\(([^)]*)\)', page)
    for found in ("".join(pair) for pair in sources):
        assert found == ADDRESS or found.startswith(("data:", "tel:")), found
    assert "default-src 'none'" in page
    assert f'<html lang="{library.lang}">' in page
    assert page.count("<h1") == 1


def test_the_text_edition_says_how_to_do_without_the_sheet(library: Library):
    assert library.words("take.text_edition") in STATIC["take"](library)


def test_the_code_holds_the_address_and_nothing_else(library: Library):
    sheet = sheet_of(library, USUAL)
    assert sheet.address == ADDRESS
    drawn = re.findall(r'd="([^"]+)"', sheet.qr)[-1]
    assert drawn in segno.make_qr(ADDRESS, error="m").svg_inline(omitsize=True, border=4)
    assert drawn not in segno.make_qr(f"{ADDRESS}?a", error="m").svg_inline(omitsize=True, border=4)
