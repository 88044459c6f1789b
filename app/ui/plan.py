"""Set up for this patient, in the clinic view: what was agreed, for the sheet to take home.

It names nobody, and lives in the session alone.
"""

from __future__ import annotations

import streamlit as st

from app.domain.visit import LEVELS, SEDATIONS, SIDES, YES_OR_NO, Plan, level_name
from app.ui import html, keys
from app.ui.choice import choice
from app.ui.reader import Reader


def plan(reader: Reader) -> None:
    """Draw the levels with their sides, sedation, blood thinner and follow-up, none pre-set."""
    words = reader.library.words
    with st.container(key="plan"):
        html.plain(
            f'<h3 class="first">{words("plan.title")}</h3>'
            f'<p class="note-line">{words("plan.privacy")}</p>'
        )
        levels = st.pills(
            words("plan.levels"), LEVELS, selection_mode="multi", format_func=level_name,
            key=keys.LEVELS, persist_state="session",
        )  # fmt: skip
        sides = {side: words(f"plan.side_{side}") for side in SIDES}
        for level in (one for one in LEVELS if one in levels):
            choice(words("plan.side", level=level_name(level)), sides, keys.side(level))
        # The clinic's habit stands there until something else is agreed. It is where the control
        # begins, not a value given to it: that would undo what a page tells a new server.
        choice(
            words("plan.sedation"),
            {code: words(f"plan.sedation_{code}") for code in SEDATIONS},
            keys.SEDATION,
            first=reader.library.clinic.sedation,
        )
        choice(
            words("plan.thinner"),
            {code: words(f"plan.thinner_{code}") for code in YES_OR_NO},
            keys.THINNER,
        )
        st.date_input(
            words("plan.follow_up"), value=None, format="MM/DD/YYYY", key=keys.FOLLOW_UP,
            persist_state="session",
        )  # fmt: skip


def agreed() -> Plan:
    """Return what was agreed so far."""
    state = st.session_state
    thinner = state.get(keys.THINNER)
    return Plan(
        levels={
            level: state.get(keys.side(level))
            for level in LEVELS
            if level in state.get(keys.LEVELS, ())
        },
        sedation=state.get(keys.SEDATION),
        thinner=None if thinner is None else thinner == "yes",
        follow_up=state.get(keys.FOLLOW_UP),
    )
