"""Where a browser has broken the lines of a page: what stands first or last on a line wrongly."""

from __future__ import annotations

from playwright.sync_api import Page

BROKEN = """() => {
  const flows = new Map();  // what stands in the lines of each block, in order
  const add = (block, what) => flows.set(block, [...(flows.get(block) ?? []), what]);
  const walk = (node, block) => {
    for (const one of node.childNodes) {
      if (one.nodeType === Node.TEXT_NODE) { if (one.data.trim()) add(block, one); continue; }
      if (one.nodeType !== Node.ELEMENT_NODE || one.matches("svg, script, style, iframe")) continue;
      const { display, position, visibility } = getComputedStyle(one);
      if (display === "none" || visibility === "hidden") continue;
      if (/absolute|fixed/.test(position)) {  // lines of its own; what nobody sees is a dot
        if (one.clientWidth > 1) walk(one, one);
        continue;
      }
      if (display === "inline" || display === "contents") { walk(one, block); continue; }
      if (display.startsWith("inline-") || one.matches("img")) add(block, one);
      walk(one, one);
    }
  };
  walk(document.body, document.body);
  // A box, or one letter of a text.
  const box = ([one, at]) => {
    if (one.nodeType === Node.ELEMENT_NODE) return one.getBoundingClientRect();
    const range = document.createRange();
    range.setStart(one, at);
    range.setEnd(one, at + 1);
    return [...range.getClientRects()].at(-1) ?? one.parentElement.getBoundingClientRect();
  };
  const edge = (one, end) => one.nodeType === Node.ELEMENT_NODE
    ? [one, 0] : [one, end ? one.data.trimEnd().length - 1 : one.data.search(/\\S/)];
  const parted = (before, after) => {
    const [above, below] = [box(before), box(after)];
    if (!above.height || !below.height) return false;
    return (below.top + below.bottom) / 2 > above.bottom;
  };
  const found = { stops: [], brackets: [], pills: [], seen: 0 };
  const said = (flow, place) => flow.slice(Math.max(0, place - 1), place + 2)
    .map(one => one.textContent.trim().slice(-30)).join(" | ");
  for (const flow of flows.values()) flow.forEach((one, place) => {
    const before = place ? edge(flow[place - 1], true) : null;
    if (one.nodeType === Node.ELEMENT_NODE) {
      if (!one.matches(".cite:not(.named)") || !one.checkVisibility()) return;
      found.seen += 1;
      if (before ? parted(before, [one, 0]) : flow.length > 1) found.pills.push(said(flow, place));
      return;
    }
    const text = one.data;
    for (const { index } of text.matchAll(/[.,;:!?)\\]\\u201d%]/g)) {
      let last = index - 1;
      while (last >= 0 && !text[last].trim()) last -= 1;
      const left = last >= 0 ? [one, last] : before;
      if (left && parted(left, [one, index])) found.stops.push(said(flow, place));
    }
    for (const { index } of text.matchAll(/[(\\[\\u201c]/g)) {
      const more = text.slice(index + 1).search(/\\S/);
      const right = more >= 0 ? [one, index + 1 + more] : flow[place + 1] && edge(flow[place + 1]);
      if (right && parted([one, index], right)) found.brackets.push(said(flow, place));
    }
  });
  return found;
}"""


def broken_lines(page: Page) -> dict[str, list[str]]:
    """Return what stands wrongly at an end of a line, as the words around it.

    Args:
        page: a drawn page; what is closed in it does not count.

    Returns:
        `stops`: a line begins with a stop, a comma or a closing bracket. `brackets`: a line ends
        with an opening bracket. `pills`: the opener of sources is the first of its line. `seen`:
        how many of these openers were looked at, as a number.

    """
    return dict(page.evaluate(BROKEN))
