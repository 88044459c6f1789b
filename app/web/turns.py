"""Runs of the script take turns: few at once, in the order in which they were asked for.

Python runs one thread at a time. Ten runs at once take as long as one after the other, but all ten
end last; and with each message they send, the loop that serves all readers has to wait for the
interpreter. In turns the first ends first, and the same processor holds a fifth more readers.
"""

from __future__ import annotations

import asyncio

AT_ONCE = 2
"""One that takes long, such as a sheet as PDF, does not hold up the others."""
LONGEST_SECONDS = 0.25
"""After this the turn is over in any case: a browser that does not read must not hold it."""


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
    """The turn of one open page, which has one at most."""

    def __init__(self, turns: Turns) -> None:
        """Take what turns are given by."""
        self._turns = turns
        self._timer: asyncio.TimerHandle | None = None

    async def begin(self) -> None:
        """Wait for the turn; a page that has it already asks for nothing more."""
        if self._timer is None:
            await self._turns.wait()
            self._timer = asyncio.get_running_loop().call_later(LONGEST_SECONDS, self.end)

    def end(self) -> None:
        """Give the turn on, if it is this page's."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._turns.over()
