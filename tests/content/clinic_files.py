"""Profiles and pictures that a clinic could give, right and wrong."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"{more}>{inside}</svg>'
GOOD_SVG = SVG.format(
    more=' xmlns:xlink="http://www.w3.org/1999/xlink"',
    inside='<defs><linearGradient id="g"><stop offset="0" stop-color="#006B3F"/></linearGradient>'
    '<g id="p"><path d="M0 0h9v9z"/></g></defs><style>.a{fill:url(#g)}</style>'
    '<title>North</title><circle class="a" cx="50" cy="50" r="40"/>'
    '<use xlink:href="#p" style="fill:url( \'#g\' )"/><text x="99" y="60">North</text>',
)


def svg(inside: str = "", more: str = "") -> bytes:
    """Return a drawing with something in it."""
    return SVG.format(inside=inside, more=more).encode()


def chunk(name: bytes, body: bytes) -> bytes:
    """Return one piece of a PNG."""
    check = zlib.crc32(name + body).to_bytes(4, "big")
    return len(body).to_bytes(4, "big") + name + body + check


def png(width: int = 30, height: int = 10, more: bytes = b"", after: bytes = b"") -> bytes:
    """Return a gray PNG.

    Args:
        width: in pixels.
        height: likewise.
        more: pieces before the picture.
        after: what follows the end.
    """
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(min(height, 100))))
    end = chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + more + end + after


def write(folder: Path, text: str | bytes, **files: bytes) -> Path:
    """Write a profile and the files beside it; return the profile's path."""
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    path = folder / "clinic.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
