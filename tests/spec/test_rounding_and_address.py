"""How figures are rounded for readers, and what an address may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.address import PATHS, VIEWS, allowed_value, href
from app.domain.measures import MEASURES
from app.domain.rounding import rest_of_hundred, whole
from app.knowledge.models import PAGE_IDS

SHARES = st.decimals(0, 100, places=1).map(float)
CODES = ("odi", "pain", "back")


@pytest.mark.parametrize(
    ("measured", "shown"),
    [(0.5, 1), (2.5, 3), (22.7, 23), (-22.7, 23), (-0.4, 0), (16.0, 16), (71.1, 71), (99.5, 100)],
)
def test_halves_are_rounded_up_and_the_sign_is_dropped(measured: float, shown: int):
    assert whole(measured) == shown


@given(SHARES)
def test_both_frames_of_a_share_add_up_to_100(share: float):
    assert whole(share) + rest_of_hundred(share) == 100


@given(st.floats(-1000, 1000, allow_nan=False))
def test_rounding_never_moves_a_figure_by_more_than_a_half(value: float):
    assert abs(abs(value) - whole(value)) <= 0.5 + 1e-9


@pytest.mark.parametrize("share", [-0.1, 100.1, 1000.0])
def test_a_share_outside_0_to_100_is_refused(share: float):
    with pytest.raises(ValueError, match="between 0 and 100"):
        rest_of_hundred(share)


def test_an_address_without_the_setting_gives_the_default_and_is_not_odd():
    assert allowed_value([], CODES, "odi") == ("odi", False)


@pytest.mark.parametrize("value", CODES)
def test_one_known_value_is_used(value: str):
    assert allowed_value([value], CODES, "odi") == (value, False)


@pytest.mark.parametrize(
    "values",
    [["pain", "pain"], ["pain", "x"], ["PAIN"], [""], [" pain"], ["x" * 10_000]],
    ids=["twice", "two", "capitals", "empty", "space", "endless"],
)
def test_anything_else_gives_the_default_and_is_odd(values: list[str]):
    assert allowed_value(values, CODES, "odi") == ("odi", True)


@given(st.lists(st.text(), max_size=4))
def test_whatever_an_address_holds_the_value_used_is_an_allowed_one(values: list[str]):
    value, odd = allowed_value(values, CODES, "odi")
    assert value in CODES
    assert odd == (values not in ([], *([code] for code in CODES)))


def test_printed_codes_still_lead_to_their_pages():
    assert dict(PATHS) == {
        "overview": "/",
        "procedure": "/procedure",
        "recovery": "/recovery",
        "options": "/options",
        "whats-next": "/whats-next",
        "visit": "/visit",
        "evidence": "/evidence",
    }
    assert tuple(PATHS) == PAGE_IDS
    assert (VIEWS[0], MEASURES[0]) == ("patient", "odi")


def test_an_address_carries_only_settings_that_are_set():
    assert href("whats-next", node="N4-1", lang=None, view="") == "/whats-next?node=N4-1"
    assert href("overview") == "/"
    assert href("visit", lang="a&b") == "/visit?lang=a%26b"
    with pytest.raises(KeyError):
        href("nowhere")
