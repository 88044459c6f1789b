"""The guide to the studied pattern, line by line as the clinical rules state it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks import blocks
from app.domain.fit import Reading, Rules, Says, gate, read
from app.knowledge.catalog import Library
from app.knowledge.library import library as shipped
from app.knowledge.texts import PatientText, patient_texts
from tests.content.visible import visible

RULES: Rules = shipped("en").fit_rules
GATE, *OTHERS = RULES
CALM = {GATE: "no"}
LINES = (
    # what the rules say, question, answer, kind of reading, what it must speak of
    ("comes on with standing or walking", "brings_on", "standing_walking", "match", "you stand"),
    ("eases with sitting or bending forward", "eases", "sit_bend", "match", "sit down or bend"),
    ("walking is easier leaning on a cart", "eases", "sit_bend", "match", "main part"),
    ("not made worse by walking", "brings_on", "something_else", "test", "may not be the cause"),
    ("both buttocks or legs", "where", "both_legs", "match", "buttocks"),
    ("symptoms above the knees", "where", "both_legs", "match", "thighs"),
    ("relieved just by standing still", "eases", "stand_still", "test", "poor blood flow"),
    ("calf symptoms", "where", "calves", "test", "poor blood flow"),
    ("three months despite other care", "tried", "long_tried", "match", "at least 3 months"),
    ("less than three months", "tried", "short", "talk", "at least 3 months"),
    ("other care not yet tried", "tried", "long_not_tried", "talk", "had tried physical therapy"),
    ("ligament on the scan", "scan", "ligament", "match", "thickened ligament"),
    ("2.5 mm", "scan", "ligament", "disagree", "2.5 mm or more"),
    ("4.1 mm in an earlier study", "scan", "ligament", "disagree", "4.1 mm"),
    ("mainly central narrowing", "scan", "ligament", "match", "in the middle"),
    ("no scan yet", "scan", "no_scan", "test", "what you feel has to match"),
    ("instability", "slip", "loose", "talk", "another plan"),
    ("steady", "slip", "steady", "match", "not unstable"),
    ("marked or growing weakness", "health", "weak_leg", "talk", "marked or growing weakness"),
    ("cauda equina signs", "emergency", "yes", "stop", "Call 911 now"),
    ("infection", "health", "infection", "talk", "any infection"),
    ("bleeding disorder, blood thinner", "health", "bleeding", "talk", "cannot be paused"),
    ("never stop it alone", "health", "bleeding", "talk", "Never stop a blood thinner"),
    ("laminectomy at that level", "earlier", "same_place", "disagree", "textbook leaves out"),
    ("spacer or MILD there", "earlier", "same_place", "disagree", "surgery, a spacer or MILD"),
    ("surgery in the last year", "earlier", "same_place", "talk", "past year"),
    ("surgery in the last year elsewhere", "earlier", "other_place", "talk", "past year"),
    ("sometimes after surgery", "earlier", "same_place", "disagree", "can sometimes follow"),
    ("severe narrowing at the sides", "scan", "sides", "disagree", "advise another plan"),
    ("the maker's poster", "scan", "sides", "disagree", "hosted by the maker"),
    ("one nerve at the side", "where", "one_strip", "test", "at the side"),
    ("bone or large disc", "scan", "bone_disc", "talk", "another plan"),
    ("another cause: circulation", "where", "calves", "test", "pressure test at the ankle"),
    ("another cause: nerve illness", "where", "feet", "test", "nerve damage"),
    ("mostly back pain", "where", "back", "test", "other causes"),
    ("contrast or anesthetic allergy", "on_the_day", "allergy", "talk", "first"),
    ("steroid shot, opioid dose", "on_the_day", "shot_opioid", "talk", "not a firm rule"),
    ("face down", "on_the_day", "face_down", "talk", "could not lie this way"),
    ("slip: textbook", "slip", "slipped", "disagree", "textbook draws the same line"),
    ("slip: MOTION", "slip", "slipped", "disagree", "steady slips up to grade 1"),
    ("slip: MiDAS III", "slip", "slipped", "disagree", "3 mm or more"),
    ("slip: consensus", "slip", "slipped", "disagree", "grade 2"),
    (
        "slip: ENCORE",
        "slip",
        "slipped",
        "disagree",
        "largest trial and a panel of specialists took",
    ),
    ("severity: consensus", "scan", "ligament", "disagree", "mild to moderate"),
    ("severity: sham study", "scan", "ligament", "disagree", "moderate to severe"),
    ("timing: review", "tried", "long_tried", "disagree", "puts it first"),
    ("timing: maker's summary", "tried", "long_tried", "disagree", "more than one steroid shot"),
    ("profession", "tried", "long_tried", "disagree", "have not taken it up"),
)
ALWAYS = (
    ("ages of the trials", "studied", r"65 or over, all on Medicare.*50 to 80"),
    ("insurers, independent reviewers", "paid", r"not enough evidence"),
    ("who paid", "paid", r"The maker of MILD paid for the two main trials"),
    ("no prediction", "not_known", r"cannot be predicted"),
    ("main trial, both groups", "not_known", r"58 of 100 .* 42 were not. After .* 27 were and 73"),
    ("main trial, harms of both groups", "not_known", r"2 of 149 people after MILD and 2 of 153"),
    ("trial against a pretend procedure", "paid", r"11 of 20 .* 2 of 20 after a pretend procedure"),
    ("no verdict", "verdict", r"talk about with your doctor. It is not a verdict"),
)
ON_THE_PAGE = (
    # lines of the rules that no answer of a reader can decide
    ("course without a procedure", "waiting", r"about 33 of 100 get better"),
    ("pregnancy", "right-for-me", r"a pregnancy"),
    ("profession", "right-for-me", r"Societies of brain and spine surgeons have not taken it up"),
    ("the panel's ties", "right-for-me", r"several of its members had run the maker's trials"),
)  # fmt: skip
VERDICTS = re.compile(
    r"\b(yes|suitable|suits?|candidates?|qualif\w+|eligible|eligibility|scores?|percent|likely to "
    r"(help|work)|good fit|recommend\w*|should have|matches|you need)\b|%",
    re.IGNORECASE,
)
COUNTS = re.compile(r"\d+ (out )?of \d+")
STUDIES = {"not_known", "paid"}
"""Texts on the people in studies, the same in every reading: they alone may count people."""


def plain(text: str) -> str:
    return " ".join(shipped("en").prose.block(text).plain)


def said(question: str, answer: str, kind: str) -> str:
    return " ".join(plain(one.text) for one in RULES[question][answer] if one.kind == kind)


def texts(library: Library) -> list[PatientText]:
    return [one for one in patient_texts(library) if one.file == "fit.toml"]


@pytest.mark.parametrize(("line", "question", "answer", "kind", "told"), LINES)
def test_each_line_of_the_clinical_rules_has_its_answer(
    line: str, question: str, answer: str, kind: str, told: str
):
    assert told in said(question, answer, kind), line


@pytest.mark.parametrize(("line", "key", "told"), ALWAYS)
def test_what_no_answer_changes_stands_in_every_reading(
    line: str, key: str, told: str, library: Library
):
    text = plain(getattr(library.fit, key))
    assert re.search(told, text), line


@pytest.mark.parametrize(("line", "section", "told"), ON_THE_PAGE)
def test_what_is_not_asked_stands_on_the_page(line: str, section: str, told: str, library: Library):
    body = blocks.page_body(library, library.pages["options"])
    sections = dict(re.findall(r'<h2 id="([a-z-]+)">(.*?)(?=<h2 id="|\Z)', body, re.DOTALL))
    assert re.search(told, visible(sections[section])), line


def test_the_emergency_comes_first_and_there_are_at_most_ten_questions():
    assert GATE == gate(RULES) == "emergency"
    assert len(RULES) <= 10


def test_not_being_sure_of_an_emergency_stops_too():
    assert {answer: read(RULES, {GATE: answer}).stopped for answer in RULES[GATE]} == {
        "yes": True, "no": False, "not_sure": True,
    }  # fmt: skip


@pytest.mark.parametrize("question", OTHERS)
def test_not_sure_leads_to_something_to_ask_or_to_a_test(question: str):
    says = RULES[question]["not_sure"]
    assert {one.kind for one in says} <= {"test", "talk"}
    assert any(one.ask for one in says)


def test_no_text_of_the_guide_gives_a_verdict_a_score_or_a_promise(library: Library):
    told = {
        item.key: " ".join(library.prose.block(item.text).plain)
        for item in texts(library)
        if not item.key.endswith(".label")
    }
    assert {key: match[0] for key in told if (match := VERDICTS.search(told[key]))} == {}
    assert {key for key in told if COUNTS.search(told[key])} == STUDIES
    words = [library.words.raw(key) for key in library.words.keys() if key.startswith("fit.")]  # noqa: SIM118
    assert [text for text in words if VERDICTS.search(text) or COUNTS.search(text)] == []


def test_every_reading_names_its_sources(library: Library):
    for answers in RULES.values():
        for one in (one for says in answers.values() for one in says):
            assert library.prose.block(one.text).sources, one.text


ANSWERS = st.fixed_dictionaries(
    {}, optional={code: st.sampled_from([*answers, None, "x"]) for code, answers in RULES.items()}
)
PARTS = ("matches", "to_test", "to_talk", "disagree", "ask")


@given(ANSWERS)
def test_any_answers_give_a_reading_and_a_stop_empties_the_rest(answers: dict[str, str | None]):
    found = read(RULES, answers)
    assert found.stopped == (answers.get(GATE) in ("yes", "not_sure"))
    if found.stopped:
        assert found.stop
        assert found == Reading(stopped=True, stop=found.stop)
    elif answers.get(GATE) != "no":
        assert found == Reading()


@given(ANSWERS, st.randoms())
def test_the_order_of_the_answers_changes_nothing(answers: dict[str, str | None], random):
    shuffled = list(answers.items())
    random.shuffle(shuffled)
    assert read(RULES, dict(shuffled)) == read(RULES, answers)


@given(ANSWERS)
def test_questions_left_open_add_nothing(answers: dict[str, str | None]):
    given_ = {code: one for code, one in answers.items() if one in RULES[code]}
    assert read(RULES, answers) == read(RULES, given_)


@given(ANSWERS)
def test_a_reading_is_the_sum_of_what_each_answer_says(answers: dict[str, str | None]):
    answers = answers | CALM
    found = read(RULES, answers)
    alone = [read(RULES, CALM | {code: answers.get(code)}) for code in OTHERS]
    for part in PARTS:
        pieces = [text for one in alone for text in getattr(one, part)]
        assert getattr(found, part) == tuple(dict.fromkeys(pieces))
    assert found.answered == sum(one.answered for one in alone)


@given(
    st.dictionaries(
        st.sampled_from("abcdef"),
        st.dictionaries(
            st.sampled_from("xyz"),
            st.lists(
                st.builds(
                    Says,
                    st.sampled_from(["match", "test", "talk", "disagree"]),
                    st.sampled_from("pqrst"),
                    st.lists(st.sampled_from("uvw")).map(tuple),
                )
            ).map(tuple),
        ),
    ),
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("xyz")),
)
def test_a_guide_without_a_gate_reads_too_and_says_each_thing_once(
    rules: Rules, answers: dict[str, str]
):
    found = read(rules, answers)
    assert gate(rules) == ""
    assert found.open
    assert not found.stopped
    for part in PARTS:
        assert len(set(getattr(found, part))) == len(getattr(found, part))
