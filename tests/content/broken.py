"""Breaks a copy of the content the way an author could, and lists what the check says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.knowledge.faults import ContentError, Fault
from app.knowledge.library import read_library

Break = Callable[[Path], None]


def replace(file: str, old: str, new: str) -> Break:
    """Return what changes one place of a file."""

    def change(root: Path) -> None:
        path = root / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), "utf-8")

    return change


def cell(table: str, row: str, old: str, new: str) -> Break:
    """Return what changes one place in one row of a table of evidence."""

    def change(root: Path) -> None:
        path = root / "evidence" / f"{table}.csv"
        lines = path.read_text("utf-8").splitlines()
        place = next(n for n, line in enumerate(lines) if line.startswith(f"{row},"))
        assert lines[place].count(old) == 1, lines[place]
        lines[place] = lines[place].replace(old, new)
        path.write_text("\n".join(lines) + "\n", "utf-8")

    return change


def append(file: str, text: str) -> Break:
    """Return what adds lines to the end of a file, or writes a new one."""

    def change(root: Path) -> None:
        path = root / file
        before = path.read_text("utf-8") if path.exists() else ""
        if before and not before.endswith("\n"):
            before += "\n"
        path.write_text(before + text, "utf-8")

    return change


def overwrite(file: str, data: bytes) -> Break:
    """Return what puts other bytes in the place of a file."""

    def change(root: Path) -> None:
        (root / file).write_bytes(data)

    return change


def remove(file: str) -> Break:
    """Return what deletes a file."""

    def change(root: Path) -> None:
        (root / file).unlink()

    return change


def faults(root: Path, lang: str = "en") -> tuple[Fault, ...]:
    """Return every fault found in one language of a content folder."""
    try:
        read_library(root, lang)
    except ContentError as error:
        return error.faults
    return ()
