"""Measures the reading level and writes it where the Evidence page shows it: `make reading`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.knowledge.catalog import Library
from app.knowledge.library import CONTENT, library
from app.knowledge.reading import Reading, measure
from app.knowledge.texts import patient_texts


def running_text(content: Library) -> dict[str, list[str]]:
    """Return the running prose that patients read, as plain blocks, by page."""
    blocks: dict[str, list[str]] = {}
    for item in patient_texts(content):
        if item.running:
            blocks.setdefault(item.page, []).extend(content.prose.block(item.text).plain)
    return blocks


def measured(content: Library) -> dict[str, Any]:
    """Return what `reading_level.json` should hold.

    The date is that of the content, not of the day, so that the same words give the same file.
    """
    blocks = running_text(content)
    pages = {page: measure(texts) for page, texts in blocks.items()}
    overall = measure([text for texts in blocks.values() for text in texts])
    return {
        "date": content.about.date.isoformat(),
        **_numbers(overall),
        "hardest": max(_numbers(reading)["grade"] for reading in pages.values()),
        "pages": {page: _numbers(reading) for page, reading in pages.items()},
    }


def _numbers(reading: Reading) -> dict[str, Any]:
    return {
        "grade": round(reading.grade, 1),
        "words": reading.words,
        "longest": reading.longest_words,
    }


def place(lang: str) -> Path:
    """Return where the measure of a language is kept."""
    return CONTENT / lang / "reading_level.json"


def main() -> None:
    """Measure the English prose, write the file and print it."""
    text = json.dumps(measured(library("en")), indent=2) + "\n"
    place("en").write_text(text, "utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
