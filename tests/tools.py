"""Finds the programs that tests need, installs what is missing: `python -m tests.tools [name …]`.

A test never passes by being skipped: what is missing stops it with a sentence that says what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

BESIDE_PATH = (
    Path("/usr/sbin"),  # Debian's place for servers, which is not in everyone's PATH
    Path("/usr/local/sbin"),
    Path("/opt/homebrew/bin"),
    Path("/Applications/Google Chrome.app/Contents/MacOS"),
)


class NoToolError(RuntimeError):
    """A program that the tests need was not found."""


@dataclass(frozen=True)
class Tool:
    """A program that the tests need.

    Attributes:
        name: what it is called; as a variable in capitals it may name where it is.
        names: of its file, the first one found is taken.
        elsewhere: how to install it where there is no Debian.
    """

    name: str
    names: tuple[str, ...]
    elsewhere: str

    @property
    def variable(self) -> str:
        """The variable of the environment that may name it."""
        return self.name.upper()


CHROMIUM = Tool(
    "chromium",
    # The one without a window is the same browser and takes a quarter less of the processor.
    ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome",
     "google-chrome-stable", "chrome", "Google Chrome"),
    "playwright install chromium",
)  # fmt: skip
HAPROXY = Tool("haproxy", ("haproxy",), "your system's package of HAProxy 2.6 or newer")
TOOLS = {tool.name: tool for tool in (CHROMIUM, HAPROXY)}


def find(tool: Tool) -> Path | None:
    """Return where a program is: as its variable says, on the system, or Playwright's own.

    Raises:
        NoToolError: the variable names something that is not there.
    """
    if named := os.environ.get(tool.variable):
        path = Path(shutil.which(named) or named)
        if not path.exists():
            raise NoToolError(f"{tool.variable} names {named!r}, which does not exist")
        return path
    places = os.pathsep.join((os.environ.get("PATH", ""), *map(str, BESIDE_PATH)))
    for name in tool.names:
        if found := shutil.which(name, path=places):
            return Path(found)
    return _playwrights_own() if tool is CHROMIUM else None


def _playwrights_own() -> Path | None:
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None


def require(tool: Tool) -> Path:
    """Return where a program is.

    Raises:
        NoToolError: it is nowhere.
    """
    found = find(tool)
    if found is None:
        raise NoToolError(
            f"No {tool.name} found. Install it (Debian: apt-get install {tool.name}; elsewhere: "
            f"{tool.elsewhere}) or name it in the variable {tool.variable}."
        )
    return found


def install(tool: Tool) -> None:
    """Install a program: Debian's package as root, else Playwright's build of a Chromium."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "-y", tool.names[0]]):
            subprocess.run(["apt-get", "-qq", *command], env=environment, check=False)
    if tool is CHROMIUM and find(tool) is None:
        command = [sys.executable, "-m", "playwright", "install", tool.name]
        subprocess.run(command, check=False)


def main(names: list[str]) -> int:
    """Make sure that some programs are there, all without names; return 1 where one is not."""
    try:
        for tool in [TOOLS[name] for name in names or TOOLS]:
            found = find(tool)
            if found is None or (tool.variable not in os.environ and found.name != tool.names[0]):
                install(tool)
            print(f"{tool.name}: {require(tool)}")
    except NoToolError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
