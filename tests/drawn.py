"""Everything the app draws without a browser, and what is read side by side in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import combinations

from app.blocks import blocks, clinic_view, pathway
from app.blocks.options import options_at_a_glance, options_in_short, options_side_by_side
from app.domain.visit import MOST_OPTIONS, VisitSummary
from app.figures.results import result_rows
from app.handout.page import summary_html
from app.knowledge.catalog import Library
from tests.content.visible import EMPTY, UNSEEN
from tests.handout.summaries import ADDRESS, DAY

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", "caption"})
ROW_BY_ROW = "compare"
"""Class of the table that has one thing to compare in each row; all others, in each column."""


def choices(library: Library) -> Iterator[tuple[str, ...]]:
    """Yield every choice of up to as many options as can stand side by side."""
    for count in range(1, MOST_OPTIONS + 1):
        yield from combinations([option.id for option in library.options], count)


def drawn(library: Library) -> Iterator[tuple[str, str]]:
    """Yield name and HTML of every page in words, card, table, clinic screen and sheet.

    Args:
        library: the content; a copy with changed rows is drawn from these.

    """
    for draw in (pages, compared, places, screens, sheets):
        yield from draw(library)


def pages(library: Library) -> Iterator[tuple[str, str]]:
    """Yield name and HTML of every page in words, as the text edition has it."""
    for page in library.pages.values():
        head = blocks.page_head(library, page) + blocks.key_points(library, page)
        yield f"page {page.id}", head + blocks.page_body(library, page)


def compared(library: Library) -> Iterator[tuple[str, str]]:
    """Yield name and HTML of every result in one table, and of every choice of options."""
    yield "all results", blocks.results(library, result_rows(library), open_all=True)
    yield "options at a glance", options_at_a_glance(library) + options_in_short(library)
    for chosen in choices(library):
        yield f"options {chosen}", options_side_by_side(library, chosen)


def places(library: Library) -> Iterator[tuple[str, str]]:
    """Yield name and HTML of every place of the pathway and every step, on page and screen."""
    for node in library.nodes.values():
        yield f"node {node.id}", pathway.node_panel(library, node)
        yield f"screen node {node.id}", clinic_view.node_short(library, node)
    for step in library.steps:
        yield f"screen step {step.id}", clinic_view.step_for_clinician(library, step)


def screens(library: Library) -> Iterator[tuple[str, str]]:
    """Yield name and HTML of the words and numbers of every screen of the clinic view."""
    for screen in library.clinic_view.screen:
        words = clinic_view.opening(library, screen) + clinic_view.teach_back(library, screen)
        yield f"screen {screen.page}", words + clinic_view.numbers(library, screen)
        if screen.option:
            yield f"screen {screen.page}, table", clinic_view.options_overview(library, screen)


def sheets(library: Library) -> Iterator[tuple[str, str]]:
    """Yield name and HTML of the sheet to take home for every choice of three options."""
    for chosen in combinations([option.id for option in library.options], MOST_OPTIONS):
        sheet = summary_html(library, VisitSummary(DAY, ADDRESS, options=chosen)).decode()
        yield f"sheet {chosen}", re.sub(r"<style>.*?</style>", "", sheet, flags=re.DOTALL)


def side_by_side(name: str, html: str) -> list[str]:
    """Return the words of each part of some HTML in which numbers are read beside each other.

    Such a part is: the cells of one column under one heading of a table, or of one row of the
    table that compares by row; all options on a sheet; else, what stands under one heading.
    """
    if name.startswith("sheet"):
        choices_of_sheet = html.partition("<article>")[2].rpartition("</article>")[0]
        return [*_parts(html.replace(choices_of_sheet, "")), " ".join(_parts(choices_of_sheet))]
    return _parts(html)


def _parts(html: str) -> list[str]:
    parser = _Parts()
    parser.feed(html)
    parser.close()
    return list(parser.words.values())


class _Parts(HTMLParser):
    """Gathers words by table body and column, by row, or by heading."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[tuple[object, ...], str] = {}
        self._tables: list[bool] = []
        self._hidden = self._heading = self._body = self._row = self._column = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self._hidden:
            self._hidden += tag not in EMPTY
        elif tag in UNSEEN or "popover" in given or given.get("class") == "cite":
            self._hidden += 1
        elif tag in HEADINGS:
            self._heading += 1
        elif tag == "table":
            self._tables.append(ROW_BY_ROW in str(given.get("class")).split())
            self._body += 1
        elif tag == "tbody":
            self._body += 1
        elif tag == "tr":
            self._row, self._column = self._row + 1, 0
        elif tag in ("td", "th"):
            self._column += 1
        elif tag in ("article", "figure", "section"):
            self._heading += 1

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden -= 1
        elif tag == "table":
            self._tables.pop()
            self._heading += 1

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            place: tuple[object, ...] = ("heading", self._heading)
            if self._tables:
                by_row = self._tables[-1]
                place = ("row", self._row) if by_row else ("column", self._body, self._column)
            self.words[place] = f"{self.words.get(place, '')} {data}"
