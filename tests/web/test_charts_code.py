"""The code of the charts is of the version that the package is made for, and draws all we draw."""

from __future__ import annotations

import re

import pytest
from plotly.offline import get_plotlyjs_version

from app.blocks.assets import CHARTS, address_of
from app.domain.measures import MEASURES
from app.figures import day, recovery
from app.knowledge.catalog import Library
from app.knowledge.models import PAGE_IDS
from app.web.shell import PAGES_WITH_CHART, shell

DRAWS = {"scatter", "bar", "pie"}
"""What the basic bundle draws."""


def test_the_code_has_the_version_that_the_package_was_made_for():
    (version,) = re.findall(r"plotly\.js \(basic - minified\) v([\d.]+)", CHARTS.read_text("utf-8"))
    assert version == get_plotlyjs_version(), "the pin of plotly has changed: run `make charts`"
    assert "MIT License" in (CHARTS.parent / "LICENSE.txt").read_text("utf-8")


def test_a_chart_needs_no_more_than_the_code_draws(library: Library):
    figures = [day.chart_of(library)]
    figures += [recovery.chart_of(library, one, low) for one in MEASURES for low in (False, True)]
    assert {trace.type for figure in figures for trace in figure.data} <= DRAWS


@pytest.mark.parametrize("page_id", PAGE_IDS)
def test_a_page_with_a_chart_fetches_its_code_at_once_and_others_later(page_id: str):
    address, html = address_of(CHARTS), shell(page_id, "en")
    soon = f'<link rel="modulepreload" href="{address}" fetchpriority="low">'
    assert (soon in html) == (page_id in PAGES_WITH_CHART)
    assert (f'data-file="{address}"' in html) == (page_id not in PAGES_WITH_CHART)
