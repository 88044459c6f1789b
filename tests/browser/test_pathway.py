"""The decision view in a browser: every place by keyboard, the map measured, answers private."""

from __future__ import annotations

import itertools
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.figures.pathway_plan import PathwayPlan
from app.knowledge.catalog import Library
from app.knowledge.nodes import QuestionNode
from tests.browser.conftest import NARROW, PATIENCE, WIDE, resize
from tests.browser.views import settle, visit
from tests.server import ROOT, serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("pathway")]

PLACES = ".map .map-place a"
# Where each place stands, whether its words fit in it, where the words of headings stand.
MEASURED = """() => {
  const box = one => { const { left, right, top, bottom } = one.getBoundingClientRect();
    return { left, right, top, bottom }; };
  const words = one => { const range = document.createRange(); range.selectNodeContents(one);
    return box(range); };
  const map = document.querySelector('.st-key-map');
  const buttons = [...map.querySelectorAll('.map-place')].map(one => ({
    node: [...one.classList].find(name => name.startsWith('place-')).slice(6),
    box: box(one.querySelector('a')), words: words(one.querySelector('a span')) }));
  const svg = map.querySelector('svg.map-lines');
  return { buttons, titles: [...map.querySelectorAll('h3, .caption')].map(words),
    svg: box(svg), height: svg.viewBox.baseVal.height,
    paths: [...svg.querySelectorAll('path')].map(one => one.getAttribute('d')),
    wide: document.documentElement.scrollWidth,
    inner: document.querySelector('[data-testid=stMain]').scrollWidth };
}"""
Rect = dict[str, float]


