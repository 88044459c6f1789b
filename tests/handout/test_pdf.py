"""The sheet as PDF: tagged, two pages at most, twelve points at least, the same bytes each time."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
import subprocess
import sys

import pytest

from app.domain.visit import LONGEST, VisitSummary
from app.handout import pdf as handout
from app.handout.letters import MISSING, drawable
from app.handout.pdf import MOST_PAGES, SheetError, TooLongError, summary_pdf
from app.knowledge.catalog import Library
from app.knowledge.clinic import Aftercare, Clinic
from app.knowledge.dial import dial_uri
from app.knowledge.library import library as shipped
from tests.handout import pdf_read
from tests.handout.summaries import ADDRESS, DAY, EMPTY, SCRIPTS, USUAL, longest
from tests.server import ROOT

SMALLEST = 12  # points
RULES = Clinic(
    name="The Example Clinic for the Spine, and for everything that is near to it " + "x" * 8,
    phone="+1 (555) 010-0100 / 1234",
    after_hours_phone="+1 (555) 010-0199 / 1234",
    fasting_hours=8,
    aftercare=Aftercare(
        **dict.fromkeys(Aftercare.model_fields, ("a rule " * 40)[:LONGEST].strip())
    ),
)


@pytest.fixture(scope="module")
def usual(library: Library):
    return pdf_read.read(summary_pdf(library, USUAL))


def test_a_screen_reader_finds_language_title_and_tags(usual):
    root = pdf_read.catalog(usual)
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert usual.metadata.title == shipped("en").words("sheet.title")
    assert b"pdfuaid" in usual.xmp_metadata.stream.get_data()
    kinds = [kind for kind, _ in pdf_read.tags(usual)]
    assert kinds.count("/H1") == 1
    assert kinds.index("/H1") < kinds.index("/H2")
    assert {"/H2", "/H3", "/P", "/L", "/LI", "/Figure", "/Link"} <= set(kinds)


def test_no_level_of_headings_is_left_out(usual):
    levels = [
        int(kind[2:]) for kind, _ in pdf_read.tags(usual) if kind[:2] == "/H" and kind[2:].isdigit()
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_picture_has_words(usual, library: Library):
    alts = [alt for kind, alt in pdf_read.tags(usual) if kind == "/Figure"]
    assert len(alts) == 5  # the code, and both groups of two results
    assert all(len(alt) > 30 for alt in alts)
    assert library.words("sheet.back") in alts


def test_its_fonts_are_in_it_and_no_letter_is_small(usual):
    assert pdf_read.fonts(usual)
    assert all(pdf_read.fonts(usual).values())
    assert min(pdf_read.sizes(usual)) >= SMALLEST


@pytest.mark.parametrize("piece", SCRIPTS.values(), ids=SCRIPTS)
def test_the_longest_that_is_allowed_fits_on_two_pages_in_any_script(library: Library, piece: str):
    summary = longest(piece)
    pdf = pdf_read.read(summary_pdf(library, summary))
    assert len(pdf.pages) <= MOST_PAGES
    assert min(pdf_read.sizes(pdf)) >= SMALLEST
    assert all(pdf_read.fonts(pdf).values())


@pytest.mark.parametrize("option", ["change-nothing", "exercise", "medicines", "steroid", "fusion"])
def test_every_option_fits_beside_the_two_longest(library: Library, option: str):
    made = summary_pdf(library, longest("some words ", (option, "mild", "open")))
    assert len(pdf_read.read(made).pages) <= MOST_PAGES


@pytest.mark.parametrize("piece", [SCRIPTS["words"], SCRIPTS["Chinese"]], ids=["words", "Chinese"])
def test_the_longest_rules_of_a_clinic_fit_too_or_the_sheet_says_where_they_are(
    library: Library, piece: str
):
    ruled = dataclasses.replace(library, clinic=RULES)
    pdf = pdf_read.read(summary_pdf(ruled, longest(piece)))
    assert len(pdf.pages) <= MOST_PAGES
    text = pdf_read.words(pdf)
    assert RULES.phone in text
    assert (RULES.aftercare.work in text) != (library.words("sheet.rules_where") in text)


def test_the_same_summary_is_the_same_file_in_every_process(library: Library):
    here = summary_pdf(library, USUAL)
    assert here == summary_pdf(library, USUAL)
    program = (
        "import sys; from app.handout.pdf import summary_pdf; from app.knowledge.library import "
        "library; from tests.handout.summaries import USUAL; "
        "sys.stdout.buffer.write(summary_pdf(library('en'), USUAL))"
    )
    there = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True,
        env={"PATH": "", "HOME": "/nowhere", "TZ": "Asia/Tokyo"},
    )  # fmt: skip
    assert there.stdout == here


def test_another_day_is_another_file(library: Library):
    later = dataclasses.replace(USUAL, made_on=DAY + datetime.timedelta(days=1))
    assert summary_pdf(library, later) != summary_pdf(library, USUAL)


@pytest.mark.parametrize(
    "text",
    ["#strong[a] *b* _c_ $x^2$", '#read("/etc/passwd")', "\\ { } @label <mark> // no comment"],
)
def test_own_words_are_never_markup(library: Library, text: str):
    summary = VisitSummary(DAY, ADDRESS, own_wish=text, own_questions=(text,))
    assert pdf_read.words(pdf_read.read(summary_pdf(library, summary))).count(text) == 2


def test_a_letter_that_no_font_has_leaves_a_square_and_a_sentence(library: Library):
    summary = VisitSummary(DAY, ADDRESS, own_questions=("Is \U0001fa7a needed?",))
    text = pdf_read.words(pdf_read.read(summary_pdf(library, summary)))
    assert f"Is {MISSING} needed?" in text
    assert library.words("sheet.letters") in text
    assert library.words("sheet.letters") not in pdf_read.words(
        pdf_read.read(summary_pdf(library, USUAL))
    )


@pytest.mark.parametrize(
    "text", ["漢字", "한국어", "русский", "ไทย", "हिन्दी", "עברית", "العربية", "¿más?", "≥ 😀"]
)
def test_the_fonts_have_the_letters_of_many_scripts(text: str):
    assert drawable(text) == (text, True)


def test_what_does_not_fit_is_refused_with_a_reason(library: Library, monkeypatch):
    monkeypatch.setattr(handout, "MOST_PAGES", 0)
    with pytest.raises(TooLongError, match="pages"):
        summary_pdf(library, EMPTY)


def test_a_refusal_of_the_typesetter_does_not_tell_what_a_reader_wrote(
    library: Library, monkeypatch
):
    monkeypatch.setattr(handout, "_with_drawable_letters", lambda library, sheet: sheet)
    with pytest.raises(SheetError) as refused:
        summary_pdf(library, VisitSummary(DAY, ADDRESS, own_questions=("secret \U0001fa7a",)))
    assert "secret" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_every_phone_number_dials_and_stands_in_one_line(library: Library):
    numbers = (RULES.emergency_number, RULES.phone, RULES.after_hours_phone)
    for clinic in (RULES, Clinic(phone="555-0100")):
        pdf = pdf_read.read(
            summary_pdf(dataclasses.replace(library, clinic=clinic), longest("words "))
        )
        dialed = [address for address in pdf_read.links(pdf) if address.startswith("tel:")]
        shown = [one for one in (*numbers, "555-0100") if one in clinic.model_dump().values()]
        assert sorted(dialed) == sorted(map(dial_uri, shown))
        lines = "\n".join(page.extract_text() for page in pdf.pages)
        assert all(number in lines for number in shown)
        assert [kind for kind, _ in pdf_read.tags(pdf)].count("/Link") == len(shown) + 1
