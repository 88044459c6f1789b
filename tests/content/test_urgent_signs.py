"""Signs of a stroke stand in every list of urgent signs; both risks, wherever pausing is named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.knowledge.catalog import Library
from app.knowledge.library import read_library
from app.knowledge.texts import clinic_texts, patient_texts
from tests.content.broken import Break, replace

ON_NERVES = (
    r"between (your|the) legs", r"urine|bladder|bowel", r"weak",
)  # fmt: skip
"""What a list of urgent signs names: a text with all three of these is one."""
STROKE = (r"\bface\b", r"\barm\b", r"\bspeech\b")
LATER = tuple(f"recovery/r{number}.md" for number in range(3, 9))
ABOUT_NERVES = {"pathway/e10.md", "pathway/n5-f.md", *LATER}
"""Texts on nerves alone: what a scan shows of them, and weeks without a pause of a medicine."""
PAUSING = re.compile(
    r"\b(paus|stop|restart)\w*\b[^.]*\bblood thinner|blood thinner\w*\b[^.]*\b(paus|stop|restart)"
    r"|thin the blood\. Do not stop|medicines do I stop|Stop nothing until",
    re.IGNORECASE,
)
BOTH = (r"\bclot\b|\bstroke\b|thromboembol", r"\bbleed")


def texts(library: Library) -> Iterator[tuple[str, str, str]]:
    """Return file, key and plain words of every text, those of the interface too."""
    for item in (*patient_texts(library), *clinic_texts(library)):
        yield item.file, item.key, library.prose.block(item.text).text
    for keys in (("urgent.short",), ("sheet.emergency",), ("sheet.thinner", "sheet.thinner_yes")):
        yield "words.toml", keys[-1], " ".join(map(library.words.raw, keys))


def holds(text: str, patterns: tuple[str, ...]) -> bool:
    return all(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)


def without_stroke(library: Library) -> list[tuple[str, str]]:
    """Return the lists of urgent signs that leave the signs of a stroke out."""
    lists: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file, key, text in texts(library):
        # signs of one part of a file are one list, as a reader sees them
        lists[file, key.partition(".")[0] if file != "words.toml" else key].append(text)
    return [
        place
        for place, found in lists.items()
        if place[0] not in ABOUT_NERVES
        and holds(" ".join(found), ON_NERVES)
        and not holds(" ".join(found), STROKE)
    ]


def one_sided(library: Library) -> list[tuple[str, str]]:
    """Return the texts that name a pause of a blood thinner and not both of its risks.

    A step, place, milestone, risk or activity is read as a whole: what its text says is not said
    in each line.
    """
    parts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file, key, text in texts(library):
        whole = file.startswith(("procedure/", "pathway/", "recovery/"))
        part = "clinic" if key.startswith("clinic.") else ""
        if key.startswith("risk."):  # its name and its words
            one = ".".join(key.split(".")[:2])
        else:
            one = key.partition(".")[0] if file == "activities.toml" else key
        parts[file, part if whole else one].append(text)
    return [
        place
        for place, found in parts.items()
        if any(PAUSING.search(one) for one in found) and not holds(" ".join(found), BOTH)
    ]


def test_every_list_of_urgent_signs_names_those_of_a_stroke(library: Library):
    assert without_stroke(library) == []
    signs = " ".join(sign.text for sign in library.safety.emergency)
    assert holds(signs, (*ON_NERVES, *STROKE, "numb", "slurred"))


def test_the_first_days_name_them_for_whoever_paused_a_medicine(library: Library):
    for milestone in library.milestones[:3]:
        assert holds(" ".join(milestone.not_usual), (*STROKE, "emergency_number")), milestone.id


def test_wherever_a_pause_of_a_blood_thinner_is_named_both_risks_are(library: Library):
    assert one_sided(library) == []
    named = {file for file, _, text in texts(library) if PAUSING.search(text)}
    assert {"procedure/p02.md", "pages/options.md", "fit.toml", "safety.toml", "words.toml",
            "questions.toml", "pages/procedure.md", "recovery/r1.md"} <= named  # fmt: skip


def test_both_risks_are_told_in_full_once_with_their_sources(library: Library):
    step = next(step for step in library.steps if step.id == "P2")
    risk = next(risk for risk in library.safety.risk if risk.id == "clot-or-stroke")
    for text in (step.body, risk.shows):
        prose = library.prose.block(text)
        assert holds(prose.text, (*BOTH, "stroke", "lung", r"\bleg\b", "no count"))
        assert {"apixaban_label", "asra_guideline_2018"} <= set(prose.sources)


@pytest.mark.parametrize(
    "change",
    [
        replace("en/safety.toml", "your face droops on one side, an arm is weak", "it droops"),
        replace("en/fit.toml", "- A drooping face, a weak arm, or slurred", "- Slurred"),
        replace("en/pages/options.md", "The same goes for a drooping face, a weak arm", "And"),
        replace("en/words.toml", "drooping face, weak arm, slurred speech", "fever"),
        replace("en/words.toml", "a drooping face, a weak arm, or slurred or strange speech", "it"),
        replace("en/procedure/p17.md", "A drooping face, a weak arm", "A weak hand"),
    ],
)
def test_a_list_that_leaves_them_out_is_found(content: Path, change: Break):
    change(content)
    assert len(without_stroke(read_library(content, "en"))) == 1


@pytest.mark.parametrize(
    "change",
    [
        replace("en/procedure/p02.md", "a clot can form. It can cause a stroke, or", "it can"),
        replace("en/procedure/p02.md", "bleeding near the nerves can be worse", "it is worse"),
        replace("en/words.toml", "pausing risks a clot or a stroke, going on", "going on"),
        replace("en/questions.toml", " if I go on, and of a clot or stroke if I pause", ""),
        replace("en/safety.toml", "Going on can make bleeding near the nerves worse.", "Or not."),
        replace("en/pathway/n0-s.md", "a clot or a stroke can come", "harm can come"),
        replace(
            "en/recovery/r1.md", "Too late, a clot or a stroke can come; too early", "Too early"
        ),
    ],
)
def test_a_text_that_tells_one_side_is_found(content: Path, change: Break):
    change(content)
    assert len(one_sided(read_library(content, "en"))) == 1
