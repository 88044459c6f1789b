"""Evidence: every number, who paid, what is not known, and the facts about this guide."""

from app.ui.page import show, static
from app.ui.results import results

show(
    "evidence",
    {
        "results": results,
        "to_confirm": static("to_confirm"),
        "appraisals": static("appraisals"),
        "not_known": static("not_known"),
        "sources": static("sources"),
        "self_check": static("self_check"),
    },
)
