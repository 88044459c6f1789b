"""A Plotly figure that is done and shared by all readers."""

from __future__ import annotations

import plotly.graph_objects as go

_CLEAR = "rgba(0,0,0,0)"


class Done(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A figure that nobody changes any more, so that what is sent of it is worked out once.

    It wears no template of Plotly's: seven kilobytes of colours for kinds of charts that are not
    here. Its ground is the page's.
    """

    def __init__(self, figure: go.Figure) -> None:
        """Take a figure as it is to stay."""
        super().__init__(figure)
        self.update_layout(template=None, paper_bgcolor=_CLEAR, plot_bgcolor=_CLEAR)
        self._sent: str = self.to_json(validate=False)

    @property
    def sent(self) -> str:
        """What is sent to a browser: data and layout as JSON."""
        return self._sent
