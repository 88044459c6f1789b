"""Takes the reader's eye and focus to what has just changed: the next step, the next question.

A click on a button at the foot of a long panel puts a new panel in its place. Without this the
reader would be left looking at what comes after it, and a screen reader would say nothing. A place
named behind the # of an address is drawn later than the browser looks for it: gone to here as well.
"""

from __future__ import annotations

from functools import cache

import streamlit as st

_SCRIPT = """
const shown = {};
export default function ({ data }) {
  const first = !(data.place in shown);
  if (shown[data.place] === data.id) return;
  shown[data.place] = data.id;
  const opened = first || data.place === "page";
  const named = opened && decodeURIComponent(location.hash.slice(1));
  if (first && !data.at_once && !named) return;
  const go = (tries) => {
    const heading = document.getElementById(named || data.id);
    if (!heading) { if (tries) requestAnimationFrame(() => go(tries - 1)); return; }
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    for (let up = heading; (up = up.parentElement?.closest("details")); ) up.open = true;
    // Where the heading can be seen with room below it, nothing moves but what has changed; a
    // reader who goes on again and again finds it at one height.
    const { top } = heading.getBoundingClientRect();
    const seen = !data.always && top >= 0 && top < innerHeight * 0.4;
    if ((data.scroll && !seen) || named) heading.scrollIntoView({ block: "start" });
  };
  go(60);
}
"""


@cache
def _component() -> object:
    """Register the script once; it remembers what each place on the page last showed."""
    return st.components.v2.component("follow", js=_SCRIPT)


def follow(
    name: str, heading: str, at_once: bool = False, scroll: bool = True, always: bool = False
) -> None:
    """Move focus and view to a heading whenever it is another one than before.

    Args:
        name: the place on the page, one word.
        heading: id of the heading that has come.
        at_once: whether to go there also when the page opens, because a link named the place.
        scroll: whether the view goes along with the focus.
        always: whether it does so where the heading can be seen already.

    """
    data = {"place": name, "id": heading, "at_once": at_once, "scroll": scroll, "always": always}
    _component()(data=data, key=f"follow-{name}")  # type: ignore[operator]
