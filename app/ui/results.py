"""The evidence table: search, who paid, download."""

from __future__ import annotations

from functools import cache

import pandas as pd
import streamlit as st

from app.blocks import blocks
from app.figures.results import result_rows, search
from app.knowledge.catalog import Library
from app.ui.reader import Reader

ALL = "all"


@cache
def _rows(library: Library) -> pd.DataFrame:
    return result_rows(library)


@cache
def _unfiltered(library: Library) -> str:
    return blocks.results(library, _rows(library))


@st.fragment
def results(reader: Reader) -> None:
    """Draw every result, narrowed by words and by who paid, and offer all of them as a file."""
    library, words = reader.library, reader.library.words
    rows = _rows(library)
    funders = [ALL, *dict.fromkeys(rows["funder"])]

    def funder_name(code: str) -> str:
        return words("evidence.all_funders" if code == ALL else f"evidence.funder_{code}")

    with st.container(key="results"):
        text = st.text_input(
            words("evidence.search"),
            placeholder=words("evidence.search_hint"),
            max_chars=80,
            key="results-search",
        )
        funder = st.pills(
            words("evidence.funder"),
            funders,
            default=ALL,
            required=True,
            format_func=funder_name,
            key="results-funder",
        )
        payer = "" if funder in (None, ALL) else str(funder)
        if not text.strip() and not payer:
            st.html(_unfiltered(library))
        else:
            st.html(blocks.results(library, search(rows, text, payer)))
        st.download_button(
            words("evidence.download"),
            data=lambda: rows.to_csv(index=False).encode(),
            file_name="mild-results.csv",
            mime="text/csv",
            on_click="ignore",
            key="results-download",
        )
