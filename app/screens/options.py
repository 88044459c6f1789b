"""Your options: the decision, whom MILD was studied in, the choices side by side."""

from app.ui.fit import fit
from app.ui.options import compare
from app.ui.page import show

show("options", {"fit": fit, "compare": compare})
