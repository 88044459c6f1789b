"""Takes the reader's eye and focus to what has just changed: the next step, the next question.

A click on a button at the foot of a long panel puts a new panel in its place. Without this the
reader would be left looking at what comes after it, and a screen reader would say nothing. A place
named behind the # of an address is drawn later than the browser looks for it: gone to here as well.
"""

from __future__ import annotations

from functools import cache

import streamlit as st

_SCRIPT = """
let shown;
export default function ({ data }) {
  const first = shown === undefined;
  if (data.id === shown) return;
  shown = data.id;
  const named = first && decodeURIComponent(location.hash.slice(1));
  if (first && !data.at_once && !named) return;
  const go = (tries) => {
    const heading = document.getElementById(named || data.id);
    if (!heading) { if (tries) requestAnimationFrame(() => go(tries - 1)); return; }
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    for (let up = heading; (up = up.parentElement?.closest("details")); ) up.open = true;
    if (data.scroll || named) heading.scrollIntoView({ block: "start" });
  };
  go(60);
}
"""


@cache
def _component(name: str) -> object:
    """Register the script once under a name; each place has its own memory of what it showed."""
    return st.components.v2.component(f"follow_{name}", js=_SCRIPT)


def follow(name: str, heading: str, at_once: bool = False, scroll: bool = True) -> None:
    """Move focus and view to a heading whenever it is another one than before.

    Args:
        name: the place on the page, one word.
        heading: id of the heading that has come.
        at_once: whether to go there also when the page opens, because a link named the place.
        scroll: whether the view goes along with the focus.

    """
    with st.container(key=f"follow-{name}"):
        _component(name)(
            data={"id": heading, "at_once": at_once, "scroll": scroll}, key=f"follow-{name}-script"
        )  # type: ignore[operator]
