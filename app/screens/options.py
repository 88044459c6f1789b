"""Your options: the decision, whom MILD was studied in, the choices side by side."""

from app.ui.options import compare
from app.ui.page import show

show("options", {"compare": compare})
