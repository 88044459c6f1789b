"""Overview: the problem, why leaning helps, what MILD is, where to start."""

from app.ui import pictures
from app.ui.page import show

show("overview", {"problem_picture": pictures.problem, "posture_picture": pictures.posture})
