"""Reads the pages the way a browser would ask for them, without a browser."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from streamlit.testing.v1 import AppTest

from app.knowledge.catalog import Library
from app.ui.files import file_of
from tests.content.visible import visible
from tests.server import ROOT

MAIN = ROOT / "app" / "main.py"


def opened(page: str, **settings: str | list[str]) -> AppTest:
    """Return a page opened at its address.

    Args:
        page: which page.
        settings: what stands in the address after the question mark.

    """
    app = AppTest.from_file(str(MAIN), default_timeout=30)
    if page != "overview":  # a page can be chosen once the app has named its pages
        app.run()
        app.switch_page(str(Path(file_of(page)).relative_to(MAIN.parent)))
    for name, value in settings.items():
        app.query_params[name] = value
    app.run()
    return calm(app)


def calm(app: AppTest) -> AppTest:
    """Return an app that has just run, after a look at whether it ran through."""
    assert not app.exception, app.exception[0].stack_trace
    return app


def pressed(app: AppTest, key: str) -> AppTest:
    """Return the app after a press on one of its buttons."""
    return calm(app.button(key=key).click().run())


def followed(app: AppTest, address: str) -> AppTest:
    """Return the app after a plain link to a place of the page that is open.

    Args:
        app: the app.
        address: of the link, which must stand on the page.

    """
    assert address in links(app)
    app.query_params.clear()
    for name, value in parse_qsl(urlsplit(address).query):
        app.query_params[name] = value
    return calm(app.run())


def links(app: AppTest, within: str = "") -> dict[str, str]:
    """Return the words of every plain link by its address; the last where several lead there.

    Args:
        app: the app.
        within: class of the list that they stand in; empty for all.

    """
    whole = html(app)
    if within:
        whole = next(piece for piece in whole.split("<nav") if f'class="{within}"' in piece[:80])
        whole = whole.partition("</nav>")[0]
    found = re.findall(r'<a\b[^>]*href="([^"]+)"[^>]*>(.*?)</a>', whole, re.DOTALL)
    return {unescape(address): visible(text) for address, text in found}


def html(app: AppTest) -> str:
    """Return all HTML of a page, top to bottom, then its pictures."""
    pieces = [one.proto.body for one in app.get("html")]
    return "\n".join([*pieces, *(one.value for one in app.markdown), *pictures(app)])


def pictures(app: AppTest) -> list[str]:
    """Return the pictures of a page as they are sent to its browser, top to bottom."""
    return _drawn(app, "picture")


def charts(app: AppTest) -> list[dict[str, str]]:
    """Return what is sent of each live chart of a page, top to bottom."""
    return _drawn(app, "chart")


def _drawn(app: AppTest, kind: str) -> list[Any]:
    sent = [one.proto for one in app.get("bidi_component")]
    return [json.loads(one.json) for one in sent if one.component_name == kind]


def seen(app: AppTest) -> str:
    """Return the words of a page's HTML without its controls and notes."""
    return visible(html(app))


def buttons(app: AppTest, prefix: str = "") -> list[str]:
    """Return the keys of the buttons whose keys begin so."""
    return [one.key for one in app.button if one.key.startswith(prefix)]


def screen(page: str, **settings: str) -> AppTest:
    """Return a screen; where the signs come first, after nobody has any of them."""
    app = opened(page, view="clinic", **settings)
    return pressed(app, "walk-no-sign") if buttons(app, "walk-no-sign") else app


def words_of(library: Library, text: str) -> str:
    return " ".join(library.prose.line(text).plain)
