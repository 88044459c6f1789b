"""The ways that are plain links: all pages, back and on, all steps, all places of the pathway.

One piece of HTML each. The app sends the browser a message for every element it draws, and links
and buttons of Streamlit's own were most of what a run sent. A script on the page follows such a
link without loading the app anew.
"""

from __future__ import annotations

from functools import cache, lru_cache, partial

from app.blocks.templates import render
from app.domain.address import PATHS, href
from app.figures.pathway_plan import BRANCHES, COLUMNS, plan_of
from app.knowledge.catalog import Library

Carried = tuple[tuple[str, str], ...]
"""The view settings that go along to another page, by name; each with an allowed value."""

PHASES = ("before", "day", "room", "after")
_PAGES = tuple(PATHS)


@cache
def header(
    library: Library, here: str, carried: Carried, languages: tuple[tuple[str, str], ...] = ()
) -> str:
    """Return the name of the guide, the pages, and the languages.

    Args:
        library: the content.
        here: id of the page.
        carried: settings that its links keep.
        languages: code and own name of each; empty where there is no choice.

    """
    return render(library, "header", here=here, languages=languages, to=_to(carried))


@cache
def onward(library: Library, here: str, carried: Carried) -> str:
    """Return the ways to the page before and to the page after."""
    place = _PAGES.index(here)
    before, after = ("", *_PAGES)[place], (*_PAGES, "")[place + 1]
    return render(library, "onward", before=before, after=after, to=_to(carried))


@cache
def foot_links(library: Library, here: str, carried: Carried) -> str:
    """Return all pages once more, for the foot of a page."""
    return render(library, "foot_links", here=here, to=_to(carried))


@cache
def step_track(library: Library, here: str, carried: Carried) -> str:
    """Return the way to every step, after the name of its phase.

    Args:
        library: the content.
        here: id of the step that is shown.
        carried: settings that the links keep.

    """
    phases = [(phase, [one for one in library.steps if one.phase == phase]) for phase in PHASES]
    return render(library, "track", here=here, phases=phases, to=_to(carried))


@lru_cache(maxsize=512)
def pathway_places(library: Library, trail: tuple[str, ...], carried: Carried) -> str:
    """Return every place of the pathway, branch by branch, to stand over the lines of the map.

    Args:
        library: the content.
        trail: the way taken, whose places have numbers; the last is where the reader stands.
        carried: settings that the links keep.

    """
    boxes = plan_of(library).boxes.values()
    lanes = [
        (branch, [(one, [box.node for box in boxes if box.column == one]) for one in columns])
        for branch, columns in ((branch, COLUMNS[branch]) for branch in BRANCHES)
    ]
    return render(library, "map", lanes=lanes, trail=trail, to=_to(carried))


def _to(carried: Carried) -> partial[str]:
    """Return what gives the address of a page with the settings that go along."""
    return partial(href, **dict(carried))
