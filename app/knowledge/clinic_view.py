"""What `clinic_view.toml` may hold: the six screens that a physician walks a patient through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field

from app.knowledge.evidence import Evidence
from app.knowledge.models import Content, Text

SCREENS = ("overview", "procedure", "recovery", "options", "whats-next", "visit")
"""The pages that have a screen, in the order of the walk."""

ROWS_ALLOWED = "an id of outcomes.csv or events.csv"

Rows = dict[str, tuple[str, str, str]]
"""Row id to study, measure and time: the groups of one trial share them and are one statistic."""


class OptionLine(Content):
    """What one option's line of the overview says: rows, or words where nobody has counted.

    Attributes:
        id: of the option.
        involves: what it involves, in few words.
        results: ids of rows; `harms` likewise.
        harms: see `results`.
        results_say: in place of rows; `harms_say` likewise.
        harms_say: see `results_say`.

    """

    id: Text
    involves: Annotated[str, Field(min_length=1, max_length=50)]
    results: list[Text] = Field(default=[])
    harms: list[Text] = Field(default=[])
    results_say: str = ""
    harms_say: str = ""


class Screen(Content):
    """One screen.

    Attributes:
        page: the page whose address it stands on.
        title: what it shows; also the name of its button.
        opening: words to say to the patient.
        teach_back: what to ask, to hear whether it was understood.
        results: ids of the rows whose exact numbers stand here; `harms` likewise.
        harms: see `results`.
        without: id of the shares of people without a procedure that stand here, if any.
        steps: key steps of the procedure, each with a button.
        option: a line for each option.

    """

    page: Text
    title: Annotated[str, Field(min_length=1, max_length=24)]
    opening: Annotated[list[Text], Field(min_length=1, max_length=3)]
    teach_back: Text
    results: list[Text] = Field(default=[])
    harms: list[Text] = Field(default=[])
    without: str = ""
    steps: list[Text] = Field(default=[])
    option: list[OptionLine] = Field(default=[])


class ClinicView(Content):
    """`clinic_view.toml`."""

    screen: list[Screen]

    def of(self, page: str) -> Screen:
        """Return the screen of a page.

        Raises:
            KeyError: the page has no screen.

        """
        found = {screen.page: screen for screen in self.screen}
        return found[page]

    def place(self, page: str) -> int:
        """Return the place of a page's screen in the walk, from 0."""
        return [screen.page for screen in self.screen].index(page)


def screen_texts(view: ClinicView) -> Iterator[tuple[str, str, str]]:
    """Yield page, key and prose source of every text that is said to a patient."""
    for screen in view.screen:
        for number, text in enumerate(screen.opening):
            yield screen.page, f"{screen.page}.opening.{number}", text
        yield screen.page, f"{screen.page}.teach_back", screen.teach_back
        for line in screen.option:
            for name in ("involves", "results_say", "harms_say"):
                if text := getattr(line, name):
                    yield screen.page, f"{screen.page}.{line.id}.{name}", text


def clinic_view_faults(
    view: ClinicView,
    evidence: Evidence,
    steps: Iterable[str],
    options: Iterable[str],
    without: Iterable[str],
) -> Iterator[tuple[str, str, str]]:
    """Yield key, found and allowed for everything wrong with the screens as a whole.

    Args:
        view: the screens.
        evidence: the tables whose rows they name.
        steps: ids of the steps of the procedure.
        options: ids of the options, in their order.
        without: ids of the arrays of people without a procedure.

    """
    pages = tuple(screen.page for screen in view.screen)
    if pages != SCREENS:
        yield "screen.page", ", ".join(pages), ", ".join(SCREENS)
    rows, known, ordered = _counted(evidence), set(steps), tuple(options)
    arrays = ("", *without)
    for screen in view.screen:
        yield from _wrong_rows(screen.page, screen, rows)
        for line in screen.option:
            yield from _wrong_rows(f"{screen.page}.{line.id}", line, rows)
        if screen.without not in arrays:
            allowed = f"the id of an array of people without a procedure:{', '.join(arrays)[1:]}"
            yield f"{screen.page}.without", screen.without, allowed
        for step in screen.steps:
            if step not in known:
                yield f"{screen.page}.steps", step, "an id of the procedure's steps"
        lines = tuple(line.id for line in screen.option)
        wanted = ordered if screen.page == "options" else ()
        if lines != wanted:
            yield f"{screen.page}.option.id", ", ".join(lines), ", ".join(wanted) or "no options"


def _counted(evidence: Evidence) -> Rows:
    frames = ((evidence.outcomes, "measure"), (evidence.events, "event"))
    return {
        str(row): (values["study_id"], values[what], str(values["time_months"]))
        for frame, what in frames
        for row, values in frame.to_dict("index").items()
    }


def _wrong_rows(key: str, line: Screen | OptionLine, rows: Rows) -> Iterator[tuple[str, str, str]]:
    for name in ("results", "harms"):
        named: list[str] = getattr(line, name)
        for row in named:
            if row not in rows:
                yield f"{key}.{name}", row, ROWS_ALLOWED
            elif named.count(row) > 1:
                yield f"{key}.{name}", row, "each row once"
        if isinstance(line, OptionLine) and bool(named) == bool(getattr(line, f"{name}_say")):
            yield f"{key}.{name}", "rows and words, or neither", "rows, or words in their place"
    good, bad = (len({rows.get(row, row) for row in named}) for named in (line.results, line.harms))
    if good > bad and not (isinstance(line, OptionLine) and line.harms_say):
        yield f"{key}.harms", f"{good} results, {bad} harms", "at least as many harms as results"
