"""If it does not help: the walk, one question at a time, and the map of the whole pathway."""

from app.ui.page import show
from app.ui.pathway_map import pathway_map
from app.ui.walk import walk

show("whats-next", {"walk": walk, "outline": pathway_map}, one_form=True)
