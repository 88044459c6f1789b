"""axe finds nothing in any named example, on a phone and on a screen, light and dark.

What a page shows as it stands is looked at there, in more widths than here.
"""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.browser.views import IDLE
from tests.examples import EXAMPLES, ON_A_PAGE
from tests.server import ROOT, serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("examples")]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    log = tmp_path_factory.mktemp("gallery") / "server.log"
    script = ROOT / "tests" / "gallery.py"
    with serving(log, script, folder=ROOT) as running:
        yield running


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_any_example(gallery, browser, findings, width: int, scheme: str):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = {}
    for name in sorted(set(EXAMPLES) - ON_A_PAGE):
        page.goto(f"{gallery.url}/?example={quote(name)}")
        page.wait_for_selector("footer.about", state="attached")
        page.wait_for_selector(IDLE, state="attached")
        if violations := findings(page, scheme):
            found[name] = violations
    page.close()
    assert not found
