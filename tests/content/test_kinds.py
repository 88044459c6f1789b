"""The kind of statistic of a row follows from its columns, and that of a text from its rows."""

from __future__ import annotations

import dataclasses

import pytest

from app.figures.exact import by_column, exact
from app.knowledge.catalog import Library
from app.knowledge.kinds import KINDS, Kind, kinds_of, kinds_said


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("encore.mild.odi.24m", "before_after"),
        ("lsos.decompression_tear.zcq_ss.24m", "before_after"),
        ("fritsch2017.decompression_surgery.disability_0_100.60m", "before_after"),
        ("fritsch2017.decompression_surgery.disability_0_100.start", "before_after"),
        ("odi_waiting.waiting.odi_absolute_change.74d", "before_after"),
        ("chopko2011.mild.vas_pain_relative_reduction.23w", "before_after"),
        ("motion.mild_cmm.walking_time_relative_gain.12m", "before_after"),
        ("delitto.surgery.sf36_pf.24m", "before_after"),
        ("zaina2016.surgery_minus_nonsurgery.odi.24m", "between_groups"),
        ("rosner.spacer_vs_mild.lower_risk_mild_again.20m", "between_groups"),
        ("felix.spacer.zcq_success.12m", "count_compared"),
        ("patterson_poster.mild_foraminal.vas_pain_responder.undated", "count_compared"),
        ("staats2023.mild.harm_any_coded.24m", "count_compared"),
        ("to_confirm.encore.mild.odi.6m", "count_compared"),
        ("durkin.mild.odi_responder.6m", "count_alone"),
        ("wessberg.nonsurgical.leg_pain_improved.40m", "count_alone"),
        ("mekhail2021.mild.same_level_decompression_surgery.60m", "count_alone"),
        ("lingreen.mild.soreness_duration.undated", "level"),
        ("basu.mild.zcq_ps.6m", "level"),
    ],
)
def test_the_kind_of_a_row_follows_from_its_columns(row: str, kind: Kind, library: Library):
    assert library.kinds[row] == kind


def test_every_row_has_a_kind_and_the_kind_changes_with_its_row(library: Library):
    evidence = library.evidence
    rows = [*evidence.outcomes.index, *evidence.events.index, *evidence.to_confirm.index]
    assert set(library.kinds) == set(rows)
    assert set(library.kinds.values()) == set(KINDS)
    outcomes = evidence.outcomes.copy()
    outcomes.loc["encore.mild.odi.24m", "statistic"] = "mean_diff"
    other = dataclasses.replace(evidence, outcomes=outcomes)
    assert kinds_of(other)["encore.mild.odi.24m"] == "between_groups"


def test_a_text_that_gives_only_the_people_of_a_row_is_of_its_kind_unless_it_gives_another(
    library: Library,
):
    people = "In {less.steroid_minus_lidocaine.rmdq.6w:n} people they were alike."
    assert kinds_said(people, library.kinds) == {"between_groups"}
    counted = f"{people} Of 100, {{durkin.mild.odi_responder.6m:rest}} were not better."
    assert kinds_said(counted, library.kinds) == {"count_alone"}
    assert kinds_said("Nothing is named, {options.mild.mm} mm.", library.kinds) == frozenset()


def test_rows_of_a_screen_stand_under_their_kind_in_their_order(library: Library):
    rows = ("encore.mild.odi.24m", "durkin.mild.odi_responder.6m", "motion.mild_cmm.odi.12m")
    bodies = by_column(exact(library, rows))
    assert [(name, len(found)) for name, found in bodies] == [("counts", 1), ("before_after", 2)]
    assert "-22.7" in bodies[1][1][0].arms[0].value
