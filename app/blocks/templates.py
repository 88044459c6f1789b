"""The HTML templates and what they can call. Texts are escaped; prose comes rendered."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from app.domain.address import LOGO, href
from app.knowledge.catalog import DEFAULT_LANGUAGE, Library
from app.knowledge.dial import dial_in, dial_link, dial_uri
from app.knowledge.options import lead

_FOLDER = Path(__file__).parent / "templates"


@cache
def _sources() -> dict[str, str]:
    """Return every template's text; read once, so that nothing is asked of the disk later."""
    return {path.name: path.read_text("utf-8") for path in sorted(_FOLDER.glob("*.html"))}


@cache
def _environment(library: Library) -> Environment:
    environment = Environment(
        loader=DictLoader(_sources()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    settings = {} if library.lang == DEFAULT_LANGUAGE else {"lang": library.lang}

    def address(page: str, **more: str) -> str:
        return href(page, **settings, **more)

    environment.filters["prose"] = lambda text: Markup(library.prose.block(text).html)
    environment.filters["line"] = lambda text: Markup(library.prose.line(text).html)
    environment.filters["lead"] = lambda text: Markup(library.prose.line(lead(text)).html)
    environment.filters["quiet"] = lambda text: library.prose.line(text).text
    environment.filters["day"] = library.day
    environment.filters["dial"] = dial_link
    environment.filters["dial_in"] = dial_in
    environment.filters["dial_uri"] = dial_uri
    environment.globals.update(
        library=library,
        words=library.words,
        clinic=library.clinic,
        href=address,
        logo_address=lambda logo: f"{LOGO}?v={logo.version}",
    )
    return environment


def render(library: Library, template: str, **context: object) -> str:
    """Return a template's HTML in the library's language.

    Args:
        library: the content.
        template: name of the file without its ending.
        context: what the template names.

    """
    return _environment(library).get_template(f"{template}.html").render(**context).strip()


def one_line(markup: str) -> str:
    """Return markup without line breaks: Streamlit's Markdown ends raw HTML at a blank line."""
    return " ".join(line.strip() for line in markup.split("\n") if line.strip())
