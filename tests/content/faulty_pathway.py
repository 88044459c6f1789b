"""Every way to break the decision pathway, and the fault that it must give."""

from __future__ import annotations

from pathlib import Path

from tests.content.broken import Break, append, remove, replace
from tests.content.faulty import Case

FOLDER = "en/pathway"
N0, N1A, N2, N4_2, N5 = (
    f"{FOLDER}/{name}.md" for name in ("n0", "n1-a", "n2", "n4-2", "n5")
)  # fmt: skip
L6, L9 = f"{FOLDER}/l6.md", f"{FOLDER}/l9.md"


def _each(*changes: Break) -> Break:
    def change(root: Path) -> None:
        for one in changes:
            one(root)

    return change


def _stop(name: str) -> str:
    return (
        f"---\nid: {name}\nkind: stop\nurgency: same_day\nbranch: gate\npart: signs\n"
        'title: Alone\nshort: "Alone"\n---\n'
    )


SECOND_GATE = """---
id: N9
kind: question
branch: gate
part: signs
title: Signs again
short: "Signs again"
question: "Any sign now?"
why: "Signs come first. [@editorial]"
answers:
  - id: N9-N
    label: "No"
    to: N1
  - id: N9-U
    label: "I am not sure"
    to: N0
    returns: true
    unsure: true
---
"""

PATHWAY = (
    Case("unknown target of an answer", replace(f"{FOLDER}/n6-1.md", "to: N0", "to: N9"),
         f"{FOLDER}/n6-1.md", "N6-1", "a way to N9", "the id of a node with a file", alone=True),
    Case("node that nothing leads to", append(f"{FOLDER}/n4-9.md", _stop("N4-9")),
         f"{FOLDER}/n4-9.md", "N4-9", "nothing leads to", "a way to it from N0"),
    Case("field of a leaf missing", replace(L9, "guidelines:\n", "guideline:\n"),
         L9, "L9.guidelines", "nothing", "this key is needed", alone=True),
    Case("field of a leaf unknown", replace(L9, "guidelines:\n", "guideline:\n"),
         L9, "L9.guideline", "a key that is not known", "only the keys of the guide", alone=True),
    Case("leaf without a risk",
         replace(L6, "risks:\n  - \"With", "risks: []\nx:\n  - \"With"),
         L6, "L6.risks", "[]", "at least 1 item", alone=True),
    Case("branch of a node unknown", replace(N4_2, "branch: further_evaluation", "branch: other"),
         N4_2, "N4-2.branch", "'other'", "'further_evaluation'", alone=True),
    Case("name on the map too long",
         replace(N4_2, 'short: "Blood flow to the legs?"', f'short: "{"long " * 9}"'),
         N4_2, "N4-2.short", "long", "at most 32 characters", alone=True),
    Case("two emergency gates",
         _each(append(f"{FOLDER}/n9.md", SECOND_GATE),
               replace(N4_2, "label: \"Something is new or worse\"\n    to: N0\n    returns: true",
                       "label: \"Something is new or worse\"\n    to: N9")),
         f"{FOLDER}/n9.md", "N9", "a second emergency gate", "one gate, N0", alone=True),
    Case("no gate at all", remove(N0),
         FOLDER, "N0", "nothing", "the node where the walk begins", alone=True),
    Case("gate in another branch", replace(N0, "branch: gate", "branch: further_evaluation"),
         N0, "N0", "kind question, branch further_evaluation", "branch gate"),
    Case("gate without its stop for emergencies", replace(N0, "to: N0-Y", "to: N0-S"),
         N0, "N0", "stops: same_day; ways past them: 1", "emergency, same_day; one way past"),
    Case("way past the gate for a reader with a sign", replace(N0, "to: N0-Y", "to: N2"),
         N0, "N0", "ways past them: 2", "one way past them", alone=True),
    Case("stop that not only the gate leads to",
         replace(N1A, "label: \"Something is new or worse\"\n    to: N0\n    returns: true",
                 "label: \"Something is new or worse\"\n    to: N0-S"),
         N1A, "N1-A", "a way to the stop N0-S", "a way back to the gate, N0"),
    Case("circle that is not named", replace(N5, "    to: N3\n    returns: true", "    to: N3"),
         N5, "N5", "a circle: N3 > N4-1 > N5 > N3", "returns: true"),
    Case("dead end",
         replace(f"{FOLDER}/n6-1.md", "options: [L11, L2]\n", ""),
         f"{FOLDER}/n6-1.md", "N6-1", "a dead end", "a way on that does not go back"),
    Case("question without an answer for the unsure", replace(N2, "    unsure: true\n", ""),
         N2, "N2", "0 answers with unsure: true", "exactly one in a question"),
    Case("answer id used twice", replace(N2, "- id: N2-C\n", "- id: N2-B\n"),
         N2, "N2", "the answer id N2-B, which N2 has too", "each answer id once"),
    Case("answer without an id",
         replace(N2, "  - id: N2-C\n    label", "  - label"),
         N2, "N2.answers.2.id", "nothing", "this key is needed", alone=True),
    Case("option among the tests", replace(N4_2, "tests: [E1, E6]", "tests: [E1, E6, L13]"),
         N4_2, "N4-2", "L13 under tests", "nodes of the kind in tests"),
    Case("leaf too long above its fold",
         replace(L9, "A surgeon sees the nerves and removes bone and ligament.",
                 " ".join(["A surgeon sees the nerves and removes bone and ligament."] * 9)),
         L9, "L9", "words in involves, risks, evidence", "up to 145 before the rest"),
)  # fmt: skip
