"""Figures of numbers as HTML: charts over time, and shares of people as circles."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from app.blocks.templates import one_line, render
from app.domain.measures import OPEN
from app.figures.day_parts import day_parts
from app.figures.icon_array import icon_arrays
from app.figures.recovery_points import TimeChart, open_surgery, recovery_points
from app.figures.recovery_svg import recovery_svg
from app.knowledge.catalog import Library

COMPARED = ("without", "open_surgery")
"""Places of results in other people than those who had MILD."""


def chart_words(library: Library, measure: str) -> str:
    """Return the recovery chart without controls: sentence, picture, passports and table."""
    chart = recovery_points(library, measure)
    return render(
        library, "chart", chart=chart, picture=Markup(recovery_svg(library, chart)),
        first_weeks=scored(chart),
    )  # fmt: skip


def chart_still(library: Library, measure: str) -> str:
    """Return the chart's sentence and its still picture, for the first words of the page."""
    chart = recovery_points(library, measure)
    picture = Markup(recovery_svg(library, chart, place="first"))
    return render(library, "chart_still", chart=chart, picture=picture)


@cache
def chart_below(library: Library, chart: TimeChart) -> str:
    """Return what stands under the live chart: the first weeks in words, passports, table."""
    return render(library, "chart_below", figure=chart.words, first_weeks=scored(chart))


@cache
def day_above(library: Library) -> str:
    """Return what stands above the chart of the day."""
    return render(library, "day_above", shown=day_parts(library))


@cache
def day_below(library: Library) -> str:
    """Return what stands below the chart of the day: the same as a table with its sources."""
    return render(library, "day_below", shown=day_parts(library))


@cache
def arrays(library: Library, place: str) -> str:
    """Return the results of one place as circles.

    Args:
        library: the content.
        place: `results`, `harms`, `without` or `open_surgery`.

    """
    shown = icon_arrays(library, place)
    return render(library, "arrays", arrays=shown, different=place in COMPARED)


@cache
def chart_above(library: Library, chart: TimeChart) -> str:
    """Return what stands above the live chart: what it says in a sentence, and its axis."""
    return render(library, "figure_above", figure=chart.words)


@cache
def open_surgery_words(library: Library) -> str:
    """Return all results of open surgery, charts and shares, in one line as Markdown needs it."""
    whole = open_charts(library) + arrays(library, "open_surgery")
    return one_line(f'<div class="prose">{whole}</div>')


def open_charts(library: Library) -> str:
    """Return the small charts of scores after open surgery, each with its words."""
    charts = [open_surgery(library, measure) for measure in OPEN]
    pictures = [(chart, Markup(recovery_svg(library, chart))) for chart in charts]
    return render(library, "open_charts", charts=pictures)


def scored(chart: TimeChart) -> bool:
    """Return whether a chart shows scores, of which none is known for the first weeks."""
    return chart.panels[0].kind == "change"
