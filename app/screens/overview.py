"""Overview: the problem, why leaning helps, what MILD is, where to start."""

from app.ui import pictures
from app.ui.page import show, static

show(
    "overview",
    {
        "problem_picture": pictures.problem,
        "posture_picture": pictures.posture,
        "at_a_glance": static("at_a_glance"),
        "start_here": pictures.start_here,
    },
)
