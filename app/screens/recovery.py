"""Recovery: published results, milestones, harms, what is not known, the diary."""

from app.ui.chart import chart
from app.ui.page import show, static

show(
    "recovery",
    {
        "chart": chart,
        "milestones": static("milestones"),
        "risks": static("risks"),
        "diary": static("diary"),
    },
)
