"""Recovery: published results, milestones, harms, what is not known, the diary."""

from app.ui.chart import chart, open_charts
from app.ui.page import show

show("recovery", {"chart": chart, "open_surgery": open_charts})
