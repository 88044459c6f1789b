"""A page's text cut into its sections, and each section into prose and places for blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from app.knowledge.files import Reader
from app.knowledge.models import BLOCKS, PageFront

_HEADING = re.compile(r"^## (?P<title>.+?) \{#(?P<id>[a-z][a-z0-9-]*)\}$")
_PLACE = re.compile(r"^\[\[(?P<name>[a-z_]+)\]\]$")


@dataclass(frozen=True)
class Place:
    """Where an interactive block stands in a page's text."""

    name: str


@dataclass(frozen=True)
class Section:
    """One heading and what stands under it, prose source and places in turn."""

    id: str
    title: str
    parts: tuple[str | Place, ...]


@dataclass(frozen=True)
class Page:
    """One page: its front matter and its sections in order."""

    front: PageFront
    sections: tuple[Section, ...]

    @property
    def id(self) -> str:
        """The page's id."""
        return self.front.id


def read_page(reader: Reader, path: Path) -> Page | None:
    """Read one page file; faults go to the reader."""
    loaded = reader.markdown(path)
    if loaded is None:
        return None
    data, body = loaded
    front = reader.model(path, PageFront, data)
    if front is None:
        return None
    if front.id != path.stem:
        reader.fault(path, "id", front.id, f"the file's name, {path.stem}")
    sections = _sections(reader, path, body)
    placed = [
        part.name for section in sections for part in section.parts if isinstance(part, Place)
    ]
    for name in BLOCKS[front.id]:
        if placed.count(name) != 1:
            reader.fault(path, f"[[{name}]]", f"{placed.count(name)} times", "once")
    for name in set(placed) - set(BLOCKS[front.id]):
        reader.fault(path, f"[[{name}]]", "an unknown block", ", ".join(BLOCKS[front.id]))
    return Page(front, sections)


def _sections(reader: Reader, path: Path, body: str) -> tuple[Section, ...]:
    sections: list[Section] = []
    title = section_id = ""
    lines: list[str] = []
    parts: list[str | Place] = []

    def close_prose() -> None:
        text = "\n".join(lines).strip()
        if text:
            parts.append(text)
        lines.clear()

    def close_section() -> None:
        close_prose()
        if section_id:
            sections.append(Section(section_id, title, tuple(parts)))
        elif parts:
            reader.fault(path, "body", "text before the first heading", "## Heading {#id} first")
        parts.clear()

    for line in body.splitlines():
        if heading := _HEADING.match(line):
            close_section()
            title, section_id = heading["title"], heading["id"]
            if section_id in {section.id for section in sections}:
                reader.fault(path, f"#{section_id}", "an id used twice", "each id once")
        elif place := _PLACE.match(line.strip()):
            close_prose()
            parts.append(Place(place["name"]))
        elif line.startswith(("# ", "## ", "#### ")):
            reader.fault(
                path, line[:60], "a heading of another form", "## Title {#id} or ### Title"
            )
            lines.append(line)
        else:
            lines.append(line)
    close_section()
    return tuple(sections)
