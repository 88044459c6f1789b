"""Every building block has a named example, and every example draws."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from app.blocks.blocks import STATIC
from tests.examples import DRAWN_BY_EVERY_PAGE, EXAMPLES
from tests.pages.reader import charts, pictures
from tests.server import ROOT


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_draws_without_an_exception(name: str):
    app = AppTest.from_file(str(ROOT / "tests" / "gallery.py"), default_timeout=30)
    app.query_params["example"] = name
    app.run()
    assert not app.exception
    kinds = ("html", "button", "markdown")
    drawn = [element for kind in kinds for element in app.get(kind)]
    drawn += [*pictures(app), *charts(app)]
    assert len(drawn) > 3, "the example drew nothing of its own"


def test_every_block_of_a_page_has_an_example():
    source = (ROOT / "tests" / "examples.py").read_text("utf-8")
    shown_by_ui = {
        "problem_picture": "ui_pictures.problem",
        "posture_picture": "ui_pictures.posture",
        "results": "results.results",
        "day": "day.day",
        "open_surgery": "chart.open_charts",
    }
    for name in set(STATIC) - DRAWN_BY_EVERY_PAGE:
        assert f'static("{name}")' in source or shown_by_ui.get(name, "?") in source, name
