"""Rules over the whole content: references hold, numbers have sources, words keep to the style."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

from app.knowledge.apart import apart_faults
from app.knowledge.arrays import check_arrays
from app.knowledge.balance import balance_faults, told_in
from app.knowledge.briefs import brief_faults
from app.knowledge.catalog import Library
from app.knowledge.clinic_view import clinic_view_faults
from app.knowledge.files import Reader
from app.knowledge.fit import check_fit
from app.knowledge.frequency import frequency_faults
from app.knowledge.know import know_faults
from app.knowledge.models import PAGE_IDS
from app.knowledge.nodes import LeafNode
from app.knowledge.options import BALANCE
from app.knowledge.pathway import pathway_faults
from app.knowledge.rates import rate_faults
from app.knowledge.reading import sentences, words
from app.knowledge.ready import ready_faults
from app.knowledge.scenes import check_scenes
from app.knowledge.small_groups import small_group_faults
from app.knowledge.texts import PAGE_OF_WORDS, STATES_A_FACT, clinic_texts, patient_texts
from app.knowledge.wishes import wishes_faults

LONG = ("involves", "found", "harms", "living")
WHOLE = (
    "sentence", *LONG, "place", "time_to_recover", "certainty_reason", "paid", "head_to_head",
)  # fmt: skip

LEAF_WORDS = 145
"""Most words of a leaf that stand above its fold, headings not counted."""


def check_library(library: Library, reader: Reader) -> None:
    """Add to the reader's faults everything that no single file can show."""
    folder = reader.root / library.lang
    used = _check_texts(library, reader, folder)
    for fault in rate_faults(library, (*patient_texts(library), *clinic_texts(library))):
        reader.fault(folder / fault.file, fault.key, fault.found, fault.allowed)
    _check_ids(library, reader, folder)
    _check_risks(library, reader, folder)
    for file, key, found, allowed in balance_faults(library):
        reader.fault(folder / file, key, found, allowed)
    _check_lengths(library, reader, folder)
    _check_pathway(library, reader, folder)
    check_scenes(library, reader, folder)
    check_arrays(library.arrays, library.shares, reader, folder)
    asked = [question for group in library.questions.group for question in group.question]
    askable = {question.id for question in asked if question.audience == "patient"}
    check_fit(library.fit, askable, reader, folder)
    _check_visit(library, reader, folder)
    for key, found, allowed in clinic_view_faults(
        library.clinic_view, library.evidence, (step.id for step in library.steps),
        (option.id for option in library.options),
        (array.id for array in library.arrays.array if array.place == "without"),
    ):  # fmt: skip
        reader.fault(folder / "clinic_view.toml", key, found, allowed)
    reader.faults += apart_faults(library)
    for fact in library.evidence.facts.index:
        if fact not in used:
            where = reader.root / "evidence" / "facts.csv"
            reader.fault(where, str(fact), "a row that nothing names", "a row in use")
    for key in sorted(library.words.keys()):
        if key.split(".")[0] not in PAGE_OF_WORDS and STATES_A_FACT.search(library.words.raw(key)):
            found, allowed = "a row or a source", f"only under {', '.join(PAGE_OF_WORDS)}"
            reader.fault(folder / "words.toml", key, found, allowed)
    for path in sorted([*folder.rglob("*"), *(reader.root / "evidence").rglob("*")]):
        if path.is_file() and path not in reader.read and not path.name.startswith("."):
            reader.fault(path, "(file)", "a file that nothing reads", "the files of the guide")


def _check_texts(library: Library, reader: Reader, folder: Path) -> set[str]:
    """Check each text; return the ids of the rows they name."""
    banned = re.compile(rf"\b({'|'.join(library.style.banned)})\b", re.IGNORECASE)
    used: set[str] = set()
    for item in (*patient_texts(library), *clinic_texts(library)):
        prose = library.prose.block(item.text)
        used |= set(prose.rows)
        for found, allowed in chain(prose.problems, small_group_faults(item.text, library.shares)):
            reader.fault(folder / item.file, item.key, found, allowed)
        clinic_line = item.key.startswith("clinic.")
        for match in () if clinic_line else banned.finditer(" ".join(prose.plain)):
            reader.fault(
                folder / item.file, item.key, f"the word {match[0]!r}", "a plain statement"
            )
        longest = library.style.longest_sentence
        for sentence in sentences(prose.plain) if item.running else ():
            if len(words(sentence)) > longest:
                found = f"{len(words(sentence))} words: {sentence[:60]}..."
                reader.fault(folder / item.file, item.key, found, f"sentences of up to {longest}")
    return used


