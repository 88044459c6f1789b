"""What a share leaves open: ranges and hidden events, against published tables and by property."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chances import (
    SMALL_GROUP,
    frequency,
    is_small,
    most_that_zero_hides,
    moved_by_one,
    range_of_share,
    whole_count,
)

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


@given(st.integers(min_value=1, max_value=49), st.data(), st.integers(min_value=0, max_value=2))
def test_a_printed_share_of_few_people_gives_back_their_count(
    people: int, data: st.DataObject, decimals: int
):
    count = data.draw(st.integers(min_value=0, max_value=people))
    assert whole_count(round(100 * count / people, decimals), people) == count


@pytest.mark.parametrize(
    ("share", "people", "count"),
    [
        (71, 45, 32), (11.9, 42, 5), (86, 42, 36), (60, 10, 6), (0, 17, 0), (100, 17, 17),
        (15, 32, None), (70, 32, None), (25, 30, None),  # no whole number
        (0, 373, None), (50, 1000, None),  # several whole numbers
    ],
)  # fmt: skip
def test_a_share_stands_for_one_whole_number_or_none(share: float, people: int, count: int | None):
    assert whole_count(share, people) == count


@pytest.mark.parametrize(
    ("share", "people", "count", "found"),
    [
        (60, 10, 6, (6, 10, False)),
        (71, 45, None, (32, 45, True)),
        (71, 45, float("nan"), (32, 45, True)),
        (15, 32, None, (15, 100, False)),
        (25, SMALL_GROUP, 12, (25, 100, False)),
        (12.5, float("nan"), 9, (13, 100, False)),
        (12.4, None, None, (12, 100, False)),
    ],
)
def test_people_are_counted_in_a_small_group_alone(
    share: float, people: float | None, count: float | None, found: tuple[int, int, bool]
):
    one = frequency(share, people, count)
    assert (one.count, one.of, one.worked_out) == found
    assert one.count + one.rest == one.of


def test_a_group_is_small_below_the_limit():
    assert is_small(SMALL_GROUP - 1)
    assert not any(map(is_small, (SMALL_GROUP, None, float("nan"))))
