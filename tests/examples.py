"""Named examples of every building block of the app.

One set, three uses: AppTest draws each without an exception, axe looks at each in a browser, and
`make shots` takes a picture of each. A new block gets its example here, or a test fails.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.blocks import blocks, pictures
from app.blocks.templates import render
from app.knowledge.library import library
from app.ui import chart, day, html, options, page, questions, results, steps, walk
from app.ui import pictures as ui_pictures
from app.ui.reader import Reader

Example = Callable[[Reader], None]


def _html(make: Callable[[Reader], str]) -> Example:
    return lambda reader: st.html(make(reader))


def _node(node: str) -> Example:
    return _html(lambda reader: blocks.node_panel(reader.library, reader.library.nodes[node]))


def _step(step: int, view: str) -> Example:
    return lambda reader: html.picture(
        pictures.whole_step(reader.library, reader.library.steps[step - 1], view), "step"
    )


def _languages(reader: Reader) -> None:
    names = [(lang, page.own_name(lang)) for lang in ("en", "es")]
    st.html(render(reader.library, "languages", languages=names))


def _overview(reader: Reader) -> str:
    head = blocks.page_head(reader.library, reader.library.pages["overview"])
    return head + blocks.key_points(reader.library, reader.library.pages["overview"])


EXAMPLES: dict[str, Example] = {
    "title, help and key points": _html(_overview),
    "footer": _html(lambda reader: blocks.footer(reader.library)),
    "languages": _languages,
    "error": lambda reader: st.html(render(reader.library, "error")),
    "parts to name": ui_pictures.problem,
    "the two postures": ui_pictures.posture,
    "at a glance": page.static("at_a_glance"),
    "steps, with their track": steps.steps,
    "step with a picture": _step(10, "patient"),
    "step in clinic view": _step(12, "clinic"),
    "the day": day.day,
    "the day in words": page.static("day"),
    "recovery chart": chart.chart,
    "scores after open surgery": chart.open_charts,
    "shares of people": page.static("shares"),
    "shares without a procedure": page.static("without"),
    "shares of people, harms": page.static("harm_shares"),
    "milestones": page.static("milestones"),
    "signs": _html(lambda reader: blocks.signs(reader.library, expected=True)),
    "risks": page.static("risks"),
    "diary": page.static("diary"),
    "options to compare": options.compare,
    "one option": _html(lambda reader: blocks.options_side_by_side(reader.library, ["mild"])),
    "two options": _html(
        lambda reader: blocks.options_side_by_side(reader.library, ["mild", "open"])
    ),
    "decision walk": walk.walk,
    "decision outline": walk.outline,
    "question": _node("N1"),
    "emergency stop": _node("N0-Y"),
    "same-day stop": _node("N0-S"),
    "stage": _node("N4-1"),
    "option after MILD": _node("L9"),
    "test": _node("E2"),
    "questions to take": questions.questions,
    "results": results.results,
    "rows to confirm": page.static("to_confirm"),
    "appraisals": page.static("appraisals"),
    "not known": page.static("not_known"),
    "sources": page.static("sources"),
    "checklist": page.static("self_check"),
}
"""Name to what draws it."""

DRAWN_BY_EVERY_PAGE = {"start_here", "compare", "walk", "outline", "steps", "chart", "questions"}
"""Blocks that need the other pages around them, or stand above under a fuller name."""


def draw(name: str) -> None:
    """Draw one example for a patient who reads English."""
    EXAMPLES[name](Reader(library("en"), "patient"))
