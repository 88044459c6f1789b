"""The words of the interface in one language: whole sentences with named slots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup


class MissingWordError(KeyError):
    """A key that `words.toml` does not have, or a slot that nobody filled."""


class Words:
    """Looks up a sentence by its dotted key and fills its slots."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        """Take the tables of `words.toml`; nested tables become dotted keys."""
        self._sentences = dict(_flat(tables, ""))

    def __call__(self, key: str, **slots: object) -> str:
        """Return the sentence under a key; as HTML where HTML fills one of its slots.

        Raises:
            MissingWordError: no such key, or a slot of the sentence is not given.

        """
        try:
            sentence = self._sentences[key]
            if any(isinstance(slot, Markup) for slot in slots.values()):
                return Markup.escape(sentence).format(**slots)
            return sentence.format(**slots)
        except KeyError as error:
            raise MissingWordError(f"words.toml: {key}: {error}") from error

    def keys(self) -> frozenset[str]:
        """Return every key."""
        return frozenset(self._sentences)

    def raw(self, key: str) -> str:
        """Return a sentence with its slots unfilled."""
        return self._sentences[key]


def _flat(tables: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in tables.items():
        if isinstance(value, Mapping):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((f"{prefix}{key}", str(value)))
    return found
