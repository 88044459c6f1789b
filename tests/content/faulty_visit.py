"""Every way to write wrong questions for Your visit, and the fault that it must give."""

from __future__ import annotations

from pathlib import Path

from tests.content.broken import Break, append, replace
from tests.content.faulty import Case

KNOW, READY = "en/know.toml", "en/ready.toml"
MORE = """
[[question]]
code = "{code}"
question = "Anything else?"
fact = "Nothing else. [@editorial]"
see = {{ to = "page:options", text = "See the options" }}
answer = [
  {{ code = "no", label = "No", kind = "right", says = "Nothing else." }},
  {{ code = "yes", label = "Yes", kind = "{kind}", says = "Nothing else." }},
]
"""
MAKER = 'label = "The company that makes MILD", kind = "right"'
SPACER = 'label = "It puts in a small spacer", kind = "other"'
NEXT_DAY = 'label = "The next day", kind = "other"'
SUPPORT = 'code = "support"\n'


def _three_questions(root: Path) -> None:
    path = root / KNOW
    parts = path.read_text("utf-8").split("\n[[question]]\n")
    path.write_text("\n[[question]]\n".join(parts[:4]), "utf-8")


def _each(*changes: Break) -> Break:
    def change(root: Path) -> None:
        for one in changes:
            one(root)

    return change


VISIT_ASKS = (
    Case("key of a question unknown",
         replace(KNOW, 'code = "paid"\n', 'code = "paid"\npoints = 2\n'),
         KNOW, "question.2.points", "a key that is not known", "the keys of the guide",
         alone=True),
    Case("kind of answer that would be a mark",
         replace(KNOW, NEXT_DAY, 'label = "The next day", kind = "wrong"'),
         KNOW, "question.6.answer.0.kind", "'wrong'", "'right', 'other', 'unsure' or 'choice'",
         alone=True),
    Case("answer without its own words",
         replace(KNOW, ', says = "Two things are good to know. [@editorial]"', ""),
         KNOW, "question.5.answer.2.says", "nothing", "this key is needed", alone=True),
    Case("answer with empty words",
         replace(KNOW, 'says = "Two things are good to know. [@editorial]"', 'says = ""'),
         KNOW, "question.5.answer.2.says", "''", "at least 1 character", alone=True),
    Case("single answer",
         append(KNOW, MORE.format(code="more", kind="other").replace(
             '\n  { code = "yes", label = "Yes", kind = "other", says = "Nothing else." },', "")),
         KNOW, "question.7.answer", "[{'code': 'no'", "at least 2 items", alone=True),
    Case("way of another kind",
         replace(KNOW, 'to = "node:L9"', 'to = "https://example.org"'),
         KNOW, "question.5.see.to", "'https://example.org'", "pattern", alone=True),
    Case("three questions to check", _three_questions,
         KNOW, "question", "3 questions", "6 to 8", alone=True),
    Case("ninth question to check",
         _each(append(KNOW, MORE.format(code="more", kind="other")),
               append(KNOW, MORE.format(code="again", kind="other"))),
         KNOW, "question", "9 questions", "6 to 8"),
    Case("question to check twice", append(KNOW, MORE.format(code="paid", kind="other")),
         KNOW, "paid", "a code used twice", "each code once", alone=True),
    Case("answer to check twice", replace(KNOW, 'code = "next_day"', 'code = "weeks"'),
         KNOW, "recovery.weeks", "a code used twice", "each code once in a question"),
    Case("no right answer", replace(KNOW, MAKER, MAKER.replace("right", "other")),
         KNOW, "paid.answer", "other, other", "exactly one right"),
    Case("two right answers", replace(KNOW, SPACER, SPACER.replace("other", "right")),
         KNOW, "trims.answer", "right, right", "exactly one right"),
    Case("free choice beside a right answer",
         replace(KNOW, 'label = "To wait for now", kind = "choice"',
                 'label = "To wait for now", kind = "right"'),
         KNOW, "waiting.answer", "choice, right", "nothing but choice"),
    Case("two ways not to be sure",
         replace(KNOW, 'label = "MILD can be undone", kind = "other"',
                 'label = "MILD can be undone", kind = "unsure"'),
         KNOW, "later.answer", "unsure twice", "at most one"),
    Case("way to an unknown step", replace(KNOW, 'to = "step:P12"', 'to = "step:P99"'),
         KNOW, "trims.see", "step:P99", "and a known id"),
    Case("way to an unknown node", replace(KNOW, 'to = "node:N0"', 'to = "node:N99"'),
         KNOW, "numbness.see", "node:N99", "and a known id"),
    Case("fact with an unknown source",
         replace(KNOW, "to make more room for the nerves. [@cms_ncd_150_13]",
                 "to make more room for the nerves. [@nobody2020]"),
         KNOW, "trims.fact", "[@nobody2020]", "an id of evidence/sources"),
    Case("bare number in a fact",
         replace(KNOW, "What MILD trimmed cannot be put back.", "It took 2 hours."),
         KNOW, "later.fact", "the bare number 2", "the id of a row"),
    Case("promise in an answer",
         replace(KNOW, 'label = "Yes, nearly everyone does"', 'label = "Yes, it is proven"'),
         KNOW, "helps.nearly_all.label", "the word 'proven'", "a plain statement"),
    Case("question of readiness left out",
         replace(READY, SUPPORT, 'code = "values"\n'),
         READY, "question.code", "sure, know, values, values", "sure, know, values, support"),
    Case("not yet without a next step", replace(READY, "\nhelp = \"Write", "\n# help = \"Write"),
         READY, "question.0.help", "nothing", "this key is needed", alone=True),
    Case("not yet without a way",
         replace(READY, 'see = [{ to = "section:matters", text = "Weigh what matters to you" }]',
                 "see = []"),
         READY, "question.2.see", "[]", "at least 1 item", alone=True),
    Case("way to an unknown section",
         replace(READY, 'to = "section:questions"', 'to = "section:quiz"'),
         READY, "sure.see.0", "section:quiz", "and a known id"),
    Case("readiness with an unknown source", replace(READY, "[@legare_2010;", "[@legare_2020;"),
         READY, "about", "[@legare_2020]", "an id of evidence/sources"),
)  # fmt: skip
