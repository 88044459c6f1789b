"""Shares of people as circles, with sentence, key, what it leaves open, table and passport."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup
from pandas import isna

from app.domain.chances import is_small, most_that_zero_hides, moved_by_one, range_of_share
from app.domain.rounding import whole
from app.figures.circles import LOOKS, MAYBE, REST, circles
from app.figures.kit import Figure, digits, people, result_passports, time_of
from app.knowledge.arrays import Array, Group, frequency_of
from app.knowledge.catalog import Library


@dataclass(frozen=True)
class Key:
    """One line of the key: how the circles look, how many they are, what they have in common."""

    look: str
    count: int
    label: str

    @property
    def sample(self) -> Markup:
        """One circle of this look; the words beside it say the rest."""
        return circles((self.look,), "")


@dataclass(frozen=True)
class Circles:
    """One group: a circle for each of its people where it is small, 100 circles elsewhere.

    Attributes:
        name: whose group it is; empty where there is only one.
        of: how many circles.
        picture: the circles.
        alt: what the picture shows.
        looks: of each circle, for a picture of another form.
        keys: its key, in the order drawn; the counts of all but `maybe` add up to `of`.
        open: what the numbers leave open: a small group, the range, what zero can hide.

    """

    name: str
    of: int
    picture: Markup
    alt: str
    looks: tuple[str, ...]
    keys: tuple[Key, ...]
    open: tuple[str, ...]


@dataclass(frozen=True)
class IconArray:
    """One result as circles.

    Attributes:
        id: of the result.
        title: what was counted.
        groups: one, or two from one randomized trial.
        words: sentence, what a circle is, alternative text, table, passports.
        left_open: what the numbers of its groups leave open, by their names where it differs.

    """

    id: str
    title: str
    groups: tuple[Circles, ...]
    words: Figure
    left_open: tuple[str, ...]


@cache
def icon_arrays(library: Library, place: str) -> tuple[IconArray, ...]:
    """Return the results of one place as circles; they are built once and shared.

    Args:
        library: the content.
        place: `results`, `harms`, `without` or `open_surgery`.

    """
    return tuple(_array(library, one) for one in library.arrays.array if one.place == place)


def _array(library: Library, array: Array) -> IconArray:
    title = library.prose.line(array.title).text
    sentence = library.prose.line(array.says).text
    groups = tuple(_circles(library, group, f"{title}. {group.name}") for group in array.group)
    how = " ".join(_of_groups(library, groups, [(_circle(library, one),) for one in groups]))
    named = [(group, library.shares[part.row]) for group in array.group for part in group.part]
    studies = library.evidence.labels.study
    passports = [(studies[row["study_id"]], group.name, row) for group, row in named]
    return IconArray(
        array.id,
        title,
        groups,
        Figure(
            takeaway=sentence,
            how=how,
            alt=library.words("array.alt", title=title, says=sentence, how=how),
            table=tuple(_table(library, array)),
            sources=result_passports(library, passports),
        ),
        _of_groups(library, groups, [group.open for group in groups]),
    )


def _of_groups(
    library: Library, groups: Sequence[Circles], said: Sequence[tuple[str, ...]]
) -> tuple[str, ...]:
    """Return what is said of each group: once where it is the same, else by the group's name."""
    if len(set(said)) == 1:
        return said[0]
    return tuple(
        library.words("array.of_group", name=group.name, said=line)
        for group, lines in zip(groups, said, strict=True)
        for line in lines
    )


def _circle(library: Library, group: Circles) -> str:
    """Return what a circle of a group stands for."""
    return library.words(f"array.circle_{'hundred' if group.of == 100 else 'person'}")


def _circles(library: Library, group: Group, title: str) -> Circles:
    """Return one group: the shares first, then the rest, filled from the upper left corner."""
    shares = [frequency_of(library.shares[part.row]) for part in group.part]
    of = shares[0].of
    keys = [
        Key(look, share.count, part.label)
        for look, share, part in zip(LOOKS, shares, group.part, strict=False)
    ]
    rest = of - sum(key.count for key in keys)
    if group.rest:
        keys.append(Key(REST, rest, group.rest))
    first = library.shares[group.part[0].row]
    if first["share"] == 0 and not isna(first["n"]):
        upper = whole(most_that_zero_hides(int(first["n"])) * of / 100)
        keys.append(Key(MAYBE, upper, library.words("array.maybe")))
    alt = library.words(
        "array.picture_alt", of=of, keys=", ".join(f"{key.count} {key.label}" for key in keys)
    )
    looks = _looks(keys, of)
    return Circles(
        group.name,
        of,
        circles(looks, f"{title}: {alt}"),
        f"{title}: {alt}",
        looks,
        tuple(keys),
        tuple(_left_open(library, first, len(group.part))),
    )


def _left_open(library: Library, row: dict[str, Any], parts: int) -> list[str]:
    """Return what a share leaves open, from the number of people, and what we worked out."""
    words = library.words
    if isna(row["n"]):
        return [words("array.no_range")]
    n, share = int(row["n"]), float(row["share"])
    if share == 0:
        upper = digits(library, whole(most_that_zero_hides(n)))
        return [words("array.zero", n=people(library, n), upper=upper)]
    said = [words("array.worked_out")] if frequency_of(row).worked_out else []
    if is_small(n):
        one = digits(library, whole(moved_by_one(n)))
        said.append(words("array.small", n=people(library, n), one=one))
    low, high = (whole(end) for end in range_of_share(share, n))
    word = "narrow" if low == high else "range" if parts == 1 else "range_first"
    said.append(words(f"array.{word}", n=people(library, n), low=low, high=high))
    return said


def _looks(keys: Sequence[Key], of: int) -> tuple[str, ...]:
    """Return the look of each circle: the shares first, the rest last, what may be hidden."""
    looks = [key.look for key in keys if key.look != MAYBE for _ in range(key.count)]
    looks = (looks + [REST] * of)[:of]
    hidden = sum(key.count for key in keys if key.look == MAYBE)
    looks[:hidden] = [MAYBE] * hidden  # only where nobody was seen to have it
    return tuple(looks)


def _table(library: Library, array: Array) -> list[dict[str, str]]:
    """Return one row a share, for the table."""
    words, evidence = library.words, library.evidence
    found: list[dict[str, str]] = []
    for group in array.group:
        for part in group.part:
            row = library.shares[part.row]
            source = evidence.sources.loc[row["source_id"]]
            share = frequency_of(row)
            found.append(
                {
                    words("chart.col_study"): evidence.labels.study[row["study_id"]],
                    words("array.col_group"): group.name or words("array.everyone"),
                    words("array.col_with"): words(
                        "array.with_it", n=share.count, of=share.of, label=part.label
                    ),
                    words("array.col_without"): words("array.others", n=share.rest, of=share.of),
                    words("chart.col_people"): people(library, row["n"]),
                    words("chart.col_time"): time_of(row["months"], library),
                    words("chart.col_group"): evidence.labels.compared[row["compared"]],
                    words("chart.col_paid"): str(source["funding"]),
                    words("chart.col_read"): words(f"seen_as.{source['seen_as']}"),
                }
            )
    return found
