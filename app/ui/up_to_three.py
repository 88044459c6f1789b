"""Choosing among the options: any of them, at most three."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.blocks.options import chosen_options
from app.domain.visit import MOST_OPTIONS
from app.knowledge.catalog import Library
from app.knowledge.options import Option


def _away(key: str) -> str:
    return f"{key}-turned-away"


def _hold(key: str) -> None:
    """Keep the first three choices and remember the one for which there is no room."""
    chosen = st.session_state[key]
    st.session_state[_away(key)] = next(iter(chosen[MOST_OPTIONS:]), "")
    st.session_state[key] = chosen[:MOST_OPTIONS]


def up_to_three(
    library: Library, label: str, key: str, first: Sequence[str] = ()
) -> tuple[list[str], Option | None]:
    """Draw the names of the options; return the ids chosen, and the option turned away if any.

    Args:
        library: the content.
        label: what is asked.
        key: of the choice in the session.
        first: the ids that are chosen as the page opens.

    """
    names = {option.id: option.name for option in library.options}
    chosen = st.pills(
        label,
        list(names),
        selection_mode="multi",
        default=list(first),
        format_func=names.__getitem__,
        on_change=_hold,
        args=(key,),
        key=key,
        persist_state="session",
    )
    away = chosen_options(library, [st.session_state.pop(_away(key), "")])
    return chosen, away[0] if away else None
