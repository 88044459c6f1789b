"""Your visit: what to bring, what matters, which questions to take, how to have the talk."""

from app.ui.matters import matters
from app.ui.page import show
from app.ui.questions import questions

show("visit", {"matters": matters, "questions": questions})
