"""View settings in the address: read with a default, written on a choice, odd ones dropped."""

from __future__ import annotations

import logging

import streamlit as st

from app.domain.address import VIEWS, allowed_value
from app.knowledge.catalog import DEFAULT_LANGUAGE
from app.knowledge.library import offered

log = logging.getLogger("mild.address")


def setting(name: str, allowed: tuple[str, ...], default: str) -> str:
    """Return one setting of the address.

    An unknown, repeated or endless value is dropped from the address with one line in the log; the
    line holds no more of it than its length, for an address may hold anything.

    Args:
        name: `lang`, `view`, `step`, `measure` or `node`.
        allowed: the values that mean something here.
        default: used where the address has none, or none that is allowed.

    """
    given = st.query_params.get_all(name)
    value, odd = allowed_value(given, allowed, default)
    if odd:
        length = sum(map(len, given))
        log.warning("address: %s: %d value(s), %d characters, not known", name, len(given), length)
        del st.query_params[name]
    return value


def choose(name: str, value: str) -> None:
    """Write one setting into the address, or take it out with an empty value; for callbacks."""
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]


def language() -> str:
    """Return the language: the address's, else the browser's where it is offered, else English."""
    languages = offered()
    browser = (st.context.locale or "").split("-")[0].lower()
    preferred = browser if browser in languages else DEFAULT_LANGUAGE
    return setting("lang", languages, preferred)


def view() -> str:
    """Return who is looking: `patient` or `clinic`."""
    return setting("view", VIEWS, VIEWS[0])


def carried() -> dict[str, str]:
    """Return the settings that go along to another page."""
    return {name: st.query_params[name] for name in ("lang", "view") if name in st.query_params}


def carried_items() -> tuple[tuple[str, str], ...]:
    """Return the same settings as pairs, to keep by them what is made once for all readers."""
    return tuple(carried().items())
