"""Reading the clinic's profile: each fault is named, and the key it is in keeps its default."""

from __future__ import annotations

import datetime
import logging
import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from app.knowledge.bounded import UnreadableError, read_bytes
from app.knowledge.clinic import ALWAYS_OFFERED, Aftercare, Clinic
from app.knowledge.faults import Fault, from_validation
from app.knowledge.signoff import FILE, SignOff, read_sign_off

log = logging.getLogger("mild.content")

VARIABLE = "CLINIC_PROFILE"
GUIDE = "docs/clinic_guide.md"
LARGEST = 64 * 1024  # bytes
LONGEST_REVIEW = datetime.timedelta(days=2 * 366)


def profile_path(root: Path, environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the clinic's profile is: what `CLINIC_PROFILE` names, or beside the content.

    Args:
        root: the content folder.
        environment: the variables of the process.

    """
    named = environment.get(VARIABLE, "").strip()
    return Path(named) if named else root / "clinic.toml"


@dataclass(frozen=True)
class Profile:
    """What a clinic has added to the content, and what is wrong with it.

    Attributes:
        clinic: its details, with defaults in the place of what is wrong.
        faulty: whether some of them could not be taken.
        sign_off: what was signed in the review that it names, if anything.
        faults: in the profile and in the sign-off.

    """

    clinic: Clinic = field(default_factory=Clinic)
    faulty: bool = False
    sign_off: SignOff | None = None
    faults: tuple[Fault, ...] = ()

    @property
    def parts(self) -> dict[str, object]:
        """What the library takes over, by the names that it has there."""
        return {"clinic": self.clinic, "clinic_faulty": self.faulty, "sign_off": self.sign_off}


def read_profile(root: Path, languages: Sequence[str]) -> Profile:
    """Return the details of the clinic that runs this app; a file that is named must be there.

    Args:
        root: the content folder.
        languages: those that have a folder.

    """
    path = profile_path(root)
    clinic, faults = read_clinic(path, languages, needed=path != root / "clinic.toml")
    clinic, sign_off, unsigned = read_sign_off(path.parent / FILE, clinic)
    for fault in unsigned:
        log.warning("%s; the review is not shown as one of these words", fault)
    return Profile(clinic, bool(faults), sign_off, (*faults, *unsigned))


def read_clinic(
    path: Path, languages: Sequence[str] = (ALWAYS_OFFERED,), needed: bool = False
) -> tuple[Clinic, list[Fault]]:
    """Return a clinic's details; a wrong key is left at its default and named in a fault.

    Args:
        path: the file.
        languages: those that it may name.
        needed: whether it is a fault where there is no such file.

    """
    if not (needed or path.is_symlink() or path.exists()):
        return Clinic(), []
    clinic, faults = _read(path, languages)
    for fault in faults:
        log.warning("%s; the default is used", fault)
    return clinic, faults


def _read(path: Path, languages: Sequence[str]) -> tuple[Clinic, list[Fault]]:
    try:
        data = tomllib.loads(read_bytes(path, LARGEST).decode("utf-8-sig"))
    except UnreadableError as error:
        found = f"{error} at {path.absolute()}"
        return Clinic(), [Fault(path.name, "(file)", found, "a file of up to 64 KB")]
    except UnicodeDecodeError as error:
        found = f"byte {error.start}, which is not UTF-8"
        return Clinic(), [Fault(path.name, "(file)", found, "TOML in UTF-8")]
    except tomllib.TOMLDecodeError as error:
        return Clinic(), [Fault(path.name, "(file)", str(error), "TOML in UTF-8")]
    except RecursionError:
        return Clinic(), [Fault(path.name, "(file)", "tables within tables without end", "TOML")]
    return _checked(path, data, {"folder": path.parent, "languages": tuple(languages)})


def _checked(
    path: Path, data: dict[str, Any], context: dict[str, Any]
) -> tuple[Clinic, list[Fault]]:
    faults: dict[str, Fault] = {}
    try:
        clinic = Clinic.model_validate(data, context=context)
    except ValidationError as error:
        for one, fault in zip(error.errors(), from_validation(path.name, error), strict=True):
            faults.setdefault(fault.key, _clear(fault, one))
            _take_out(data, *one["loc"])
        clinic = Clinic.model_validate(data, context=context)
    for fault in _review_faults(path, clinic):
        faults.setdefault(fault.key, fault)
        if fault.key == "review_due":
            clinic = clinic.model_copy(update={"review_due": None})
    return clinic, list(faults.values())


def _clear(fault: Fault, error: ErrorDetails) -> Fault:
    """Return a fault that says what is allowed in the words of the guide, in one line."""
    *tables, key = map(str, error["loc"])
    model: type[BaseModel] = Aftercare if tables else Clinic
    allowed = fault.allowed
    if error["type"] == "extra_forbidden":
        near = get_close_matches(key, model.model_fields, 3, 0.5)
        allowed = ", ".join(near) or f"the keys of {GUIDE}"
    elif error["type"] != "model_type" and not error.get("ctx", {}).get("allowed"):
        allowed = str(model.model_fields[key].description)
    named = fault.key if fault.key.isprintable() else ascii(fault.key)
    return Fault(fault.file, named[:60], fault.found, allowed)


def _review_faults(path: Path, clinic: Clinic) -> list[Fault]:
    """Return what is wrong with the keys of the review, taken together."""
    if bool(clinic.reviewer) != bool(clinic.reviewed_on):
        key, other = "reviewer", "reviewed_on"
        if clinic.reviewer:
            key, other = other, key
        allowed = f"{Clinic.model_fields[key].description}, because {other} is set"
        return [Fault(path.name, key, "nothing", allowed)]
    due, day = clinic.review_due, clinic.reviewed_on
    if due and (not day or not day < due <= day + LONGEST_REVIEW):
        allowed = str(Clinic.model_fields["review_due"].description)
        return [Fault(path.name, "review_due", str(due), allowed)]
    return []


def _take_out(data: dict[str, Any], *place: int | str) -> None:
    """Take one key out of nested tables; those beside it keep their values."""
    *tables, key = map(str, place)
    for table in tables:
        data = data[table]
    data.pop(key, None)
