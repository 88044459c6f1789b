"""Follows a link to another page of the guide without loading it anew, so that no answer is lost.

Prose is plain HTML: a browser would leave the app, and with it everything a reader has answered,
and start it again. Links that open something else than a page, or change the language, are left
alone.
"""

from __future__ import annotations

from functools import cache

import streamlit as st

from app.domain.address import PATHS

_SCRIPT = """
let paths = [];
const language = (address) => new URL(address).searchParams.get("lang");
const follow = (event) => {
  const link = event.target.closest?.("[data-testid=stMain] a[href^='/']:not([data-testid])");
  if (!link || event.defaultPrevented || event.button || link.target) return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const to = new URL(link.href);
  const here = to.pathname + to.search === location.pathname + location.search;
  if (here || !paths.includes(to.pathname) || language(to) !== language(location)) return;
  event.preventDefault();
  history.pushState({}, "", to);
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));  // the app listens to it
};
export default function ({ data }) {
  if (!paths.length) document.addEventListener("click", follow);
  paths = data;
}
"""


@cache
def _component() -> object:
    """Register the script once."""
    return st.components.v2.component("stay", js=_SCRIPT)


def stay() -> None:
    """Let the links of this page to other pages keep the app open."""
    with st.container(key="follow-links"):
        _component()(data=list(PATHS.values()), key="follow-links-script")  # type: ignore[operator]
