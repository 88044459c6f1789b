"""Kills the replica that serves three readers, many times: `python -m tests.load.failover [count]`.

Bounded: two replicas and one browser on loopback, about eight seconds a trial.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext
from playwright.sync_api import Error as BrowserError

from tests.browser.views import chromium
from tests.failover.readers import Reader, readers, replica_of
from tests.failover.rig import Rig, rig

COUNT = 20


@dataclass(frozen=True)
class Trial:
    """One replica killed under three readers.

    Attributes:
        seconds: the longest that a reader was cut off.
        lost: for each reader who lost something, who and what.
    """

    seconds: float
    lost: tuple[str, ...]

    @property
    def kept(self) -> bool:
        """Whether no reader lost anything."""
        return not self.lost


def trial(running: Rig, context: BrowserContext, open_: list[Reader], round_: int) -> Trial:
    """Kill the replica that serves, look at every reader, and start the replica again."""
    replica = running.replicas[replica_of(context)]
    replica.kill()
    seconds, lost = 0.0, []
    for reader in open_:
        try:
            seconds = max(seconds, reader.away())
            reader.still_has_all(round_)
        except (AssertionError, BrowserError) as error:
            lost.append(f"{reader.name}: {str(error).splitlines()[0]}")
    replica.start()
    running.wait_up()
    return Trial(seconds, tuple(lost))


def trials(count: int = COUNT) -> list[Trial]:
    """Return what came of killing the serving replica a number of times, each time the other one.

    A reader who has lost something begins anew before the next trial.
    """
    done: list[Trial] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        rig(Path(folder)) as running,
        chromium() as browser,
    ):
        context, open_ = browser.new_context(), []
        for round_ in range(count):
            if not open_ or not done[-1].kept:
                context.close()
                context = browser.new_context()
                open_ = readers(context, running.url)
            done.append(trial(running, context, open_, round_))
    return done


def main(count: int) -> int:
    """Say what came of the trials; return 1 where a reader lost something."""
    done = trials(count)
    for one in done:
        for line in one.lost:
            print(line)
    away = [one.seconds for one in done]
    lost = sum(not one.kept for one in done)
    print(
        f"{lost} of {count} trials with a reader who lost something; cut off for "
        f"{statistics.median(away):.1f} s ({min(away):.1f}–{max(away):.1f})"
    )
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if sys.argv[1:] else COUNT))
