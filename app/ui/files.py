"""Where the script of each page lies."""

from __future__ import annotations

from pathlib import Path

FILES = Path(__file__).resolve().parents[1] / "screens"


def file_of(page_id: str) -> str:
    """Return the script of a page, as st.Page and st.page_link take it."""
    return str(FILES / f"{page_id.replace('-', '_')}.py")
