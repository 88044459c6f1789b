"""The take-home summary in words and pictures, ready for any form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One fact with its name.

    Attributes:
        name: stands before the fact.
        text: the fact.
        number: phone number that stands in one of them and can be dialed from there.

    """

    name: str
    text: str
    number: str = ""


@dataclass(frozen=True)
class Choice:
    """One option to talk about: the same four facts for each, with the numbers of the sources."""

    name: str
    facts: tuple[Line, ...]


@dataclass(frozen=True)
class Picture:
    """The circles of one group; its name is empty where there is no other group."""

    name: str
    alt: str
    svg: str


@dataclass(frozen=True)
class Panel:
    """One result as circles, a picture for each group."""

    title: str
    how: str
    says: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class Part:
    """One part of the sheet: a heading, and lines or texts under it."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Sources:
    """Where the numbers come from: one line each, in the order of the marks.

    Attributes:
        title: heading.
        lines: what each is, how many people, who paid.
        short: the same with fewer words, for a sheet on which there is little room.

    """

    title: str
    lines: tuple[str, ...]
    short: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """Everything on the sheet, in words.

    Attributes:
        lang: language of its words.
        title: of the document.
        made: when and with what it was made.
        about: what it is, and what it is not.
        urgent: what to do at once, and the same day; the clinic's numbers, or where to write them.
        plan: what was agreed; none where nothing was.
        rules: the clinic's own rules; none where it set none.
        choices_title: heading of the options.
        choices: the options chosen.
        panels_title: heading of the two pictures; `panels_how` says what a circle is.
        panels_how: see `panels_title`.
        panels: one of the results, one of the harms.
        wishes_title: heading of what matters.
        wishes: what matters, most first.
        own: what else matters, in the reader's own words, which may be of any script.
        needs: what the reader is not ready in.
        questions_title: heading of the questions.
        questions: chosen and own, in order; own ones may be of any script.
        room: what stands over the empty lines, where no question was chosen.
        sources: the passport of every number on the sheet.
        foot: dates, review and who paid for the guide.
        back: what the code leads to.
        address: the same as letters.
        qr: the code as SVG.

    """

    lang: str
    title: str
    made: str
    about: str
    urgent: Part
    plan: Part | None
    rules: Part | None
    choices_title: str
    choices: tuple[Choice, ...]
    panels_title: str
    panels_how: str
    panels: tuple[Panel, ...]
    wishes_title: str
    wishes: tuple[Line, ...]
    own: Line | None
    needs: Part | None
    questions_title: str
    questions: tuple[str, ...]
    room: str
    sources: Sources
    foot: tuple[str, ...]
    back: str
    address: str
    qr: str
