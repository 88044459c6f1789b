"""Every way to write a wrong guide to the studied pattern, and the fault that it must give."""

from __future__ import annotations

from pathlib import Path

from tests.content.broken import append, replace
from tests.content.faulty import Case

FILE = "en/fit.toml"
MORE = """
[[question]]
code = "{code}"
question = "Anything else?"
answer = [
  {{ code = "no", label = "No" }},
  {{ code = "not_sure", label = "Not sure", reading = [{{ kind = "talk", text = "Ask." }}] }},
]
"""
SLIP = 'code = "slip"\nquestion = "Has a bone in your lower back slipped or become loose?"\n'
LOOSE = 'code = "loose"\nlabel = "Yes, it moves too much (unstable)"\n'
NO_SCAN = 'code = "no_scan"\nlabel = "I have not had a scan"\n'
UNSURE_SLIP = """
[[question.answer.reading]]
kind = "test"
text = "**A slip or a loose bone.** X-rays taken as you bend can show it. [@acr_lbp]"
ask = ["Q3"]
"""


def _no_stop(root: Path) -> None:
    path = root / FILE
    path.write_text(path.read_text("utf-8").replace('kind = "stop"', 'kind = "talk"'), "utf-8")


FIT = (
    Case("key of the guide unknown", replace(FILE, SLIP, f'{SLIP}weight = "3"\n'),
         FILE, "question.6.weight", "a key that is not known", "the keys of the guide", alone=True),
    Case("key of an answer unknown", replace(FILE, LOOSE, f"{LOOSE}points = 2\n"),
         FILE, "question.6.answer.2.points", "a key that is not known", "the keys of the guide",
         alone=True),
    Case("kind of reading that would be a verdict",
         replace(FILE, 'kind = "talk"\ntext = "**A spine', 'kind = "yes"\ntext = "**A spine'),
         FILE, "question.6.answer.2.reading.0.kind", "'yes'",
         "'match', 'test', 'talk', 'disagree' or 'stop'", alone=True),
    Case("answer code in words of a language",
         replace(FILE, NO_SCAN, NO_SCAN.replace("no_scan", "No scan")),
         FILE, "question.5.answer.3.code", "'No scan'", "pattern", alone=True),
    Case("guide without its last sentence",
         replace(FILE, "\nverdict = ", "\n# verdict = "),
         FILE, "verdict", "nothing", "this key is needed", alone=True),
    Case("eleventh question", append(FILE, MORE.format(code="anything")),
         FILE, "question", "11 questions", "at most 10"),
    Case("question twice", append(FILE, MORE.format(code="slip")),
         FILE, "slip", "a code used twice", "each code once", alone=True),
    Case("answer twice", replace(FILE, LOOSE, LOOSE.replace("loose", "slipped")),
         FILE, "slip.slipped", "a code used twice", "each code once in a question"),
    Case("question without Not sure",
         replace(FILE, 'code = "not_sure"\nlabel = "Not sure what it shows"',
                 'code = "unclear"\nlabel = "Not sure what it shows"'),
         FILE, "scan.answer", "ligament, sides, bone_disc, no_scan, unclear",
         "also an answer not_sure"),
    Case("Not sure that leads nowhere", replace(FILE, UNSURE_SLIP, ""),
         FILE, "slip.not_sure.reading", "nothing", "what to ask, or which test answers it"),
    Case("question that leads to nothing",
         append(FILE, MORE.format(code="empty").replace(
             ', reading = [{ kind = "talk", text = "Ask." }]', "")),
         FILE, "empty.answer", "no reading at all", "a reading of some answer", alone=True),
    Case("stop in a later question",
         replace(FILE, 'kind = "talk"\ntext = "**Infection', 'kind = "stop"\ntext = "**Infection'),
         FILE, "question", "stop in emergency, health", "exactly one question, the first one"),
    Case("guide without a stop", _no_stop,
         FILE, "question", "stop in no question", "exactly one question, the first one",
         alone=True),
    Case("unknown question to ask",
         replace(FILE, 'dye. Talk about your allergy first. [@bmc_less; @editorial]"\nask = ["Q8"]',
                 'dye. Talk about your allergy first. [@bmc_less; @editorial]"\nask = ["Q99"]'),
         FILE, "on_the_day.allergy.ask", "Q99", "with the audience patient"),
    Case("question of clinicians to ask",
         replace(FILE, 'did not help enough. It was the same in the largest trial. '
                       '[@encore_registry]"\nask = ["Q6"]',
                 'did not help enough. It was the same in the largest trial. '
                 '[@encore_registry]"\nask = ["Q32"]'),
         FILE, "tried.long_tried.ask", "Q32", "with the audience patient"),
    Case("unknown source of a reading",
         replace(FILE, "sit down or bend forward. This is a main part of the pattern. [@nass_2011;",
                 "sit down or bend forward. This is a main part of the pattern. [@nobody2020;"),
         FILE, "eases.sit_bend.reading.0.text", "[@nobody2020]", "an id of evidence/sources"),
    Case("promise in a reading",
         replace(FILE, "It starts when you stand or walk.", "MILD is safe when you stand."),
         FILE, "brings_on.standing_walking.reading.0.text", "the word 'safe'", "plain statement"),
    Case("bare number in a label", replace(FILE, 'label = "Only in my calves"',
                                           'label = "Only in my 2 calves"'),
         FILE, "where.calves.label", "the bare number 2", "the id of a row"),
)  # fmt: skip
