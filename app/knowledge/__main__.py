"""`python -m app.knowledge check`: list every fault in the content at once."""

from __future__ import annotations

import sys
from pathlib import Path

from app.knowledge.clinic import read_clinic
from app.knowledge.faults import ContentError, Fault
from app.knowledge.library import CONTENT, language_folders, read_library


def check(root: Path = CONTENT) -> list[Fault]:
    """Return every fault in every language folder and in the clinic's file.

    Args:
        root: the content folder.

    """
    faults = read_clinic(root / "clinic.toml")[1]
    for lang in language_folders(root):
        try:
            read_library(root, lang)
        except ContentError as error:
            faults += error.faults
    return sorted(set(faults))


def main(arguments: list[str]) -> int:
    """Run the command; return 0 where nothing is wrong, 1 with faults, 2 for other arguments."""
    if arguments not in (["check"], []):
        print("usage: python -m app.knowledge check", file=sys.stderr)
        return 2
    faults = check()
    for fault in faults:
        print(fault)
    languages = ", ".join(language_folders())
    print(f"{len(faults)} fault(s) in the content ({languages})")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
