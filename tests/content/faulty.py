"""Every way to write wrong content, and the fault that it must give."""

from __future__ import annotations

from dataclasses import dataclass

from tests.content.broken import Break, append, cell, overwrite, remove, replace

P2 = "en/procedure/p02.md"
P10, P11 = "en/procedure/p10.md", "en/procedure/p11.md"
VISIT = "en/pages/visit.md"
E10 = "en/pathway/e10.md"
R0, R3, R4 = (f"en/recovery/r{number}.md" for number in (0, 3, 4))
FACTS = "evidence/facts.csv"
GLASSES = "- Your glasses, your hearing aids, and your insurance card."


@dataclass(frozen=True)
class Case:
    """One way to break the content, and the one fault it must give.

    Attributes:
        name: what is wrong.
        change: breaks a copy of the content.
        file: where the fault must be found; `key` likewise.
        key: see `file`.
        found: part of what the fault must say that it found.
        allowed: part of what it must say is allowed.
        alone: whether it takes the place of other faults, so that it cannot stand among them.

    """

    name: str
    change: Break
    file: str
    key: str
    found: str
    allowed: str
    alone: bool = False


def line(name: str, new: str, found: str, allowed: str) -> Case:
    """Return a case that changes one list item of the visit page; they share one place."""
    change = replace(VISIT, GLASSES, f"- {new}")
    return Case(name, change, VISIT, "#bring", found, allowed, alone=True)


