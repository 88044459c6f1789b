"""Every block of a page as HTML, without controls: for pages, text edition and first words."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from typing import Any

import pandas as pd
from markupsafe import Markup

from app.blocks.charts import arrays, chart_words, open_surgery_words
from app.blocks.diary import diary
from app.blocks.fit import fit_list
from app.blocks.matters import all_matters
from app.blocks.options import all_options
from app.blocks.pathway import pathway
from app.blocks.pictures import name_the_parts, two_postures, whole_step
from app.blocks.templates import render
from app.blocks.visit import know_list, ready_list
from app.domain.measures import MEASURES
from app.figures.day_parts import day_parts
from app.figures.results import UNCONFIRMED, by_study, result_rows, search, unconfirmed_rows
from app.knowledge.activities import clinics_of
from app.knowledge.catalog import Library
from app.knowledge.clinic import utc_today
from app.knowledge.frequency import how_often
from app.knowledge.library import CONTENT
from app.knowledge.pages import Page, Place, Section
from app.knowledge.passport import passport
from app.knowledge.review import is_overdue, review_of


def page_head(library: Library, page: Page, today: datetime.date | None = None) -> str:
    """Return a page's title, main message and help box; above them, that a review is overdue."""
    return _page_head(library, page.id, overdue(library, today))


@cache
def _page_head(library: Library, page_id: str, late: bool) -> str:
    return render(library, "page_head", page=library.pages[page_id], overdue=late)


def key_points(library: Library, page: Page) -> str:
    """Return a page's key points and what to do next."""
    return render(library, "key_points", page=page)


def section_head(library: Library, section: Section) -> str:
    """Return a section's heading."""
    return render(library, "section", section=section)


def overdue(library: Library, today: datetime.date | None = None) -> bool:
    """Return whether a review is overdue on a day; today where none is given."""
    return is_overdue(library, today or utc_today())


def footer(library: Library, today: datetime.date | None = None, here: str = "") -> str:
    """Return the facts about this guide; a review that is overdue is said aloud.

    Args:
        library: the content.
        today: the day; that of the clock where none is given.
        here: id of the page, to say whether it has changed since its review; else any page counts.

    """
    return _footer(library, today or utc_today(), here)


@lru_cache(maxsize=64)
def _footer(library: Library, day: datetime.date, here: str) -> str:
    return render(library, "footer", today=day, review=review_of(library), here=here)


def signs(library: Library, expected: bool) -> str:
    """Return the emergency and same-day signs, and what is to be expected."""
    return render(library, "signs", expected=expected)


def results_found(library: Library, rows: pd.DataFrame) -> str:
    """Return in words how many results there are, and how many of them nobody has confirmed."""
    return render(
        library, "results_found", count=len(rows), studies=rows["study_id"].nunique(),
        unconfirmed=int((rows["status"] == UNCONFIRMED).sum()),
    )  # fmt: skip


def results(library: Library, rows: pd.DataFrame, open_all: bool = False) -> str:
    """Return rows of results grouped by study."""
    return render(library, "results", groups=by_study(rows), open_all=open_all)


def _all_results(library: Library) -> str:
    rows = search(result_rows(library))
    return results_found(library, rows) + results(library, rows, open_all=True)


def appraisals(library: Library) -> str:
    """Return what other bodies think of the research."""
    frame = library.evidence.appraisals
    rows = [
        {
            "body": values["body"],
            "year": None if pd.isna(values["year"]) else int(values["year"]),
            "stance": library.evidence.labels.stance[values["stance"]],
            "stance_code": values["stance"],
            "finding": values["finding"],
            "source": values["source_label"],
            "source_id": values["source_id"],
        }
        for values in frame.to_dict("records")
    ]
    return render(library, "appraisals", rows=rows)


def sources(library: Library, open_all: bool = False) -> str:
    """Return the whole register of sources, by kind."""
    evidence = library.evidence
    groups: dict[str, list[dict[str, Any]]] = {}
    for source in evidence.sources.reset_index().to_dict("records"):
        doi = f"https://doi.org/{source['doi']}" if source["doi"] else ""
        full = (source["authors"], source["title"], source["journal"])
        groups.setdefault(evidence.labels.kind[source["kind"]], []).append(
            {
                "id": source["id"],
                "number": source["number"],
                "label": source["label"],
                "passport": Markup(passport(source, evidence, library.words)),
                "full": " ".join(f"{part.rstrip('.')}." for part in full if part),
                "link": source["url"] or doi,
            }
        )
    return render(library, "sources", groups=list(groups.items()), open_all=open_all)


@cache
def reading_level(lang: str) -> dict[str, Any] | None:
    """Return the reading level as last measured, or None where it was not."""
    path = CONTENT / lang / "reading_level.json"
    if not path.exists():
        return None
    measured: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return {**measured, "date": datetime.date.fromisoformat(measured["date"])}


def self_check(library: Library) -> str:
    """Return the checklist for decision aids and the measured reading level."""
    return render(library, "self_check", reading=reading_level(library.lang))


def activities(library: Library) -> str:
    """Return what sources say about each activity after MILD, and how many clinics say it."""
    rows = [
        (one, clinics_of(one, library.prose, library.evidence))
        for one in library.activities.activity
    ]
    return render(library, "activities", rows=rows)


def day(library: Library) -> str:
    """Return the day in order as a list, with the times that sources give."""
    return render(library, "day", shown=day_parts(library))


def risks(library: Library) -> str:
    """Return what can go wrong, how often each was counted, and the signs to know."""
    often = partial(how_often, library)
    return render(library, "risks", often=often, expected=True)


def _all_steps(library: Library) -> str:
    return "".join(whole_step(library, step) for step in library.steps)


STATIC: dict[str, Callable[[Library], str]] = {
    "problem_picture": name_the_parts,
    "posture_picture": two_postures,
    "at_a_glance": lambda library: render(library, "at_a_glance"),
    "start_here": lambda library: render(library, "start_here"),
    "steps": _all_steps,
    "day": day,
    "chart": lambda library: "".join(chart_words(library, one) for one in MEASURES),
    "shares": lambda library: arrays(library, "results"),
    "without": lambda library: arrays(library, "without"),
    "open_surgery": open_surgery_words,
    "harm_shares": lambda library: arrays(library, "harms"),
    "activities": activities,
    "milestones": lambda library: render(library, "milestones"),
    "risks": risks,
    "diary": diary,
    "fit": fit_list,
    "compare": all_options,
    "walk": lambda library: signs(library, expected=False),
    "outline": pathway,
    "matters": all_matters,
    "know": know_list,
    "ready": ready_list,
    "questions": lambda library: render(library, "questions"),
    "take": lambda library: render(library, "take"),
    "results": _all_results,
    "to_confirm": lambda library: render(library, "to_confirm", rows=unconfirmed_rows(library)),
    "appraisals": appraisals,
    "not_known": lambda library: render(library, "not_known"),
    "sources": sources,
    "self_check": self_check,
}
"""Each block without controls, by the name that a page's text gives it."""


def parts(library: Library, page: Page) -> Iterator[str | Place]:
    """Return what stands under a page's title, top to bottom: headings, prose, places of blocks."""
    for section in page.sections:
        yield section_head(library, section)
        for part in section.parts:
            yield part if isinstance(part, Place) else library.prose.block(part).html


def page_body(library: Library, page: Page) -> str:
    """Return everything under a page's title, with every block in its form without controls."""
    return "\n".join(
        STATIC[part.name](library) if isinstance(part, Place) else part
        for part in parts(library, page)
    )
