"""What became of people without a procedure is headed as that, never as results or harms of one."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

import pytest

from app.blocks import clinic_view as blocks
from app.knowledge.apart import apart_faults
from app.knowledge.catalog import Library
from app.knowledge.kinds import untreated_rows
from tests.content.visible import visible

HEADED = re.compile(r'<tbody class="([a-z]+)">(.*?)</tbody>', re.DOTALL)


def untreated_shown(library: Library) -> list[tuple[str, str]]:
    """Return heading and group wherever a screen heads people without a procedure so."""
    evidence = library.evidence
    rows = untreated_rows(evidence)
    groups = {one for row, one in evidence.outcomes["group"].items() if row in rows}
    arms = {one for frame in (evidence.outcomes, evidence.events)
            for row, one in frame["arm"].items() if row in rows}  # fmt: skip
    groups |= {library.evidence.labels.arm[arm] for arm in arms}
    return [
        (heading, group)
        for screen in library.clinic_view.screen
        for heading, body in HEADED.findall(blocks.numbers(library, screen))
        for group in groups
        if f"{group}:" in visible(body)
    ]


def _without(library: Library) -> Library:
    rows = ["wessberg.nonsurgical.leg_pain_worse.40m"]
    screens = [screen.model_copy(update={"harms": rows}) for screen in library.clinic_view.screen]
    view = library.clinic_view.model_copy(update={"screen": screens})
    return dataclasses.replace(library, clinic_view=view)


def test_people_without_a_procedure_are_no_results_and_no_harms_of_one(library: Library):
    assert untreated_shown(library) == []
    assert set(untreated_shown(_without(library))) == {("harms", "no surgery (Sweden)")}
    faults = [fault.key for fault in apart_faults(_without(library))]
    assert faults == [f"{screen.page}.harms" for screen in library.clinic_view.screen]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda one: dataclasses.replace(one, options=tuple(
            option.model_copy(update={"found": ["{otani.community.no_longer_positive.12m}"]})
            if option.id == "mild" else option for option in one.options)), "found.0"),
        (lambda one: dataclasses.replace(one, arrays=one.arrays.model_copy(update={"array": [
            array.model_copy(update={"place": "harms"}) for array in one.arrays.array
            if array.id == "without-japan"]})), "without-japan.place"),
    ],
    ids=["option", "picture of shares"],
)  # fmt: skip
def test_no_option_and_no_picture_heads_them_so(
    change: Callable[[Library], Library], key: str, library: Library
):
    assert key in {fault.key for fault in apart_faults(change(library))}


def test_what_happens_without_a_procedure_is_one_set_of_shares(library: Library):
    html = blocks.numbers(library, library.clinic_view.of("overview"))
    assert [name for name, _ in HEADED.findall(html)] == ["without"]
    shown = visible(html)
    assert "What happens without a procedure Leg pain after three years" in shown
    for said in ("less leg pain: 32 of 100 (n 146", "the same: 55 of 100 (n 146",
                 "more leg pain: 13 of 100 (n 146"):  # fmt: skip
        assert said in shown
    assert html.count('<th scope="row">') == 1
