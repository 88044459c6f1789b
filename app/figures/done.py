"""A Plotly figure that is done and shared by all readers."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go


class Done(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A figure that nobody changes any more, so that what is sent of it is worked out once.

    Streamlit asks for it at every run, and Plotly would copy each list and number anew: a sixth of
    a run of the recovery page.
    """

    def __init__(self, figure: go.Figure) -> None:
        """Take a figure as it is to stay."""
        super().__init__(figure)
        self._kept: dict[str, Any] = super().to_dict()

    def to_dict(self) -> dict[str, Any]:
        """Return what is sent; never change it."""
        return self._kept
