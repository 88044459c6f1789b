"""Reads small files that a clinic gives, and never more of them than is allowed."""

from __future__ import annotations

import math
import stat
from pathlib import Path


class UnreadableError(Exception):
    """A file that is not read; its text says what was found."""


def read_bytes(path: Path, largest: int) -> bytes:
    """Return a file's bytes; its kind and size are looked at before it is opened.

    Args:
        path: which file.
        largest: how many bytes it may have.

    Raises:
        UnreadableError: there is none, it is no plain file, too large, or it may not be read.

    """
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise UnreadableError("a folder")
        if not stat.S_ISREG(about.st_mode):
            raise UnreadableError("something that is no plain file")
        if about.st_size > largest:
            raise UnreadableError(f"a file of {math.ceil(about.st_size / 1024):,} KB")
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except FileNotFoundError as error:
        raise UnreadableError("no such file") from error
    except (OSError, ValueError) as error:
        raise UnreadableError("a file that may not be read") from error
    if len(data) > largest:  # it grew in between
        raise UnreadableError("a file that grows")
    return data
