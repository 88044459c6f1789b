"""What an operator may set by environment variable; each has a default that suits a laptop."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_HOST = re.compile(r"(\*\.)?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\]")

_NUMBER = re.compile(r"[0-9]{1,9}")


class SettingError(ValueError):
    """An environment variable holds something that means nothing here."""


@dataclass(frozen=True)
class Settings:
    """What one process answers to, and how much of it.

    Attributes:
        hosts: names that the site is asked by; empty where any will do. `*.example.org` stands for
            every name below `example.org`.
        readers: open pages at once; one more is asked to come back, and finds the text edition.
        pace: messages per second that one open page may send; more are read later. 0 for no limit.

    """

    hosts: tuple[str, ...] = ()
    readers: int = 2000
    pace: int = 10


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Return the settings of this process.

    Args:
        environment: `ALLOWED_HOSTS` with names and commas between them, `MAX_READERS`,
            `MESSAGES_PER_SECOND`; an empty variable is as good as none.

    Raises:
        SettingError: one of them is no such thing.

    """
    given = environment.get("ALLOWED_HOSTS", "").replace(",", " ").lower().split()
    odd = [host for host in given if not _HOST.fullmatch(host)]
    if odd:
        allowed = "names of hosts without a port, such as guide.example.org or *.example.org"
        raise SettingError(f"ALLOWED_HOSTS: found {odd[0]!r}; allowed: {allowed}")
    return Settings(
        hosts=tuple(given),
        readers=_number(environment, "MAX_READERS", Settings.readers, 1),
        pace=_number(environment, "MESSAGES_PER_SECOND", Settings.pace, 0),
    )


def _number(environment: Mapping[str, str], name: str, default: int, least: int) -> int:
    text = environment.get(name, "").strip() or str(default)
    if not _NUMBER.fullmatch(text) or int(text) < least:
        raise SettingError(f"{name}: found {text[:40]!r}; allowed: a whole number from {least}")
    return int(text)
