"""Runs of the script take turns: one at once, in the order in which they were asked for.

Python runs one thread at a time. Ten runs at once take as long as one after the other, but all ten
end last; and with each message they send, the loop that serves all readers has to wait for the
interpreter. In turns the first ends first, and the same processor holds a fifth more readers.
"""

from __future__ import annotations

import asyncio
import contextlib

AT_ONCE = 1
"""Two take the interpreter from each other all the time: a third fewer clicks in the same time."""
LONGEST_SECONDS = 0.1
"""After this the turn is over in any case: neither a run that takes long, such as a sheet as PDF,
nor a browser that does not read holds up the others."""
PATIENCE_SECONDS = 15.0
"""How long a page waits for its own run before; a busy machine takes some seconds for its first."""


class Turns:
    """The turns of all readers of one process."""

    def __init__(self) -> None:
        """Let some runs go on at once."""
        self._free = asyncio.Semaphore(AT_ONCE)

    async def wait(self) -> None:
        """Wait until it is one's turn."""
        await self._free.acquire()

    def over(self) -> None:
        """Give the turn on."""
        self._free.release()


class Turn:
    """The turn of one open page: one run at a time, each to its end.

    Streamlit would break a run off for the next one, and a page that is half drawn lets go of the
    field that is being typed in.
    """

    __slots__ = ("_ended", "_timer", "_turns")

    def __init__(self, turns: Turns) -> None:
        """Take what turns are given by."""
        self._turns = turns
        self._timer: asyncio.TimerHandle | None = None
        self._ended: asyncio.Event | None = None  # while a run goes on, not for each page at rest

    async def begin(self) -> None:
        """Wait until the run before has ended, and then for the turn."""
        if self._ended is not None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await self._ended.wait()
        self._give_on()
        await self._turns.wait()
        self._ended = asyncio.Event()
        self._timer = asyncio.get_running_loop().call_later(LONGEST_SECONDS, self._give_on)

    def end(self) -> None:
        """Say that the run has ended, and give the turn on."""
        if self._ended is not None:
            self._ended.set()
            self._ended = None
        self._give_on()

    def _give_on(self) -> None:
        """Let the next page have the turn, if this one still has it."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._turns.over()
