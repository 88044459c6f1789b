"""The clinic's accent in Streamlit's own controls."""

from __future__ import annotations

from streamlit import config

from app.knowledge.accent import on_dark


def use_accent(accent: str) -> None:
    """Let buttons, radio buttons and links of every later session have the clinic's accent.

    Streamlit reads its theme anew for each session, so that this must happen before the first. The
    public `st.set_option` takes no theme; a browser test says so should this door close.

    Args:
        accent: the color in the light theme; the dark one follows from it.

    """
    for theme, color in (("light", accent), ("dark", on_dark(accent))):
        for option in ("primaryColor", "linkColor"):
            config.set_option(f"theme.{theme}.{option}", color)
