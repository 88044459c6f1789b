"""The clinic's logo: a small picture beside the profile, taken where nothing in it can run."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.knowledge.bounded import UnreadableError, read_bytes
from app.knowledge.faults import refused
from app.knowledge.svg import RefusedError, size_of_svg

LARGEST = 200 * 1024  # bytes
LONGEST_SIDE = 2000  # pixels
LOGO_ALLOWED = (
    "the name, in quotes, of an SVG or PNG file of up to 200 KB in the folder of this file"
)

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Logo:
    """A picture that was looked through before it is shown.

    Attributes:
        media_type: `image/png` or `image/svg+xml`.
        data: the file's bytes.
        width: in pixels as the file says; an SVG has no size, and 100 pixels of height.
        height: likewise.

    """

    media_type: str
    data: bytes
    width: int
    height: int

    @property
    def version(self) -> str:
        """A short text that changes with the picture, for its address."""
        return hashlib.sha256(self.data).hexdigest()[:12]


def load_logo(name: str, folder: Path) -> Logo:
    """Return the logo of that name.

    Args:
        name: as the profile gives it.
        folder: where the profile stands; nothing outside of it is read.

    Raises:
        PydanticCustomError: it is not taken; says what was found.

    """
    try:
        data = read_bytes(_inside(name, folder), LARGEST)
        if data.startswith(_SIGNATURE):
            kind, (width, height) = "image/png", size_of_png(data)
        else:
            kind, (width, height) = "image/svg+xml", size_of_svg(data)
    except (UnreadableError, RefusedError) as why:
        raise refused(f"{name[:60]!r}, {why}") from why
    return Logo(kind, data, width, height)


def _inside(name: str, folder: Path) -> Path:
    """Return the path of a file in a folder, links followed.

    Raises:
        RefusedError: it lies elsewhere, or cannot be a path.

    """
    try:
        home = folder.resolve()
        path = (home / name).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise RefusedError("not the name of a file") from error
    if not path.is_relative_to(home):
        raise RefusedError("a file outside of the profile's folder")
    return path


def size_of_png(data: bytes) -> tuple[int, int]:
    """Return width and height of a PNG that is whole, and nothing but a still picture.

    Raises:
        RefusedError: it is cut short, damaged, too large, moves, or something follows its end.

    """
    chunks = list(_chunks(data))
    names = [name for name, _ in chunks]
    whole = len(names) > 2 and names[0] == b"IHDR" and b"IDAT" in names and names[-1] == b"IEND"
    if not whole or len(chunks[0][1]) != 13:
        raise RefusedError("a PNG that is not whole")
    if b"acTL" in names:
        raise RefusedError("a PNG that moves")
    width, height = struct.unpack(">II", chunks[0][1][:8])
    if not (1 <= width <= LONGEST_SIDE and 1 <= height <= LONGEST_SIDE):
        raise RefusedError(f"a PNG of {width} by {height} pixels")
    return width, height


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(data):
        head = data[place : place + 8]
        length = int.from_bytes(head[:4], "big")
        body = data[place + 8 : place + 8 + length]
        check = data[place + 8 + length : place + 12 + length]
        if len(body) != length or check != zlib.crc32(head[4:] + body).to_bytes(4, "big"):
            raise RefusedError("a PNG that is damaged")
        yield head[4:], body
        place += 12 + length
