"""The steps in a browser: each by key alone, nothing over anything else, pictures that hold."""

from __future__ import annotations

import statistics

import pytest
from playwright.sync_api import Page, expect

from app.knowledge.catalog import Library
from app.knowledge.reading import sentences
from tests.browser.conftest import PATIENCE
from tests.browser.views import settle, steps_ready

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("steps")]

PHONE = {"width": 390, "height": 844}
HEIGHT_OF_A_LAPTOP = {"width": 1280, "height": 720}
# What has the focus, where the bar of Previous and Next lies over its middle.
COVERED = """() => {
  const one = document.activeElement, bar = document.querySelector(".st-key-step-buttons");
  if (bar.contains(one) || one === document.body) return "";
  const box = one.getBoundingClientRect();
  const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return over && bar.parentElement.contains(over) ? one.innerText : "";
}"""


def _shows(page: Page, library: Library, number: int) -> None:
    """See that picture, words, address and focus are those of one step."""
    step = library.steps[number - 1]
    expect(page.locator(f"#step-{step.id}")).to_be_focused(timeout=PATIENCE)
    expect(page.locator(".position")).to_contain_text(
        library.words("steps.position", number=number, count=len(library.steps))
    )
    expect(page.locator(".drawing.scene svg.drawn")).to_have_attribute(
        "aria-label", library.words("picture.alt", seen=step.scene.seen)
    )
    expect(page.locator(".drawing.scene .key li b")).to_have_text(
        [library.parts[part].name for part in step.scene.labels]
    )
    shown = page.locator(".drawn .layer:not(.off)").evaluate_all(
        "all => all.map(one => one.dataset.layer)"
    )
    assert sorted(shown) == sorted(step.scene.layers)
    words = page.locator(".step-words").inner_text()  # without what is closed
    seen = " ".join(words.split())
    for sentence in sentences(library.prose.line(step.feel).plain):
        assert sentence in seen
    assert page.url.endswith(f"step={step.id}")
    current = page.locator(".track [aria-current]")
    expect(current).to_have_count(1)
    expect(current).to_contain_text(step.short)
    assert page.evaluate(
        "id => { const box = document.getElementById(id).getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= innerHeight; }", f"step-{step.id}",
    ), "the title of the step is out of sight"  # fmt: skip


@pytest.mark.parametrize("width", [390, 1280])
def test_all_steps_by_arrow_keys_and_back(open_page, library: Library, width: int):
    page = steps_ready(open_page("/procedure?step=P1", width))
    last = len(library.steps)
    for number in range(2, last + 1):
        page.keyboard.press("ArrowRight")
        _shows(page, library, number)
    page.keyboard.press("ArrowRight")  # there is no more: nothing happens
    settle(page)
    _shows(page, library, last)
    for number in range(last - 1, last - 4, -1):
        page.keyboard.press("ArrowLeft")
        _shows(page, library, number)


def test_each_step_comes_to_the_same_height(open_page, library: Library):
    page = steps_ready(open_page("/procedure?step=P1", PHONE["width"]))
    page.set_viewport_size(PHONE)
    last, heights = len(library.steps), {}
    ways = [("next", to) for to in range(2, last + 1)]
    ways += [("previous", to) for to in range(last - 1, 0, -1)]
    for way, to in ways:
        page.locator(f".st-key-step-{way} button").click()
        step = library.steps[to - 1]
        head = page.locator(f"#step-{step.id}")
        expect(head).to_be_focused(timeout=PATIENCE)
        expect(page.locator(".drawing.scene svg.drawn")).to_have_attribute(
            "aria-label", library.words("picture.alt", seen=step.scene.seen)
        )
        settle(page)
        heights[way, to] = head.evaluate("one => one.getBoundingClientRect().top")
    middle = statistics.median(heights.values())
    assert not {way: top for way, top in heights.items() if abs(top - middle) > 2}
    assert middle < PHONE["height"] / 4


