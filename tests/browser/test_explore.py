"""The overview's two pictures to explore: by tap, by key, without a rerun, and without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from app.figures.cross_section_shapes import outlines
from app.knowledge.catalog import Library
from tests.browser.conftest import PATIENCE, WIDTHS, resize

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("explore")]

PARTS = tuple(outlines("ligament_thick"))
# A point of the screen that lies in a part and in nothing drawn over it, found by asking the page.
POINT = """part => {
  const all = [...document.querySelectorAll(`.explore .hit-${part}`)];
  const path = all.find((one) => one.checkVisibility());
  path.scrollIntoView({ block: "center" });
  const box = path.getBoundingClientRect();
  for (let y = box.top + 1; y < box.bottom; y += 2)
    for (let x = box.left + 1; x < box.right; x += 2)
      if ([[0, 0], [3, 0], [-3, 0], [0, 3], [0, -3]].every(
        ([a, b]) => document.elementFromPoint(x + a, y + b) === path)) return [x, y];
  return null;
}"""


def _opened(open_page, path: str, width: int = WIDTHS[-1], **more: object) -> Page:
    """Open a page and wait for its pictures: Markdown may come after the rest."""
    page = open_page(path, width, **more)
    for picture in (".explore .hit-skin", ".posture svg"):
        page.locator(picture).first.wait_for(state="attached")
    return page


def _lit(page: Page) -> list[str]:
    """Return the parts that stand out in the picture."""
    return page.locator(".explore .hit").evaluate_all(
        "all => all.filter(one => one.checkVisibility()"
        " && getComputedStyle(one).stroke !== 'rgba(0, 0, 0, 0)')"
        ".map(one => one.classList[1].slice(4))"
    )


def _told(page: Page) -> str:
    return page.locator(".explore .about-parts p:visible").inner_text()


@pytest.mark.parametrize("path", ["/", "/text"])
def test_a_tap_on_a_name_lights_the_part_and_says_what_it_is(open_page, library: Library, path):
    page = _opened(open_page, path, 390, java_script_enabled=True)
    assert _lit(page) == []
    assert _told(page) == library.words("picture.nothing_named")
    for part in PARTS:
        page.locator(f"#part-{part}").click()
        assert _lit(page) == [part]
        said = " ".join(_told(page).split())
        assert said.startswith(library.parts[part].name)
        assert " ".join(library.prose.line(library.parts[part].sentence).plain) in said


@pytest.mark.parametrize("aim", [False, True])
def test_a_tap_on_a_part_names_it(open_page, library: Library, aim: bool):
    page = _opened(open_page, "/text")  # the same picture, quicker to open
    if aim:
        page.locator("#show-aim").click()
    page.evaluate("document.fonts.ready.then(() => true)")  # a font that comes moves the picture
    for part in PARTS:
        spot = page.evaluate(POINT, part)
        assert spot is not None, f"nothing of {part} can be touched"
        page.mouse.click(*spot)
        assert _lit(page) == [part]
        assert _told(page).startswith(library.parts[part].name)
        expect(page.locator(f"#part-{part}")).to_be_checked()


def test_keys_go_from_part_to_part(open_page, library: Library):
    page = _opened(open_page, "/")
    inward = [part.id for part in library.anatomy.part if part.id in PARTS]
    page.locator(f"#part-{inward[0]}").focus()
    page.keyboard.press("Space")
    for part in inward[1:]:
        page.keyboard.press("ArrowDown")
        expect(page.locator(f"#part-{part}")).to_be_focused(timeout=PATIENCE)
        assert _lit(page) == [part]
        assert page.locator(f"#part-{part}").get_attribute("aria-describedby") == f"about-{part}"


def test_the_switch_shows_the_aim_and_keeps_the_part(open_page, library: Library):
    page = _opened(open_page, "/")
    page.locator("#part-ligamentum_flavum").click()
    for state in ("narrow", "aim", "narrow"):
        line = library.words(f"picture.problem_{state}")
        expect(page.locator(".explore .seen:visible")).to_have_text(line)
        assert _lit(page) == ["ligamentum_flavum"]
        page.locator("#show-aim").press("Space")


def test_the_posture_switch_leans_the_person_forward(open_page, library: Library):
    page = _opened(open_page, "/")
    for kind in ("standing", "leaning", "standing"):
        line = library.words(f"picture.posture_{kind}")
        expect(page.locator(".posture .seen:visible")).to_have_text(line)
        assert page.locator(".posture svg:visible").count() == 1
        page.locator("#posture-lean").press("Space")


def test_exploring_asks_nothing_of_the_server(open_page):
    page = _opened(open_page, "/")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("() => { window.sent = 0; const send = WebSocket.prototype.send;"
                  " WebSocket.prototype.send = function (...all) { window.sent++;"
                  " return send.apply(this, all); }; }")  # fmt: skip
    page.locator("#show-aim").click()
    page.locator("#part-lamina").click()
    page.locator("#posture-lean").click()
    page.wait_for_timeout(500)
    assert (asked, page.evaluate("window.sent")) == ([], 0)


@pytest.mark.parametrize("size", [(390, 664), (320, 568), (740, 360)], ids=str)
def test_the_picture_stays_where_it_is_when_a_part_is_tapped(open_page, size: tuple[int, int]):
    page = _opened(open_page, "/", size[0], has_touch=True)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate(POINT, "lamina")
    x, y = page.evaluate(POINT, "lamina")
    scroller = "document.querySelector('[data-testid=stMain]').scrollTop"
    before = page.evaluate(scroller)
    page.touchscreen.tap(x, y)
    assert _lit(page) == ["lamina"]
    assert abs(page.evaluate(scroller) - before) < 100


def test_the_names_stay_under_the_finger(open_page):
    page = _opened(open_page, "/", 390)
    for width in (390, 320):
        resize(page, width)
        tops = set()
        for part in PARTS:
            page.locator(f"#part-{part}").check()
            box = page.locator(".explore .chips").evaluate("one => one.offsetTop")
            tops.add(round(box))
        assert len(tops) == 1


def test_paper_shows_what_lies_behind_the_controls(open_page, library: Library):
    page = _opened(open_page, "/")
    page.emulate_media(media="print")
    assert page.locator(".explore .about:visible").count() == len(PARTS)
    assert page.locator(".posture .one:visible").count() == 2
    assert page.locator(".explore .seen:visible").count() == 2
    assert page.locator(".drawing .switch:visible, .explore .chips:visible").count() == 0


def test_names_are_large_enough_to_tap_and_stay_on_the_page(open_page):
    page = _opened(open_page, "/", WIDTHS[0])
    for width in WIDTHS:
        resize(page, width)
        for label in page.locator(".explore .chips label, .drawing .switch").all():
            box = label.bounding_box()
            assert box is not None
            assert box["height"] >= 44
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
