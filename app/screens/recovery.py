"""Recovery: published results, milestones, harms, what is not known, the diary."""

from app.ui.chart import chart, open_charts
from app.ui.page import show, static

show(
    "recovery",
    {
        "chart": chart,
        "shares": static("shares"),
        "without": static("without"),
        "open_surgery": open_charts,
        "harm_shares": static("harm_shares"),
        "milestones": static("milestones"),
        "risks": static("risks"),
        "diary": static("diary"),
    },
)
