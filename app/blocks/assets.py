"""Our own files that a browser fetches, and their addresses."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "assets"
CHARTS = ASSETS / "plotly" / "plotly-basic.min.js"
"""Plotly's code for lines, points, bars and pies: a quarter of all that Plotly has."""


@cache
def address_of(file: Path) -> str:
    """Return the address of a file, which changes with its content.

    The file is read once, so that nothing is asked of the disk later.

    Args:
        file: among the assets.

    Raises:
        OSError: the file cannot be read.

    """
    mark = hashlib.sha256(file.read_bytes()).hexdigest()[:12]
    return f"/assets/{file.relative_to(ASSETS).as_posix()}?v={mark}"
