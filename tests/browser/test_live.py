"""The script of a live chart shows what was asked for last, whenever it is called or let go."""

from __future__ import annotations

import pytest

from app.blocks.assets import CHARTS, address_of
from app.ui.live import SCRIPT
from tests.browser.conftest import NARROW

pytestmark = pytest.mark.browser

# Two wishes for one place; the first is let go late, when the second is shown already.
TWICE = """async ([script, address]) => {
  const parent = document.createElement("main");
  parent.innerHTML = '<div class="live" role="figure"></div>';
  document.body.append(parent);
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { default: live } = await import(url);
  const wish = (name) => ({
    figure: JSON.stringify({ data: [{ type: "bar", x: [name], y: [1] }], layout: { height: 300 } }),
    address, alt: name, missing: "",
  });
  const [first, second] = ["one", "other"].map(
    (name) => live({ data: wish(name), parentElement: parent }));
  first();
  window.letGo = second;
}"""


def test_a_wish_that_is_let_go_late_takes_nothing_from_the_next_one(open_page):
    page = open_page("/text", width=NARROW)
    page.evaluate(TWICE, [SCRIPT, address_of(CHARTS)])
    figure = page.get_by_role("figure", name="other", exact=True)
    figure.locator(".xtick").first.wait_for()
    assert figure.locator(".xtick").all_text_contents() == ["other"]
    page.evaluate("window.letGo()")
    assert not figure.locator("svg").count()


def test_a_live_chart_is_whole_on_paper(open_page):
    page = open_page("/procedure", width=NARROW)
    page.emulate_media(media="print")
    chart = page.locator(".st-key-day-chart .live")
    assert chart.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    chart.evaluate("one => one.classList.add('missing')")
    assert not chart.is_visible()
