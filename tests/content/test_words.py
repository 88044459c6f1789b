"""Every word of the interface that the code asks for exists, and each one is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from app.domain.measures import MEASURES
from app.figures.results import CODES
from app.knowledge.catalog import Library
from app.knowledge.options import COMPARED
from app.knowledge.steps import ClinicLines
from app.knowledge.words import MissingWordError, Words

APP = Path(__file__).resolve().parents[2] / "app"
ANY = ".+"
FILES = frozenset(
    {
        r"app\.css",
        r"page\.js",
        r"fit\.toml",
        r"matters\.toml",
        r"clinic\.css",
        r"clinic_view\.toml",
        r"know\.toml",
        r"ready\.toml",
    }
)
"""Names of files that look like the key of a word."""
OPEN = {
    r"chart\..+": (*(f"chart.{one}" for one in MEASURES), "chart.back", "chart.leg"),
    r"options\..+": tuple(f"options.{field}" for field in ("sentence", *COMPARED)),
}
"""What the codes that end a key can be, for keys whose group holds other words as well."""


def in_python(groups: frozenset[str]) -> Iterator[str]:
    """Return a pattern for each key that the Python code writes: whole, or with slots in it."""
    group = re.compile(rf"({'|'.join(map(re.escape, groups))})\\\.")  # escaped texts
    for path in APP.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        loops = _loops(tree)
        joined = [one for one in ast.walk(tree) if isinstance(one, ast.JoinedStr)]
        pieces = {part for one in joined for part in one.values}
        found = [pattern for one in joined for pattern in _filled(one, loops)]
        found += [
            re.escape(one.value)
            for one in ast.walk(tree)
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and one not in pieces
        ]
        yield from (one for one in found if group.match(one) and " " not in one)


def _loops(tree: ast.AST) -> dict[str, list[str]]:
    """Return the texts that a name can stand for where it runs over texts written out."""
    loops: dict[str, list[str]] = {}
    for one in ast.walk(tree):
        if isinstance(one, ast.For) and isinstance(one.iter, ast.Tuple):
            names = one.target.elts if isinstance(one.target, ast.Tuple) else [one.target]
            for item in one.iter.elts:
                values = item.elts if isinstance(item, ast.Tuple) else [item]
                for name, value in zip(names, values, strict=True):
                    if isinstance(name, ast.Name) and isinstance(value, ast.Constant):
                        loops.setdefault(name.id, []).append(str(value.value))
    return loops


def _filled(joined: ast.JoinedStr, loops: dict[str, list[str]]) -> list[str]:
    found = [""]
    for part in joined.values:
        ends = [ANY]
        if isinstance(part, ast.Constant):
            ends = [re.escape(str(part.value))]
        elif isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name):
            ends = [re.escape(text) for text in loops.get(part.value.id, [])] or [ANY]
        found = [start + end for start in found for end in ends]
    return found


def in_templates() -> Iterator[str]:
    """Return a pattern for each key that the templates write; loops over fixed names unrolled."""
    for path in APP.rglob("*.html"):
        tree = Environment(autoescape=True).parse(path.read_text("utf-8"))
        loops: dict[str, list[str]] = {}
        for one in tree.find_all(nodes.For):
            if isinstance(one.target, nodes.Name) and isinstance(one.iter, nodes.Tuple):
                texts = [str(item.value) for item in one.iter.items]
                loops.setdefault(one.target.name, []).extend(texts)
        for call in tree.find_all(nodes.Call):
            if _asks_for_words(call.node):
                yield from _spelled(call.args[0], loops)


def _asks_for_words(asked: nodes.Node) -> bool:
    if isinstance(asked, nodes.Getattr) and asked.attr == "raw":
        asked = asked.node
    return isinstance(asked, nodes.Name) and asked.name == "words"


def _spelled(key: nodes.Node, loops: dict[str, list[str]]) -> list[str]:
    """Return what the first argument of a call can be, as patterns."""
    if isinstance(key, nodes.Const):
        return [re.escape(str(key.value))]
    if isinstance(key, nodes.Name):
        return [re.escape(name) for name in loops.get(key.name, [])] or [ANY]
    if isinstance(key, nodes.Concat):
        found = [""]
        for part in key.nodes:
            found = [start + end for start in found for end in _spelled(part, loops)]
        return found
    return [ANY]


@pytest.fixture(scope="module")
def keys(library: Library) -> frozenset[str]:
    return library.words.keys()


@pytest.fixture(scope="module")
def asked(keys: frozenset[str]) -> set[str]:
    groups = frozenset(key.split(".")[0] for key in keys)
    found = {*in_python(groups), *in_templates()} - FILES
    return (found - set(OPEN)) | {re.escape(key) for keys in OPEN.values() for key in keys}


def test_every_word_that_the_code_asks_for_exists(keys: frozenset[str], asked: set[str]):
    assert {one for one in asked if not any(re.fullmatch(one, key) for key in keys)} == set()


def test_every_word_that_exists_is_asked_for(keys: frozenset[str], asked: set[str]):
    assert {key for key in keys if not any(re.fullmatch(one, key) for one in asked)} == set()


def test_no_call_leaves_the_whole_key_open(asked: set[str]):
    assert {one for one in asked if one.startswith(ANY)} == set()


def test_every_code_that_becomes_part_of_a_key_has_its_word(library: Library, keys: frozenset[str]):
    sources = library.evidence.sources
    wanted = {f"seen_as.{code}" for code in sources["seen_as"]}
    wanted |= {f"evidence.funder_{code}" for code in sources["funder"]}
    wanted |= {f"evidence.filter_{column}" for column in CODES}
    wanted |= {f"options.certainty_{one.certainty}" for one in library.options}
    wanted |= {f"steps.phase_{step.phase}" for step in library.steps}
    wanted |= {f"steps.clinic_{kind}" for kind in ClinicLines.model_fields}
    wanted |= {f"recovery.group_{risk.group}" for risk in library.safety.risk}
    wanted |= {f"evidence.group_{item.group}" for item in library.not_known.item}
    wanted |= {f"evidence.status_{item.status}" for item in library.checklist.item}
    wanted |= {f"walk.branch_{node.branch}" for node in library.nodes.values()}
    assert wanted - keys == set()


def test_a_slot_that_nobody_fills_is_an_error_with_the_key():
    words = Words({"page": {"next": "Next: {title}"}})
    assert words("page.next", title="Recovery") == "Next: Recovery"
    for key in ("page.next", "page.none"):
        with pytest.raises(MissingWordError, match=re.escape(f"words.toml: {key}")):
            words(key)
