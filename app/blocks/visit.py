"""What Your visit asks beside the wishes, as HTML: what a reader knows, whether they are ready."""

from __future__ import annotations

from collections.abc import Mapping

from app.blocks.templates import one_line, render
from app.domain.visit import YES_OR_NO
from app.knowledge.catalog import Library
from app.knowledge.know import KnowAnswer, KnowQuestion
from app.knowledge.ready import READY, ReadyQuestion

YES, NOT_YET = YES_OR_NO
"""The codes of the answers to the questions of readiness."""


def know_about(library: Library) -> str:
    """Return what the questions are for, and that no answer is saved."""
    return render(
        library, "asked_about", about=library.know.about, privacy=library.words("know.privacy")
    )


def know_says(library: Library, question: KnowQuestion, answer: KnowAnswer) -> str:
    """Return in one line what is said to whoever gave an answer: kind words, then the fact."""
    return one_line(render(library, "know_says", question=question, answer=answer))


def know_list(library: Library) -> str:
    """Return every question with its right answer and why, for a page without controls."""
    return render(library, "know")


def ready_about(library: Library) -> str:
    """Return what the questions are for, where they come from, and that no answer is saved."""
    return render(
        library, "asked_about", about=library.ready.about, privacy=library.words("ready.privacy")
    )


def ready_help(library: Library, question: ReadyQuestion) -> str:
    """Return in one line what to do about a "not yet"."""
    return one_line(render(library, "ready_help", question=question))


def ready_reading(library: Library, answers: Mapping[str, str]) -> str:
    """Return what the answers say together, in one line; nothing while too few are given.

    Args:
        library: the content.
        answers: code of a question to `yes` or `no`, for those that are answered.

    """
    says = ""
    if NOT_YET in answers.values():
        says = library.ready.not_yet
    elif all(answers.get(code) == YES for code in READY):
        says = library.ready.all_yes
    return one_line(library.prose.block(says).html) if says else ""


def ready_list(library: Library) -> str:
    """Return every question and what to do about a "not yet", for a page without controls."""
    return render(library, "ready")
