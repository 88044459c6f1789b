"""The messages of a run leave together at its end, instead of each by itself.

Streamlit hands every message from the thread of the run to the loop that serves all readers. Each
time the two threads change places, and after each time the loop looks through all open pages and
rests for five milliseconds. A run of ours takes ten: it is over before a reader could see its
parts come.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunnerEvent

from app.ui.lean import replace

log = logging.getLogger("mild.web")

LONGEST_SECONDS = 0.05
"""How long a message waits in a run that takes long; it leaves with the next one after that."""

_PARTS = frozenset({ScriptRunnerEvent.SCRIPT_STARTED, ScriptRunnerEvent.ENQUEUE_FORWARD_MSG})
_HELD = "held_for_the_end"
_TAKES, _HANDS_ON = "_on_scriptrunner_event", "_handle_scriptrunner_event_on_event_loop"
"""What takes an event of a run in its own thread, and what acts on it in the loop."""
_NEEDED = (
    _TAKES, _HANDS_ON, "_call_soon_on_event_loop", "_enqueue_forward_msg", "has_fragment",
    "request_rerun",
)  # fmt: skip


@dataclass(slots=True)
class _Held:
    """What one open page has not been told yet.

    Attributes:
        events: of its run, in order.
        since: when the loop was last asked to hand them on.

    """

    events: deque[tuple[object, ScriptRunnerEvent, dict[str, object]]] = field(
        default_factory=deque
    )
    since: float = 0.0


def send_runs_whole() -> None:
    """Have the messages of each run of this process leave together.

    All of this is Streamlit's own business and may be gone in another version: then its messages
    leave as they always did, and the log says so.
    """
    if not all(hasattr(AppSession, name) for name in _NEEDED):
        log.warning("batches: this Streamlit sends each message by itself")
        return
    replace(AppSession, _TAKES, lambda _: _take)
    replace(AppSession, "request_rerun", answered)
    replace(runtime, "MESSAGE_FLUSH_INTERVAL_SECS", lambda _: 0.0)  # waiting for more wins nothing


def answered(ask: Callable[..., None]) -> Callable[..., None]:
    """Return what asks for a run, and says that it is over where there is nothing to run.

    A tap on a part of the page that has just made room for another comes to nothing. Streamlit does
    not say so, and the next tap would wait for the end of a run that never began.

    Args:
        ask: asks for a run of a session, or of one part of its page.

    """

    def sooner(session: AppSession, wish: ClientState | None) -> None:
        part = wish.fragment_id if wish else ""
        gone = bool(part) and not session.has_fragment(part)
        ask(session, wish)
        if gone:
            message = ForwardMsg(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN)
            session._enqueue_forward_msg(message)

    return sooner


def _take(session: AppSession, sender: object, event: ScriptRunnerEvent, **more: object) -> None:
    """Keep an event of a run, in the run's own thread; with the last one ask for all."""
    held = session.__dict__.setdefault(_HELD, _Held())
    now = time.monotonic()
    if not held.events:
        held.since = now
    held.events.append((sender, event, more))
    if event not in _PARTS or now - held.since > LONGEST_SECONDS:
        held.since = now
        session._call_soon_on_event_loop(partial(_hand_on, session, held))


def _hand_on(session: AppSession, held: _Held) -> None:
    """Act on everything that was kept, in the loop; more may be added meanwhile."""
    while held.events:
        sender, event, more = held.events.popleft()
        getattr(session, _HANDS_ON)(sender, event, **more)
