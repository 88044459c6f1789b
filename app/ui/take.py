"""The sheet to take home: made from the answers on this page when a button is pressed."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from app.domain.address import href
from app.domain.visit import VisitSummary
from app.handout.page import summary_html
from app.handout.pdf import SheetError, TooLongError, summary_pdf
from app.knowledge.catalog import Library
from app.ui.keys import OPTIONS
from app.ui.matters import own_wish, weighed
from app.ui.plan import agreed
from app.ui.questions import chosen_questions
from app.ui.reader import Reader
from app.ui.ready import readiness
from app.ui.save import save
from app.ui.up_to_three import up_to_three

log = logging.getLogger("mild.take")

FORMS: dict[str, tuple[str, Callable[[Library, VisitSummary], bytes]]] = {
    "pdf": ("application/pdf", summary_pdf),
    "html": ("text/html", summary_html),
}
"""Form of the sheet to its media type and what makes it."""


def take(reader: Reader) -> None:
    """Draw the choice of options and the two buttons; a press makes the sheet and saves it."""
    library, words = reader.library, reader.library.words
    with st.container(key="take"):
        _, away = up_to_three(library, words("take.options"), OPTIONS)
        with st.container(key="take-buttons", horizontal=True):
            pressed = [
                form
                for form in FORMS
                if st.button(
                    words(f"take.{form}"),
                    key=f"take-{form}",
                    type="primary" if form == "pdf" else "secondary",
                    wrap=True,
                )
            ]
        said = words("take.full", name=away.name) if away else words("take.waiting")
        if pressed:
            said = _save(reader, pressed[0])
        # Markdown keeps the line and changes its words alone, so that they are read aloud.
        st.markdown(f'<p role="status" class="take-status">{said}</p>', unsafe_allow_html=True)


def _save(reader: Reader, form: str) -> str:
    """Make the sheet, hand it to the browser, and return what to say about it."""
    words = reader.library.words
    media_type, make = FORMS[form]
    summary = answers(reader)
    try:
        content = make(reader.library, summary)
    except TooLongError:
        return words("take.too_long")
    except SheetError:
        log.exception("sheet: %s could not be made", form)
        return words("take.failed")
    name = f"{words('take.file', date=summary.made_on.isoformat())}.{form}"
    save(name, media_type, content)
    return words("take.saved", name=name)


def answers(reader: Reader) -> VisitSummary:
    """Return everything that was answered on the page so far."""
    listed, own = chosen_questions(reader.library, reader.clinic)
    chosen = st.session_state.get(OPTIONS) or ()
    return VisitSummary(
        made_on=_today(),
        address=_address(),
        weights=weighed(reader.library),
        own_wish=own_wish(),
        readiness=readiness(),
        options=tuple(one.id for one in reader.library.options if one.id in chosen),
        questions=listed,
        own_questions=own,
        plan=agreed(),
    )


def _address() -> str:
    """Return where the sheet leads back to: this page in the patient's view, without answers."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}{href('visit', lang=st.query_params.get('lang'))}"


def _today() -> datetime.date:
    """Return the day where the reader is."""
    try:
        zone: datetime.tzinfo = ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = datetime.UTC
    return datetime.datetime.now(zone).date()
