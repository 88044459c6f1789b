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

_CONFIG = json.dumps({"staticPlot": True, "displayModeBar": False})
"""Nothing on a chart answers to a touch, so that a finger on it scrolls the page."""

SCRIPT = """
let code, tries = 0;
const plotly = (address) => {
  const { href } = new URL(address, location.origin);
  return code ??= import(tries ? `${href}&again=${tries}` : href).then(
    () => window.Plotly,
    (error) => {  // a browser does not ask twice for the same address
      code = undefined;
      tries += 1;
      throw error;
    },
  );
};
const shown = new WeakMap();  // what each place is to show, as asked for last
const draw = async (place, wish) => {
  const Plotly = await plotly(wish.address);
  if (shown.get(place) !== wish) return;
  if (place.matches(".missing")) place.replaceChildren();
  place.classList.remove("missing");
  const { data, layout } = JSON.parse(wish.figure);
  const letters = { ...layout.font, family: getComputedStyle(place).fontFamily };
  const width = place.clientWidth || undefined;
  await Plotly.react(place, data, { ...layout, font: letters, width }, CONFIG);
};
const say = (place, wish) => {
  if (shown.get(place) !== wish) return;
  place.textContent = wish.missing;
  place.classList.add("missing");
};
const wide = new ResizeObserver((changes) => {
  for (const { target } of changes)
    if (target.layout && target.clientWidth && target.layout.width !== target.clientWidth)
      window.Plotly.relayout(target, { width: target.clientWidth });
});
export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".live");
  const wish = { ...data };
  place.setAttribute("aria-label", data.alt);
  shown.set(place, wish);
  wide.observe(place);
  draw(place, wish).catch(() => say(place, wish));
  return () => {
    if (shown.get(place) !== wish) return;  // it may come late, when another is shown already
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
    return st.components.v2.component("chart", html=place, js=SCRIPT, isolate_styles=False)


def live(figure: Done, alt: str, place: str, missing: str = "") -> None:
    """Draw a chart as wide as its place.

    Args:
        figure: the chart.
        alt: what it shows, for those who cannot see it.
        place: name of the chart, once on a page.
        missing: what to say where its code does not come; nothing where a still picture of the
            same chart stands below.

    """
    data = {
        "figure": figure.sent,
        "alt": alt,
        "address": address_of(CHARTS),
        "missing": missing,
    }
    _component()(data=data, key=place, height=figure.layout.height)  # type: ignore[operator]
