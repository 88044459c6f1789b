"""The evidence table: search, filters that all hold at once, download of what is shown."""

from __future__ import annotations

from functools import cache

import pandas as pd
import streamlit as st

from app.blocks import blocks
from app.figures.results import CONFIRMED, UNCONFIRMED, choices, result_rows, search
from app.knowledge.catalog import Library
from app.ui.reader import Reader

ALL = "all"
LISTS = ("study_id", "measure_id", "kind", "funder")
"""Filters with many choices, each in a list to open."""

SHORT = {"compared": (ALL, "randomized", "not_randomized", "none"),
         "status": (CONFIRMED, UNCONFIRMED, ALL)}  # fmt: skip
"""Filters with few choices, all in sight; the first one is chosen as the page opens."""

FILTERS = (*LISTS, *SHORT)
TEXT = "results-search"


@cache
def _rows(library: Library) -> pd.DataFrame:
    return result_rows(library)


@cache
def _choices(library: Library, column: str) -> dict[str, str]:
    """Return the codes of a filter, everything first, with their words."""
    words = library.words
    if column == "status":
        return {code: words(f"evidence.only_{code}") for code in SHORT["status"]}
    found = choices(_rows(library), column)
    codes = SHORT.get(column, (ALL, *found))
    named = {ALL: words("evidence.all"), **found}
    return {code: named[code][:1].upper() + named[code][1:] for code in codes}


@cache
def _untouched(library: Library) -> str:
    return blocks.results(library, search(_rows(library)))


def _key(column: str) -> str:
    return f"results-{column}"


def _at_start() -> dict[str, str]:
    """Return what every control holds before anyone touches it, by key."""
    return {TEXT: "", **{_key(name): SHORT.get(name, (ALL,))[0] for name in FILTERS}}


def _clear() -> None:
    st.session_state.update(_at_start())


def _controls(library: Library) -> dict[str, str]:
    """Draw the search and the filters; return what is chosen, empty for all."""
    words, held = library.words, _at_start()
    for key, value in held.items():
        st.session_state.setdefault(key, value)
    st.text_input(
        words("evidence.search"),
        placeholder=words("evidence.search_hint"),
        max_chars=80,
        key=TEXT,
    )
    with st.container(key="results-filters"):
        for column in FILTERS:
            named, label = _choices(library, column), words(f"evidence.filter_{column}")
            if column in LISTS:
                st.selectbox(
                    label, list(named), format_func=named.__getitem__, key=_key(column),
                    placeholder=named[ALL], filter_mode="contains",
                )  # fmt: skip
            else:
                st.pills(
                    label, list(named), format_func=named.__getitem__, key=_key(column),
                    required=True,
                )  # fmt: skip
    chosen = {column: st.session_state[_key(column)] or ALL for column in FILTERS}
    return {column: "" if code == ALL else code for column, code in chosen.items()}


@st.fragment
def results(reader: Reader) -> None:
    """Draw every result that fits what is typed and chosen, and offer the same as a file."""
    library, words = reader.library, reader.library.words
    with st.container(key="results"):
        chosen = _controls(library)
        found = search(_rows(library), st.session_state[TEXT], **chosen)
        with st.container(key="results-found"):
            st.html(blocks.results_found(library, found))
            st.button(words("evidence.clear"), on_click=_clear, key="results-clear")
        if not found.empty:
            untouched = all(st.session_state[key] == held for key, held in _at_start().items())
            st.html(_untouched(library) if untouched else blocks.results(library, found))
            st.download_button(
                words("evidence.download"),
                data=lambda: found.to_csv(index=False).encode(),
                file_name="mild-results.csv",
                mime="text/csv",
                on_click="ignore",
                key="results-download",
            )
