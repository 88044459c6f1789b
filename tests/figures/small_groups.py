"""Finds every picture whose circles are not as many as its people, without the app's own rule."""

from __future__ import annotations

import csv

from markupsafe import Markup

from app.figures.circles import data_uri
from app.handout.filled import sheet_of
from app.handout.page import summary_html
from app.knowledge.catalog import Library
from tests.figures.circles import counted, drawn
from tests.handout.summaries import USUAL
from tests.server import ROOT

PLACES = ("results", "harms", "without", "open_surgery")
SMALL = 50


def people() -> dict[str, int]:
    """Return how many people each row of the tables counts, read without the app's own code."""
    found = {}
    for table, column in (("outcomes", "population_n"), ("events", "n")):
        with (ROOT / "content" / "evidence" / f"{table}.csv").open(encoding="utf-8") as file:
            found |= {row["id"]: int(row[column]) for row in csv.DictReader(file) if row[column]}
    return found


def wanted(library: Library, n: dict[str, int]) -> dict[str, list[int]]:
    """Return how many circles each group of each result must have."""
    said = {
        array.id: [n.get(group.part[0].row, SMALL) for group in array.group]
        for array in library.arrays.array
    }
    return {name: [one if one < SMALL else 100 for one in each] for name, each in said.items()}


def wrong(library: Library, page: str, n: dict[str, int]) -> list[str]:
    """Return every picture of a piece of HTML whose circles are not as many as they must be."""
    allowed = wanted(library, n)
    return [
        f"{name}: {[sum(one.values()) for one in groups]}"
        for name, groups in drawn(page)
        if [sum(one.values()) for one in groups] != allowed.get(name)
    ]


def on_sheet(library: Library) -> list[str]:
    """Return the ids of the results on the sheet, in order."""
    return [one.id for one in library.arrays.array if one.on_sheet]


def wrong_on_sheet(library: Library, n: dict[str, int]) -> list[str]:
    """Return every picture of the sheet, as HTML and as given to the typesetter, that is wrong."""
    allowed = wanted(library, n)
    page = summary_html(library, USUAL).decode()
    found = []
    for name, one in zip(on_sheet(library), sheet_of(library, USUAL).panels, strict=True):
        counts = []
        for picture in one.pictures:
            address = data_uri("image/svg+xml", picture.svg.encode())
            drawn_so = f'<img class="circles" src="{address}" alt="">'
            counts.append(sum(counted(Markup(drawn_so)).values()))
            if page.count(f'src="{address}" alt="{picture.alt}"') != 1:
                counts.append(0)
        if counts != allowed[name]:
            found.append(f"{name}: {counts}")
    return found
