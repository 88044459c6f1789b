"""What the server answers besides the app: shells, text edition, drawings, assets, robots."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from app.blocks import style
from app.blocks.assets import ASSETS
from app.blocks.blocks import overdue, reading_level
from app.domain.address import LOGO, PATHS, SHEETS, allowed_value
from app.domain.measures import MEASURES
from app.handout.pdf import read_fonts
from app.knowledge.catalog import DEFAULT_LANGUAGE
from app.knowledge.library import CONTENT, clinic_profile, library, offered
from app.knowledge.models import PAGE_IDS
from app.web import shell
from app.web.chunks import INDEX, needed
from app.web.compressed import FOR_GOOD, CompressedFiles, accepted, compress
from app.web.fonts import slim_style

log = logging.getLogger("mild.web")

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "compressed"
CHART = ("shell", "recovery")
"""The document whose first words hold a chart."""
_PAGE_OF = {path: page for page, path in PATHS.items()}
_OWN_PREFIXES = (
    "/_stcore/",
    "/static/",
    "/media/",
    "/component/",
    "/assets/",
    "/text",
)


def _whole_style(path: Path, raw: bytes) -> bytes:
    """Return a file of the assets as handed out: the style sheet with that of the drawings."""
    return shell.stylesheet()[0].encode() if path == style.SHEET else raw


_assets = CompressedFiles(ASSETS, CACHE, _whole_style)
_static = CompressedFiles(INDEX.parent / "static", CACHE, slim_style)


def read_ahead() -> None:
    """Read what readers will need while the disk is known to work: nobody waits for it later.

    Raises:
        OSError: a file that nothing works without cannot be read.

    """
    for lang in offered():
        reading_level(lang)
        shell.shell(PAGE_IDS[0], lang)
    for page_id in PAGE_IDS:
        needed(page_id)
    _assets.read_ahead((".css", ".js", ".svg", ".woff2"))
    read_fonts()


def pack() -> int:
    """Pack all files that never change into the cache folder; return how many.

    Raises:
        OSError: the disk is full or cannot be written.

    """
    return _assets.pack() + _static.pack()


def _language(request: Request) -> str:
    """Return the language that a first request should be answered in."""
    languages = offered()
    wanted = request.headers.get("accept-language", "").split(",")[0].split("-")[0].lower()
    default = wanted if wanted in languages else DEFAULT_LANGUAGE
    return allowed_value(request.query_params.getlist("lang"), languages, default)[0]


def _measure(request: Request, kind: str, page: str) -> str:
    """Return what the recovery chart in the first words shows; other documents are all alike."""
    wanted = request.query_params.getlist("measure") if (kind, page) == CHART else []
    return allowed_value(wanted, MEASURES, MEASURES[0])[0]


class _Asked(NamedTuple):
    """Which document is asked for.

    Attributes:
        kind: shell, text or sheet.
        page: which page.
        lang: language of the words.
        measure: what the chart in a shell shows.
        late: whether a review is overdue; the documents change on that day, and on no other.

    """

    kind: str
    page: str
    lang: str
    measure: str
    late: bool


@cache
def _document(asked: _Asked, encoding: str) -> bytes:
    """Return a whole document as sent; there are few of them."""
    kind, page, lang, measure, _ = asked
    if kind == "sheet":
        html = shell.diary_sheet(lang)
    else:
        html = (
            shell.shell(page, lang, measure) if kind == "shell" else shell.text_edition(page, lang)
        )
    return compress(html.encode(), encoding)


def _page(request: Request, kind: str, page: str) -> Response:
    encoding = accepted(request)
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding, Accept-Language"}
    if encoding:
        headers["Content-Encoding"] = encoding
    lang = _language(request)
    asked = _Asked(kind, page, lang, _measure(request, kind, page), overdue(library(lang)))
    return HTMLResponse(_document(asked, encoding), headers=headers)


async def first_page(request: Request) -> Response:
    """Answer a page's address with its shell."""
    return _page(request, "shell", _PAGE_OF[request.scope["path"]])


async def text_page(request: Request) -> Response:
    """Answer `/text/<page>`; an unknown page leads to the first one."""
    page = _PAGE_OF.get(f"/{request.path_params.get('page', '')}")
    if page is None:
        log.warning("address: unknown text page, %d characters", len(request.scope["path"]))
        return RedirectResponse("/text", 303)
    return _page(request, "text", page)


async def diary(request: Request) -> Response:
    """Answer with the diary as one sheet of paper."""
    return _page(request, "sheet", "diary")


async def asset(request: Request) -> Response:
    """Answer a font, the style sheet or an icon."""
    answer = _assets.response(request, request.path_params["name"])
    return answer or PlainTextResponse("no such file", 404)


async def logo(request: Request) -> Response:
    """Answer with the clinic's logo: as a picture in a page; opened alone, as a file to keep.

    Args:
        request: its address changes with the picture.

    """
    own = clinic_profile(CONTENT).clinic.logo
    if own is None:
        return PlainTextResponse("no such file", 404)
    headers = {"Cache-Control": FOR_GOOD, "Content-Disposition": "attachment"}
    return Response(own.data, media_type=own.media_type, headers=headers)


async def robots(request: Request) -> Response:
    """Let search engines read the pages, not the machinery."""
    return PlainTextResponse("User-agent: *\nDisallow: /_stcore/\nDisallow: /media/\n")


def routes() -> list[Route]:
    """Return our routes; Streamlit answers what is left."""
    return [
        *(Route(path, first_page) for path in PATHS.values()),
        Route(SHEETS["diary"], diary),
        Route("/text", text_page),
        Route("/text/", text_page),
        Route("/text/{page}", text_page),
        Route(LOGO, logo),
        Route("/assets/{name:path}", asset),
        Route("/robots.txt", robots),
    ]


class KnownAddresses:
    """Leads an unknown page address to the first page, and answers Streamlit's files compressed."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        answer = self._answer(Request(scope)) if scope["type"] == "http" else None
        await (answer or self._app)(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        path = str(request.scope["path"])  # as asked for, whatever a Host header says
        if request.method not in ("GET", "HEAD"):
            return None
        if path.startswith("/static/"):
            answer = _static.response(request, path.removeprefix("/static/"))
            return answer or PlainTextResponse("no such file", 404)
        known = path in _PAGE_OF or path in ("/robots.txt", "/text") or "/_stcore/" in path
        if known or path.startswith(_OWN_PREFIXES):
            return None
        if path.rstrip("/") in _PAGE_OF:
            return RedirectResponse(path.rstrip("/"), 308)
        if "text/html" in request.headers.get("accept", ""):
            log.warning("address: unknown page, %d characters", len(path))
            return RedirectResponse("/", 303)
        return None
