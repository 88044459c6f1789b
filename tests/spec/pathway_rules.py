"""The clinical rules of the decision pathway, one row for each branch; the rule sheet is these."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AnswerRule:
    """What an answer means in clinical terms, and where it must lead.

    Attributes:
        question: id of the question.
        answer: id of the answer.
        means: what is the case, in the terms of clinicians.
        leads: id of the node that follows.
        returns: whether that goes back to an earlier place.

    """

    question: str
    answer: str
    means: str
    leads: str
    returns: bool = False


@dataclass(frozen=True)
class StageRule:
    """What must be named at a stage.

    Attributes:
        stage: id of the stage.
        means: why one is there.
        tests: examinations it must name; it may name more.
        options: options it must name; it may name more.
        onward: where it must lead besides.
        never: options that it must not name.

    """

    stage: str
    means: str
    tests: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    onward: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


A, S = AnswerRule, StageRule

ANSWERS = (
    A("N0", "N0-Y", "any emergency sign", "N0-Y"),
    A("N0", "N0-S", "any sign for a call the same day", "N0-S"),
    A("N0", "N0-N", "no sign", "N1"),
    A("N0", "N0-U", "unsure about the signs: treated as a call the same day", "N0-S"),
    A("N1", "N1-A", "under 72 hours: flare and soreness are expected", "N1-A"),
    A("N1", "N1-B", "3 days to 2 weeks: soreness settles", "N1-B"),
    A("N1", "N1-C", "2 to 6 weeks: benefit may still build", "N1-C"),
    A("N1", "N1-D", "6 to 12 weeks: fair time for a first verdict", "N2"),
    A("N1", "N1-E", "over 3 months, or relief faded", "N2"),
    A("N1", "N1-U", "date not known: look for it; the change comes next", "N2"),
    A("N2", "N2-A", "no change from before", "N2-A"),
    A("N2", "N2-B", "better, in part or in full", "N2-B1"),
    A("N2", "N2-C", "helped, then wore off with the same symptoms", "N2-C"),
    A("N2", "N2-D", "worse, new or different pain", "N2-D"),
    A("N2", "N2-E", "wound, fever, headache or leak", "N0", returns=True),
    A("N2", "N2-U", "unsure: look at the pattern of symptoms", "N3"),
    A("N2-B1", "N2-B1-Y", "enough for the person's goals", "N2-B1-Y"),
    A("N2-B1", "N2-B1-N", "not enough for the person's goals", "N2-B1-N"),
    A("N2-B1", "N2-B1-U", "unsure: talk it through", "N6"),
    A("N3", "N3-1", "leg or buttock symptoms upright, eased by sitting or bending", "N4-1"),
    A("N3", "N3-2", "calf symptoms on walking, eased by standing still", "N4-2"),
    A("N3", "N3-3", "pain along one strip of skin, whatever one does", "N4-3"),
    A("N3", "N3-4", "back pain much more than leg pain, worse with movement", "N4-4"),
    A("N3", "N3-5", "groin pain, or hip painful on turning inward", "N4-5"),
    A("N3", "N3-6", "one-sided buttock pain below the belt, unlike the old pain", "N4-6"),
    A("N3", "N3-7", "burning or numb feet on both sides, also at rest", "N4-7"),
    A("N3", "N3-8", "none fits, or widespread pain", "N4-8"),
    A("N3", "N3-U", "unsure: history and examination before anything else", "E1"),
    A("N5", "N5-a", "same level still tight, stable spine", "N5-a"),
    A("N5", "N5-b", "another level tight and never treated", "N5-b"),
    A("N5", "N5-c", "unstable slip or marked instability", "N5-c"),
    A("N5", "N5-d", "lateral or foraminal narrowing dominates", "N4-3"),
    A("N5", "N5-e", "not tight, or does not match the symptoms", "N3", returns=True),
    A("N5", "N5-f", "fluid, collection or blood", "N5-f"),
    A("N5", "N5-U", "report not known: ask for it, choose together", "N6"),
)

STAGES = (
    S("N1-A", "first 72 hours", onward=("N0", "N1-B")),
    S("N1-B", "3 days to 2 weeks", onward=("N0", "N1-C")),
    S("N1-C", "2 to 6 weeks", onward=("N0", "N2")),
    S("N2-A", "was the painful structure treated, and enough of it?", onward=("N0", "N3")),
    S("N2-B1-Y", "keep the gains", options=("L1",), onward=("N0",)),
    S("N2-B1-N", "rehabilitation while the cause is looked for", options=("L2",),
      onward=("N0", "N3")),
    S("N2-C", "same level again, or another level: claudication first",
      onward=("N0", "N3", "N4-1")),
    S("N2-D", "signs again, then look for another cause", onward=("N0", "N3")),
    S("N4-1", "persistent or returned claudication", ("E1", "E2", "E4"), onward=("N0", "N5")),
    S("N4-2", "circulation", ("E6",), ("L13",), ("N0",), ("L3", "L7", "L8", "L9", "L10")),
    S("N4-3", "single-root leg pain", ("E2", "E9"), ("L3", "L4", "L9"), ("N0",),
      ("L5", "L7", "L8", "L10")),
    S("N4-4", "back-dominant pain", ("E4", "E9"), ("L2", "L5", "L10"), ("N0",),
      ("L3", "L7", "L8")),
    S("N4-5", "hip or knee", ("E7",), ("L13",), ("N0",), ("L3", "L7", "L8", "L9", "L10")),
    S("N4-6", "sacroiliac joint", ("E8",), ("L13",), ("N0",), ("L3", "L7", "L8", "L9", "L10")),
    S("N4-7", "neuropathy", ("E5",), ("L6", "L13"), ("N0",), ("L3", "L7", "L8", "L9", "L10")),
    S("N4-8", "no clear target: step back before more procedures", ("E1",),
      ("L2", "L6", "L11", "L12"), ("N0",), ("L7", "L8", "L9", "L10")),
    S("N5-a", "same level still tight, stable spine", (), ("L2", "L3", "L8", "L9"), ("N0",),
      ("L7", "L10")),
    S("N5-b", "another level, never treated", (), ("L7", "L8", "L9"), ("N0",), ("L10",)),
    S("N5-c", "surgical opinion: decompression alone or with fusion", (), ("L9", "L10"), ("N0",),
      ("L7", "L8")),
    S("N5-f", "urgent review by the team", ("E10",), (), ("N0",),
      ("L3", "L4", "L5", "L7", "L8", "L9", "L10", "L12")),
    S("N6", "goals, health, recovery, chances, evidence, cost, waiting; options of the finding",
      ("E1",), ("L2", "L11"), ("N0", "N3", "N6-1"),
      ("L3", "L4", "L5", "L7", "L8", "L9", "L10", "L12")),
    S("N6-1", "wait while symptoms are stable", onward=("N0",)),
)  # fmt: skip

GATE, EMERGENCY, SAME_DAY = "N0", "N0-Y", "N0-S"
LEAVES = frozenset(f"L{number}" for number in range(1, 14))
TESTS = frozenset(f"E{number}" for number in range(1, 11))
WITHOUT_A_PROCEDURE = frozenset({"L1", "L11"})
"""The leaves that are no further procedure; every finding offers one of them."""
