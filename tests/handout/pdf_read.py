"""Reads a PDF back: its tags in order, its fonts, the size of its letters."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader


def read(made: bytes) -> PdfReader:
    """Return a PDF opened."""
    return PdfReader(io.BytesIO(made))


def catalog(pdf: PdfReader) -> Any:
    """Return the root of a PDF."""
    return pdf.trailer["/Root"]


def words(pdf: PdfReader) -> str:
    """Return all text, white space once, without the marks of places where a word may break."""
    text = " ".join(page.extract_text() for page in pdf.pages)
    return " ".join(text.replace("\u200b", "").split())


def tags(pdf: PdfReader) -> list[tuple[str, str]]:
    """Return every element of the structure in reading order, with its alternative text."""
    return list(_tags(catalog(pdf)["/StructTreeRoot"]["/K"]))


def _tags(node: Any) -> Iterator[tuple[str, str]]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from _tags(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"]), str(node.get("/Alt", ""))
        if "/K" in node:
            yield from _tags(node["/K"])


def fonts(pdf: PdfReader) -> dict[str, bool]:
    """Return the name of every font, and whether it is in the file."""
    found = {}
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()
            inner = (
                inner["/DescendantFonts"][0].get_object() if "/DescendantFonts" in inner else inner
            )
            descriptor = inner["/FontDescriptor"].get_object()
            found[str(inner["/BaseFont"])] = any(
                f"/FontFile{kind}" in descriptor for kind in ("", "2", "3")
            )
    return found


def sizes(pdf: PdfReader) -> set[float]:
    """Return the sizes of all letters in points."""
    found: set[float] = set()

    def look(text: str, _: Any, matrix: list[float], __: Any, size: float) -> None:
        if text.strip():
            found.add(round(abs(size * matrix[3]), 1))

    for page in pdf.pages:
        page.extract_text(visitor_text=look)
    return found


def links(pdf: PdfReader) -> list[str]:
    """Return the address of every link, in reading order of its pages."""
    return [
        str(note.get_object()["/A"]["/URI"])
        for page in pdf.pages
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Link"
    ]
