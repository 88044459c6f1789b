"""The HTML that a browser gets first: language, title and first words, before any script."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache, partial
from html import escape
from pathlib import Path

from app.blocks import blocks, charts, diary, style
from app.blocks.assets import ASSETS, CHARTS, address_of
from app.blocks.templates import render
from app.domain.address import PATHS
from app.domain.measures import MEASURES
from app.knowledge.catalog import DEFAULT_LANGUAGE, Library
from app.knowledge.library import library
from app.knowledge.notes import numbered
from app.web.chunks import INDEX, index, needed

WATCH, PAGE = ASSETS / "watch.js", ASSETS / "page.js"

_ID = re.compile(r'\b(id|popovertarget|aria-labelledby)="')
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_FONT_PRELOAD = re.compile(r'\s*<link\s+rel="preload"\s+href="[^"]*SourceSans[^"]*"[^>]*/>')
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>\s*", re.DOTALL)


_NO_SCRIPT = (
    "<noscript><style>.first-words .offer{animation:none!important}"
    ".loading,.offer .slow{display:none}</style></noscript>"
)
"""Without scripts the app cannot start: the text edition is offered at once."""
PAGES_WITH_CHART = ("procedure", "recovery")
CONNECTS = """<script>{
const here = location.origin + "/";
window.__streamlit = {
BACKEND_BASE_URL: here, MAIN_PAGE_BASE_URL: here,
HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false },
};
}</script>"""
"""Where the app connects to, and that nobody else may talk to the page.

Without it the app asks for both, one after the other, at the page's own address and then at the
root, before it connects: two to three answers of a slow network.
"""


class ShellChangedError(RuntimeError):
    """Streamlit's own page no longer has a part that ours is built from."""


@lru_cache(maxsize=1)
def stylesheet() -> tuple[str, str]:
    """Return our style sheet and an address for it that changes with its content."""
    text = style.stylesheet()
    return text, f"/assets/app.css?v={hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _script(file: Path, more: str = "") -> str:
    """Return what fetches a script of ours; the app does not wait for it.

    Args:
        file: among the assets.
        more: further attributes.

    """
    return f'<script src="{address_of(file)}"{more} async></script>'


def shell(page_id: str, lang: str, measure: str = MEASURES[0]) -> str:
    """Return the first HTML of a page.

    Args:
        page_id: which page.
        lang: language of the words, the title and the `lang` attribute.
        measure: what the recovery chart shows.

    Raises:
        ShellChangedError: Streamlit's page has changed in a way that ours does not know.

    """
    content = library(lang)
    page = content.pages[page_id]
    title = f"{page.front.nav} | {content.words('app.name')}"
    html = _COMMENT.sub("", index())
    html = _NOSCRIPT.sub("", _FONT_PRELOAD.sub("", html))
    html = _put(html, '<html lang="en">', f'<html lang="{lang}">')
    html = _put(html, "<title>Streamlit</title>", f"<title>{escape(title)}</title>")
    html = _put(html, 'href="./favicon.png"', 'href="/assets/favicon.svg"')
    html = html.replace('"./', '"/')  # the same files on every page, from every depth
    html = _put(html, "</title>", "</title>" + _head(content, page_id))
    return _put(
        html,
        '<div id="root"></div>',
        _first_words(content, page_id, measure) + f'<div id="root"></div>{_script(WATCH)}',
    )


def _put(html: str, old: str, new: str) -> str:
    if html.count(old) != 1:
        raise ShellChangedError(f"{old!r} stands {html.count(old)} times in {INDEX.name}, not once")
    return html.replace(old, new)


def _head(content: Library, page_id: str) -> str:
    description = escape(content.pages[page_id].front.description)
    font = "/assets/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2"
    return (
        f'<meta name="description" content="{description}">'
        '<meta name="color-scheme" content="light dark">'
        '<meta name="theme-color" content="#FBF7F0" media="(prefers-color-scheme: light)">'
        '<meta name="theme-color" content="#14181C" media="(prefers-color-scheme: dark)">'
        f'<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin>'
        f"{CONNECTS}{_page_code(page_id)}"
        f"{render(content, 'styles', inline=stylesheet()[0])}{_part_missing(content)}{_NO_SCRIPT}"
    )


def _part_missing(content: Library) -> str:
    """Return what stands in the place of the trace that Streamlit shows for missing code."""
    said = escape(content.words("app.part_missing"), quote=False).replace('"', "")
    return f'<style>[data-testid="stAlertContainer"]::before{{content:"{said}"}}</style>'


def _page_code(page_id: str) -> str:
    """Return our script, and what fetches code before Streamlit asks for it.

    That of the page's elements and, where it has one, of its chart comes while the app itself
    starts; on the other pages that of the charts comes while the reader reads.
    """
    has_chart, chart = page_id in PAGES_WITH_CHART, address_of(CHARTS)
    soon = [f"/static/js/{name}" for name in needed(page_id)] + [chart] * has_chart
    later = "" if has_chart else chart
    ahead = "".join(f'<link rel="modulepreload" href="{one}" fetchpriority="low">' for one in soon)
    more = f' type="module" data-paths="{" ".join(PATHS.values())}" data-file="{later}"'
    return ahead + _script(PAGE, more)


def _first_words(content: Library, page_id: str, measure: str) -> str:
    """Return the words that stand until the app has drawn the page; a style rule then hides them.

    They lie over the empty app instead of in it, so that nothing flashes white in between, and
    stay where the app cannot start: no scripts, no WebSocket. Their ids are their own, or a button
    of the page would open the hidden note of the first words.
    """
    page = content.pages[page_id]
    head, points = (
        _ID.sub(r'\1="first-', numbered(block(content, page), name))
        for name, block in (("head", blocks.page_head), ("points", blocks.key_points))
    )
    still = charts.chart_still(content, measure) if page_id == "recovery" else ""
    return render(
        content, "first_words", still=still, page=page, head=head, points=points,
        here=page_id, text_edition=text_path(page_id, content),
    )  # fmt: skip


def text_path(page_id: str, content: Library) -> str:
    """Return the address of a page's text edition."""
    path = f"/text{PATHS[page_id]}".rstrip("/")
    return path if content.lang == DEFAULT_LANGUAGE else f"{path}?lang={content.lang}"


def diary_sheet(lang: str) -> str:
    """Return the diary as plain HTML: one sheet of paper when printed, without scripts.

    Args:
        lang: language of the words.

    """
    return diary.diary_sheet(library(lang), stylesheet()[1])


def text_edition(page_id: str, lang: str) -> str:
    """Return a whole page as plain HTML, without scripts.

    Args:
        page_id: which page.
        lang: language of the words.

    """
    content = library(lang)
    page = content.pages[page_id]
    head, body, points = blocks.page_head, blocks.page_body, blocks.key_points
    return render(
        content, "text_edition", page=page, here=page_id,
        head=numbered(head(content, page), "text-head"),
        body=numbered(body(content, page), "text"),
        points=numbered(points(content, page), "text-points"),
        footer=blocks.footer(content, here=page_id),
        css=stylesheet()[1], to=partial(text_path, content=content),
    )  # fmt: skip
