"""Under 50 people prose counts people: no text tells a small group out of 100."""

from __future__ import annotations

import re

import pytest

from app.knowledge.catalog import Library
from app.knowledge.numbers import NumberError
from app.knowledge.small_groups import small_group_faults
from app.knowledge.texts import clinic_texts, patient_texts

WILKINSON = "wilkinson.mild.later_laminectomy.18m"


def test_no_text_tells_a_small_group_out_of_100_and_any_that_did_would_be_found(library: Library):
    rows = library.shares
    texts = [*patient_texts(library), *clinic_texts(library)]
    assert len({text.file for text in texts}) > 50
    for text in texts:
        assert not [*small_group_faults(text.text, rows)], text.key
        for form in ("", ":rest", ":exact"):
            broken = f"{text.text} Of 100 people, {{{WILKINSON}{form}}} had it."
            [(found, allowed)] = small_group_faults(broken, rows)
            assert f"{{{WILKINSON}{form}}}, a share of 10 people" == found
            assert f"{{{WILKINSON}:count}} of {{{WILKINSON}:n}}" in allowed


def test_people_may_be_told_anywhere_in_the_paragraph_of_a_share_that_is_no_count(library: Library):
    rows, row = library.shares, "johnsson1992.nonsurgical.worse.undated"
    told, share = f"It was {{{row}:n}} people.", f"Of 100, {{{row}}} got worse."
    assert not [*small_group_faults(f"{told} {share}", rows)]
    for apart in ("\n\n", "\n- "):
        assert len([*small_group_faults(f"{told}{apart}{share}", rows)]) == 1


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("chopko2013.mild.vas_pain_any_improvement.24m:count", "32"),
        ("chopko2013.mild.vas_pain_any_improvement.24m:rest_count", "13"),
        (f"{WILKINSON}:count", "6"),
    ],
)
def test_prose_can_name_the_people_of_a_share(reference: str, text: str, library: Library):
    assert library.numbers.number(reference).text == text


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("johnsson1992.nonsurgical.worse.undated:count", "15 of 100, no one whole number of 32"),
        ("matsudaira.nonsurgical.improved.36m:rest_count", "no one whole number of 274"),
        ("encore.mild.odi.24m:count", "form 'count' of a row without it"),
        ("encore.mild.reoperation.24m:count", "form 'count' of a row without it"),
    ],
)
def test_people_that_a_share_does_not_give_are_refused(
    reference: str, found: str, library: Library
):
    with pytest.raises(NumberError, match=re.escape(found)):
        library.numbers.number(reference)
