"""What Streamlit does at each run although its outcome is known: a fifth of a run of ours.

The functions replaced here are Streamlit's own business. Each is given one that answers the same,
sooner; where a version has no such function, it is left as it is, and the log says so.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from types import ModuleType
from typing import Any

from google.protobuf.message import Message
from streamlit.elements import html, markdown
from streamlit.elements.widgets import radio, text_widgets
from streamlit.runtime import app_session
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.pages_manager import PagesManager

log = logging.getLogger("mild.web")


def lighten() -> None:
    """Replace what can be answered sooner, for the life of this process."""
    for owner, name, sooner in _REPLACED:
        replace(owner, name, sooner)


def replace(owner: ModuleType | type, name: str, sooner: Callable[..., Any]) -> None:
    """Put something in the place of what Streamlit has, if it has it.

    Args:
        owner: the module or class.
        name: of what is replaced.
        sooner: takes what was there and returns what is to be there.

    """
    slow = getattr(owner, name, None)
    if slow is None:
        log.warning("lean: this Streamlit has no %s", name)
    else:
        setattr(owner, name, sooner(slow))


def kept(fill: Callable[..., None]) -> Callable[..., None]:
    """Return what fills a message as a function does, but calls it once for each section.

    Each run begins with a message that holds the settings and the theme in six parts. None of it
    changes while a process lives.

    Args:
        fill: fills a message it is given; what it puts in depends on its other arguments alone.

    """
    made: dict[tuple[object, ...], Message] = {}

    def once(message: Message, *section: object) -> None:
        if section not in made:
            first = type(message)()
            fill(first, *section)
            made[section] = first
        if made[section].ByteSize():  # an empty part stays one that is not there
            message.MergeFrom(made[section])

    return once


def in_one_line(clean: Callable[[Any], str]) -> Callable[[Any], str]:
    """Return what cleans a text as a function does that takes common spaces off all its lines.

    A picture is one line of twenty thousand letters, which would be searched twice for others.

    Args:
        clean: what does so.

    """

    def sooner(text: object) -> str:
        words = str(text)
        return clean(words) if "\n" in words else words.strip()

    return sooner


def without_style(only_style: Callable[[str], bool]) -> Callable[[str], bool]:
    """Return what says whether HTML is nothing but style, and looks closely only where it may be.

    Args:
        only_style: takes out every comment and style, and looks whether anything is left.

    """

    def sooner(markup: str) -> bool:
        return markup.startswith(("<style", "<!--")) and only_style(markup)

    return sooner


def one_key(state: Callable[[], Any]) -> Callable[[], Asked]:
    """Return what a control asks of all that is known of a reader: the value of its own key.

    Every radio and text field has all of it put together for that: with thirty of them on a page,
    a sixth of a run.

    Args:
        state: returns the state of the session.

    """
    return lambda: Asked(state())


class Asked:
    """The state of a session, looked into one key at a time."""

    def __init__(self, state: Any) -> None:  # noqa: ANN401  # Streamlit's own class
        """Take the state."""
        self._state = state
        self.filtered_state = self

    def __contains__(self, key: str) -> bool:
        """Whether there is a value."""
        return key in self._state

    def __getitem__(self, key: str) -> object:
        """Return the value."""
        return self._state[key]


def nothing_to_send(flush: Callable[[Any], list[Any]]) -> Callable[[Any], list[Any]]:
    """Return what empties a queue, and does nothing where it is empty.

    All open pages' queues are emptied for the messages of one.

    Args:
        flush: empties a queue and returns what was in it.

    """
    return lambda queue: [] if queue.is_empty() else flush(queue)


def the_same_pages(settle: Callable[..., Any]) -> Callable[..., Any]:
    """Return what notes which pages there are, and keeps one list of them for all readers.

    Each run makes the list anew, and each open page would hold one of its own: two kilobytes.

    Args:
        settle: notes the pages of a session and returns the one that is open.

    """
    known: list[dict[str, Any]] = []

    def sooner(manager: object, pages: dict[str, Any], *more: str, **named: str) -> object:
        same = next((one for one in known if one == pages), None)
        if same is None:  # one for each language
            known.append(pages)
        return settle(manager, same or pages, *more, **named)

    return sooner


_REPLACED: tuple[tuple[ModuleType | type, str, Callable[..., Any]], ...] = (
    (app_session, "_populate_config_msg", kept),
    (app_session, "_populate_theme_msg", kept),
    (markdown, "clean_text", in_one_line),
    (radio, "get_session_state", one_key),
    (text_widgets, "get_session_state", one_key),
    (ForwardMsgQueue, "flush", nothing_to_send),
    (html, "_html_only_style_tags", without_style),
    (PagesManager, "set_pages_and_resolve", the_same_pages),
)
