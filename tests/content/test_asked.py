"""What patients ask is answered, on the page and in the part of it where they would look, once."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from app.blocks import blocks
from app.knowledge.catalog import Library
from app.knowledge.library import read_library
from app.knowledge.models import PAGE_IDS
from tests.content.broken import Break, replace
from tests.content.visible import visible

ASKED = Path(__file__).parent / "asked.csv"
OPTIONS, RECOVERY = "en/pages/options.md", "en/pages/recovery.md"


@cache
def asked() -> tuple[dict[str, str], ...]:
    """Return the questions: what is asked, the page, its section, and the answer as a pattern."""
    with ASKED.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def sections(library: Library) -> dict[tuple[str, str], str]:
    """Return the words of every section, by page and id, as the text edition has them."""
    return {
        (page, section): visible(body)
        for page in PAGE_IDS
        for section, body in re.findall(
            r'<h2 id="([a-z-]+)">(.*?)(?=<h2 id="|\Z)',
            blocks.page_body(library, library.pages[page]),
            re.DOTALL,
        )
    }


def unanswered(library: Library) -> list[str]:
    """Return the questions whose answer does not stand in its section."""
    said = sections(library)
    return [
        one["question"]
        for one in asked()
        if not re.search(one["answer"], said[one["page"], one["section"]])
    ]


def test_every_question_is_answered_where_a_patient_would_look(library: Library):
    assert len(asked()) > 35
    assert unanswered(library) == []


def test_every_answer_stands_in_one_place_only(library: Library):
    said = sections(library)
    places = {
        one["question"]: [place for place, words in said.items() if re.search(one["answer"], words)]
        for one in asked()
    }
    assert {asks: found for asks, found in places.items() if len(found) != 1} == {}


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        (replace("en/activities.toml", "let people climb stairs", "say when"),
         ["May I use the stairs?"]),
        (replace("en/procedure/p03.md", "**A pacemaker, or metal", "**Something, or metal"),
         ["I have a pacemaker or a metal hip."]),
        (replace(OPTIONS, "**Your age.** Being 85 does not rule you out: the", "**Your age.** The"),
         ["I am 85."]),
        (replace("evidence/facts.csv", "options.bmi,32,", "options.bmi,40,"), ["I am heavy."]),
        (replace(RECOVERY, "**Paralysis.** We found no report of lasting paralysis after MILD, but "
                           "nobody can rule it out. ", ""), ["Could I be paralyzed?"]),
        (replace("en/options/spacer.md", ", such as Superion or Vertiflex", ""),
         ["What about the spacers with a name?"]),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)  # fmt: skip
def test_a_lost_answer_is_named(change: Break, lost: list[str], content: Path):
    change(content)
    assert unanswered(read_library(content, "en")) == lost


def test_a_lost_row_of_the_table_by_activity_is_named(content: Path):
    path = content / "en" / "activities.toml"
    rows = path.read_text("utf-8").split("[[activity]]")
    path.write_text("[[activity]]".join(row for row in rows if '"sex"' not in row), "utf-8")
    assert unanswered(read_library(content, "en")) == ["When may I have sex?"]


def test_each_row_by_activity_has_its_own_address_and_counts_its_clinics(library: Library):
    table = blocks.STATIC["activities"](library)
    ids = re.findall(r'<tr id="(activity-[a-z-]+)">', table)
    assert ids == [f"activity-{one.id}" for one in library.activities.activity]
    kinds = library.evidence.sources["kind"]
    counted = re.findall(r'class="row-note">(\d+|No) clinics? on MILD</span></th>', table)
    expected = [
        str(sum(kinds[one] == "clinic_page" for one in library.prose.line(activity.says).sources))
        for activity in library.activities.activity
    ]
    assert counted == [one if one != "0" else "No" for one in expected]
    assert {"1", "2", "3", "No"} <= {*counted}
