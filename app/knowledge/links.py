"""A link in a content file that the app draws by itself, so that following it keeps the answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import Field

from app.domain.address import SETTINGS
from app.knowledge.models import Content, Text

Targets = Mapping[str, Collection[str]]
"""What links may name: by kind (`page`, `step`, `node`, `section`) the ids that there are."""


class Link(Content):
    """A way to where something stands.

    Attributes:
        to: `page:`, `step:` or `node:` and an id; `section:` and one of the same page.
        text: what the link says.

    """

    to: Annotated[str, Field(pattern=r"^(page|step|node|section):[A-Za-z0-9-]+$")]
    text: Text

    @property
    def kind(self) -> str:
        """What the link names: a page, step, node or section."""
        return self.to.partition(":")[0]

    @property
    def name(self) -> str:
        """The id of what the link names."""
        return self.to.partition(":")[2]

    @property
    def page(self) -> str:
        """The page that the link leads to; nothing for a section of the same page."""
        return self.name if self.kind == "page" else SETTINGS.get(self.kind, "")

    @property
    def settings(self) -> dict[str, str]:
        """The settings that the address needs to show the very step or node."""
        return {self.kind: self.name} if self.kind in SETTINGS else {}


def link_faults(
    links: Iterable[tuple[str, Link]], targets: Targets
) -> Iterator[tuple[str, str, str]]:
    """Yield key, found and allowed for every link that leads nowhere.

    Args:
        links: each with the key that it stands under.
        targets: what links may name.

    """
    for key, link in links:
        if link.name not in targets[link.kind]:
            yield key, link.to, "page:, step:, node: or section: and a known id"
