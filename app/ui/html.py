"""Draws pieces of HTML: prose, its notes told apart from those of every other piece; pictures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import streamlit as st

from app.knowledge.notes import numbered

_PICTURE = """
const alter = (old, now) => {
  if (old.isEqualNode(now)) return;
  if (old.nodeName !== now.nodeName || !now.attributes) return old.replaceWith(now);
  for (const { name } of [...old.attributes])
    if (!now.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of now.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const left = [...now.childNodes];
  [...old.childNodes].forEach((one) => left.length ? alter(one, left.shift()) : one.remove());
  old.append(...left);
};
export default function ({ data, parentElement }) {
  const place = parentElement.querySelector("div");
  const now = place.cloneNode();
  now.innerHTML = data;
  alter(place, now);
}
"""
"""Changes only what is different from the picture before, so that what stays does not flicker."""


@dataclass(frozen=True)
class _Ready:
    """HTML that is sent as it is.

    A string Streamlit would look for on the disk, and search twice from end to end for lines to
    indent less: an eighth of a run's time for a page of prose.
    """

    markup: str

    def _repr_html_(self) -> str:
        return self.markup


def plain(markup: str, width: Literal["stretch", "content"] = "stretch") -> None:
    """Draw HTML without notes, or with notes that are numbered already.

    Args:
        markup: from a block, or a sentence in its tags; not empty.
        width: as wide as the page, or as its words.

    """
    st.html(_Ready(str(markup)), width=width)


def draw(markup: str, place: str) -> None:
    """Draw HTML.

    Args:
        markup: from a block.
        place: name of the piece, once on a page.

    """
    plain(numbered(markup, place))


def picture(markup: str, place: str) -> None:
    """Draw a picture with its labels.

    `st.html` takes out every SVG. Markdown keeps it, but reads all of it as if it were words: a
    tenth of what a slow phone needs for the first page, and code of its own.

    Args:
        markup: from a block; our own content alone, for it is not cleaned.
        place: name of the piece, once on a page.

    """
    _component()(data=numbered(markup, place), key=f"picture-{place}")  # type: ignore[operator]


@cache
def _component() -> object:
    """Register the script once; a picture wears the page's own style sheet."""
    return st.components.v2.component(
        "picture", html="<div></div>", js=_PICTURE, isolate_styles=False
    )


def status(markup: str, place: str) -> None:
    """Draw what answers a choice, where a screen reader says it aloud without moving the focus.

    The element is there before there is anything to say, and stays when that changes: only then
    is it read. `st.html` would put a new element in its place.

    Args:
        markup: from a block, in one line; nothing while there is nothing to say.
        place: name of the piece, once on a page.

    """
    told = numbered(markup, place)
    st.markdown(f'<div class="told" role="status">{told}</div>', unsafe_allow_html=True)
