"""What every test may ask for: the shipped content, and a copy of it that may be broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.knowledge.catalog import Library
from app.knowledge.library import CONTENT
from app.knowledge.library import library as shipped


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped English content."""
    return shipped("en")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content folder, without a clinic's own file."""
    root = tmp_path / "content"
    shutil.copytree(CONTENT, root, ignore=shutil.ignore_patterns("clinic.toml", "review.toml"))
    return root
