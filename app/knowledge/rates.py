"""Rule: no word stands for the rate of a harm; a number does, or it is said that nobody counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from app.knowledge.catalog import Library
from app.knowledge.evidence import WORDED
from app.knowledge.faults import Fault
from app.knowledge.reading import sentences
from app.knowledge.texts import PatientText

RATE = re.compile(
    r"(?<!how )(?<!more )(?<!less )\b("
    r"rare|rarely|rarest|uncommon|uncommonly|common|commonly|commonest|seldom|unlikely|scarcely|"
    r"infrequent|infrequently|frequent|frequently|unusual|unusually|usually|often|mostly|"
    r"at times|sometimes|occasional|occasionally|hardly ever|usual|"
    r"(?:small|slight|low|minor|tiny|high) (?:risk|chance|rate)(?! of bias))\b",
    re.IGNORECASE,
)
"""Words that tell how often, or how likely. A comparison ("more often") is none of them."""

HARM = re.compile(
    r"\b(harm\w*|problems?|complications?|side.effects?|risks?(?! of bias)|dangers?|warns?|"
    r"bleed\w*|ha?ematomas?|clots?|strokes?|paraly\w*|deaths?|dies?|died|"
    r"leaks?|tears?|torn|infect\w*|injur\w*|damage\w*|allerg\w*|blind\w*|"
    r"sore|soreness|bruis\w*|headaches?|fractures?|weakness|numbness|loss of|wears? off|fails?)\b",
    re.IGNORECASE,
)
"""Words by which a sentence speaks of a harm."""

HARM_KEYS = re.compile(r"^(risk\.|harms\.|brief\.harms$|risks\.|more_risks\.)|\.harms_say$")
"""Keys of texts that speak of harms in every sentence."""

_NUMBER = re.compile(r"(?<![A-Za-z\d])\d|\{")
ALLOWED = "a number from a row in the same sentence, or that nobody has counted"


def rate_faults(library: Library, texts: Iterable[PatientText]) -> Iterator[Fault]:
    """Yield every sentence that gives the rate of a harm as a word, without a number.

    Titles of sources stay as they were published and are not looked at.

    Args:
        library: the content.
        texts: the prose to look at, besides the words of the interface and of the tables.

    """
    prose = ((one.file, one.key, library.prose.block(one.text).plain) for one in texts)
    words = (("words.toml", key, (library.words.raw(key),)) for key in sorted(library.words.keys()))
    for file, key, blocks in chain(prose, words, _tables(library)):
        for sentence in sentences(blocks):
            if word := _rate(sentence, always=bool(HARM_KEYS.search(key))):
                yield Fault(file, key, f"the word {word!r}: {sentence[:60]}", ALLOWED)


def _rate(sentence: str, *, always: bool) -> str:
    """Return the word for a rate in a sentence about a harm; nothing where there is none."""
    found = RATE.search(sentence)
    harm = always or HARM.search(sentence)
    return found[0] if found and harm and not _NUMBER.search(sentence) else ""


def _tables(library: Library) -> Iterator[tuple[str, str, tuple[str]]]:
    """Yield file, key and text of every word that belongs to a row or a code of the tables."""
    for table, columns in WORDED.items():
        frame = getattr(library.evidence, table)
        for column in columns:
            for row, text in frame[column].items():
                yield f"evidence/{table}.csv", f"{row}.{column}", (str(text),)
    for group, labels in library.evidence.labels.model_dump().items():
        for code, text in labels.items():
            yield "evidence/labels.toml", f"{group}.{code}", (str(text),)
