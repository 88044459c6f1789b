"""Draws a chart with Plotly's own code, and no more of it than our charts need.

`st.plotly_chart` brings all of Plotly, maps and three dimensions too: 4.7 MB to read and start for
a phone that is to show a dozen points, and 1.1 MB of a small data plan. Ours is a quarter of it.
"""

from __future__ import annotations

import json
from functools import cache

import streamlit as st

from app.blocks.assets import CHARTS, address_of
from app.figures.done import Done
from app.ui.reader import Reader

_CONFIG = json.dumps({"staticPlot": True, "displayModeBar": False})
"""Nothing on a chart answers to a touch, so that a finger on it scrolls the page."""

_SCRIPT = """
let code, tries = 0;
const plotly = (address) => {
  const { href } = new URL(address, location.origin);
  return code ??= import(tries ? `${href}&again=${tries}` : href).then(
    () => window.Plotly,
    () => { code = undefined; tries += 1; },  // a browser does not ask twice for the same address
  );
};
const shown = new WeakMap();
const draw = async (place) => {
  const { figure, address, missing } = shown.get(place);
  const Plotly = await plotly(address);
  if (figure !== shown.get(place)?.figure) return;
  if (!Plotly || place.matches(".missing")) place.textContent = Plotly ? "" : missing;
  place.classList.toggle("missing", !Plotly);
  if (!Plotly) return;
  const { data, layout } = JSON.parse(figure);
  const letters = { ...layout.font, family: getComputedStyle(place).fontFamily };
  const width = place.clientWidth || undefined;
  await Plotly.react(place, data, { ...layout, font: letters, width }, CONFIG);
};
const wide = new ResizeObserver((changes) => {
  for (const { target } of changes)
    if (target.layout && target.clientWidth && target.layout.width !== target.clientWidth)
      window.Plotly.relayout(target, { width: target.clientWidth });
});
export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".live");
  place.setAttribute("aria-label", data.alt);
  place.style.setProperty("--tall", `${data.height}px`);
  shown.set(place, data);
  wide.observe(place);
  draw(place);
  return () => {
    wide.unobserve(place);
    shown.delete(place);
    window.Plotly?.purge(place);
  };
}
""".replace("CONFIG", _CONFIG)


@cache
def _component() -> object:
    """Register the script once; letters and colours are the page's own."""
    place = '<div class="live" role="figure"></div>'
    return st.components.v2.component("chart", html=place, js=_SCRIPT, isolate_styles=False)


def live(reader: Reader, figure: Done, alt: str, place: str) -> None:
    """Draw a chart as wide as its place.

    Where its code cannot be fetched, words say so; where a still picture of the same chart stands
    below, a style rule hides them.

    Args:
        reader: whose words to use.
        figure: the chart.
        alt: what it shows, for those who cannot see it.
        place: name of the chart, once on a page.

    """
    data = {
        "figure": figure.sent,
        "height": figure.layout.height,
        "alt": alt,
        "address": address_of(CHARTS),
        "missing": reader.library.words("app.part_missing"),
    }
    _component()(data=data, key=place)  # type: ignore[operator]
