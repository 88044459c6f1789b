"""Every way to give the rate of a harm wrongly, and the fault that it must give."""

from __future__ import annotations

from tests.content.broken import Break, replace
from tests.content.faulty import Case

SAFETY = "en/safety.toml"
MILD, OPEN = "en/options/mild.md", "en/options/open.md"
ENDED = "in the same sentence, or that nobody has counted"
SMALL_STUDY = 'often = [{ row = "wilkinson.mild.later_laminectomy.18m" }]'
BLEEDING = 'name = "Bleeding around the nerves (epidural hematoma)"\n'


def small_study(row: str) -> Break:
    """Return what counts one harm by another row."""
    return replace(SAFETY, SMALL_STUDY, f'often = [{{ row = "{row}" }}]')


def rate(name: str, change: Break, file: str, key: str, word: str) -> Case:
    """Return a case in which a word stands for the rate of a harm."""
    return Case(f"rate of a harm as a word: {name}", change, file, key, f"the word '{word}'", ENDED)


HARMS = (
    rate("name of a risk", replace(SAFETY, 'name = "Infection"', 'name = "Infection (rare)"'),
         SAFETY, "risk.infection.name", "rare"),
    rate("what sources show of a risk",
         replace(SAFETY, "We found no count for MILD. [@editorial]\"\n\n[[risk]]\nid = \"no-less",
                 "It is uncommon. [@editorial]\"\n\n[[risk]]\nid = \"no-less"),
         SAFETY, "risk.x-ray", "uncommon"),
    rate("harms of an option", replace(MILD, "Nobody has counted these.", "All are rare."),
         MILD, "harms.2", "rare"),
    rate("harms of an option in short",
         replace(OPEN, "had no problem recorded. In Medicare",
                 "had none. Severe harm is unlikely. In Medicare"),
         OPEN, "brief.harms", "unlikely"),
    rate("page", replace("en/pages/recovery.md", "**A leak of spinal fluid** has happened too.",
                         "**A leak of spinal fluid** is seldom seen."),
         "en/pages/recovery.md", "#harms", "seldom"),
    rate("line of a physician",
         replace("en/procedure/p10.md", "one case report; the rate for MILD is not known",
                 "one case report; infrequent"),
         "en/procedure/p10.md", "clinic.note.0", "infrequent"),
    rate("place of the pathway",
         replace("en/pathway/l12.md", "Some people need another", "People commonly need another"),
         "en/pathway/l12.md", "risks.0", "commonly"),
    rate("meaning of a medical word",
         replace("en/glossary.toml", "It can cause a headache", "It often causes a headache"),
         "en/glossary.toml", "csf_leak", "often"),
    rate("question", replace("en/questions.toml", "If something goes wrong, what will you do",
                             "If one of the rare problems comes, what will you do"),
         "en/questions.toml", "Q10", "rare"),
    rate("words to say to a patient",
         replace("en/clinic_view.toml", "Nobody has counted them.", "Such problems are unusual."),
         "en/clinic_view.toml", "procedure.opening.2", "unusual"),
    rate("word of the interface",
         replace("en/words.toml", 'not_counted = "Nobody has counted"',
                 'not_counted = "Serious harm is rare"'),
         "en/words.toml", "recovery.not_counted", "rare"),
    rate("limits of a source",
         replace("en/evidence/sources.csv", "Warns of severe harms and", "Warns of rare harms and"),
         "en/evidence/sources.csv", "fda_esi_2014.limits", "rare"),
    Case("harm counted by an unknown row", small_study("no.such_row"),
         SAFETY, "risk.surgery-small-study.often.0", "{no.such_row}", "evidence tables",
         alone=True),
    Case("harm counted by a row that is no share of people", small_study("encore.mild.odi.24m"),
         SAFETY, "risk.surgery-small-study.often.0", "that is not a share", "a share out of 100",
         alone=True),
    Case("harm counted in an unknown form",
         small_study("wilkinson.mild.later_laminectomy.18m:count"),
         SAFETY, "surgery-small-study.often.0.row", "form 'count'", "(none), rest, below",
         alone=True),
    Case("harm of two rows without labels", replace(SAFETY, ', label = "One large study"', ""),
         SAFETY, "open-surgery-tear.often.0.label", "nothing", "a label for each"),
    Case("counted harm in a card of bills",
         replace(SAFETY, 'group = "bills"\npayer = "rosner2023"\n',
                 'often = [{ row = "staats2023.mild.harm_any_coded.24m" }]\n'
                 'group = "bills"\npayer = "rosner2023"\n'),
         SAFETY, "bills-spacer-maker.often", "no place for them", "nothing in the group bills",
         alone=True),
    Case("share of a harm that would round to nobody",
         replace("evidence/events.csv", "reoperation,,5.6,", "reoperation,,0.4,"),
         SAFETY, "surgery-large-trials.often.0.row", "0.4 of 100", "does not round to 0 or 100",
         alone=True),
    Case("rate of a harm typed as a word",
         replace(SAFETY, BLEEDING, f'{BLEEDING}word = "Rare"\n'),
         SAFETY, "risk.7.word", "not known", "the keys of the guide", alone=True),
)  # fmt: skip
