"""The procedure: all steps in order, and the day."""

from app.ui.page import show, static
from app.ui.steps import steps

show("procedure", {"steps": steps, "day": static("day")})
