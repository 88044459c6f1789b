"""Faults in content files: what is wrong, where, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import PydanticCustomError


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one content file.

    Attributes:
        file: path below the content folder.
        key: the key, row id or place in the file.
        found: what stands there.
        allowed: what may stand there.

    """

    file: str
    key: str
    found: str
    allowed: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: found {self.found}; allowed: {self.allowed}"


class ContentError(Exception):
    """Content that cannot be shown; carries every fault found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        count = len(self.faults)
        super().__init__("\n".join([f"{count} fault(s) in the content:", *map(str, self.faults)]))


def shown(value: object) -> str:
    """Return a found value short enough for one line."""
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."


def refused(found: str = "", allowed: str = "") -> PydanticCustomError:
    """Return the error by which our own rules refuse a value.

    Args:
        found: what was found, where the value itself does not say it.
        allowed: what may stand there, where the description of the key does not say it.

    """
    return PydanticCustomError("refused", "another value", {"found": found, "allowed": allowed})


def from_validation(file: str, error: ValidationError, prefix: str = "") -> list[Fault]:
    """Translate pydantic's errors into faults, one each."""
    faults = []
    for one in error.errors():
        places = [str(place) for place in one["loc"] if place != "[key]"]
        key = ".".join([prefix, *places]).strip(".") or "(file)"
        if one["type"] == "missing":
            faults.append(Fault(file, key, "nothing", "this key is needed"))
        elif one["type"] == "extra_forbidden":
            faults.append(Fault(file, key, "a key that is not known", "only the keys of the guide"))
        elif one["type"] == "model_type":
            faults.append(Fault(file, key, shown(one["input"]), "a table of keys"))
        elif one["type"] == "refused":
            found, allowed = one["ctx"]["found"], one["ctx"]["allowed"]
            faults.append(Fault(file, key, found or shown(one["input"]), allowed or one["msg"]))
        else:
            faults.append(Fault(file, key, shown(one["input"]), one["msg"]))
    return faults
