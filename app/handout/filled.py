"""Fills the sheet: from what the reader chose and what the content says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.blocks.visit import NOT_YET
from app.domain.visit import WEIGHTS, VisitSummary, level_name
from app.figures.circles import circles_svg
from app.figures.icon_array import IconArray, icon_arrays
from app.handout.qr import qr_svg
from app.handout.sheet import Choice, Line, Panel, Part, Picture, Sheet, Sources
from app.handout.sources import Cited
from app.knowledge.catalog import Library
from app.knowledge.options import Option
from app.knowledge.review import review_of

PLACES = ("results", "harms")
"""Where the two pictures of the sheet come from."""


def sheet_of(library: Library, summary: VisitSummary) -> Sheet:
    """Return the sheet of a summary in the language of the library.

    Args:
        library: the content.
        summary: what the reader chose.

    Raises:
        KeyError: the summary names an option, a question or a wish that the content does not have.

    """
    words, cited = library.words, Cited(library)
    choices = tuple(_choices(library, summary, cited))
    how, panels = _pictures(library, cited)
    return Sheet(
        lang=library.lang,
        title=words("sheet.title"),
        made=words("sheet.made", date=library.day(summary.made_on), app=words("app.name")),
        about=words("sheet.about"),
        urgent=Part(words("urgent.title"), tuple(_urgent(library))),
        plan=_part(words("sheet.plan"), _plan(library, summary)),
        rules=_part(_rules_title(library), _rules(library)),
        choices_title=words("sheet.choices"),
        choices=choices,
        panels_title=words("sheet.panels"),
        panels_how=how,
        panels=panels,
        wishes_title=words("sheet.wishes"),
        wishes=tuple(_wishes(library, summary)),
        own=Line(words("sheet.own_wish"), summary.own_wish) if summary.own_wish else None,
        needs=_part(words("sheet.needs"), _needs(library, summary)),
        questions_title=words("sheet.questions"),
        questions=(*_asked(library, summary), *summary.own_questions),
        room=words("sheet.room"),
        sources=_sources(library, cited),
        foot=tuple(_foot(library)),
        back=words("sheet.back"),
        address=summary.address,
        qr=qr_svg(summary.address),
    )


def _pictures(library: Library, cited: Cited) -> tuple[str, tuple[Panel, ...]]:
    """Return what one circle is in every picture, and the pictures.

    The first is empty where it differs between the pictures: then each picture says it itself.
    """
    panels = tuple(_panels(library, cited))
    circle = {panel.how for panel in panels}
    if len(circle) == 1:
        return circle.pop(), panels
    return "", tuple(replace(one, says=f"{one.how} {one.says}") for one in panels)


def _asked(library: Library, summary: VisitSummary) -> Iterator[str]:
    for one in summary.questions:
        yield library.prose.line(library.question(one).text).text


def _sources(library: Library, cited: Cited) -> Sources:
    title = library.words("sheet.sources", date=library.day(library.about.evidence_read))
    return Sources(title, cited.passports, cited.short_passports)


def _part(title: str, lines: Iterator[Line]) -> Part | None:
    found = tuple(lines)
    return Part(title, found) if found else None


def _urgent(library: Library) -> Iterator[Line]:
    clinic, words = library.clinic, library.words
    number = clinic.emergency_number
    yield Line(words("sheet.now", number=number), words("sheet.emergency"), number)
    yield Line(words("sheet.same_day"), words("sheet.same_day_signs"))
    name = clinic.name or words("urgent.your_clinic")
    by_day, at_night = clinic.phone or "", clinic.after_hours_phone or ""
    yield Line(words("sheet.phone", name=name[0].upper() + name[1:]), by_day, by_day)
    yield Line(words("sheet.phone_at_night"), at_night, at_night)


def _plan(library: Library, summary: VisitSummary) -> Iterator[Line]:
    plan, words = summary.plan, library.words
    if plan.levels:
        levels = [
            words(f"sheet.level_{side or 'open'}", level=level_name(level))
            for level, side in plan.levels.items()
        ]
        yield Line(words("sheet.levels"), "; ".join(levels))
    if plan.sedation:
        yield Line(words("sheet.sedation"), words(f"plan.sedation_{plan.sedation}"))
    if plan.thinner is not None:
        said = words("sheet.thinner_yes") if plan.thinner else words("sheet.thinner_no")
        yield Line(words("sheet.thinner"), said)
    if plan.follow_up:
        yield Line(words("sheet.follow_up"), library.day(plan.follow_up))


def _rules_title(library: Library) -> str:
    name = library.clinic.name
    return library.words("sheet.rules_of", name=name) if name else library.words("sheet.rules")


def _rules(library: Library) -> Iterator[Line]:
    clinic, words = library.clinic, library.words
    if clinic.fasting_hours is not None:
        yield Line(
            words("sheet.rule_fasting"), words("steps.own_fasting", hours=clinic.fasting_hours)
        )
    for key in type(clinic.aftercare).model_fields:
        if rule := getattr(clinic.aftercare, key):
            yield Line(words(f"sheet.rule_{key}"), rule)


def _choices(library: Library, summary: VisitSummary, cited: Cited) -> Iterator[Choice]:
    options = {option.id: option for option in library.options}
    yield from (_choice(library, options[one], cited) for one in summary.options)


def _choice(library: Library, option: Option, cited: Cited) -> Choice:
    words = library.words
    certainty = words(f"options.certainty_{option.certainty}")
    return Choice(
        option.name,
        (
            Line(words("sheet.found"), cited.text(option.brief.found)),
            Line(words("sheet.harms"), cited.text(option.brief.harms)),
            Line(words("sheet.paid"), cited.text(option.brief.paid)),
            Line(words("sheet.certainty"), certainty),
        ),
    )


def _panels(library: Library, cited: Cited) -> Iterator[Panel]:
    drawn = {one.id: one for place in PLACES for one in icon_arrays(library, place)}
    for array in library.arrays.array:
        if array.on_sheet:
            found = [(group.name, library.shares[group.part[0].row]) for group in array.group]
            yield _panel(drawn[array.id], cited.result(found))


def _panel(array: IconArray, people: str) -> Panel:
    says = f"{array.words.takeaway} {people}"
    pictures = tuple(Picture(one.name, one.alt, circles_svg(one.looks)) for one in array.groups)
    return Panel(array.title, array.words.how, says, pictures)


def _wishes(library: Library, summary: VisitSummary) -> Iterator[Line]:
    for weight in WEIGHTS:
        texts = [
            library.prose.line(one.text).text
            for one in library.wishes.statement
            if summary.weights.get(one.code) == weight
        ]
        if texts:
            yield Line(library.words(f"sheet.wish_{weight}"), " ".join(texts))


def _needs(library: Library, summary: VisitSummary) -> Iterator[Line]:
    for question in library.ready.question:
        if summary.readiness.get(question.code) == NOT_YET:
            yield Line(library.words("sheet.not_yet"), question.question)


def _foot(library: Library) -> Iterator[str]:
    about, words = library.about, library.words
    yield words(
        "footer.dates",
        date=library.day(about.date),
        read=library.day(about.evidence_read),
        due=library.day(about.review_due),
    )
    review = review_of(library)
    if review is None:
        yield words("footer.not_reviewed")
    else:
        yield words("footer.reviewed", reviewer=review.reviewer, date=library.day(review.day))
        if review.changed:
            yield words("sheet.changed")
    yield words("footer.funding")
