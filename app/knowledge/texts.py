"""Every prose text that a patient can meet, with the page, the file and the key it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.knowledge import models, nodes
from app.knowledge.catalog import Library
from app.knowledge.clinic_view import screen_texts
from app.knowledge.fit import fit_texts
from app.knowledge.frequency import how_often
from app.knowledge.know import know_texts
from app.knowledge.milestones import Milestone
from app.knowledge.options import Option
from app.knowledge.pages import Place
from app.knowledge.ready import ready_texts
from app.knowledge.steps import Step

_FIELDS: dict[type[models.Content], tuple[str, ...]] = {
    Step: ("title", "body", "feel", "who", "varies"),
    Milestone: (
        "when", "body", "activity", "wound", "driving", "lifting", "work", "relief", "follow_up",
        "always", "usual", "not_usual",
    ),
    Option: (
        "name", "sentence", "body", "involves", "place", "time_to_recover", "found", "harms",
        "living", "certainty_reason", "paid", "head_to_head",
    ),
    nodes.QuestionNode: ("title", "short", "body", "question", "why"),
    nodes.StopNode: ("title", "short", "body"),
    nodes.StageNode: ("title", "short", "body"),
    nodes.LeafNode: (
        "title", "short", "body", "involves", "setting", "recovery", "suits", "not_for", "risks",
        "more_risks", "evidence", "more_evidence", "certainty_reason", "guidelines", "ask",
    ),
    nodes.CheckNode: ("title", "short", "body", "what", "why", "caution"),
}  # fmt: skip


STATES_A_FACT = re.compile(r"\{[a-z0-9_]+\.[^}]*\}|\[@")
"""Finds a named row or a cited source."""
PAGE_OF_WORDS = {"glance": "overview", "day": "procedure", "chart": "recovery"}
"""Groups of the interface that may state a fact, each with the page it stands on."""


@dataclass(frozen=True)
class PatientText:
    """One prose text that a patient can meet.

    Attributes:
        page: the page it stands on.
        file: its file, below the language's folder.
        key: its key in the file.
        text: the prose source.
        running: whether it is running text, which counts for the reading level.
        inline: whether it is shown as one line, not as Markdown blocks.

    """

    page: str
    file: str
    key: str
    text: str
    running: bool = True
    inline: bool = False


def _keyed(name: str, value: str | list[str] | dict[str, str]) -> list[tuple[str, str]]:
    """Return the texts under a key of a file, each with the key that a fault names."""
    if isinstance(value, str):
        return [(name, value)]
    texts = value.items() if isinstance(value, dict) else enumerate(value)
    return [(f"{name}.{key}", text) for key, text in texts]


def _fields(page: str, file: str, item: models.Content) -> Iterator[PatientText]:
    for name in _FIELDS[type(item)]:
        running = name not in ("title", "short", "name", "when")
        for key, text in _keyed(name, getattr(item, name)):
            if text:
                yield PatientText(page, file, key, text, running)
    for number, answer in enumerate(getattr(item, "answers", [])):
        yield PatientText(page, file, f"answers.{number}.label", answer.label)
        if answer.note:
            yield PatientText(page, file, f"answers.{number}.note", answer.note)


def _page_texts(library: Library) -> Iterator[PatientText]:
    for page in library.pages.values():
        file = f"pages/{page.id}.md"
        yield PatientText(page.id, file, "title", page.front.title, running=False)
        yield PatientText(page.id, file, "message", page.front.message)
        for key in ("key_points", "next"):
            for number, text in enumerate(getattr(page.front, key)):
                yield PatientText(page.id, file, f"{key}.{number}", text)
        for section in page.sections:
            yield PatientText(page.id, file, f"#{section.id}", section.title, running=False)
            for part in section.parts:
                if not isinstance(part, Place):
                    yield PatientText(page.id, file, f"#{section.id}", part)


def _list_texts(library: Library) -> Iterator[PatientText]:
    for term in library.glossary.term:
        yield PatientText("glossary", "glossary.toml", term.id, term.definition)
    for group in library.questions.group:
        for question in group.question:
            patient = question.audience == "patient"
            yield PatientText("visit", "questions.toml", question.id, question.text, patient)
    for key, text in fit_texts(library.fit):
        yield PatientText("options", "fit.toml", key, text)
    for part in library.anatomy.part:
        yield PatientText("overview", "anatomy.toml", part.id, part.sentence)
    for item in library.not_known.item:
        yield PatientText("evidence", "not_known.toml", item.id, item.text)
    for criterion in library.checklist.item:
        yield PatientText("evidence", "ipdas.toml", criterion.id, criterion.says)
        yield PatientText("evidence", "ipdas.toml", f"{criterion.id}.note", criterion.note)


def _recovery_texts(library: Library) -> Iterator[PatientText]:
    for name in ("emergency", "same_day", "expected"):
        for sign in getattr(library.safety, name):
            yield PatientText("recovery", "safety.toml", f"{name}.{sign.id}", sign.text)
    for risk in library.safety.risk:
        key = f"risk.{risk.id}"
        yield PatientText("recovery", "safety.toml", f"{key}.name", risk.name, running=False)
        for number, text in enumerate(how_often(library, risk)):
            where = f"{key}.often.{number}"
            yield PatientText("recovery", "safety.toml", where, text, running=False)
        yield PatientText("recovery", "safety.toml", key, risk.shows)
    for activity in library.activities.activity:
        for name in ("name", "says", "other", "always"):
            if text := getattr(activity, name):
                key, running = f"{activity.id}.{name}", name != "name"
                yield PatientText("recovery", "activities.toml", key, text, running)
    for array in library.arrays.array:
        key = f"array.{array.id}"
        yield PatientText("recovery", "arrays.toml", f"{key}.title", array.title, running=False)
        yield PatientText("recovery", "arrays.toml", f"{key}.says", array.says)


def _visit_texts(library: Library) -> Iterator[PatientText]:
    for key in ("about", "reading"):
        yield PatientText("visit", "matters.toml", key, getattr(library.wishes, key))
    for wish in library.wishes.statement:
        yield PatientText("visit", "matters.toml", wish.code, wish.text)
    for key, text in know_texts(library.know):
        yield PatientText("visit", "know.toml", key, text)
    for key, text in ready_texts(library.ready):
        yield PatientText("visit", "ready.toml", key, text)
    for option in library.options:
        for key, text in option.brief:
            yield PatientText("visit", f"options/{option.id}.md", f"brief.{key}", text)


def _screen_texts(library: Library) -> Iterator[PatientText]:
    for page, key, text in screen_texts(library.clinic_view):
        yield PatientText(page, "clinic_view.toml", key, text)


def _interface_texts(library: Library) -> Iterator[PatientText]:
    """Sentences of the interface that state a fact: those that name a row or cite a source."""
    for key in sorted(library.words.keys()):
        text, group = library.words.raw(key), key.split(".")[0]
        if group in PAGE_OF_WORDS and STATES_A_FACT.search(text):
            yield PatientText(PAGE_OF_WORDS[group], "words.toml", key, text)


def patient_texts(library: Library) -> tuple[PatientText, ...]:
    """Return every prose text that a patient can meet, in reading order."""
    texts = [*_page_texts(library)]
    for step in library.steps:
        texts += _fields("procedure", step.file, step)
        texts.append(PatientText("procedure", step.file, "scene.seen", step.scene.seen))
    for milestone in library.milestones:
        texts += _fields("recovery", f"recovery/{milestone.id.lower()}.md", milestone)
    for option in library.options:
        texts += _fields("options", f"options/{option.id}.md", option)
    for node in library.nodes.values():
        texts += _fields("whats-next", node.file, node)
    texts += [
        *_list_texts(library),
        *_recovery_texts(library),
        *_visit_texts(library),
        *_screen_texts(library),
    ]
    return (*texts, *_interface_texts(library))


def clinic_texts(library: Library) -> Iterator[PatientText]:
    """Yield every line that stands in the clinic view alone."""
    for step in library.steps:
        for kind in type(step.clinic).model_fields:
            for number, text in enumerate(getattr(step.clinic, kind)):
                key = f"clinic.{kind}.{number}"
                yield PatientText("procedure", step.file, key, text, running=False)
