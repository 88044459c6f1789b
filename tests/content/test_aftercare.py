"""A clinic's own rules take the place of the ranges, one by one; what must always be said stays."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

import pytest

from app.blocks import blocks
from app.knowledge.catalog import Library
from app.knowledge.clinic import Aftercare, Clinic
from app.knowledge.milestones import Milestone
from app.web import shell
from tests.content.visible import visible

RULES = {
    "wound": ("washing", "Keep it dry until we have seen you."),
    "driving": ("driving", "Leave the car until we say so."),
    "lifting": ("lifting", "Lift nothing until we say so."),
    "work": ("work", "Ask us before you go back."),
    "follow_up": ("follow_up", "We call you every Monday."),
}
"""Field of a milestone to the rule that takes its place."""

SAFETY = (
    ("R0", "wound", "If any clear fluid comes out of the cut, call the clinic the same day"),
    ("R0", "driving", "Do not drive on the day of the procedure."),
    ("R0", "follow_up", "Before you leave, ask which number to call"),
    ("R1", "driving", "Do not drive while any medicine makes you drowsy."),
    ("R1", "follow_up", "let your doctor name the day to restart it"),
    ("R2", "wound", "Redness and soreness should be getting less, not more."),
    ("R2", "driving", "Do not drive while any medicine makes you drowsy."),
    ("R3", "wound", "Have somebody check the cut at your visit."),
    ("R4", "wound", "Show the cut to your doctor if it still bothers you."),
    ("R5", "lifting", "Ask your doctor if lifting still hurts."),
    ("R5", "follow_up", "If it has not, see what comes next"),
    ("R8", "follow_up", "Ask who will see you if your pain returns."),
)

FIELDS = ("activity", "wound", "driving", "lifting", "work", "relief", "follow_up")
"""Fields of a milestone in the order in which they stand."""

Shown = Callable[[Library], str]


def of_a_clinic(library: Library, **given: object) -> Library:
    """Return the shipped content with a clinic's details; they are taken without a check."""
    return dataclasses.replace(library, clinic=Clinic.model_construct(**given))


@pytest.fixture
def ruled(library: Library) -> Library:
    rules = Aftercare(**dict(RULES.values()))
    return of_a_clinic(library, name="North Spine", aftercare=rules)


def in_the_app(library: Library) -> str:
    return blocks.STATIC["milestones"](library)


