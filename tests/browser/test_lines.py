"""Lines break where words end: no stop, bracket or mark of a source is cut off from its word."""

from __future__ import annotations

import pytest

from tests.browser.conftest import open_details, resize
from tests.browser.lines import broken_lines
from tests.browser.views import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("lines")]

WIDTHS = (320, 390, 768, 1280)
CLEAN: dict[str, list[str]] = {"stops": [], "brackets": [], "pills": []}
APP = ("/", "/options", "/recovery?view=clinic")


@pytest.mark.parametrize("path", [*(f"/text{path}" for path in PAGES.values()), *APP])
def test_no_line_of_a_page_begins_or_ends_wrongly_at_any_width(open_page, path: str):
    page = open_page(path)
    open_details(page)
    found, looked_at = {}, 0
    for width in WIDTHS:
        resize(page, width)
        found[width] = broken_lines(page)
        looked_at += found[width].pop("seen")
    assert looked_at > 5 * len(WIDTHS)
    assert found == dict.fromkeys(WIDTHS, CLEAN)


@pytest.mark.parametrize(
    ("style", "kinds"),
    [
        (".kept { white-space: normal }", {"pills"}),
        (".term { display: inline-block }", {"stops", "brackets"}),
    ],
)
def test_boxes_that_break_off_are_found(open_page, style: str, kinds: set[str]):
    page = open_page("/text/whats-next")
    page.add_style_tag(content=style)
    found = set()
    for width in range(320, 460, 10):
        resize(page, width)
        broken = broken_lines(page)
        found |= {kind for kind in CLEAN if broken[kind]}
    assert found == kinds
