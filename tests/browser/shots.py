"""Pictures of every page at 390 and 1280 px, light and dark: `make shots`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.browser.views import HEIGHT, PAGES, chromium, visit
from tests.server import ROOT, serving

FOLDER = ROOT / "shots"
LONGEST = 16_000  # pixels; beyond it Chromium's pictures break


def main() -> None:
    """Write the pictures, whole pages each."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        with serving(Path(folder) / "server.log") as server, chromium() as browser:
            for scheme in ("light", "dark"):
                for width in (390, 1280):
                    for name, path in PAGES.items():
                        page = browser.new_page(
                            viewport={"width": width, "height": HEIGHT}, color_scheme=scheme
                        )
                        visit(page, server.url + path)
                        height = page.evaluate(
                            "document.querySelector('[data-testid=stMain]').scrollHeight"
                        )
                        page.set_viewport_size({"width": width, "height": min(height, LONGEST)})
                        page.wait_for_timeout(300)  # the chart redraws at its new size
                        page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png")
                        page.close()
    print(f"pictures in {FOLDER}")


if __name__ == "__main__":
    main()
