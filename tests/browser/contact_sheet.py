"""All scenes of the procedure on one sheet, as the page shows them: `make scenes`."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from app.knowledge.library import library
from tests.browser.shots import FOLDER
from tests.browser.views import HEIGHT, chromium, visit
from tests.server import serving

_NO_BAR = ".st-key-steps > :has(> .st-key-step-buttons) { display: none !important; }"
VIEWS = ((320, 6), (390, 6), (1280, 3))
"""Width of the screen in pixels, and how many scenes stand side by side on its sheet."""


def main() -> None:
    """Write one sheet for each width, light and dark."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "app.log") as app,
        chromium() as browser,
    ):
        for scheme in ("light", "dark"):
            for width, columns in VIEWS:
                scenes = _scenes(browser, app.url, width, scheme)
                _sheet(browser, scenes, columns, FOLDER / f"scenes-{width}-{scheme}.png")
    print(f"contact sheets in {FOLDER}")


def _scenes(browser: Browser, url: str, width: int, scheme: str) -> dict[str, bytes]:
    """Return a picture of every step's drawing, with its labels and its caption."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
    page.emulate_media(reduced_motion="reduce")
    found = {}
    for step in library("en").steps:
        visit(page, f"{url}/procedure?step={step.id}")
        page.add_style_tag(content=_NO_BAR)
        found[f"{step.id} {step.short}"] = page.locator(".drawing.scene").screenshot()
    page.close()
    return found


def _sheet(browser: Browser, scenes: dict[str, bytes], columns: int, file: Path) -> None:
    page = browser.new_page(viewport={"width": 2100, "height": 1000})
    cells = "".join(
        f"<figure><b>{name}</b>"
        f'<img src="data:image/png;base64,{base64.b64encode(data).decode()}"></figure>'
        for name, data in scenes.items()
    )
    page.set_content(
        "<style>body{display:grid;gap:16px;background:#888;font:22px sans-serif;"
        f"grid-template-columns:repeat({columns},1fr)}}figure{{margin:0}}img{{width:100%}}</style>"
        f"{cells}"
    )
    page.screenshot(path=file, full_page=True)
    page.close()


if __name__ == "__main__":
    main()
