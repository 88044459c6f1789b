"""What readers click, recorded once as their browser would send it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from streamlit.proto.Delta_pb2 import Delta

from tests.load.wire import Session, Value, session

Choice = bool | int | tuple[int, ...]
"""True presses a button; a number chooses that option; numbers choose several."""


@dataclass(frozen=True)
class Click:
    """One click.

    Attributes:
        name: the page, and the key of the control; the page alone where it is opened.
        wish: what the browser sends.
    """

    name: str
    wish: bytes


PAGES: dict[str, tuple[tuple[str, Choice], ...]] = {
    "procedure": (
        ("step-next", True), ("step-next", True), ("step-next", True), ("step-previous", True),
    ),
    "recovery": (
        ("measure-choice", 1), ("measure-choice", 2), ("measure-choice", 3), ("measure-choice", 0),
    ),
    "options": (
        ("compare-choice", (0, 2)), ("compare-choice", (0, 2, 5)), ("compare-choice", (2, 5)),
        ("fit-emergency", 1),
    ),
    "whats-next": (
        ("N0-answer-N0-N", True), ("N1-answer-N1-D", True), ("walk-go-back", True),
        ("N1-answer-N1-C", True),
    ),
    "visit": (
        ("matters-walk_farther", 0), ("matters-low_risk", 1), ("know-trims", 0),
        ("ready-know", 0),
    ),
}  # fmt: skip
"""A reader opens each page and clicks four times on it, then goes on: a fifth of all are pages."""


def ours(address: str) -> list[list[Click]]:
    """Return the clicks of a reader of our guide, page by page; the first of each opens the page.

    Args:
        address: of a running server.

    """
    route = []
    with session(address) as reader:
        reader.run()
        for page, choices in PAGES.items():
            reader.page, reader.address = page, f"{address}/{page}"
            route.append(_on_page(reader, page, choices))
    return route


def _on_page(reader: Session, page: str, choices: tuple[tuple[str, Choice], ...]) -> list[Click]:
    drawn = {_key(delta): delta for delta in reader.run().deltas}
    clicks = [Click(page, reader.sent)]
    held: dict[str, Value] = {}
    for key, choice in choices:
        delta = drawn[key]
        widget, value = _id(delta), _value(delta, choice)
        deltas = reader.run({**held, widget: value}, delta.fragment_id).deltas
        clicks.append(Click(f"{page} {key}", reader.sent))
        drawn |= {_key(one): one for one in deltas}
        if not isinstance(value, bool):  # a button is pressed once; a choice stays
            held[widget] = value
    return clicks


def stock(address: str) -> list[list[Click]]:
    """Return the clicks of a reader of a page with one radio."""
    with session(address) as reader:
        delta, widget = reader.run().widget("radio")
        clicks = [Click("stock", reader.sent)]
        for option in delta.new_element.radio.options:
            reader.run({widget: option})
            clicks.append(Click("stock radio", reader.sent))
    return [clicks]


def endless(route: list[list[Click]], number: int) -> itertools.cycle[Click]:
    """Return the clicks of one of many readers: each begins at another page."""
    first = number % len(route)
    return itertools.cycle(itertools.chain(*route[first:], *route[:first]))


def _id(delta: Delta) -> str:
    kind = delta.new_element.WhichOneof("type")
    return str(getattr(getattr(delta.new_element, kind), "id", "")) if kind else ""


def _key(delta: Delta) -> str:
    """Return a widget's key, which Streamlit puts behind two parts of its id."""
    return _id(delta).partition("-")[2].partition("-")[2]


def _value(delta: Delta, choice: Choice) -> Value:
    if isinstance(choice, bool):
        return choice
    if isinstance(choice, int):
        if delta.new_element.WhichOneof("type") == "button_group":
            return [delta.new_element.button_group.options[choice].content]
        return delta.new_element.radio.options[choice]
    return [delta.new_element.button_group.options[one].content for one in choice]
