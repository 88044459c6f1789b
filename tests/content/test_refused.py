"""Each kind of wrong content is refused with its file, its key, what was found, what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.knowledge.__main__ import check
from app.knowledge.faults import Fault
from tests.content.broken import faults
from tests.content.faulty import FILES, TABLES, WORDS, Case
from tests.content.faulty_apart import APART
from tests.content.faulty_briefs import BRIEFS
from tests.content.faulty_clinic_view import CLINIC_VIEW
from tests.content.faulty_fit import FIT
from tests.content.faulty_harms import HARMS
from tests.content.faulty_pathway import PATHWAY
from tests.content.faulty_rows import ROWS, SHARES
from tests.content.faulty_visit import VISIT_ASKS

CASES = (
    *APART,
    *CLINIC_VIEW,
    *FILES,
    *TABLES,
    *ROWS,
    *WORDS,
    *SHARES,
    *HARMS,
    *FIT,
    *BRIEFS,
    *PATHWAY,
    *VISIT_ASKS,
)


def matches(case: Case, found: tuple[Fault, ...]) -> list[str]:
    """Return every fault of a broken copy that is the expected one, in words."""
    return [
        str(fault)
        for fault in found
        if fault.file == case.file
        and fault.key == case.key
        and case.found in fault.found
        and case.allowed in fault.allowed
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_wrong_content_is_refused_with_place_found_and_allowed(case: Case, content: Path):
    case.change(content)
    found = faults(content)
    assert len(matches(case, found)) == 1, "\n".join(map(str, found))


@pytest.mark.parametrize(
    "group",
    [
        FILES,
        (*TABLES, *ROWS),
        (*WORDS, *SHARES, *HARMS, *APART, *CLINIC_VIEW, *FIT, *BRIEFS, *VISIT_ASKS),
        PATHWAY,
    ],
    ids=["files", "tables", "words", "pathway"],
)
def test_all_faults_are_listed_at_once(group: tuple[Case, ...], content: Path):
    cases = [case for case in group if not case.alone]
    for case in cases:
        case.change(content)
    assert len({case.file for case in cases}) > 3
    found = faults(content)
    missing = [case.name for case in cases if not matches(case, found)]
    assert missing == [], "\n".join(map(str, found))


def test_the_shipped_content_has_no_fault():
    assert check() == []


def test_a_copy_of_the_shipped_content_has_no_fault(content: Path):
    assert check(content) == []
