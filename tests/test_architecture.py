"""The code keeps to its own rules: small modules and functions, rooms in order, nothing private."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULE, FUNCTION = 250, 40
TEXT = {
    ".cfg",
    ".js",
    ".sh",
    ".yaml",
    ".py",
    ".md",
    ".toml",
    ".css",
    ".html",
    ".csv",
    ".json",
    ".txt",
    ".in",
    ".yml",
    ".svg",
    "",
}


def committed() -> list[Path]:
    """Return every file that git knows or would take in."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split("\n")  # fmt: skip
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


def modules() -> list[Path]:
    return [path for path in committed() if path.suffix == ".py"]


def functions() -> Iterator[tuple[str, int]]:
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                yield f"{path.relative_to(ROOT)}:{node.name}", lines


def test_no_module_is_longer_than_a_reader_can_hold():
    lengths = {str(p.relative_to(ROOT)): len(p.read_text("utf-8").split("\n")) for p in modules()}
    assert len(lengths) > 40
    assert {name: lines for name, lines in lengths.items() if lines > MODULE} == {}


def test_no_function_is_longer_than_a_screen():
    assert {name: lines for name, lines in functions() if lines > FUNCTION} == {}


def test_imports_keep_to_the_order_of_the_rooms():
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout


PRIVATE = (
    r"/wor[k]/",
    r"/home/[a-z]",
    r"/Users/[A-Za-z]",
    r"/roo[t]/",
    r"[A-Z]:\\\\?Users",
    r"BEGIN [A-Z ]*PRIVATE KEY",
    r"\b(ghp|gho|glpat|AKIA)[A-Za-z0-9_]{12,}",
    r"\b(xox[abp]-|AIza|sk-|pypi-)[A-Za-z0-9_-]{20,}",
    r"\beyJ[A-Za-z0-9_-]{16,}\.eyJ",
    r"(?i:\b(password|passwd|secret|api_?key|token)\w*\s*[:=]\s*[\"'][A-Za-z0-9+/_-]{16,}[\"'])",
)
KEYS = {".pem", ".key", ".p12", ".pfx", ".env"}


def test_no_file_names_a_place_on_somebodys_machine_or_holds_a_key():
    private = re.compile("|".join(PRIVATE))
    found = []
    for path in committed():
        if path.suffix in TEXT:
            text = path.read_text("utf-8", errors="replace")
            found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in private.finditer(text)]
        if path.suffix in KEYS or path.name in (".env", "secrets.toml"):
            found.append(str(path.relative_to(ROOT)))
    assert found == []


def test_content_is_read_in_one_place_only():
    readers = [
        str(path.relative_to(ROOT))
        for path in modules()
        if path.is_relative_to(ROOT / "app")
        and not path.is_relative_to(ROOT / "app" / "knowledge")
        and re.search(r"read_csv|tomllib|frontmatter|csv\.DictReader", path.read_text("utf-8"))
    ]
    assert readers == []


def test_no_test_is_skipped():
    waived = re.compile(r"pytest\.(mark\.)?(skip|skipif|xfail|importorskip)\b")
    tests = [path for path in modules() if path.is_relative_to(ROOT / "tests")]
    found = [p.name for p in tests if p.name != "test_architecture.py"
             and waived.search(p.read_text("utf-8"))]  # fmt: skip
    assert found == []
