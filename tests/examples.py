"""Named examples of every building block of the app.

One set, three uses: AppTest draws each without an exception, axe looks at each in a browser, and
`make shots` takes a picture of each. A new block gets its example here, or a test fails.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.blocks import blocks, clinic_view, pathway, pictures
from app.blocks import fit as fit_blocks
from app.blocks import visit as visit_blocks
from app.blocks.options import options_at_a_glance, options_side_by_side
from app.blocks.templates import render
from app.domain.fit import read
from app.knowledge.catalog import Library
from app.knowledge.clinic_view import Screen
from app.knowledge.library import library
from app.ui import (
    chart,
    day,
    fit,
    html,
    know,
    matters,
    options,
    page,
    pathway_map,
    plan,
    questions,
    ready,
    results,
    steps,
    take,
    walk,
)
from app.ui import pictures as ui_pictures
from app.ui.reader import Reader

Example = Callable[[Reader], None]


def _html(make: Callable[[Reader], str]) -> Example:
    return lambda reader: st.html(make(reader))


def static(name: str) -> Example:
    """Return the block of that name in its form without controls."""
    return lambda reader: html.draw(blocks.STATIC[name](reader.library), name)


def _node(node: str) -> Example:
    return _html(lambda reader: pathway.node_panel(reader.library, reader.library.nodes[node]))


def _step(step: int) -> Example:
    return lambda reader: html.picture(
        pictures.whole_step(reader.library, reader.library.steps[step - 1]), "step"
    )


def _screen(page: str, make: Callable[[Library, Screen], str]) -> Example:
    return lambda reader: html.draw(
        make(reader.library, reader.library.clinic_view.of(page)), "screen"
    )


def _fit(**answers: str) -> Example:
    def draw_reading(reader: Reader) -> None:
        found = read(reader.library.fit_rules, answers)
        made = fit_blocks.fit_stop if found.stopped else fit_blocks.fit_reading
        html.draw(made(reader.library, found), "fit")

    return draw_reading


def _options(*chosen: str) -> Example:
    return lambda reader: html.draw(options_side_by_side(reader.library, chosen), "compare")


def _answer(code: str, chosen: str) -> Example:
    def draw_answer(reader: Reader) -> None:
        question = next(one for one in reader.library.know.question if one.code == code)
        answer = next(one for one in question.answer if one.code == chosen)
        html.status(visit_blocks.know_says(reader.library, question, answer), "answer")

    return draw_answer


def _next_step(code: str) -> Example:
    def draw_step(reader: Reader) -> None:
        question = next(one for one in reader.library.ready.question if one.code == code)
        html.status(visit_blocks.ready_help(reader.library, question), "help")

    return draw_step


def _languages(reader: Reader) -> None:
    names = [(lang, page.own_name(lang)) for lang in ("en", "es")]
    st.html(render(reader.library, "languages", languages=names))


def _bar_and_foot(reader: Reader) -> str:
    head = clinic_view.screen_head(reader.library, reader.library.pages["recovery"])
    foot = clinic_view.screen_foot(reader.library, "recovery")
    return head + clinic_view.screen_signs(reader.library) + foot


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
    "at a glance": static("at_a_glance"),
    "steps, with their track": steps.steps,
    "step with a picture": _step(10),
    "step for the clinician": _html(
        lambda reader: clinic_view.step_for_clinician(reader.library, reader.library.steps[11])
    ),
    "the day": day.day,
    "the day in words": static("day"),
    "recovery chart": chart.chart,
    "scores after open surgery": chart.open_charts,
    "shares of people": static("shares"),
    "shares without a procedure": static("without"),
    "shares of people, harms": static("harm_shares"),
    "activities": static("activities"),
    "milestones": static("milestones"),
    "signs": _html(lambda reader: blocks.signs(reader.library, expected=True)),
    "risks": static("risks"),
    "diary": static("diary"),
    "fit guide": fit.fit,
    "fit guide, stopped": _fit(emergency="not_sure"),
    "fit guide, read": _fit(
        emergency="no",
        brings_on="standing_walking",
        eases="stand_still",
        scan="ligament",
        slip="not_sure",
        health="bleeding",
    ),
    "fit guide in words": static("fit"),
    "options to compare": options.compare,
    "one option": _options("mild"),
    "two options": _options("mild", "open"),
    "three options": _options("change-nothing", "steroid", "fusion"),
    "options at a glance": _html(lambda reader: options_at_a_glance(reader.library)),
    "decision walk": walk.walk,
    "decision map": pathway_map.pathway_map,
    "question": _node("N1"),
    "emergency stop": _node("N0-Y"),
    "same-day stop": _node("N0-S"),
    "stage": _node("N4-1"),
    "option after MILD": _node("L9"),
    "test": _node("E2"),
    "what matters": matters.matters,
    "what matters, in words": static("matters"),
    "what you know": know.know,
    "what you know, in words": static("know"),
    "an answer": _answer("numbness", "wait"),
    "whether you are ready": ready.ready,
    "whether you are ready, in words": static("ready"),
    "a next step": _next_step("know"),
    "questions to take": questions.questions,
    "sheet to take home": take.take,
    "set up for this patient": plan.plan,
    "words to open with": _screen("recovery", clinic_view.opening),
    "exact numbers": _screen("recovery", clinic_view.numbers),
    "what to hear back": _screen("recovery", clinic_view.teach_back),
    "every option with its numbers": _screen("options", clinic_view.options_overview),
    "option after MILD in short": _html(
        lambda reader: clinic_view.node_short(reader.library, reader.library.nodes["L9"])
    ),
    "chart of a wall screen": chart.chart_alone,
    "bar and foot of a screen": _html(_bar_and_foot),
    "results": results.results,
    "rows to confirm": static("to_confirm"),
    "appraisals": static("appraisals"),
    "not known": static("not_known"),
    "sources": static("sources"),
    "checklist": static("self_check"),
}
"""Name to what draws it."""

ON_A_PAGE = {
    "parts to name", "the two postures", "at a glance", "steps, with their track", "the day",
    "recovery chart", "scores after open surgery", "shares of people", "shares without a procedure",
    "shares of people, harms", "activities", "milestones", "risks", "diary",
    "fit guide", "options to compare",
    "decision walk", "decision map", "what matters", "what you know",
    "whether you are ready", "questions to take",
    "sheet to take home", "results",
    "rows to confirm", "appraisals", "not known", "sources", "checklist",
}  # fmt: skip
"""Examples that a page shows just as they are."""

DRAWN_BY_EVERY_PAGE = {
    "start_here",
    "compare",
    "walk",
    "outline",
    "steps",
    "chart",
    "questions",
    "take",
}
"""Blocks that need the other pages around them, or stand above under a fuller name."""


def draw(name: str) -> None:
    """Draw one example for a patient who reads English."""
    EXAMPLES[name](Reader(library("en"), "patient"))
