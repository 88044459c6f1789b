"""`python -m app.knowledge check` lists every fault in the content at once; `sign` signs it."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from app.knowledge.catalog import Library
from app.knowledge.clinic import utc_today
from app.knowledge.faults import ContentError, Fault
from app.knowledge.library import CONTENT, language_folders, read_library
from app.knowledge.profile import Profile, profile_path, read_profile
from app.knowledge.review import review_of, sign, why_not
from app.knowledge.signoff import FILE
from app.knowledge.versions import version

USAGE = "usage: python -m app.knowledge check | sign"


def check(root: Path = CONTENT) -> list[Fault]:
    """Return every fault in every language folder, in the clinic's profile and its sign-off.

    Args:
        root: the content folder.

    """
    profile = read_profile(root, language_folders(root))
    return sorted({*profile.faults, *_read(root, profile)[1]})


def _read(root: Path, profile: Profile) -> tuple[list[Library], list[Fault]]:
    """Return the content in each language without faults, and the faults of the others."""
    libraries: list[Library] = []
    faults: list[Fault] = []
    for lang in language_folders(root):
        try:
            libraries.append(read_library(root, lang, profile))
        except ContentError as error:
            faults += error.faults
    return libraries, faults


def _checked(root: Path) -> int:
    profile = read_profile(root, language_folders(root))
    libraries, found = _read(root, profile)
    faults = sorted({*profile.faults, *found})
    for fault in faults:
        print(fault)
    for library in libraries:
        if (review := review_of(library)) and review.changed:
            pages = ", ".join(review.changed)
            print(f"{library.lang}: changed since the review on {review.day}: {pages}")
    languages = ", ".join(language_folders(root))
    print(f"{len(faults)} fault(s) in the content ({languages})")
    return 1 if faults else 0


def _signed(root: Path) -> int:
    """Write the sign-off for the content as it stands; return 1 where that cannot be."""
    profile = read_profile(root, language_folders(root))
    libraries, faults = _read(root, profile)
    path = profile_path(root).parent / FILE
    faults += [fault for fault in profile.faults if fault.file != FILE]  # that one is written anew
    for library in libraries:
        if refused := why_not(library, utc_today()):
            faults.append(Fault(profile_path(root).name, "reviewed_on", *refused))
    if faults:
        print(*sorted(set(faults)), "Nothing was signed.", sep="\n")
        return 1
    try:
        sign(path, profile.clinic, libraries)
    except OSError as error:
        print(f"{path}: {error.strerror}. Nothing was signed.")
        return 1
    for library in libraries:
        print(f"{library.lang}: version {version(library)}")
    print(f"Signed for {profile.clinic.reviewer}, {profile.clinic.reviewed_on}: {path}")
    return 0


def main(arguments: list[str], root: Path = CONTENT) -> int:
    """Run a command; return 0 where nothing is wrong, 1 with faults, 2 for other arguments.

    Args:
        arguments: `check` (also where there is none) or `sign`.
        root: the content folder.

    """
    commands = {(): _checked, ("check",): _checked, ("sign",): _signed}
    command = commands.get(tuple(arguments))
    if command is None:
        print(USAGE, file=sys.stderr)
        return 2
    return command(root)


if __name__ == "__main__":
    logging.getLogger("mild.content").setLevel(logging.ERROR)  # the faults are printed
    raise SystemExit(main(sys.argv[1:]))
