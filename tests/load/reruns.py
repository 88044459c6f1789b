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
        step: of a change of step on the procedure's page, its fragment alone.
    """

    stock: list[float]
    page: list[float]
    step: list[float]


def measure(stock: str, ours: str) -> Reruns:
    """Rerun both apps.

    Args:
        stock: address of stock Streamlit.
        ours: address of our app.

    """
    with (
        session(stock) as theirs,
        session(ours) as first,
        session(ours, "procedure") as procedure,
    ):
        first.run()
        times = Reruns([], [], [])
        turns = (
            (times.stock, _radio(theirs)),
            (times.page, lambda number: first.run().seconds),
            (times.step, _steps(procedure)),
        )
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


def _steps(page: Session) -> Callable[[int], float]:
    """Return what goes to another step, back and forth, and says how long the rerun took."""
    run = page.run()
    delta, first = run.widget("button", "track-P9")
    _, second = run.widget("button", "track-P10")
    return lambda number: page.run({(first, second)[number % 2]: True}, delta.fragment_id).seconds
