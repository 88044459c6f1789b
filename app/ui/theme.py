"""The clinic's accent in Streamlit's own controls, and the icon of the page."""

from __future__ import annotations

import base64
from pathlib import Path

from streamlit import config

from app.knowledge.accent import on_dark

_ICON = Path(__file__).resolve().parents[2] / "assets" / "favicon.svg"
ICON = f"data:image/svg+xml;base64,{base64.b64encode(_ICON.read_bytes()).decode()}"
"""The icon itself, read once: an address would be fetched anew at every change of step."""


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
