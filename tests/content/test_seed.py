"""Every heading of the text this guide grew from has its place, and its loose claims are gone."""

from __future__ import annotations

import re

import pytest

from app.blocks import blocks
from app.knowledge.catalog import Library
from app.knowledge.texts import patient_texts
from tests.content.visible import visible

PLACES = (
    # heading of the clinic's text, page, section, what must be spoken of there
    ("Conditions it treats", "overview", "problem", r"lumbar spinal stenosis"),
    ("Conditions it treats", "options", "right-for-me", r"ligament"),
    ("Procedure description", "overview", "what", r"face down.*X-ray.*tube.*tools"),
    ("Procedure description", "procedure", "steps", r"face down.*numb.*X-ray.*contrast"),
    ("How does it help", "overview", "what", r"more room for the nerves"),
    ("Procedure benefits", "overview", "can",
     r"clearly better after MILD.*opening is smaller.*spine steady"),
    ("How long does it take", "procedure", "how-long", r"30 to 60 minutes"),
    ("How long does it take", "overview", "glance", r"30 to 60 minutes.*same day"),
    ("What are the expected results", "recovery", "expected", r"pain.*walk.*numb"),
    ("What are the expected results", "recovery", "milestones", r"day"),
    ("If it doesn't help, what is next", "whats-next", "walk", r"question"),
    ("Further evaluation", "whats-next", "map", r"Further evaluation.*MRI.*X-ray"),
    ("Alternative interventions", "whats-next", "map",
     r"Alternative interventions.*[Ss]teroid.*nerve.*[Ss]urgery"),
    ("Pain management techniques", "whats-next", "map",
     r"Pain management.*exercise.*medicines"),
    ("Is this treatment right for me", "options", "right-for-me",
     r"Physical therapy.*pain pills.*Tell your doctor"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "page", "section", "told"), PLACES, ids=[f"{p[0]}: {p[1]}#{p[2]}" for p in PLACES]
)
def test_each_heading_of_the_clinics_text_has_its_place(
    heading: str, page: str, section: str, told: str, library: Library
):
    body = blocks.page_body(library, library.pages[page])
    sections = dict(re.findall(r'<h2 id="([a-z-]+)">(.*?)(?=<h2 id="|\Z)', body, re.DOTALL))
    assert section in sections, heading
    assert re.search(told, visible(sections[section]), re.DOTALL), visible(sections[section])[:500]


WORDING = (
    r"into the spinal canal",
    r"(?<![\d.])79 ?(%|percent|(out )?of 100|in 100)",
    r"FDA.approved",
    r"excess (bone|tissue)",
    r"\bcures?\b",
    r"no risk",
)


@pytest.mark.parametrize("wrong", WORDING)
def test_no_text_repeats_a_claim_that_the_sources_do_not_bear(wrong: str, library: Library):
    found = [
        (item.file, item.key)
        for item in patient_texts(library)
        if re.search(wrong, " ".join(library.prose.block(item.text).plain), re.IGNORECASE)
    ]
    assert found == []


@pytest.mark.parametrize("wrong", WORDING)
def test_no_word_of_the_interface_repeats_such_a_claim(wrong: str, library: Library):
    words = library.words
    found = [key for key in words.keys() if re.search(wrong, words.raw(key), re.IGNORECASE)]  # noqa: SIM118
    assert found == []


def test_tools_are_said_to_stay_outside_the_cover_of_the_nerves(library: Library):
    overview = visible(blocks.page_body(library, library.pages["overview"]))
    assert "not meant to pass through the cover around your nerves" in overview


def test_mild_is_never_said_to_have_been_tested_against_open_surgery(library: Library):
    mild = next(option for option in library.options if option.id == "mild")
    assert "No head-to-head trial against" in " ".join(library.prose.line(mild.head_to_head).plain)