@pytest.fixture(params=["app", "text edition"])
def shown(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """Make the milestones of some content as one of the two editions shows them."""

    def in_the_text_edition(library: Library) -> str:
        monkeypatch.setattr(shell, "library", lambda lang: library)
        found = re.search(r'<div class="milestones">.*?</details>\s*</div>\s*(?=<h2)',
                          shell.text_edition("recovery", "en"), re.DOTALL)  # fmt: skip
        assert found
        return found[0]

    return in_the_app if request.param == "app" else in_the_text_edition


def aspects(markup: str, library: Library) -> dict[tuple[str, str], str]:
    """Return the HTML of every field shown: by the id of its milestone and the name of the field.

    A field on which no source was found is shown only where the clinic has a rule for it.

    """
    stretches = markup.split("<details")[1:]
    assert len(stretches) == len(library.milestones) == 9
    found = {}
    for milestone, stretch in zip(library.milestones, stretches, strict=True):
        fields = re.findall(r"<div><dt>.*?</dd></div>", stretch, re.DOTALL)
        silent = [name for name in milestone.nothing if not library.clinic.aftercare.rule(name)]
        names = [name for name in FIELDS if name not in silent]
        if silent:
            said = visible(fields.pop())
            labels = ", ".join(library.words(f"recovery.{n}") for n in FIELDS if n in silent)
            assert said == f"{library.words('recovery.nothing')} {labels}"
        for name, field in zip(names, fields, strict=True):
            assert library.words(f"recovery.{name}") in field
            found[milestone.id, name] = field
    return found


def range_of(milestone: Milestone, aspect: str, library: Library) -> str:
    text: str = getattr(milestone, aspect)
    return " ".join(" ".join(library.prose.line(text).plain).split())


def test_a_rule_takes_the_place_of_the_range_at_every_time(
    ruled: Library, library: Library, shown: Shown
):
    fields, before = aspects(shown(ruled), ruled), aspects(shown(library), library)
    for milestone in library.milestones:
        for aspect, (_, rule) in RULES.items():
            words = visible(fields[milestone.id, aspect])
            old = range_of(milestone, aspect, library)
            assert f"Your clinic's own rule (North Spine): {rule}" in words
            shown_before = visible(before.get((milestone.id, aspect), ""))
            assert old in shown_before
            assert not old or old not in words
            assert rule not in shown_before


def by_activity(library: Library) -> dict[str, str]:
    """Return the words of each row of the table by activity."""
    rows = re.findall(
        r'<tr id="activity-([a-z-]+)">(.*?)</tr>', blocks.STATIC["activities"](library), re.DOTALL
    )
    return {name: visible(row) for name, row in rows}


def test_the_table_by_activity_holds_the_clinics_rule_in_the_place_of_other_clinics(
    ruled: Library, library: Library
):
    before, after = by_activity(library), by_activity(ruled)
    assert len(before) == len(library.activities.activity) > 10
    with_rule = {one.rule for one in library.activities.activity} - {None}
    assert with_rule == {"washing", "driving", "lifting", "work"}
    for one in library.activities.activity:
        if one.rule is None:
            assert after[one.id] == before[one.id]
            continue
        words, rule = after[one.id], getattr(ruled.clinic.aftercare, one.rule)
        assert f"Your clinic's own rule (North Spine): {rule}" in words
        assert words.startswith(f"{one.name} Your own clinic")
        for text in (one.says, one.other):
            assert not text or library.prose.line(text).text[:40] not in words
        assert library.prose.line(one.always).text.strip() in words


def test_what_no_rule_speaks_of_stays_as_it_was(ruled: Library, library: Library, shown: Shown):
    fields, before = aspects(shown(ruled), ruled), aspects(shown(library), library)
    for milestone in library.milestones:
        for aspect in ("activity", "relief"):
            key = milestone.id, aspect
            assert visible(fields[key]) == visible(before[key])


@pytest.mark.parametrize(("milestone", "aspect", "said"), SAFETY)
def test_what_must_always_be_said_stands_below_the_rule_and_the_range(
    milestone: str, aspect: str, said: str, ruled: Library, library: Library, shown: Shown
):
    words = visible(aspects(shown(ruled), ruled)[milestone, aspect])
    assert words.index(RULES[aspect][1]) < words.index(said)
    assert said in visible(aspects(shown(library), library)[milestone, aspect])


def test_nothing_that_must_always_be_said_is_lost_to_a_rule(ruled: Library, shown: Shown):
    fields = aspects(shown(ruled), ruled)
    texts = [(m, aspect, text) for m in ruled.milestones for aspect, text in m.always.items()]
    assert len(texts) >= len(SAFETY)
    for milestone, aspect, text in texts:
        plain = " ".join(" ".join(ruled.prose.line(text).plain).split())
        assert plain in visible(fields[milestone.id, aspect])


def test_without_the_clinics_name_a_rule_is_still_called_its_own(library: Library, shown: Shown):
    nameless = of_a_clinic(library, aftercare=Aftercare(work="Ask us first."))
    words = visible(aspects(shown(nameless), nameless)["R4", "work"])
    assert "Your clinic's own rule: Ask us first." in words


def test_a_field_is_marked_where_clinics_differ_and_no_rule_ends_the_matter(
    ruled: Library, library: Library, shown: Shown
):
    mark = "Clinics differ</span>"
    expected = {(m.id, aspect) for m in library.milestones for aspect in m.differ}
    assert expected
    marked = {key for key, html in aspects(shown(library), library).items() if mark in html}
    assert marked == expected
    marked = {key for key, html in aspects(shown(ruled), ruled).items() if mark in html}
    assert marked == {key for key in expected if key[1] not in RULES}


def test_only_a_field_with_a_range_is_marked(library: Library):
    empty = [(m.id, a) for m in library.milestones for a in m.differ if not getattr(m, a)]
    assert empty == []


@pytest.mark.parametrize(
    ("rule", "html"),
    [
        ('<b>Now</b> & "then" <script>x()</script>', "&lt;b&gt;Now&lt;/b&gt; &amp; "),
        ("See [us](page:visit) and **wait**.", "See [us](page:visit) and **wait**."),
        ("{recovery.drive_days} days", "{recovery.drive_days} days"),
    ],
    ids=["HTML", "Markdown", "a row"],
)
def test_a_rule_is_shown_as_written_even_where_the_check_was_passed_by(
    rule: str, html: str, library: Library, shown: Shown
):
    rules = Aftercare.model_construct(driving=rule)
    given = of_a_clinic(library, name="A <i>& B", aftercare=rules)
    field = aspects(shown(given), given)["R6", "driving"]
    assert html in field
    assert "own rule (A &lt;i&gt;&amp; B):" in field
    assert not re.search(r"<(b|script|em|i|a)\b", field)


def test_the_foot_says_that_no_clinic_has_added_anything_only_where_that_is_so(library: Library):
    plain = "No clinic has added its own details."
    assert plain in blocks.footer(of_a_clinic(library))
    for given in ({"aftercare": Aftercare(work="Ask.")}, {"phone": "555 0100"}, {"name": "North"}):
        assert plain not in blocks.footer(of_a_clinic(library, **given))
