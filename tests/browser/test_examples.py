"""axe finds nothing in any named example, on a phone and on a screen, light and dark.

What a page shows as it stands is looked at there, in more widths than here.
"""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.browser.conftest import NARROW, WIDE, resize, wear
from tests.browser.views import IDLE
from tests.examples import EXAMPLES, ON_A_PAGE
from tests.server import ROOT, serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("examples")]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    log = tmp_path_factory.mktemp("gallery") / "server.log"
    script = ROOT / "tests" / "gallery_app.py"
    with serving(log, script, folder=ROOT) as running:
        yield running


@pytest.fixture(scope="module")
def page(browser):
    """One page for all examples: each is gone to in it."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("name", sorted(set(EXAMPLES) - ON_A_PAGE))
def test_axe_finds_nothing_in_an_example(gallery, page, findings, name: str):
    resize(page, NARROW)
    page.emulate_media(color_scheme="light")
    page.goto(f"{gallery.url}/?example={quote(name)}")
    page.wait_for_selector("footer.about", state="attached")
    page.wait_for_selector(IDLE, state="attached")
    found = {NARROW: findings(page)}
    resize(page, WIDE)
    for scheme in ("light", "dark"):
        wear(page, scheme)
        found[WIDE, scheme] = findings(page, scheme)
    assert not any(found.values()), found
