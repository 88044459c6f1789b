"""Every way to write wrong screens of the clinic view, and the fault that it must give."""

from __future__ import annotations

from tests.content.broken import append, replace
from tests.content.faulty import Case

FILE = "en/clinic_view.toml"
MILD_RESULTS = 'results = ["encore.mild.odi_responder.12m", "encore.esi.odi_responder.12m"]'
RESULT = '  "napa_sham.sham.vas_pain_low.6w",\n'
TEACH_BACK = (
    'teach_back = "Can you tell me in your own words what crowds the nerves in your back?"\n'
)
SPACER_HARMS = (
    'harms = ["staats2023.interspinous_spacer.harm_any_coded.24m"]\n\n'
    '[[screen.option]]\nid = "open"'
)
OPENING = (
    "opening = [\n"
    '  "Eight choices, from the least done to your body to the most. It is no ranking, and the '
    'studies differ: do not compare the numbers. [@editorial]",\n]\n'
)
SEVENTH = """
[[screen]]
page = "evidence"
title = "Evidence"
opening = ["Look. [@editorial]"]
teach_back = "And you?"
"""

CLINIC_VIEW = (
    Case("key of a screen unknown",
         replace(FILE, 'title = "The problem"\n', 'title = "The problem"\ncolor = "red"\n'),
         FILE, "screen.0.color", "a key that is not known", "the keys of the guide", alone=True),
    Case("screen without what is asked back", replace(FILE, TEACH_BACK, ""),
         FILE, "screen.0.teach_back", "nothing", "this key is needed", alone=True),
    Case("screen without opening words",
         replace(FILE, OPENING, "opening = []\n"),
         FILE, "screen.3.opening", "", "1 item", alone=True),
    Case("title too long for its button",
         replace(FILE, 'title = "The problem"', 'title = "What the problem with the back is"'),
         FILE, "screen.0.title", "", "24", alone=True),
    Case("a seventh screen", append(FILE, SEVENTH),
         FILE, "screen.page", "visit, evidence", "whats-next, visit"),
    Case("screens in another order",
         replace(FILE, 'page = "recovery"\n', 'page = "procedure"\n'),
         FILE, "screen.page", "procedure, procedure", "overview, procedure, recovery", alone=True),
    Case("row of a screen unknown",
         replace(FILE, '"lingreen.mild.soreness_duration.undated"', '"lingreen.mild.soreness"'),
         FILE, "procedure.harms", "lingreen.mild.soreness", "outcomes.csv or events.csv"),
    Case("row of a screen twice",
         replace(FILE, '  "mekhail2021.mild.same_level_decompression_surgery.60m",\n]',
                 '  "encore.mild.procedure_ae.undated",\n]'),
         FILE, "recovery.harms", "encore.mild.procedure_ae.undated", "each row once",
         alone=True),
    Case("more results than harms",
         replace(FILE, SPACER_HARMS, '[[screen.option]]\nid = "open"'),
         FILE, "options.spacer.harms", "1 results, 0 harms", "at least as many harms as results"),
    Case("row to confirm on a screen",
         replace(FILE, RESULT, '  "to_confirm.encore.mild.odi.6m",\n'),
         FILE, "recovery.results", "to_confirm.encore.mild.odi.6m", "outcomes.csv or events.csv",
         alone=True),
    Case("before and after beside a difference between groups on a screen",
         replace(FILE, RESULT,
                 '  "encore.mild.odi.24m",\n  "zaina2016.surgery_minus_nonsurgery.odi.24m",\n'),
         FILE, "recovery.results",
         "encore.mild.odi.24m (before_after), zaina2016.surgery_minus_nonsurgery.odi.24m (between",
         "not both side by side"),
    Case("both kinds in one option's line",
         replace(FILE, MILD_RESULTS,
                 'results = ["encore.mild.odi.24m", "less.steroid_minus_lidocaine.rmdq.6w"]'),
         FILE, "options.mild.results", "encore.mild.odi.24m (before_after)",
         "not both side by side", alone=True),
    Case("people without a procedure among results of one",
         replace(FILE, RESULT,
                 '  "wessberg.nonsurgical.leg_pain_improved.40m",\n'),
         FILE, "recovery.results", "wessberg.nonsurgical.leg_pain_improved.40m",
         "people who had the procedure", alone=True),
    Case("what happens without a procedure unknown",
         replace(FILE, 'without = "without-sweden"', 'without = "limits-six-months"'),
         FILE, "overview.without", "limits-six-months", "without-sweden"),
    Case("step with a button unknown", replace(FILE, '"P17"]', '"P18"]'),
         FILE, "procedure.steps", "P18", "an id of the procedure's steps"),
    Case("option left out",
         replace(FILE, '[[screen.option]]\nid = "mild"\n', '[[screen.option]]\nid = "spacer"\n'),
         FILE, "options.option.id", "steroid, spacer, spacer", "steroid, mild, spacer"),
    Case("neither rows nor words for an option",
         replace(FILE, 'harms = ["sport.surgery.dural_tear.start"]\n', ""),
         FILE, "options.open.harms", "rows and words, or neither", "rows, or words in their place"),
    Case("opening words with a bare number",
         replace(FILE, "We do not save what you choose here. [@editorial]",
                 "We do not save the 3 things here."),
         FILE, "visit.opening.1", "the bare number 3", "in braces"),
    Case("opening words with a promise",
         replace(FILE, "MILD aims to thin the band a little.", "MILD is a safe way."),
         FILE, "overview.opening.2", "'safe'", "a plain statement"),
)  # fmt: skip
