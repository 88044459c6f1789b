"""Your visit: what to bring, which questions to take, how to have the talk."""

from app.ui.page import show
from app.ui.questions import questions

show("visit", {"questions": questions})