def test_any_step_is_one_key_away_in_the_track(open_page, library: Library):
    page = steps_ready(open_page("/procedure"))
    for number in (16, 1, 9):
        button = page.locator(f"#track-P{number}")
        button.focus()
        page.keyboard.press("Enter")
        _shows(page, library, number)


def test_arrow_keys_leave_alone_who_is_elsewhere(open_page):
    page = steps_ready(open_page("/procedure?step=P3"))
    expect(page.locator("#step-P3")).to_be_focused(timeout=PATIENCE)
    for place in ("#root .st-key-day summary", "#root .key-points a", "#root .step-words .cite"):
        page.locator(place).first.focus()
        if place.endswith(".cite"):  # a note that is open
            page.keyboard.press("Enter")
            page.locator(":popover-open").wait_for()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Alt+ArrowRight")
        page.wait_for_timeout(300)
        assert page.url.endswith("step=P3"), place


def test_the_count_leads_to_the_place_in_the_list_of_steps(open_page):
    page = steps_ready(open_page("/procedure?step=P9", 390))
    page.locator("a.where").click()
    expect(page.locator("#track-P9")).to_be_focused(timeout=PATIENCE)
    assert page.url.endswith("step=P9")


def test_nothing_in_focus_hides_under_the_bar(open_page):
    page = steps_ready(open_page("/procedure?step=P9", HEIGHT_OF_A_LAPTOP["width"]))
    page.set_viewport_size(HEIGHT_OF_A_LAPTOP)
    expect(page.locator("#step-P9")).to_be_focused(timeout=PATIENCE)
    for _ in range(30):
        page.keyboard.press("Tab")
        covered = page.evaluate(COVERED)
        assert not covered, covered


def test_a_step_changes_without_a_download(open_page):
    page = steps_ready(open_page("/procedure?step=P9"))
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for step in ("P10", "P11", "P12"):
        page.keyboard.press("ArrowRight")
        expect(page.locator(f"#step-{step}")).to_be_focused(timeout=PATIENCE)
    settle(page)
    assert [url for url in asked if not url.startswith(("data:", "blob:"))] == []


def test_what_stays_in_the_picture_is_not_drawn_anew(open_page):
    page = steps_ready(open_page("/procedure?step=P10"))
    page.evaluate("document.querySelector('[data-layer=bones]').kept = true")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#step-P11")).to_be_focused(timeout=PATIENCE)
    assert page.evaluate("document.querySelector('[data-layer=bones]').kept") is True


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_change_stands_still_for_those_who_want_no_motion(open_page, motion: str):
    page = steps_ready(open_page("/procedure?step=P10", reduced_motion=motion))
    seconds = page.locator("[data-layer=tube]").evaluate(
        "one => parseFloat(getComputedStyle(one).transitionDuration)"
    )
    assert (seconds == 0) == (motion == "reduce")


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_picture_comes_first_and_the_way_on_is_at_hand(open_page, width: int):
    page = steps_ready(open_page("/procedure?step=P10", width))
    tops = page.evaluate(
        "() => ['.drawing.scene', '.step-words', '.track'].map("
        "one => document.querySelector(one).getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)
    expect(page.locator("#step-P10")).to_be_focused(timeout=PATIENCE)
    for key in ("previous", "next"):
        box = page.locator(f".st-key-step-{key} button").bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["y"] + box["height"] <= page.viewport_size["height"]
        assert box["y"] > page.viewport_size["height"] * 0.7


def test_every_step_stands_in_the_text_edition_with_its_picture(open_page, library: Library):
    page = open_page("/text/procedure")
    assert page.locator(".drawing.scene svg.drawn").count() == len(library.steps)
    assert page.locator(".drawn .layer.off").count() == 0
    for step in library.steps:
        expect(page.locator(f'article[aria-labelledby="step-{step.id}"]')).to_contain_text(
            step.scene.seen
        )
