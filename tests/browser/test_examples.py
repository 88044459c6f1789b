"""axe finds nothing in any named example, on a phone and on a screen, light and dark."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.views import IDLE, chromium
from tests.examples import EXAMPLES
from tests.server import ROOT, serving

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("examples")]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    log = tmp_path_factory.mktemp("gallery") / "server.log"
    script = ROOT / "tests" / "gallery.py"
    with serving(log, script, folder=ROOT) as server, chromium() as browser:
        yield server, browser


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_any_example(gallery, width: int, scheme: str):
    server, browser = gallery
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = {}
    for name in EXAMPLES:
        page.goto(f"{server.url}/?example={quote(name)}")
        page.wait_for_selector("footer.about", state="attached")
        page.wait_for_selector(IDLE, state="attached")
        violations = Axe().run(page, options={"runOnly": TAGS}).response["violations"]
        if violations:
            found[name] = [(v["id"], v["nodes"][0]["html"][:120]) for v in violations]
    page.close()
    assert not found
