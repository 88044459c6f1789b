"""Evidence: every number, who paid, what is not known, and the facts about this guide."""

from app.ui.page import show
from app.ui.results import results

show("evidence", {"results": results})
