"""The parts of a passport stand apart as text too: copied, read aloud or without our style."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from app.blocks.clinic_view import numbers, options_overview
from app.domain.address import PATHS
from app.domain.measures import MEASURES
from app.figures.recovery_points import recovery_points
from app.handout.page import summary_html
from app.knowledge.catalog import Library
from app.web.shell import shell, text_edition
from tests.content.visible import EMPTY, INLINE
from tests.handout.summaries import USUAL

RUN_TOGETHER = re.compile(r"\w*(?:\w[.!?][A-Z]|[a-z][.!?]\d)\w*")
"""A stop with a capital or a digit behind it; not "3.8", "spine.org" or "SURG.00071"."""


class _Passports(HTMLParser):
    """Gathers the text of each passport, of each entry of the register and of each cell."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[list[str] | None] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        named = str(given.get("class")).split()
        entry = tag == "li" and str(given.get("id")).startswith("src-")
        wanted = entry or "note" in named or "passport" in named or tag == "td"
        if tag not in INLINE:
            self.handle_data(" ")
        if tag not in EMPTY:
            self._open.append([] if wanted else None)

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPTY:
            return
        text = self._open.pop()
        if tag not in INLINE:
            self.handle_data(" ")
        if text is not None:
            self.found.append("".join(text))

    def handle_data(self, data: str) -> None:
        for text in self._open:
            if text is not None:
                text.append(data)


def run_together(html: str) -> list[str]:
    """Return the places in the passports of some HTML where one part runs into the next."""
    parser = _Passports()
    parser.feed(re.sub(r"<(script|style).*?</\1>", "", html, flags=re.DOTALL))
    parser.close()
    assert parser.found
    return [place for text in parser.found for place in RUN_TOGETHER.findall(text)]


def _screens(library: Library) -> str:
    """Return the exact numbers of every screen of the clinic view."""
    screens = library.clinic_view.screen
    whole = "".join(numbers(library, one) for one in screens)
    return whole + options_overview(library, library.clinic_view.of("options"))


def _charts(library: Library) -> str:
    return "".join(mark for one in MEASURES for mark in recovery_points(library, one).words.sources)


MADE: dict[str, Callable[[Library], str]] = {
    **{f"text of {page}": lambda _, page=page: text_edition(page, "en") for page in PATHS},
    **{f"first words of {page}": lambda _, page=page: shell(page, "en") for page in PATHS},
    "clinic view": _screens,
    "charts": _charts,
}


@pytest.mark.parametrize("place", MADE)
def test_the_parts_of_every_passport_stand_apart(place: str, library: Library):
    assert run_together(MADE[place](library)) == []


def test_the_sources_of_the_sheet_stand_apart(library: Library):
    html = summary_html(library, USUAL).decode()
    lines = re.findall(r"<li[^>]*>(.*?)</li>", html, re.DOTALL)
    assert len(lines) > 5
    assert not [place for line in lines for place in RUN_TOGETHER.findall(line)]


def test_parts_that_run_together_are_found(library: Library):
    html = _charts(library)
    assert run_together(html.replace("</span> <span>", "</span><span>"))


@pytest.mark.parametrize("place", MADE)
def test_a_space_that_does_not_break_stands_before_every_mark(place: str, library: Library):
    html = MADE[place](library)
    mark = '<button type="button" class="cite"'
    assert html.count(mark) == html.count(f'<span class="kept">&nbsp;{mark}')
