"""Reading content files: text, front matter, TOML and CSV, with faults instead of exceptions."""

from __future__ import annotations

import csv
import io
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import frontmatter
import yaml
from pydantic import BaseModel, ValidationError

from app.knowledge.faults import Fault, from_validation, shown

Model = TypeVar("Model", bound=BaseModel)


class Reader:
    """Reads files below one folder, remembers what it read and every fault it met.

    Attributes:
        root: the content folder.
        faults: faults met so far.
        read: files read so far.

    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[Fault] = []
        self.read: set[Path] = set()

    def name(self, path: Path) -> str:
        """Return a path as authors know it: below the content folder."""
        return (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name
        )

    def fault(self, path: Path, key: str, found: object, allowed: str) -> None:
        """Note one fault."""
        found = found if isinstance(found, str) else shown(found)
        self.faults.append(Fault(self.name(path), key, found, allowed))

    def text(self, path: Path) -> str | None:
        """Return a file's text, or None after noting why not."""
        self.read.add(path)
        try:
            return path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            self.fault(path, "(file)", "no such file", "this file is needed")
        except UnicodeDecodeError as error:
            self.fault(path, f"byte {error.start}", "text that is not UTF-8", "UTF-8")
        return None

    def markdown(self, path: Path) -> tuple[dict[str, Any], str] | None:
        """Return front matter and body of a Markdown file."""
        text = self.text(path)
        if text is None:
            return None
        try:
            post = frontmatter.loads(text)
        except yaml.YAMLError as error:
            self.fault(path, "front matter", " ".join(str(error).split())[:160], "YAML")
            return None
        return dict(post.metadata), post.content.strip()

    def toml(self, path: Path) -> dict[str, Any] | None:
        """Return a TOML file's tables."""
        text = self.text(path)
        if text is None:
            return None
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            self.fault(path, "(file)", str(error), "TOML")
            return None

    def model(
        self, path: Path, model: type[Model], data: dict[str, Any] | None, within: str = ""
    ) -> Model | None:
        """Return data as a model, or None after noting every fault in it.

        Args:
            path: the file the data come from.
            model: what they must be.
            data: None where the file could not be read.
            within: what the keys of the faults begin with.

        """
        if data is None:
            return None
        try:
            return model.model_validate(data)
        except ValidationError as error:
            self.faults += from_validation(self.name(path), error, within)
            return None

    def rows(self, path: Path, model: type[Model]) -> list[Model]:
        """Return the valid rows of a CSV table; an empty cell counts as not filled in."""
        text = self.text(path)
        if text is None:
            return []
        found: list[Model] = []
        seen: set[str] = set()
        for number, cells in enumerate(csv.DictReader(io.StringIO(text)), start=2):
            key = cells.get("id") or f"line {number}"
            if None in cells or None in cells.values():
                self.fault(
                    path, key, "a row longer or shorter than the header", "one cell a column"
                )
                continue
            if key in seen:
                self.fault(path, key, "an id used twice", "each id once")
                continue
            seen.add(key)
            try:
                found.append(
                    model.model_validate_strings({k: v for k, v in cells.items() if v != ""})
                )
            except ValidationError as error:
                self.faults += from_validation(self.name(path), error, key)
        return found
