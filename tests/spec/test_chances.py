"""What a share leaves open: ranges and hidden events, against published tables and by property."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chances import most_that_zero_hides, moved_by_one, range_of_share

PEOPLE = st.integers(min_value=1, max_value=200_000)
SHARE = st.floats(min_value=0, max_value=100)

# share, people, ends as other programs give them (Wilson's interval without correction)
TABLE = [
    (50, 100, 40.4, 59.6),
    (10, 100, 5.5, 17.4),
    (60, 10, 31.3, 83.2),
    (12, 75, 6.4, 21.3),
    (0, 69, 0.0, 5.3),
    (100, 20, 83.9, 100.0),
]


@pytest.mark.parametrize(("share", "people", "low", "high"), TABLE)
def test_a_range_is_that_of_wilson(share: float, people: int, low: float, high: float):
    found = range_of_share(share, people)
    assert found == pytest.approx((low, high), abs=0.06)


@given(SHARE, PEOPLE)
def test_a_range_holds_its_share_and_stays_within_a_hundred(share: float, people: int):
    low, high = range_of_share(share, people)
    assert 0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 100


@given(SHARE, st.integers(min_value=1, max_value=10_000))
def test_more_people_make_a_narrower_range(share: float, people: int):
    few, many = range_of_share(share, people), range_of_share(share, 4 * people)
    assert many[1] - many[0] < few[1] - few[0]


@pytest.mark.parametrize(("people", "most"), [(69, 4.35), (150, 2.0), (373, 0.80), (2, 100.0)])
def test_zero_hides_up_to_three_divided_by_the_people(people: int, most: float):
    assert most_that_zero_hides(people) == pytest.approx(most, abs=0.01)


def test_one_person_of_ten_moves_a_share_by_ten():
    assert moved_by_one(10) == 10


@pytest.mark.parametrize(("share", "people"), [(-1, 10), (101, 10), (50, 0)])
def test_a_share_that_cannot_be_is_refused(share: float, people: int):
    with pytest.raises(ValueError, match="a share from 0 to 100"):
        range_of_share(share, people)


def test_nobody_hides_nothing():
    with pytest.raises(ValueError, match="at least 1 person"):
        most_that_zero_hides(0)
