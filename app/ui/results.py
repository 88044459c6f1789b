"""The evidence table: search, filters that all hold at once, download of what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import pandas as pd
import streamlit as st

from app.blocks import blocks
from app.figures.results import CONFIRMED, UNCONFIRMED, choices, result_rows, search
from app.knowledge.catalog import Library
from app.ui import html
from app.ui.reader import Reader

ALL = "all"
LISTS = ("study_id", "measure_id", "kind", "funder")
"""Filters with many choices, each in a list to open."""

SHORT = {"compared": (ALL, "randomized", "not_randomized", "none"),
         "status": (CONFIRMED, UNCONFIRMED, ALL)}  # fmt: skip
"""Filters with few choices, all in sight; the first one is chosen as the page opens."""

FILTERS = (*LISTS, *SHORT)
TEXT = "results-search"


class Found(NamedTuple):
    """What fits: the rows, how many in words, and all of them as HTML, empty where none fits."""

    rows: pd.DataFrame
    how_many: str
    shown: str


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


@lru_cache(maxsize=32)
def _chosen(library: Library, chosen: tuple[tuple[str, str], ...]) -> Found:
    """Return what fits some choices; kept, for most readers look at few of them."""
    return _found(library, "", dict(chosen))


def _found(library: Library, text: str, chosen: Mapping[str, str]) -> Found:
    rows = search(_rows(library), text, **chosen)
    shown = "" if rows.empty else blocks.results(library, rows)
    return Found(rows, blocks.results_found(library, rows), shown)


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
                    required=True, default=held[_key(column)],
                )  # fmt: skip
    chosen = {column: st.session_state[_key(column)] or ALL for column in FILTERS}
    return {column: "" if code == ALL else code for column, code in chosen.items()}


@st.fragment
def results(reader: Reader) -> None:
    """Draw every result that fits what is typed and chosen, and offer the same as a file."""
    library, words = reader.library, reader.library.words
    with st.container(key="results"):
        chosen = _controls(library)
        text = st.session_state[TEXT]
        found = _found(library, text, chosen) if text else _chosen(library, tuple(chosen.items()))
        with st.container(key="results-found"):
            html.plain(found.how_many)
            st.button(words("evidence.clear"), on_click=_clear, key="results-clear")
        if found.shown:
            html.plain(found.shown)
            st.download_button(
                words("evidence.download"),
                data=lambda: found.rows.to_csv(index=False).encode(),
                file_name="mild-results.csv",
                mime="text/csv",
                on_click="ignore",
                key="results-download",
            )
