"""Every option is told in the same way, and honestly tagged for what may matter to a reader."""

from __future__ import annotations

import re

import pytest

from app.knowledge.catalog import Library
from app.knowledge.options import BALANCE, COMPARED, MATTERS, Option
from app.knowledge.reading import sentences, words
from app.knowledge.rules import WHOLE

FEELING = re.compile(
    r"\b(let down|sad|cheated|disappoint\w*|blame\w*|ashamed|shame|defeat\w*|angry|hopeless|"
    r"fault|feel low|regret\w*|guilt\w*)\b",
    re.IGNORECASE,
)
FELT = "You may feel let down, and it is not your fault."
LEAD = re.compile(r"\*\*[^*]{4,50}\*\*")
IDS = (
    "change-nothing", "exercise", "medicines", "steroid", "mild", "spacer", "open", "fusion",
)  # fmt: skip


def told(library: Library, option: Option) -> int:
    texts = [getattr(option, field) for field in WHOLE]
    flat = [text for one in texts for text in ([one] if isinstance(one, str) else one)]
    return sum(len(words(" ".join(library.prose.line(text).plain))) for text in flat)


def test_the_eight_options_stand_in_the_order_of_what_is_done_to_the_body(library: Library):
    assert tuple(option.id for option in library.options) == IDS


def test_every_option_gets_about_as_many_words_as_the_others(library: Library):
    lengths = [told(library, option) for option in library.options]
    mean = sum(lengths) / len(lengths)
    assert all(BALANCE[0] <= length / mean <= BALANCE[1] for length in lengths), lengths


def test_every_result_and_harm_begins_with_a_short_lead(library: Library):
    for option in library.options:
        assert [text for text in (*option.found, *option.harms) if not LEAD.match(text)] == []


def test_living_with_it_says_what_if_it_helps_and_what_if_not(library: Library):
    for option in library.options:
        assert re.findall(r"\*\*If (it|they|things)", option.living) in (
            ["it"] * 2,
            ["things", "they"],
        )


def test_every_option_speaks_of_feelings_in_the_same_sentence_where_it_did_not_help(
    library: Library,
):
    said = {
        option.id: [one for one in sentences(library.prose.line(option.living).plain)
                    if FEELING.search(one)]
        for option in library.options
    }  # fmt: skip
    assert set(map(tuple, said.values())) == {(FELT,)}, said


@pytest.mark.parametrize("word", ["cheated", "sad", "disappointed", "blamed", "ashamed"])
def test_a_feeling_named_for_one_option_alone_is_seen(word: str):
    assert FEELING.search(f"The old pain stays, and you may feel {word}.")


def test_every_option_says_whether_it_was_tested_against_mild(library: Library):
    for option in library.options:
        said = " ".join(library.prose.line(option.head_to_head).plain)
        assert ("head-to-head" in said) == (option.id != "steroid"), said


def test_every_wish_has_its_bearing_in_every_option(library: Library):
    assert MATTERS == ("walk_farther", "pain_relief", "avoid_cut", "low_risk", "short_recovery",
                       "lasts", "proof", "keep_choices")  # fmt: skip
    for option in library.options:
        fields = {getattr(option.matters, code).field for code in MATTERS}
        assert fields <= set(COMPARED) - {"ask"}


def test_no_option_is_right_for_every_wish(library: Library):
    for option in library.options:
        bearings = [getattr(option.matters, code).bears for code in MATTERS]
        assert set(bearings) != {"toward"}
        assert {"away", "mixed", "unknown"} & set(bearings)


@pytest.mark.parametrize("code", MATTERS)
def test_no_wish_is_answered_alike_by_all(library: Library, code: str):
    assert len({getattr(option.matters, code).bears for option in library.options}) >= 2


def test_weak_evidence_never_counts_as_proof(library: Library):
    for option in library.options:
        if option.certainty in ("low", "very_low"):
            assert option.matters.proof.bears != "toward"


def test_the_time_to_recover_leads_with_the_time(library: Library):
    assert all(LEAD.match(option.time_to_recover) for option in library.options)


def test_every_share_in_a_short_text_is_told_in_both_frames(library: Library):
    both = re.compile(r"(?:(\d+) to )?(\d+) of 100\b[^;.]*; (?:for |to )?(?:(\d+) to )?(\d+)\b")
    for option in library.options:
        for text in (option.brief.found, option.brief.harms):
            plain = library.prose.line(text).text
            pairs = both.findall(plain)
            assert len(pairs) == plain.count(" of 100"), plain
            for low, high, rest_low, rest_high in pairs:
                assert int(high) + int(rest_low or rest_high) == 100, plain
                assert not low or int(low) + int(rest_high) == 100, plain


def test_every_short_text_of_results_says_how_many_people_or_that_it_is_not_shown(
    library: Library,
):
    for option in library.options:
        assert (
            ":n}" in option.brief.found
            or "_people}" in option.brief.found
            or ("How many took part is not shown" in option.brief.found)
        )
