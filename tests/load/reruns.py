"""Reruns of both apps in turn, so that whatever else the machine does falls on both alike."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.load.wire import Session, session

ROUNDS = 40
WARM_ROUNDS = 3
# A reader pauses between two choices. In the pause the server ends its clean-up after the run
# before, and the kernel stops delaying its acknowledgements: neither is the next run's time.
PAUSE_SECONDS = 0.1


@dataclass(frozen=True)
class Reruns:
    """Milliseconds of every rerun.

    Attributes:
        stock: of stock Streamlit's page with one radio.
        page: of our first page, the whole script.
        fragment: of our first page's switch, its fragment alone.
    """

    stock: list[float]
    page: list[float]
    fragment: list[float]


def measure(stock: str, ours: str) -> Reruns:
    """Rerun both apps by changing a widget.

    Args:
        stock: address of stock Streamlit.
        ours: address of our app.

    """
    with session(stock) as theirs, session(ours) as mine:
        times = Reruns([], [], [])
        turns = [(times.stock, _radio(theirs)), *_switch(mine, times)]
        for number in range(-WARM_ROUNDS, ROUNDS):
            for series, rerun in turns:
                time.sleep(PAUSE_SECONDS)
                taken = rerun(number) * 1000
                if number >= 0:
                    series.append(taken)
    return times


def _radio(page: Session) -> Callable[[int], float]:
    """Return what chooses another option of the radio and says how long the rerun took."""
    delta, widget = page.run().widget("radio")
    options = list(delta.new_element.radio.options)
    return lambda number: page.run({widget: options[number % 2]}).seconds


def _switch(page: Session, times: Reruns) -> list[tuple[list[float], Callable[[int], float]]]:
    """Return the two turns of our page: the whole page, and the switch's fragment alone."""
    delta, widget = page.run().widget("button_group", "problem-state")
    options = [option.content for option in delta.new_element.button_group.options]

    def rerun(number: int, fragment: str) -> float:
        # Within a round the fragment takes the other option than the page: both change it.
        value = options[(number + bool(fragment)) % 2]
        return page.run({widget: [value]}, fragment).seconds

    return [
        (times.page, lambda number: rerun(number, "")),
        (times.fragment, lambda number: rerun(number, delta.fragment_id)),
    ]
