"""Before and after never stands beside a difference between groups, wherever the app draws them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping

import pandas as pd
import pytest

from app.blocks import clinic_view as blocks
from app.knowledge.apart import apart_faults
from app.knowledge.catalog import Library
from tests.content.visible import visible
from tests.drawn import compared, pages, places, screens, sheets, side_by_side

BEFORE, BETWEEN = 41000, 52000
"""What the results of the two kinds begin with in a copy, so that each is known where it stands."""

FOUND = re.compile(r"(?<![\d.,])(41|52),?\d{3}(?![\d])")


def evidence_of(library: Library, outcomes: pd.DataFrame) -> Library:
    evidence = dataclasses.replace(library.evidence, outcomes=outcomes)
    return dataclasses.replace(library, evidence=evidence)


@pytest.fixture(scope="module")
def numbered(library: Library) -> Library:
    """Return a copy in which the value of each result tells its kind."""
    outcomes = library.evidence.outcomes.copy()
    keys = list(zip(outcomes["study_id"], outcomes["arm"], outcomes["measure"], strict=True))
    first = (outcomes["statistic"] == "mean") & (outcomes["time_months"] == 0)
    started = {key for key, begins in zip(keys, first, strict=True) if begins}
    known = pd.Series([key in started for key in keys], index=outcomes.index)
    of_one = known & (outcomes["statistic"] == "mean")
    changes = outcomes["statistic"].isin(["mean_change", "median_change"]) | of_one
    differences = outcomes["statistic"] == "mean_diff"
    places = pd.Series(range(len(outcomes)), index=outcomes.index, dtype=float)
    outcomes["value"] = outcomes["value"].mask(changes, places + BEFORE)
    outcomes["value"] = outcomes["value"].mask(differences, places + BETWEEN)
    assert changes.sum() > 60
    assert differences.sum() > 10
    return evidence_of(library, outcomes)


Draw = Callable[[Library], Iterator[tuple[str, str]]]
ALL = (pages, compared, places, screens, sheets)


def mixes(library: Library, draw: Draw) -> list[str]:
    """Return where the two kinds are read side by side in some of what is drawn."""
    return [
        f"{name}: {words.strip()[:80]}"
        for name, html in draw(library)
        for words in side_by_side(name, html)
        if len(set(FOUND.findall(words))) > 1
    ]


@pytest.mark.parametrize("draw", ALL)
def test_no_table_card_screen_or_sheet_sets_a_change_beside_a_difference(
    draw: Draw, numbered: Library
):
    assert mixes(numbered, draw) == []


def test_results_of_both_kinds_are_seen_where_they_are_drawn(numbered: Library):
    shown = [html for draw in (compared, places, screens) for _, html in draw(numbered)]
    assert set(FOUND.findall(" ".join(shown))) == {"41", "52"}
    assert next(apart_faults(numbered), None) is None


CHANGE = "It fell by {encore.mild.odi.24m} points."
DIFFERENCE = "It was {zaina2016.surgery_minus_nonsurgery.odi.24m} points lower."


def _options(library: Library, **texts: Mapping[str, object]) -> Library:
    options = [
        one.model_copy(update=dict(texts.get(one.id, {}))) for one in library.options
    ]  # fmt: skip
    return dataclasses.replace(library, options=tuple(options))


def _field(library: Library) -> Library:
    return _options(library, mild={"harms": [CHANGE]}, open={"harms": [DIFFERENCE]})


def _one_text(library: Library) -> Library:
    return _options(library, steroid={"found": [f"{CHANGE} {DIFFERENCE}"]})


def _brief(library: Library) -> Library:
    briefs = {one.id: one.brief for one in library.options}
    return _options(
        library,
        mild={"brief": briefs["mild"].model_copy(update={"found": CHANGE})},
        open={"brief": briefs["open"].model_copy(update={"found": DIFFERENCE})},
    )


def _leaf(library: Library) -> Library:
    leaf = library.nodes["L9"].model_copy(update={"evidence": [CHANGE, DIFFERENCE]})
    return dataclasses.replace(library, nodes={**library.nodes, "L9": leaf})


def _milestone(library: Library) -> Library:
    first, *others = library.milestones
    told = first.model_copy(update={"relief": f"{CHANGE} {DIFFERENCE}"})
    return dataclasses.replace(library, milestones=(told, *others))


def _array(library: Library) -> Library:
    first, *others = library.arrays.array
    told = first.model_copy(update={"says": f"{CHANGE} {DIFFERENCE}"})
    arrays = library.arrays.model_copy(update={"array": [told, *others]})
    return dataclasses.replace(library, arrays=arrays)


TEXTS = {
    "field of two options": (_field, "harms", compared),
    "text of an option": (_one_text, "found.0", compared),
    "two options on the sheet": (_brief, "brief.found", sheets),
    "leaf": (_leaf, "evidence", places),
    "milestone": (_milestone, "relief", pages),
    "picture of shares": (_array, "array.limits-one-year.says", pages),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_copy_with_both_kinds_in_one_place_is_seen_and_refused(name: str, numbered: Library):
    change, key, draw = TEXTS[name]
    broken = change(numbered)
    assert mixes(broken, draw) != []
    assert key in {fault.key for fault in apart_faults(broken)}


def _screens(library: Library, results: list[str], options: dict[str, list[str]]) -> Library:
    """Return a copy with other results on screen three, and on lines of the options."""
    screens = []
    for screen in library.clinic_view.screen:
        lines = [
            line.model_copy(update={"results": options.get(line.id, line.results)})
            for line in screen.option
        ]
        own = results if screen.page == "recovery" else screen.results
        screens.append(screen.model_copy(update={"option": lines, "results": own}))
    view = library.clinic_view.model_copy(update={"screen": screens})
    return dataclasses.replace(library, clinic_view=view)


def _as_one_kind(library: Library) -> Library:
    """Return a copy that takes every result for the same kind, as if no table knew of kinds."""
    copy = dataclasses.replace(library)
    copy.__dict__["kinds"] = dict.fromkeys(library.kinds, "level")
    return copy


def _both(library: Library) -> Library:
    rows = ["encore.mild.odi.24m", "zaina2016.surgery_minus_nonsurgery.odi.24m"]
    return _screens(library, rows, {"mild": rows[:1], "open": rows[1:]})


def test_every_table_heads_each_kind_apart_and_one_that_does_not_is_seen(numbered: Library):
    both = _both(numbered)
    assert mixes(both, screens) == []
    blind = _as_one_kind(both)
    seen = {place.partition(":")[0] for draw in (compared, screens) for place in mixes(blind, draw)}
    assert {
        "screen recovery", "screen options, table", "options ('mild', 'open')", "all results",
    } <= seen  # fmt: skip
    faults = [fault for fault in apart_faults(both) if fault.file == "en/clinic_view.toml"]
    assert [fault.key for fault in faults] == ["recovery.results"]


def test_an_option_without_a_number_of_that_kind_says_so(library: Library):
    both = _both(library)
    table = blocks.options_overview(both, both.clinic_view.of("options"))
    heads = [visible(head) for head in re.findall(r"<th scope=\"col\".*?</th>", table)]
    assert heads[1:5] == [
        "Results: counts of people", "Results: difference between groups",
        "Results: before and after, same people", "Harms, or no gain: counts of people",
    ]  # fmt: skip
    mild = re.search(r'option-mild">.*?</tr>', table, re.DOTALL)[0]
    cells = [visible(cell) for cell in re.findall(r"<td>(.*?)</td>", mild, re.DOTALL)]
    assert "None that we could read." in cells[0]
    assert "None that we could read." in cells[1]
    assert "-22.7" in cells[2]


def test_counts_of_both_groups_of_a_trial_lead_the_line_of_an_option(library: Library):
    outcomes = library.evidence.outcomes.copy()
    like = outcomes.loc["felix.spacer.zcq_success.12m"]
    rows = {"new.mild.12m": ("MILD", 58.0, 143), "new.shots.12m": ("shots", 27.1, 129)}
    for row, (group, value, n) in rows.items():
        outcomes.loc[row] = like
        outcomes.loc[row, ["study_id", "group", "value", "population_n"]] = [
            "ENCORE", group, value, n,
        ]  # fmt: skip
    told = _screens(evidence_of(library, outcomes), [], {"mild": [*rows, "encore.mild.odi.24m"]})
    table = visible(blocks.options_overview(told, told.clinic_view.of("options")))
    line = table[table.index("Trimming through a tube") :]
    pair = "MILD: 58 of 100; 42 not (n 143) shots: 27.1 of 100; 72.9 not (n 129)"
    assert line.index(pair) < line.index("-22.7") < line.index("An implant")