FILES = (
    Case("missing key", replace(P2, 'short: "Your medicines"\n', ""),
         P2, "short", "nothing", "this key is needed"),
    Case("unknown key", replace(P2, "phase: before\n", "phase: before\ncolor: red\n"),
         P2, "color", "a key that is not known", "only the keys of the guide"),
    Case("value outside the list", replace(P2, "phase: before\n", "phase: later\n"),
         P2, "phase", "'later'", "'before', 'day', 'room' or 'after'"),
    Case("id that is not the file's name", replace(P2, "id: P2\n", "id: P3\n"),
         P2, "id", "P3", "the file's name, p02", alone=True),
    Case("bad UTF-8", overwrite(P2, b"---\nid: P2\n---\n\xff\xfe"),
         P2, "byte 15", "text that is not UTF-8", "UTF-8", alone=True),
    Case("bad YAML", replace(P2, "phase: before\n", "phase: [before\n"),
         P2, "front matter", "while parsing", "YAML", alone=True),
    Case("bad TOML", append("en/safety.toml", "[[emergency\n"),
         "en/safety.toml", "(file)", "line", "TOML"),
    Case("key of a TOML table unknown",
         replace("en/questions.toml", 'id = "Q1"\n', 'id = "Q1"\ncolor = "red"\n'),
         "en/questions.toml", "group.0.question.0.color", "not known", "the keys of the guide"),
    Case("missing file", remove("en/glossary.toml"),
         "en/glossary.toml", "(file)", "no such file", "this file is needed"),
    Case("missing page", remove(VISIT),
         VISIT, "(file)", "no such file", "this file is needed", alone=True),
    Case("missing block", replace(VISIT, "[[questions]]", "Here."),
         VISIT, "[[questions]]", "0 times", "once", alone=True),
    Case("block placed twice", replace(VISIT, "[[questions]]", "[[questions]]\n\n[[questions]]"),
         VISIT, "[[questions]]", "2 times", "once", alone=True),
    Case("unknown block", replace(VISIT, "[[questions]]", "[[questions]]\n\n[[quiz]]"),
         VISIT, "[[quiz]]", "an unknown block", "questions"),
    Case("heading without an id", replace(VISIT, " {#talk}", ""),
         VISIT, "## How can you make the talk work for you?", "another form", "## Title {#id}"),
    Case("heading id used twice", replace(VISIT, "{#talk}", "{#bring}"),
         VISIT, "#bring", "an id used twice", "each id once", alone=True),
    Case("text before the first heading",
         replace(VISIT, "## What should", "Hello.\n\n## What should"),
         VISIT, "body", "text before the first heading", "## Heading {#id} first"),
    Case("unknown field in which clinics differ",
         replace(R3, "differ: [activity, follow_up]", "differ: [activity, followup]"),
         R3, "differ.1", "'followup'", "'activity', 'wound', 'driving', 'lifting', 'work'"),
    Case("unknown field of what always holds",
         replace(R3, "always:\n  wound:", "always:\n  wounds:"),
         R3, "always.wounds", "'wounds'", "'activity', 'wound', 'driving', 'lifting', 'work'"),
    Case("field of a milestone without any text", replace(R0, "\n  driving:", "\n  lifting:"),
         R0, "driving", "''", "a text here, one under always, or its name under nothing"),
    Case("field of a milestone with a text, though nothing was found",
         replace(R4, "nothing: [driving,", "nothing: [activity, driving,"),
         R4, "activity", "'The slowest", "or its name under nothing: one of them"),
    Case("activity of which nothing is said",
         append("en/activities.toml", '\n[[activity]]\nid = "skiing"\nname = "Skiing"\n'),
         "en/activities.toml", "activity.13", "Skiing", "a text under says, other or always"),
    Case("activity with an unknown rule",
         replace("en/activities.toml", 'rule = "work"', 'rule = "fasting"'),
         "en/activities.toml", "activity.5.rule", "'fasting'", "'washing', 'driving', 'lifting'"),
    Case("unknown kind of node", replace(E10, "kind: test", "kind: exam"),
         E10, "kind", "exam", "question, stop, stage, leaf, test"),
)  # fmt: skip
TABLES = (
    Case("id used twice", append(FACTS, "evidence.odi_scale,1,,x,again,editorial,\n"),
         FACTS, "evidence.odi_scale", "an id used twice", "each id once"),
    Case("id of another table",
         append(FACTS, "noticeable.odi.ostelo2008,1,,x,again,editorial,\n"),
         "evidence/thresholds.csv", "noticeable.odi.ostelo2008", "an id also in facts.csv",
         "each id once"),
    Case("row too short", append(FACTS, "too.short,1\n"),
         FACTS, "too.short", "longer or shorter than the header", "one cell a column"),
    Case("row too long", append(FACTS, "too.long,1,,x,what,editorial,,9,9\n"),
         FACTS, "too.long", "longer or shorter than the header", "one cell a column"),
    Case("end of a range below its start", append(FACTS, "a.range,5,3,x,what,editorial,\n"),
         FACTS, "a.range", "", "high above low"),
    Case("letters for a number", append(FACTS, "a.word,many,,x,what,editorial,\n"),
         FACTS, "a.word.low", "'many'", "valid number"),
    Case("fact of an unknown source", append(FACTS, "a.fact,5,,x,what,nobody2020,\n"),
         FACTS, "a.fact", "nobody2020", "ids of sources.csv"),
    Case("unknown source of an appraisal",
         replace("evidence/appraisals.csv", ",kreiner2014,", ",x1,"),
         "evidence/appraisals.csv", "view.kreiner2014", "x1", "an id of sources.csv"),
    Case("share above 100",
         cell("events", "encore.mild.any_device_or_procedure_ae.24m", ",2,1.3,", ",2,113,"),
         "evidence/events.csv", "encore.mild.any_device_or_procedure_ae.24m.pct", "'113'", "100"),
    Case("count above the people",
         replace("evidence/events.csv", "77,6,any_device_or_procedure_AE,0,0.0,",
                 "77,6,any_device_or_procedure_AE,78,,"),
         "evidence/events.csv", "motion.mild_cmm.any_device_or_procedure_ae.6m", "",
         "a count no larger than n"),
    Case("dot without its result",
         replace("evidence/recovery_points.csv", "basu.mild.odi.6m", "basu.mild.odi.7m"),
         "evidence/recovery_points.csv", "curve.basu.odi.6m.follow_id", "basu.mild.odi.7m",
         "an id of outcomes.csv"),
    Case("row without its words",
         replace("en/evidence/appraisals.csv", "view.kreiner2014,", "view.kreiner2015,"),
         "en/evidence/appraisals.csv", "view.kreiner2014", "nothing", "a row with the words",
         alone=True),
    Case("words without their row",
         replace("en/evidence/appraisals.csv", "view.kreiner2014,", "view.kreiner2015,"),
         "en/evidence/appraisals.csv", "view.kreiner2015", "words without a row", "an id of"),
    Case("code without a plain label",
         replace("evidence/appraisals.csv", "view.kreiner2014,kreiner2014,2014,critical",
                 "view.kreiner2014,kreiner2014,2014,hostile"),
         "evidence/appraisals.csv", "view.kreiner2014.stance", "'hostile'", "'critical'",
         alone=True),
    Case("one of the two cells of a confirmation",
         replace("evidence/to_confirm.csv", "62.2,percent,encore_6m,unconfirmed,,",
                 "62.2,percent,encore_6m,unconfirmed,Dr Reader,"),
         "evidence/to_confirm.csv", "to_confirm.encore.mild.odi.6m", "", "or neither"),
)  # fmt: skip
WORDS = (
    line("typed digit without a source", "Your 2 glasses.", "the bare number 2", "in braces"),
    line("unknown row", "About {no.such_row}.", "{no.such_row}", "row of the evidence tables"),
    line("unknown form", "About {evidence.odi_scale:mean}.", "form 'mean'", "low, high, whole"),
    line("unknown source", "A card. [@nobody2020]", "[@nobody2020]", "an id of evidence/sources"),
    line("broken link to a page", "[A card](page:recover).", "page:recover", "page:, step:"),
    line("broken link to a node", "[A card](node:N99).", "node:N99", "page:, step:"),
    line("broken link to a step", "[A card](step:P99).", "step:P99", "page:, step:"),
    line("link to another site", "[A card](https://example.org).", "example.org", "page:, step:"),
    line("banned word", "A safe card.", "the word 'safe'", "a plain statement"),
    line("sentence over 25 words", " ".join(["word"] * 26) + ".", "26 words", "up to 25"),
    line("row that nobody confirmed", "It is {to_confirm.encore.mild.odi.6m}.",
         "{to_confirm.encore.mild.odi.6m}", "confirmed_by and confirmed_on filled in"),
    Case("unknown source of what always holds",
         replace(R0, "be spinal fluid. [@cohen_cureus_2022]", "be spinal fluid. [@nobody2020]"),
         R0, "always.wound", "[@nobody2020]", "an id of evidence/sources"),
    Case("banned word in what always holds",
         replace(R3, "Have somebody check the cut", "Have a safe look at the cut"),
         R3, "always.wound", "the word 'safe'", "a plain statement"),
    Case("fact of the interface with an unknown source",
         replace("en/words.toml", "like a baby aspirin.", "like a baby aspirin. [@nobody2020]"),
         "en/words.toml", "glance.opening_text", "[@nobody2020]", "an id of evidence/sources"),
    Case("fact in a word that shows none",
         replace("en/words.toml", 'weekly = "One line every week.', 'weekly = "One {day.ours}.'),
         "en/words.toml", "diary.weekly", "a row or a source", "only under glance, day"),
    Case("file that nothing reads", append("en/notes.txt", "a note\n"),
         "en/notes.txt", "(file)", "nothing reads", "the files of the guide"),
    Case("table that nothing reads", append("evidence/more.csv", "id\n"),
         "evidence/more.csv", "(file)", "nothing reads", "the files of the guide"),
    Case("fact that nothing names", append(FACTS, "an.unused,5,,x,what,editorial,\n"),
         FACTS, "an.unused", "nothing names", "a row in use"),
    Case("unknown question of a step", replace(P2, "[Q12, Q13, Q20]", "[Q12, Q13, Q99]"),
         P2, "ask", "Q99", "an id of questions.toml"),
    Case("two options at one place", replace("en/options/mild.md", "order: 5\n", "order: 6\n"),
         "en/options", "order", "[1, 2, 3, 4, 6, 6, 7, 8]", "each place once"),
    Case("medical word with two meanings",
         append("en/glossary.toml", '\n[[term]]\nid = "again"\nterm = "Stenosis"\naliases = []\n'
                                    'definition = "Again."\nsources = ["nass_2011"]\n'),
         "en/glossary.toml", "stenosis", "used twice", "each once"),
    Case("step without a drawing", replace(P10, "scene:\n", "picture:\n"),
         P10, "scene", "nothing", "this key is needed", alone=True),
    Case("unknown drawing", replace(P10, "drawing: cross_section", "drawing: photo"),
         P10, "scene.drawing", "photo", "cross_section, side_view, room", alone=True),
    Case("unknown layer", replace(P10, ", bones, tube]", ", bones, glue, tube]"),
         P10, "scene.layers", "glue", "skin, fat, muscle"),
    Case("two states of the ligament",
         replace(P11, "ligament_thick,", "ligament_thick, ligament_one_side,"),
         P11, "scene.layers", "ligament_one_side, ligament_thick", "one of ligament_thick"),
    Case("contrast past a thick ligament",
         replace(P10, ", sac, bones,", ", contrast_one_side, sac, bones,"),
         P10, "scene.layers", "contrast_one_side", "only with ligament_one_side or ligament_both"),
    Case("contrast past the side that is thick",
         replace("en/procedure/p13.md", "contrast_one_side", "contrast_both_sides"),
         "en/procedure/p13.md", "scene.layers", "contrast_both_sides", "only with ligament_both"),
    Case("label that the layers do not show",
         replace("en/procedure/p15.md", "labels: [bandage,", "labels: [tube, bandage,"),
         "en/procedure/p15.md", "scene.labels", "tube", "skin, fat, muscle"),
    Case("label without a part", replace(P10, "labels: [tube,", "labels: [glue, tube,"),
         P10, "scene.labels", "glue", "skin, fat, muscle"),
    Case("look at a part without a label",
         replace("en/procedure/p12.md", "look: ligament_tool", "look: disc"),
         "en/procedure/p12.md", "scene.look", "disc", "one of the labels: ligament_tool"),
    Case("two steps with one picture",
         replace(P11, ", notch, chips, bone_tool]", "]"),
         P11, "scene.layers", "the layers of P10", "another picture", alone=True),
    Case("part without its words", replace("en/anatomy.toml", 'id = "c_arm"', 'id = "x_arm"'),
         "en/anatomy.toml", "c_arm", "no such part", "every part of a drawing"),
    Case("hole in the numbering of steps", remove("en/procedure/p05.md"),
         "en/procedure", "id", "['P1', 'P2', 'P3', 'P4', 'P6'", "P1, P2, P3, P4, P5"),
)  # fmt: skip