def _check_ids(library: Library, reader: Reader, folder: Path) -> None:
    questions = {one.id for group in library.questions.group for one in group.question}
    for step in library.steps:
        for ask in set(step.ask) - questions:
            reader.fault(folder / step.file, "ask", ask, "an id of questions.toml")
    for option in library.options:
        for ask in set(option.ask) - questions:
            reader.fault(folder / f"options/{option.id}.md", "ask", ask, "an id of questions.toml")
    expected = [f"P{number}" for number in range(1, len(library.steps) + 1)]
    if [step.id for step in library.steps] != expected:
        reader.fault(folder / "procedure", "id", [s.id for s in library.steps], ", ".join(expected))
    if [option.order for option in library.options] != list(range(1, len(library.options) + 1)):
        orders = [option.order for option in library.options]
        reader.fault(folder / "options", "order", orders, "each place once, from 1")
    for name, ids in _id_lists(library).items():
        for double in sorted({one for one in ids if ids.count(one) > 1}):
            reader.fault(folder / name, double, "an id or word used twice", "each once")
    for term in library.glossary.term:
        for source in set(term.sources) - set(library.evidence.sources.index):
            reader.fault(folder / "glossary.toml", term.id, source, "an id of evidence/sources.csv")


def _check_visit(library: Library, reader: Reader, folder: Path) -> None:
    """Check what Your visit asks: wishes, what the reader knows, whether they are ready."""
    targets = {
        "page": PAGE_IDS,
        "step": {step.id for step in library.steps},
        "node": library.nodes,
        "section": {section.id for section in library.pages["visit"].sections},
    }
    for file, faults in (
        ("matters.toml", wishes_faults(library.wishes)),
        ("know.toml", know_faults(library.know, targets)),
        ("ready.toml", ready_faults(library.ready, targets)),
    ):
        for key, found, allowed in faults:
            reader.fault(folder / file, key, found, allowed)


def _check_risks(library: Library, reader: Reader, folder: Path) -> None:
    for key, found, allowed in frequency_faults(library):
        reader.fault(folder / "safety.toml", key, found, allowed)
    for risk in library.safety.risk:
        if (risk.group == "bills") != (risk.payer in library.evidence.sources.index):
            allowed = "an id of evidence/sources.csv in the group bills, nothing elsewhere"
            reader.fault(folder / "safety.toml", f"{risk.id}.payer", risk.payer, allowed)


def _check_lengths(library: Library, reader: Reader, folder: Path) -> None:
    """Hold each option to about as many words as the others, as a whole and in its long fields."""
    for fault in brief_faults(library.options, library.prose):
        reader.fault(folder / fault.file, fault.key, fault.found, fault.allowed)
    for fields in (*((field,) for field in LONG), WHOLE):
        told = {option.id: told_in(library, option, fields) for option in library.options}
        mean = sum(told.values()) / len(told)
        key = fields[0] if len(fields) == 1 else "(all fields)"
        low, high = (round(bound * mean) for bound in BALANCE)
        for option, number in told.items():
            if not low <= number <= high:
                found = f"{number} words: {number / mean:.2f} of the mean over all options"
                allowed = f"{low} to {high} words, {BALANCE[0]} to {BALANCE[1]} of the mean"
                reader.fault(folder / f"options/{option}.md", key, found, allowed)


def _id_lists(library: Library) -> dict[str, list[str]]:
    safety = library.safety
    return {
        "glossary.toml": [
            name.lower() for term in library.glossary.term for name in {term.term, *term.aliases}
        ],
        "questions.toml": [one.id for group in library.questions.group for one in group.question],
        "safety.toml": [
            *(sign.id for sign in (*safety.emergency, *safety.same_day, *safety.expected)),
            *(risk.id for risk in safety.risk),
        ],
        "arrays.toml": [array.id for array in library.arrays.array],
        "activities.toml": [one.id for one in library.activities.activity],
        "anatomy.toml": [part.id for part in library.anatomy.part],
        "not_known.toml": [item.id for item in library.not_known.item],
        "ipdas.toml": [item.id for item in library.checklist.item],
    }


def _check_pathway(library: Library, reader: Reader, folder: Path) -> None:
    for fault in pathway_faults(library.nodes):
        reader.fault(folder / fault.file, fault.key, fault.found, fault.allowed)
    for leaf in library.nodes.values():
        if not isinstance(leaf, LeafNode):
            continue
        count = told_in(library, leaf, leaf.AT_ONCE)
        if count > LEAF_WORDS:
            found = f"{count} words in {', '.join(leaf.AT_ONCE)}"
            reader.fault(folder / leaf.file, leaf.id, found, f"up to {LEAF_WORDS} before the rest")
