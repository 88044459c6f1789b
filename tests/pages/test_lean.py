"""What is answered sooner is answered the same."""

from __future__ import annotations

import logging

import pytest
from streamlit import string_util
from streamlit.elements import html
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime import app_session
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState

from app.ui import lean
from app.ui.lean import (
    in_one_line,
    kept,
    lighten,
    nothing_to_send,
    one_key,
    the_same_pages,
    without_style,
)

THEMES = ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar")


@pytest.mark.parametrize("section", THEMES)
def test_the_theme_of_each_part_is_that_of_streamlit(section: str):
    fill = app_session._populate_theme_msg
    once, usual = kept(fill), NewSession().custom_theme
    fill(usual, section)
    for _ in range(2):
        ours = NewSession()
        once(ours.custom_theme.light, section)
        assert ours.custom_theme.light == usual
        assert ours.custom_theme.HasField("light") == bool(usual.ByteSize())


def test_the_settings_are_worked_out_once():
    calls = []
    once = kept(lambda message: calls.append(setattr(message, "toolbar_mode", 3)))
    for _ in range(3):
        message = NewSession()
        once(message.config)
        assert message.config.toolbar_mode == 3
    assert len(calls) == 1


@pytest.mark.parametrize("text", ["  one line ", "\n  two\n    lines\n", "", "\t a \n b"])
def test_a_text_is_cleaned_as_before(text: str):
    assert in_one_line(string_util.clean_text)(text) == string_util.clean_text(text)


@pytest.mark.parametrize(
    "markup",
    ["<p>words</p>", "<style>p{}</style>", "<!-- note --><style>p{}</style>",
     "<style>p{}</style><p>words</p>", "<p><style>p{}</style></p>"],
)  # fmt: skip
def test_style_alone_is_told_from_words(markup: str):
    only_style = html._html_only_style_tags
    assert without_style(only_style)(markup) == only_style(markup)


def test_all_readers_share_one_list_of_pages_and_each_opens_its_own():
    def pages(word: str) -> dict[str, dict[str, str]]:
        return {one: {"page_script_hash": one, "page_name": word, "url_pathname": one}
                for one in ("here", "there")}  # fmt: skip

    settle = the_same_pages(PagesManager.set_pages_and_resolve)
    managers = [PagesManager("main.py") for _ in range(3)]
    for manager, page, word in zip(
        managers, ("here", "there", "there"), ("a", "a", "b"), strict=True
    ):
        manager.set_script_intent(page, "")
        usual = manager.set_pages_and_resolve(pages(word), fallback_page_hash="here")
        assert settle(manager, pages(word), fallback_page_hash="here") == usual
        assert usual == pages(word)[page]
    assert managers[0]._pages is managers[1]._pages
    assert managers[2]._pages == pages("b")


def test_a_control_finds_its_own_value_and_no_other():
    state = SafeSessionState(SessionState(), lambda: None)
    state["know-trims"] = None
    found = one_key(lambda: state)().filtered_state
    assert "know-trims" in found
    assert found["know-trims"] is None
    assert "know-other" not in found


def test_an_empty_queue_is_left_alone_and_a_full_one_emptied():
    flush = nothing_to_send(ForwardMsgQueue.flush)
    queue = ForwardMsgQueue()
    assert flush(queue) == []
    message = app_session.ForwardMsg(script_finished=0)
    queue.enqueue(message)
    assert flush(queue) == [message]
    assert queue.is_empty()


def test_every_function_that_is_replaced_is_there(monkeypatch: pytest.MonkeyPatch):
    for owner, name, _ in lean._REPLACED:
        assert callable(getattr(owner, name)), name
        monkeypatch.setattr(owner, name, getattr(owner, name))  # put back in the end
    before = [getattr(owner, name) for owner, name, _ in lean._REPLACED]
    lighten()
    assert all(
        getattr(owner, name) is not old
        for (owner, name, _), old in zip(lean._REPLACED, before, strict=True)
    )


def test_another_streamlit_is_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    gone = ((app_session, "_no_such_function", kept),)
    monkeypatch.setattr(lean, "_REPLACED", gone)
    with caplog.at_level(logging.WARNING):
        lighten()
    assert "has no _no_such_function" in caplog.text
    assert not hasattr(app_session, "_no_such_function")
