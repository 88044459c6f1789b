"""Pictures of every page and example at 390 and 1280 px, light and dark: `make shots`."""

from __future__ import annotations

import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser

from tests.browser.views import HEIGHT, PAGES, chromium, visit
from tests.examples import EXAMPLES
from tests.server import ROOT, serving

FOLDER = ROOT / "shots"
LONGEST = 16_000  # pixels; beyond it Chromium's pictures break


def main() -> None:
    """Write the pictures, whole pages each."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "app.log") as app,
        serving(
            Path(folder) / "gallery.log", ROOT / "tests" / "gallery_app.py", folder=ROOT
        ) as gallery,
        chromium() as browser,
    ):
        addresses = {name: app.url + path for name, path in PAGES.items()}
        for name in EXAMPLES:
            file = f"example-{name.replace(', ', '-').replace(' ', '-')}"
            addresses[file] = f"{gallery.url}/?example={quote(name)}"
        for scheme in ("light", "dark"):
            for width in (390, 1280):
                for name, address in addresses.items():
                    _picture(
                        browser, address, width, scheme, FOLDER / f"{name}-{width}-{scheme}.png"
                    )
    print(f"pictures in {FOLDER}")


def _picture(browser: Browser, address: str, width: int, scheme: str, file: Path) -> None:
    page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
    visit(page, address)
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(height, LONGEST)})
    page.wait_for_timeout(300)  # the chart redraws at its new size
    page.screenshot(path=file)
    page.close()


if __name__ == "__main__":
    main()
