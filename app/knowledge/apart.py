"""Rules for what may not stand together: two kinds of statistics, and people with no procedure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from app.knowledge.catalog import Library
from app.knowledge.faults import Fault
from app.knowledge.kinds import APART, Kind, kinds_said, mixed, rows_named, untreated_rows
from app.knowledge.nodes import LeafNode
from app.knowledge.options import GROUPED
from app.knowledge.texts import clinic_texts, patient_texts

ONE_KIND = "before and after, or differences between groups, not both side by side"
OF_MILD = "results of people who had the procedure; those without one stand apart"
SCREENS = "clinic_view.toml"


def apart_faults(library: Library) -> Iterator[Fault]:
    """Yield everything that a reader could set against each other and must not."""
    yield from _mixed_texts(library)
    yield from _mixed_cards(library)
    yield from _mixed_lists(library)
    yield from _untreated(library)


def _mixed_texts(library: Library) -> Iterator[Fault]:
    for item in (*patient_texts(library), *clinic_texts(library)):
        if mixed(kinds_said(item.text, library.kinds)):
            yield _fault(item.file, item.key, rows_named(item.text), library)


def _mixed_cards(library: Library) -> Iterator[Fault]:
    """Yield what is mixed where texts are read beside each other: a leaf, a field of all options.

    Any options may stand side by side, so that a field has one kind over all of them; the fields
    that every table and card divides by kind are left out.
    """
    cards: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    leaves = {leaf.file for leaf in library.nodes.values() if isinstance(leaf, LeafNode)}
    for item in patient_texts(library):
        field = item.key.rstrip("0123456789").rstrip(".")
        if item.file in leaves:
            cards[item.file].append((item.file, field, item.text))
        elif item.file.startswith("options/") and field not in GROUPED:
            cards[field].append((item.file, field, item.text))
    for texts in cards.values():
        said = [(file, field, text, kinds_said(text, library.kinds)) for file, field, text in texts]
        whole = [kind for *_, kinds in said for kind in kinds]
        if mixed(whole):
            for file, field, text, kinds in said:
                if not kinds.isdisjoint(APART):
                    yield _fault(file, field, rows_named(text), library)


def _mixed_lists(library: Library) -> Iterator[Fault]:
    for key, rows in _lists(library):
        if mixed(library.kinds[row] for row in rows if row in library.kinds):
            yield _fault(SCREENS, key, rows, library)


def _lists(library: Library) -> Iterator[tuple[str, list[str]]]:
    """Yield key and rows of each list of results or harms on a screen."""
    for screen in library.clinic_view.screen:
        for name in ("results", "harms"):
            yield f"{screen.page}.{name}", getattr(screen, name)
            for line in screen.option:
                yield f"{screen.page}.{line.id}.{name}", getattr(line, name)


def _untreated(library: Library) -> Iterator[Fault]:
    """Yield each result of people without a procedure that is headed as a result of one."""
    rows = untreated_rows(library.evidence)
    for file, key, named in _headed(library):
        for row in named:
            if row in rows:
                yield Fault(f"{library.lang}/{file}", key, row, OF_MILD)


def _headed(library: Library) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Yield file, key and rows of all that is headed as results or harms of a procedure."""
    for key, rows in _lists(library):
        if ".change-nothing." not in key:
            yield SCREENS, key, rows
    for array in library.arrays.array:
        if array.place != "without":
            rows = [part.row for group in array.group for part in group.part]
            yield "arrays.toml", f"{array.id}.place", rows
    for item in patient_texts(library):
        key = item.key.removeprefix("brief.")
        if (item.file == "options/mild.md" and key.startswith(("found", "harms"))) or (
            item.file == "safety.toml" and key.startswith("risk.")
        ):
            yield item.file, item.key, rows_named(item.text)


def _fault(file: str, key: str, rows: Iterable[str], library: Library) -> Fault:
    kinds: dict[str, Kind] = {row: library.kinds[row] for row in rows if row in library.kinds}
    found = ", ".join(f"{row} ({kind})" for row, kind in kinds.items() if kind in APART)
    return Fault(f"{library.lang}/{file}", key, found, ONE_KIND)
