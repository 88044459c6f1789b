"""The messages of a run leave together, in order; those of a long one do not wait for its end."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunnerEvent as Event

from app.ui import batches

STARTED, DRAWN, ENDED = (
    Event.SCRIPT_STARTED, Event.ENQUEUE_FORWARD_MSG, Event.SCRIPT_STOPPED_WITH_SUCCESS,
)  # fmt: skip


class Page:
    """Stands for an open page: what its loop was asked to do, and what it was told then."""

    def __init__(self) -> None:
        self.asked: list[Callable[[], None]] = []
        self.told: list[tuple[Event, dict[str, object]]] = []
        self.sent: list[ForwardMsg] = []

    def has_fragment(self, part: str) -> bool:
        return part == "here"

    def _enqueue_forward_msg(self, message: ForwardMsg) -> None:
        self.sent.append(message)

    def _call_soon_on_event_loop(self, callback: Callable[[], None]) -> None:
        self.asked.append(callback)

    def _handle_scriptrunner_event_on_event_loop(
        self, sender: object, event: Event, **more: object
    ) -> None:
        self.told.append((event, more))


@pytest.fixture
def hand_over(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What the thread of a run calls with each event, once messages leave together."""
    monkeypatch.setattr(AppSession, batches._TAKES, AppSession.__dict__[batches._TAKES])
    monkeypatch.setattr(AppSession, "request_rerun", AppSession.request_rerun)
    batches.send_runs_whole()
    return AppSession.__dict__[batches._TAKES]


def test_the_loop_is_asked_once_for_a_run_and_told_all_in_order(hand_over: Callable[..., None]):
    page = Page()
    for event, more in (
        (STARTED, {"pages": {}}),
        (DRAWN, {"forward_msg": 1}),
        (DRAWN, {"forward_msg": 2}),
    ):
        hand_over(page, None, event=event, **more)
    assert not page.asked
    hand_over(page, None, event=ENDED)
    (ask,) = page.asked
    ask()
    assert page.told == [
        (STARTED, {"pages": {}}),
        (DRAWN, {"forward_msg": 1}),
        (DRAWN, {"forward_msg": 2}),
        (ENDED, {}),
    ]


def test_a_second_run_waits_for_its_own_end(hand_over: Callable[..., None]):
    page = Page()
    for event in (STARTED, ENDED, STARTED, DRAWN):
        hand_over(page, None, event=event)
    assert len(page.asked) == 1
    hand_over(page, None, event=ENDED)
    for ask in page.asked:
        ask()
    assert [event for event, _ in page.told] == [STARTED, ENDED, STARTED, DRAWN, ENDED]


def test_what_a_long_run_has_drawn_leaves_before_its_end(
    hand_over: Callable[..., None], monkeypatch: pytest.MonkeyPatch
):
    page, now = Page(), [0.0]
    monkeypatch.setattr(batches.time, "monotonic", lambda: now[0])
    hand_over(page, None, event=STARTED)
    now[0] = batches.LONGEST_SECONDS * 1.1
    hand_over(page, None, event=DRAWN)
    (ask,) = page.asked
    ask()
    assert [event for event, _ in page.told] == [STARTED, DRAWN]


@pytest.mark.parametrize(("part", "ends"), [("", 0), ("here", 0), ("gone", 1)])
def test_a_wish_for_a_part_that_is_gone_is_said_to_be_over(part: str, ends: int):
    asked, page = [], Page()
    ask = batches.answered(lambda session, wish: asked.append(wish))
    wish = ClientState(fragment_id=part)
    ask(page, wish)
    assert asked == [wish]
    assert [one.WhichOneof("type") for one in page.sent] == ["script_finished"] * ends
    ask(page, None)
    assert len(asked) == 2


@pytest.mark.parametrize("gone", batches._NEEDED)
def test_another_streamlit_sends_as_it_always_did(
    gone: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(AppSession, batches._TAKES, AppSession.__dict__[batches._TAKES])
    monkeypatch.delattr(AppSession, gone)
    before = dict(AppSession.__dict__)
    with caplog.at_level(logging.WARNING):
        batches.send_runs_whole()
    assert dict(AppSession.__dict__) == before
    assert "sends each message by itself" in caplog.text
