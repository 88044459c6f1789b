"""The main trial leads everywhere, with both groups, gains and harms; a changed row changes all."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from app.blocks import blocks, clinic_view, pathway
from app.handout.page import summary_html
from app.knowledge.catalog import Library
from app.knowledge.library import CONTENT, read_library
from app.knowledge.options import Option
from tests.content.broken import cell
from tests.content.visible import visible
from tests.handout.summaries import USUAL

BETTER = {"mild": (",58.0,83,", ",60.8,87,"), "esi": (",27.1,35,", ",31.0,40,")}
"""Share and count clearly better at one year, and others."""
HARMED = {"mild": (",2,1.3,", ",7,4.7,"), "esi": (",2,1.3,", ",9,5.9,")}
"""Count and share with a problem tied to the procedure, likewise."""
NEW_SHARES = ("61", "39", "31", "69")
NEW_HARMS = ("7 of 149", "9 of 153")


def page(name: str) -> Callable[[Library], str]:
    return lambda library: visible(blocks.page_body(library, library.pages[name]))


def option(name: str, *fields: str) -> Callable[[Library], str]:
    def told(library: Library) -> str:
        one: Option = next(one for one in library.options if one.id == name)
        texts = [getattr(one, field) for field in fields]
        lines = [line for text in texts for line in ([text] if isinstance(text, str) else text)]
        return " ".join(library.prose.line(line).text for line in lines)

    return told


def screen(name: str) -> Callable[[Library], str]:
    def told(library: Library) -> str:
        one = library.clinic_view.of(name)
        table = clinic_view.options_overview if name == "options" else clinic_view.numbers
        return visible(clinic_view.opening(library, one) + table(library, one))

    return told


def section(name: str, ids: tuple[str, ...]) -> Callable[[Library], str]:
    def told(library: Library) -> str:
        parts = [
            part
            for one in library.pages[name].sections
            for part in one.parts
            if one.id in ids and isinstance(part, str)
        ]
        return " ".join(plain for part in parts for plain in library.prose.block(part).plain)

    return told


def key_points(name: str) -> Callable[[Library], str]:
    return lambda library: " ".join(
        library.prose.line(one).text for one in library.pages[name].front.key_points
    )


def fit(library: Library) -> str:
    texts = (library.fit.not_known, library.fit.paid)
    return " ".join(library.prose.line(text).text for text in texts)


def quiz(library: Library) -> str:
    return " ".join(library.prose.line(one.fact).text for one in library.know.question)


def leaf(name: str) -> Callable[[Library], str]:
    return lambda library: visible(pathway.node_panel(library, library.nodes[name]))


GAINS: Mapping[str, Callable[[Library], str]] = {
    "overview": section("overview", ("can",)),
    "key points of the overview": key_points("overview"),
    "recovery, pictures": page("recovery"),
    "key points of recovery": key_points("recovery"),
    "key points of the options": key_points("options"),
    "MILD among the options": option("mild", "found"),
    "shots among the options": option("steroid", "found"),
    "guide": fit,
    "quiz": quiz,
    "if it does not help": section("whats-next", ("not-known",)),
    "shots after MILD": leaf("L3"),
    "MILD again": leaf("L7"),
    "clinic screen, results": screen("recovery"),
    "clinic screen, options": screen("options"),
    "sheet": lambda library: visible(summary_html(library, USUAL).decode()),
    "evidence": page("evidence"),
}
HARMS = {
    name: told
    for name, told in {**GAINS, "overview": section("overview", ("harm",)),
                       "MILD among the options": option("mild", "harms")}.items()
    if name not in ("shots among the options", "shots after MILD", "if it does not help")
}  # fmt: skip


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The content, with other numbers in the four rows that tell most."""
    root: Path = tmp_path_factory.mktemp("changed") / "content"
    shutil.copytree(CONTENT, root, ignore=shutil.ignore_patterns("clinic.toml", "review.toml"))
    for arm in ("mild", "esi"):
        cell("outcomes", f"encore.{arm}.odi_responder.12m", *BETTER[arm])(root)
        cell("events", f"encore.{arm}.procedure_ae.undated", *HARMED[arm])(root)
    return read_library(root, "en")


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


@pytest.mark.parametrize("place", GAINS)
def test_both_groups_stand_there_in_both_frames_from_their_rows(place: str, changed: Library):
    told = GAINS[place](changed)
    exact = "87 of 143" in told and "40 of 129" in told  # tables of exact numbers count people
    exact = exact or ("60.8 of 100" in told and "31 of 100" in told)
    assert exact or set(NEW_SHARES) <= numbers(told), told


@pytest.mark.parametrize("place", HARMS)
def test_the_harms_of_both_groups_stand_there_from_their_rows(place: str, changed: Library):
    told = HARMS[place](changed)
    for count in NEW_HARMS:
        assert count in told, told


@pytest.mark.parametrize("place", ["overview", "recovery", "options", "visit", "evidence"])
def test_who_paid_and_that_everyone_knew_stand_on_the_page(place: str, library: Library):
    told = page(place)(library)
    assert "maker paid" in told or "maker of MILD paid" in told
    assert re.search(r"[Ee]veryone (in them )?knew|people knew which", told)
