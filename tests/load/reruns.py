"""Reruns of both apps in turn, so that whatever else the machine does falls on both alike."""

from __future__ import annotations

import contextlib
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from app.domain.address import PATHS
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
        pages: of each page of ours, the whole script.
        step: of a change of step on the procedure's page, its fragment alone.
    """

    stock: list[float]
    pages: dict[str, list[float]]
    step: list[float]

    def by_speed(self) -> list[str]:
        """Return our pages, the fastest first."""
        return sorted(self.pages, key=lambda page: statistics.median(self.pages[page]))


def measure(stock: str, ours: str) -> Reruns:
    """Rerun both apps.

    Args:
        stock: address of stock Streamlit.
        ours: address of our app.

    """
    times = Reruns([], {page: [] for page in PATHS}, [])
    with contextlib.ExitStack() as stack:
        opened = {
            page: stack.enter_context(session(ours, path.strip("/")))
            for page, path in PATHS.items()
        }
        turns = [(times.stock, _radio(stack.enter_context(session(stock))))]
        turns += [(times.pages[page], _whole(one)) for page, one in opened.items()]
        turns.append((times.step, _steps(stack.enter_context(session(ours, "procedure")))))
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


def _whole(page: Session) -> Callable[[int], float]:
    """Return what runs a whole page and says how long that took."""
    page.run()
    return lambda number: page.run().seconds


def _steps(page: Session) -> Callable[[int], float]:
    """Return what goes to another step, back and forth, and says how long the rerun took."""
    run = page.run()
    delta, on = run.widget("button", "step-next")
    _, back = run.widget("button", "step-previous")
    return lambda number: page.run({(on, back)[number % 2]: True}, delta.fragment_id).seconds
