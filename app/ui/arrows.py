"""Arrow keys for the steps: left and right press the buttons Previous and Next.

Streamlit's own `shortcut=` listens on the whole page: a reader far down in a table, or in an open
note, would be thrown to another step. Here the keys count only where the steps have the focus, or
where nothing has it and the steps are what is on the screen.
"""

from __future__ import annotations

from functools import cache

import streamlit as st

_SCRIPT = """
const WAY = { ArrowLeft: "previous", ArrowRight: "next" };
let listening = false;
const inSteps = (one) => {
  const steps = document.querySelector(".st-key-steps");
  if (!steps) return false;
  if (one && one !== document.body) return steps.contains(one);
  const { top, bottom } = steps.getBoundingClientRect();
  return top < innerHeight * 0.75 && bottom > innerHeight * 0.4;
};
const pressed = (event) => {
  const way = WAY[event.key];
  if (!way || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const one = document.activeElement;
  if (one?.matches("input, textarea, select") || document.querySelector(":popover-open")) return;
  const button = inSteps(one) && document.querySelector(`.st-key-step-${way} button`);
  if (!button || button.disabled) return;
  event.preventDefault();
  button.click();
};
// The way to the list of all steps leads to the reader's place in it, and leaves no trace in the
// history: Back would first do nothing else than take it away.
const toList = (event) => {
  if (!event.target.closest?.("a.where")) return;
  event.preventDefault();
  const here = document.querySelector(".st-key-track [data-testid=stBaseButton-primary]");
  here?.focus({ preventScroll: true });
  here?.scrollIntoView({ block: "center" });
};
export default function () {
  if (listening) return;
  listening = true;
  document.addEventListener("keydown", pressed);
  document.addEventListener("click", toList);
  document.documentElement.dataset.arrows = "on";  // for those who must know when keys count
}
"""


@cache
def _component() -> object:
    """Register the script once."""
    return st.components.v2.component("arrows", js=_SCRIPT)


def arrows() -> None:
    """Let the arrow keys go from step to step on this page."""
    with st.container(key="follow-arrows"):
        _component()(key="follow-arrows-script")  # type: ignore[operator]