def overlap(one: Rect, other: Rect) -> bool:
    """Return whether two boxes share more than half a pixel each way."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 0.5 and down > 0.5


def inside(one: Rect, frame: Rect) -> bool:
    return (
        one["left"] >= frame["left"]
        and one["right"] <= frame["right"]
        and one["top"] >= frame["top"]
        and one["bottom"] <= frame["bottom"]
    )


def lines(measured: dict) -> list[Rect]:
    """Return each straight piece of the lines as a box without thickness, in pixels."""
    svg = measured["svg"]
    across = (svg["right"] - svg["left"]) / 1000
    down = (svg["bottom"] - svg["top"]) / measured["height"]
    pieces = []
    for path in (part for data in measured["paths"] for part in data.split("M") if part):
        points = [
            (svg["left"] + float(x) * across, svg["top"] + float(y) * down)
            for x, y in (point.split() for point in path.split("L"))
        ]
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            pieces.append({"left": min(x1, x2) - 0.6, "right": max(x1, x2) + 0.6,
                           "top": min(y1, y2) - 0.6, "bottom": max(y1, y2) + 0.6})  # fmt: skip
    return pieces


def measure(page: Page, library: Library) -> dict:
    """Return where everything on the map stands, once all of it is drawn."""
    expect(page.locator(f"{PLACES} span")).to_have_count(len(library.nodes), timeout=PATIENCE)
    return page.evaluate(MEASURED)


def test_every_place_opens_by_keyboard_alone(open_page, library: Library):
    page = open_page("/whats-next")
    nodes = list(PathwayPlan(library).boxes)
    for before, node in itertools.pairwise(nodes):  # the first is where one stands
        page.locator(f".place-{before} a").focus()
        page.keyboard.press("Tab")
        expect(page.locator(f".place-{node} a")).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**node={node}")
        heading = page.locator(f"#node-{node}")
        heading.wait_for()
        came = f"#{'node' if library.nodes[node].branch == 'gate' else 'signs-before'}-{node}"
        expect(page.locator(came)).to_be_focused(timeout=PATIENCE)
        expect(page.locator(f".place-{node} a")).to_contain_text("you are here")


def test_on_a_phone_the_map_is_an_indented_outline(open_page, library: Library):
    page = open_page("/whats-next?node=N4-1", width=NARROW)
    for width in (NARROW, 390):
        resize(page, width)
        _is_an_outline(page, width, library)


def _is_an_outline(page: Page, width: int, library: Library) -> None:
    measured = measure(page, library)
    assert max(measured["wide"], measured["inner"]) <= width
    boxes = {one["node"]: one["box"] for one in measured["buttons"]}
    plan = PathwayPlan(library)
    assert list(boxes) == list(plan.boxes)
    assert page.locator("svg.map-lines").is_hidden()
    edge = min(box["left"] for box in boxes.values())
    steps = {plan.boxes[node].depth: box["left"] - edge for node, box in boxes.items()}
    assert sorted(steps.values()) == [steps[depth] for depth in sorted(steps)]
    assert len(set(steps.values())) == len(steps)
    tops = [box["top"] for box in boxes.values()]
    assert tops == sorted(tops)
    for one in measured["buttons"]:
        box = one["box"]
        assert box["right"] <= width
        assert min(box["right"] - box["left"], box["bottom"] - box["top"]) >= 44
        assert inside(one["words"], box), one["node"]
    for one, other in itertools.combinations(boxes.values(), 2):
        assert not overlap(one, other)


@pytest.mark.parametrize("node", ["N0", "N4-1", "N5-a", "L12"])
def test_with_room_the_whole_map_is_a_picture_and_nothing_crosses_a_name(
    open_page, node: str, library: Library
):
    page = open_page(f"/whats-next?node={node}", width=WIDE)
    measured = measure(page, library)
    assert max(measured["wide"], measured["inner"]) <= WIDE
    boxes = {one["node"]: one["box"] for one in measured["buttons"]}
    assert set(boxes) == set(library.nodes)
    for one in measured["buttons"]:
        box = one["box"]
        assert box["left"] >= 0
        assert box["right"] <= WIDE
        assert min(box["right"] - box["left"], box["bottom"] - box["top"]) >= 44
        assert inside(one["words"], box), one["node"]
        assert inside(box, measured["svg"]), one["node"]
    names = [*boxes.values(), *measured["titles"]]
    for one, other in itertools.combinations(names, 2):
        assert not overlap(one, other)
    pieces = lines(measured)
    assert len(pieces) > 100
    slack = 2.0  # a line ends at the edge of its box, and is a little thicker than a hair
    for name in names:
        within = {"left": name["left"] + slack, "right": name["right"] - slack,
                  "top": name["top"] + slack, "bottom": name["bottom"] - slack}  # fmt: skip
        assert [piece for piece in pieces if overlap(piece, within)] == []


def test_the_way_taken_stays_lit_after_each_answer(open_page, library: Library):
    page = open_page("/whats-next")
    for number, key in enumerate(("N0-answer-N0-N", "N1-answer-N1-D", "N2-answer-N2-C"), start=2):
        page.locator(f".st-key-{key} button").click()
        here = page.locator(PLACES, has_text=f"{number}. ").filter(has_text="you are here")
        expect(here).to_have_count(1, timeout=PATIENCE)
    shown = [re.match(r"\d", text) for text in page.locator(PLACES).all_inner_texts()]
    assert sum(found is not None for found in shown) == 4


def _walk(page: Page, library: Library) -> list[str]:
    """Answer three questions; return what must be found nowhere."""
    given = ("N0-N", "N1-E", "N2-C")
    secrets: list[str] = []
    for answer, question in zip(given, ("N0", "N1", "N2"), strict=True):
        page.locator(f".st-key-{question}-answer-{answer} button").click()
        node = library.nodes[question]
        assert isinstance(node, QuestionNode)
        given_now = next(one for one in node.answers if one.id == answer)
        page.locator(f"#node-{given_now.to}").wait_for()
        settle(page)
        secrets += [f"answer-{answer}", given_now.label]
    return secrets


def test_answers_reach_neither_address_nor_log_nor_disk(browser, library: Library, tmp_path: Path):
    home = tmp_path / "home"
    home.mkdir()
    log = tmp_path / "server.log"
    start = time.time()
    context = browser.new_context(viewport={"width": WIDE, "height": 900})
    asked: list[str] = []
    with serving(log, env={"HOME": str(home), "TMPDIR": str(home)}) as server:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        visit(page, server.url + "/whats-next")
        secrets = _walk(page, library)
        address = page.url
        cookies = context.cookies()
        storage = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
        context.close()
    assert address == f"{server.url}/whats-next?node=N2-C"  # where one stands, not how one came
    written = [
        path
        for folder in (home, ROOT)
        for path in folder.rglob("*")
        if path.is_file()
        and not {".git", ".venv", "__pycache__", ".hypothesis"} & set(path.parts)
        and path.stat().st_mtime >= start
    ]
    texts = {str(path): path.read_bytes().decode("utf-8", "ignore") for path in written}
    texts |= {"log": log.read_text(), "requests": "\n".join(asked), "storage": storage}
    texts["cookies"] = str(cookies)
    found = [(where, one) for where, text in texts.items() for one in secrets if one in text]
    assert found == []
