"""Your visit: what matters, what you know, readiness, questions, the sheet to take home."""

from app.ui.know import know
from app.ui.matters import matters
from app.ui.page import show
from app.ui.questions import questions
from app.ui.ready import ready
from app.ui.take import take

show(
    "visit",
    {"matters": matters, "know": know, "ready": ready, "questions": questions, "take": take},
    one_form=True,
)
