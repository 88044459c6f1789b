"""Arrow keys: from step to step in the patient view, from screen to screen in the clinic view.

Streamlit's own `shortcut=` listens on the whole page: a reader far down in a table, or in an open
note, would be thrown to another step. Here the keys count only where the steps have the focus, or
where nothing has it and the steps are what is on the screen.

The clinic view has nothing else than its screen, so there they count wherever no control needs them
itself. Page keys, which a clicker sends, count likewise, once the screen cannot scroll on.
"""

from __future__ import annotations

from functools import cache

import streamlit as st

_SCRIPT = """
const WAY = { ArrowLeft: "previous", ArrowRight: "next" };
const SCREEN = { ArrowLeft: "back", PageUp: "back", ArrowRight: "next", PageDown: "next" };
const WRITES = "input:not([type=checkbox]), textarea, select";
const OWN_KEYS = `${WRITES}, [role=radiogroup] *, [data-testid=stButtonGroup] *, .st-key-map *`;
let listening = false;
const inSteps = (one) => {
  const steps = document.querySelector(".st-key-steps");
  if (!steps) return false;
  if (one && one !== document.body) return steps.contains(one);
  const { top, bottom } = steps.getBoundingClientRect();
  return top < innerHeight * 0.75 && bottom > innerHeight * 0.4;
};
const toStep = (key, one) => {
  if (!WAY[key] || one?.matches("input, textarea, select") || !inSteps(one)) return null;
  return document.querySelector(`.st-key-step-${WAY[key]} button`);
};
const scrolls = (key) => {
  const { scrollTop, scrollHeight, clientHeight } = document.querySelector("[data-testid=stMain]");
  return key === "PageUp" ? scrollTop > 2 : scrollHeight - clientHeight - scrollTop > 2;
};
const toScreen = (key, one) => {
  if (!SCREEN[key] || one?.matches(OWN_KEYS)) return null;
  if (key.startsWith("Page") && scrolls(key)) return null;
  return document.querySelector(`.st-key-screen-${SCREEN[key]} a`);
};
const pressed = (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (document.querySelector(":popover-open")) return;
  const find = document.querySelector(".st-key-clinic") ? toScreen : toStep;
  const control = find(event.key, document.activeElement);
  if (!control || control.disabled) return;
  event.preventDefault();
  control.click();
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
    """Let the arrow keys go from step to step on this page, or from screen to screen."""
    with st.container(key="follow-arrows"):
        _component()(key="follow-arrows-script")  # type: ignore[operator]
