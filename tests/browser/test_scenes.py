"""The scenes as a browser lays them out: no name over another, colours that hold everywhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from app.knowledge.catalog import Library
from tests.browser.conftest import PATIENCE, WIDTHS, resize
from tests.browser.views import steps_ready

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("scenes")]

STEPS = tuple(f"P{number}" for number in range(1, 18))
# Boxes of everything that names a part, in pixels of the screen: the numbers in the picture, and
# the names as wide as their text; then what they must stay within, and the size of their letters.
BOXES = """() => {
  const scene = document.querySelector(".drawing.scene");
  const text = (one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return range.getBoundingClientRect();
  };
  const plain = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const numbers = [...scene.querySelectorAll(".seat")].map((one) => one.getBoundingClientRect());
  const names = [...scene.querySelectorAll(".key li")].map(text);
  const drawn = scene.querySelector("svg");
  const scale = drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width;
  const letters = [...scene.querySelectorAll(".num, .level")]
    .map((one) => parseFloat(getComputedStyle(one).fontSize) * scale);
  const words = [...scene.querySelectorAll(".key li, .seen")]
    .map((one) => parseFloat(getComputedStyle(one).fontSize));
  return {
    numbers: numbers.map(plain), names: names.map(plain),
    frame: plain(scene.getBoundingClientRect()),
    letters: [...letters, ...words], wide: document.documentElement.scrollWidth <= innerWidth,
  };
}"""


def _apart(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        one["right"] <= other["left"] + 0.5
        or other["right"] <= one["left"] + 0.5
        or one["bottom"] <= other["top"] + 0.5
        or other["bottom"] <= one["top"] + 0.5
    )


def _within(one: dict[str, float], frame: dict[str, float]) -> bool:
    return (
        one["left"] >= frame["left"] - 0.5
        and one["right"] <= frame["right"] + 0.5
        and one["top"] >= frame["top"] - 0.5
        and one["bottom"] <= frame["bottom"] + 0.5
    )


@pytest.mark.parametrize("view", ["patient", "clinic"])
def test_no_name_or_number_touches_another_or_leaves_the_picture(
    open_page, library: Library, view: str
):
    page = open_page(f"/procedure?step=P1&view={view}")
    for nth, step in enumerate(STEPS, start=1):
        if step != "P1":
            page.locator(".st-key-step-next button").click()
        words = library.words("steps.position", number=nth, count=len(STEPS))
        place = ".position" if view == "patient" else "#screen-step"
        expect(page.locator(place)).to_contain_text(words, timeout=PATIENCE)
        expect(page.locator(".drawing.scene .key li b")).to_have_text(
            [library.parts[part].name for part in library.steps[nth - 1].scene.labels]
        )
        for width in WIDTHS:
            resize(page, width)
            _is_laid_out_well(page, (step, width))


def _is_laid_out_well(page: Page, where: tuple[str, int]) -> None:
    """See that all names and numbers of a scene are inside it, large enough and apart."""
    found = page.evaluate(BOXES)
    assert len(found["numbers"]) == len(found["names"]) > 0
    assert found["wide"], where
    assert min(found["letters"]) >= 14, (where, sorted(found["letters"])[:3])
    boxes = [*found["numbers"], *found["names"]]
    assert [box for box in boxes if not _within(box, found["frame"])] == [], where
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert _apart(one, other), (where, one, other)


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"media": "print"}])
def test_a_scene_keeps_its_colours_on_paper_and_in_forced_colours(open_page, media):
    page = steps_ready(open_page("/procedure?step=P12", scheme="dark"))
    page.emulate_media(**media)
    fills = {
        name: page.locator(f".drawn .{name}").first.evaluate("one => getComputedStyle(one).fill")
        for name in ("muscle", "ligament", "sac", "marrow")
    }
    assert len(set(fills.values())) == len(fills)
    if "media" in media:
        assert fills["sac"] == "rgb(228, 241, 250)"  # the light theme's, whatever the screen was
        assert page.locator(".st-key-step-buttons").is_hidden()
