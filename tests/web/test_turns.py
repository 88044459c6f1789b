"""Runs take turns: few at once, in order, none lost, and nobody who does not read holds one."""

from __future__ import annotations

import asyncio

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from app.ui.messages import ends_run, verdict
from app.web import turns
from app.web.turns import AT_ONCE, Turn, Turns


async def _ask(turn: Turn, name: str, began: list[str]) -> None:
    await turn.begin()
    began.append(name)


async def _settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_few_run_at_once_and_the_others_in_the_order_in_which_they_came():
    async def many() -> list[list[str]]:
        shared, began, seen = Turns(), [], []
        own = [Turn(shared) for _ in range(AT_ONCE + 3)]
        tasks = [asyncio.create_task(_ask(one, str(n), began)) for n, one in enumerate(own)]
        for one in own:
            await _settle()
            seen.append(list(began))
            one.end()
        await asyncio.gather(*tasks)
        return seen

    seen = asyncio.run(many())
    everybody = [str(n) for n in range(AT_ONCE + 3)]
    assert seen[0] == everybody[:AT_ONCE]
    assert seen[1] == everybody[: AT_ONCE + 1]
    assert seen[-1] == everybody


def test_a_run_goes_to_its_end_before_the_next_one_of_the_same_page():
    async def again() -> list[list[str]]:
        began: list[str] = []
        page = Turn(Turns())
        await _ask(page, "first", began)
        second = asyncio.create_task(_ask(page, "second", began))
        await _settle()
        seen = [list(began)]
        page.end()
        await second
        return [*seen, began]

    assert asyncio.run(again()) == [["first"], ["first", "second"]]


def test_a_page_gives_back_no_more_turns_than_it_had():
    async def often() -> list[str]:
        shared, began = Turns(), []
        page = Turn(shared)
        for _ in range(3):
            await page.begin()
            page.end()
            page.end()
        others = [Turn(shared) for _ in range(AT_ONCE + 1)]
        tasks = [asyncio.create_task(_ask(one, "other", began)) for one in others]
        await _settle()
        found = list(began)
        others[0].end()
        await asyncio.gather(*tasks)
        return found

    assert asyncio.run(often()) == ["other"] * AT_ONCE


def test_a_page_whose_run_says_no_end_is_not_held_up_for_good(monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE_SECONDS", 0.02)

    async def silent() -> bool:
        page = Turn(Turns())
        await page.begin()
        await asyncio.wait_for(page.begin(), 2)
        return True

    assert asyncio.run(silent())


def test_a_turn_that_is_not_given_back_ends_by_itself(monkeypatch):
    monkeypatch.setattr(turns, "LONGEST_SECONDS", 0.02)

    async def stuck() -> bool:
        shared = Turns()
        for one in [Turn(shared) for _ in range(AT_ONCE)]:
            await one.begin()
        await asyncio.wait_for(Turn(shared).begin(), 2)
        return True

    assert asyncio.run(stuck())


def test_what_begins_and_what_ends_a_run():
    asked, beat = BackMsg(), BackMsg()
    asked.rerun_script.query_string = ""
    beat.app_heartbeat = True
    assert verdict(asked.SerializeToString()) == "run"
    assert verdict(beat.SerializeToString()) == ""
    done, drawn = ForwardMsg(), ForwardMsg()
    done.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
    drawn.delta.new_element.html.body = "words"
    assert ends_run(done.SerializeToString())
    assert not ends_run(drawn.SerializeToString())
