"""Every way to write a wrong short text of an option, and the fault that it must give."""

from __future__ import annotations

from tests.content.broken import replace
from tests.content.faulty import Case

MILD, OPEN = "en/options/mild.md", "en/options/open.md"
SPACER, FUSION, STEROID = (f"en/options/{name}.md" for name in ("spacer", "fusion", "steroid"))
EXERCISE, MEDICINES = "en/options/exercise.md", "en/options/medicines.md"
WAITING = "en/options/change-nothing.md"
MILD_PAID = '  paid: "The maker paid for, or was a partner in, all of these studies."\n'
NOT_SHOWN = '  paid: "Not shown for the studies named here. [@editorial]"\n'
SORE = "All had agreed to surgery at the start. Soreness or a fall can happen. No count found."
SHOWN = (
    "One, pregabalin, showed some benefit at three months. How many took part is not shown. "
    "We found no study of walking."
)
UNSTABLE = "How many took part is not shown. For an unstable spine, we found no trial."

BRIEFS = (
    Case("short text without who paid", replace(MILD, MILD_PAID, ""),
         MILD, "brief.paid", "nothing", "this key is needed", alone=True),
    Case("key of a short text unknown", replace(MILD, MILD_PAID, f'{MILD_PAID}  note: "More."\n'),
         MILD, "brief.note", "a key that is not known", "only the keys of the guide", alone=True),
    Case("short text too short", replace(MEDICINES, SHOWN, ""),
         MEDICINES, "brief.found", "14 words", "20 to 36 words"),
    Case("short text too long", replace(EXERCISE, SORE, f"{SORE} It may fade in time."),
         EXERCISE, "brief.harms", "41 words", "20 to 36 words"),
    Case("short text of long words",
         replace(FUSION, UNSTABLE, f"{' '.join(['decompressions'] * 12)}."),
         FUSION, "brief.found", "characters", "up to 230"),
    Case("who paid told at length",
         replace(WAITING, NOT_SHOWN, NOT_SHOWN.replace("here.", "here, or in any other one that "
                                                       "we read.")),
         WAITING, "brief.paid", "15 words", "1 to 14 words"),
    Case("fewer words for harms than for results",
         replace(STEROID, " The FDA warned of stroke, paralysis and death. The true rate is not "
                          "known. [@fda_esi_2014]\"\n  paid", "\"\n  paid"),
         STEROID, "brief.found, brief.harms", "words of results, 20 of harms", "0.8 to 1 words"),
    Case("four sources in a short text",
         replace(SPACER, NOT_SHOWN, NOT_SHOWN.replace("[@", "[@superion_2y; @")),
         SPACER, "brief", "deyo2013, felix_1y, superion_2y, tram2020", "up to 3"),
    Case("row that the full text does not name",
         replace(OPEN, "had another back operation within four years;",
                 "had another back operation in {options.fusion.years} years;"),
         OPEN, "brief.harms", "options.fusion.years", "a row that found or harms"),
    Case("promise in a short text",
         replace(MILD, "Low pain after MILD:", "Safe after MILD:"),
         MILD, "brief.found", "the word 'Safe'", "a plain statement"),
)  # fmt: skip
