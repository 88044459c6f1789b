"""The procedure: all steps in order, and the day."""

from app.ui.day import day
from app.ui.page import show
from app.ui.steps import steps

show("procedure", {"steps": steps, "day": day})
