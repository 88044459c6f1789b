"""One question, as a rule with nothing chosen beforehand; the answer lives in the session alone."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def choice(
    label: str, answers: Mapping[str, str], key: str, first: str | None = None
) -> str | None:
    """Draw a question with its answers as large buttons; return a code, None while it is open.

    Args:
        label: the question.
        answers: code of each answer, in no language, to its words.
        key: of the answer in the session.
        first: the code that is chosen as the page opens, if any.

    """
    return st.radio(
        label,
        list(answers),
        index=list(answers).index(first) if first else None,
        format_func=answers.__getitem__,
        key=key,
        persist_state="session",
        width="stretch",
    )


def forget(*keys: str) -> None:
    """Leave questions open again; for callbacks.

    Args:
        keys: of their answers in the session.

    """
    for key in keys:
        st.session_state[key] = None
