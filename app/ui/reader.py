"""Who reads: the content in their language and the view they chose."""

from __future__ import annotations

from dataclasses import dataclass

from app.knowledge.catalog import Library
from app.knowledge.library import library
from app.ui import address


@dataclass(frozen=True)
class Reader:
    """One reader's content and view.

    Attributes:
        library: the content in their language.
        view: `patient` or `clinic`.

    """

    library: Library
    view: str

    @property
    def clinic(self) -> bool:
        """Whether the clinic view is open."""
        return self.view == "clinic"


def current() -> Reader:
    """Return who reads in this run, from the address alone."""
    return Reader(library(address.language()), address.view())
