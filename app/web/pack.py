"""Packs the files that never change, for an image whose disk cannot be written: `-m app.web.pack`.

It takes a minute once, and no reader of any replica waits for it again.
"""

from __future__ import annotations

from app.web.routes import pack


def main() -> None:
    """Pack them and say how many there are."""
    print(f"{pack()} files packed")


if __name__ == "__main__":
    main()
