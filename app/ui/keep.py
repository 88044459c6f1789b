"""Lets an open page outlive the server that drew it: what its reader has answered is in the page.

A server keeps a reader's answers in its memory alone, and so they would die with it. Streamlit
connects the page to another server, which knows nothing: it gets the values of the controls on
this page with the next tap, but the tap itself comes to nothing, and answers given on other pages
are gone. Here the page remembers all answers (in a variable: no cookie, no storage), and says them
the moment it is connected again, before anyone can tap.
"""

from __future__ import annotations

import uuid
from functools import cache

import streamlit as st

from app.ui.answers import held, take_back
from app.ui.reader import Reader

_SERVED = "served-as"
"""Session key of a name for this session, unlike that of any other on any server."""

_SCRIPT = """
let memory;
let say;
// Controls on this page travel with every message of Streamlit's own, as they stand right now.
const elsewhere = () => memory.path !== location.pathname ? memory.kept : Object.fromEntries(
  Object.entries(memory.kept).filter(([key]) => !document.querySelector(`.st-key-${key}`)));
// Meanwhile all controls were closed, and the one that was being used let go of the focus; the
// drawings that follow may even put a new one in its place. Who clicks has chosen another.
const giveBack = ({ one, at }, until) => {
  const stop = () => (clearInterval(timer), removeEventListener("click", stop, true));
  const timer = setInterval(() => {
    if (performance.now() > until) stop();
    if (document.activeElement !== document.body) return;
    (one.isConnected ? one : at && document.querySelector(at))?.focus({ preventScroll: true });
  }, 50);
  addEventListener("click", stop, true);
};
const used = (one) => {
  const key = one.closest("[class*=st-key-]")?.className.match(/st-key-[\\w-]+/)?.[0];
  return { one, at: key && `.${key} ${one.tagName}` };
};
const watch = (app) => {
  let lost = null;
  new MutationObserver(() => {
    if (app.dataset.testConnectionState !== "CONNECTED") {
      lost ??= used(document.activeElement);
    } else if (lost) {
      say("again", { served: memory.served, kept: elsewhere() });
      giveBack(lost, performance.now() + 10_000);
      lost = null;
    }
  }).observe(app, { attributeFilter: ["data-test-connection-state"] });
};
export default function ({ data, setTriggerValue }) {
  if (!memory) watch(document.querySelector("[data-testid=stApp]"));
  if (data.asks) say = setTriggerValue;
  memory = { ...data, path: location.pathname };
}
"""


@cache
def _component() -> object:
    """Register the script once."""
    return st.components.v2.component("keep", js=_SCRIPT)


def keep(reader: Reader) -> bool:
    """Have the page remember all answers; take them back from one that another server has drawn.

    Comes before every control: a value cannot be given to one that is drawn.

    Args:
        reader: who reads.

    Returns:
        Whether answers were taken back. What the page was told here is then from before, and it
        must be told again, at the end of the run: anything drawn here besides would move the whole
        page by one place, and Streamlit would take every part of it for another one.

    """
    served = st.session_state.setdefault(_SERVED, uuid.uuid4().hex)
    data = {"served": served, "kept": held(reader.library), "asks": True}
    said = _component()(  # type: ignore[operator]
        data=data, key="follow-keep", on_again_change=lambda: None
    )
    again = isinstance(said.again, dict) and said.again.get("served") != served
    if again:
        take_back(reader.library, said.again.get("kept"))
    return again


def note(reader: Reader, place: str) -> None:
    """Have the page remember all answers as they stand now.

    Comes first in a fragment whose buttons change what is no control's own value: a tap there
    draws the fragment alone.

    Args:
        reader: who reads.
        place: name of the fragment.

    """
    data = {"served": st.session_state.get(_SERVED, ""), "kept": held(reader.library)}
    _component()(data=data, key=f"follow-note-{place}")  # type: ignore[operator]
