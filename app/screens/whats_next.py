"""If it does not help: the walk, one question at a time, and the outline of the whole pathway."""

from app.ui.page import show
from app.ui.walk import outline, walk

show("whats-next", {"walk": walk, "outline": outline})
