"""Finds a Chromium, and installs one where there is none: `python -m tests.browser.chromium`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip


class NoChromiumError(RuntimeError):
    """No Chromium was found."""


def find() -> Path | None:
    """Return a Chromium: `CHROMIUM`, the system's, or Playwright's own; None where there is none.

    Raises:
        NoChromiumError: `CHROMIUM` names something that is not there.
    """
    if named := os.environ.get("CHROMIUM"):
        path = Path(shutil.which(named) or named)
        if not path.exists():
            raise NoChromiumError(f"CHROMIUM names {named!r}, which does not exist")
        return path
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    if MAC.exists():
        return MAC
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where nothing was found

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None


def require() -> Path:
    """Return a Chromium.

    Raises:
        NoChromiumError: there is none; the browser tests never pass by being skipped.
    """
    found = find()
    if found is None:
        raise NoChromiumError(
            "No Chromium found. Install one (Debian: apt-get install chromium; elsewhere: "
            "playwright install chromium) or name one in the variable CHROMIUM."
        )
    return found


def install() -> None:
    """Install a Chromium: Debian's package as root, else Playwright's own build."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "-y", "chromium"]):
            subprocess.run(["apt-get", "-qq", *command], env=environment, check=False)
        if find() is not None:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Make sure that there is a Chromium; return 1 with a sentence where there is none."""
    try:
        if find() is None:
            install()
        print(f"Chromium: {require()}")
    except NoChromiumError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
