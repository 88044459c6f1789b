"""Every address gets a page in its language with its title, or leads to one."""

from __future__ import annotations

import logging
import re
from collections import Counter

import pytest
from starlette.applications import Starlette

from app.domain.address import PATHS
from app.knowledge.catalog import Library
from app.web import shell
from app.web.shell import ShellChangedError, text_edition
from tests.content.visible import visible
from tests.web.asgi import Answer, ask, server

PAGES = tuple(PATHS.items())


@pytest.fixture(scope="module")
def app() -> Starlette:
    return server()


def title(answer: Answer) -> str:
    found = re.findall(r"<title>(.*?)</title>", answer.text)
    assert len(found) == 1
    return str(found[0])


@pytest.mark.parametrize(("page", "path"), PAGES)
def test_a_page_has_its_language_title_and_first_words(
    page: str, path: str, app: Starlette, library: Library
):
    answer = ask(app, path)
    front = library.pages[page].front
    assert answer.status == 200
    assert answer.text.count('<html lang="en">') == 1
    assert title(answer) == f"{front.nav} | MILD explained"
    assert f'<meta name="description" content="{front.description}">' in answer.text
    first = visible(answer.text)
    assert " ".join(library.prose.line(front.title).plain) in first
    assert " ".join(library.prose.line(front.message).plain) in first
    for point in front.key_points:
        assert " ".join(library.prose.line(point).plain) in first


@pytest.mark.parametrize(("page", "path"), PAGES)
def test_urgent_signs_are_in_the_first_words(page: str, path: str, app: Starlette):
    first = visible(ask(app, path).text)
    assert "Get help right away" in first
    assert "Call 911 for" in first
    assert "Questions? Ask your clinic." in first


def _dead(html: str) -> list[str]:
    """Return what a page leads to, or names a part by, that not one element has as its id."""
    links = re.findall(r'\b(?:href="#|(?:popovertarget|aria-labelledby|for)=")([^"]+)"', html)
    ids = Counter(re.findall(r'\bid="([^"]+)"', html))
    return [target for link in links for target in link.split() if ids[target] != 1]


@pytest.mark.parametrize(("page", "path"), PAGES)
def test_all_that_the_first_words_lead_to_is_there_once(page: str, path: str, app: Starlette):
    html = ask(app, path).text
    assert _dead(html) == []
    assert _dead(html.replace(' id="first-key-points"', "", 1)) == ["first-key-points"]
    assert "first-key-points" in _dead(html + '<p id="first-key-points"></p>')


def test_no_two_pages_share_a_title(app: Starlette):
    assert len({title(ask(app, path)) for path in PATHS.values()}) == len(PATHS)


def test_the_page_still_holds_what_streamlit_starts_from(app: Starlette):
    text = ask(app, "/recovery").text
    assert text.count('<div id="root"></div>') == 1
    assert re.search(r'<script type="module"[^>]* src="/static/js/[^"]+\.js"', text)
    assert '"./' not in text


@pytest.mark.parametrize("lang", ["xx", "EN", "", "x" * 4_000, "en&lang=en", "../../etc"])
def test_an_odd_language_gives_the_default(lang: str, app: Starlette):
    for path in ("/", "/text/visit"):
        answer = ask(app, f"{path}?lang={lang}")
        assert answer.status == 200
        assert '<html lang="en">' in answer.text
        assert "xxxx" not in answer.text


@pytest.mark.parametrize("wanted", ["es-MX,es;q=0.9", "zz", ",,,", "x" * 10_000])
def test_a_language_that_is_not_offered_gives_the_default(wanted: str, app: Starlette):
    assert '<html lang="en">' in ask(app, "/", accept_language=wanted).text


def test_an_unknown_page_leads_to_the_first_one_and_the_log_does_not_repeat_it(
    app: Starlette, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level(logging.WARNING, "mild.web"):
        answer = ask(app, "/recoverie-of-jane", accept="text/html")
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert [record.getMessage() for record in caplog.records] == [
        "address: unknown page, 18 characters"
    ]


def test_an_unknown_text_page_leads_to_the_first_text_page(app: Starlette):
    answer = ask(app, "/text/nowhere")
    assert (answer.status, answer.headers["location"]) == (303, "/text")


@pytest.mark.parametrize("path", [path for path in PATHS.values() if path != "/"])
def test_a_slash_too_many_leads_to_the_page(path: str, app: Starlette):
    answer = ask(app, f"{path}/")
    assert (answer.status, answer.headers["location"]) == (308, path)


@pytest.mark.parametrize(
    "address", ["/_stcore/health", "/recovery/_stcore/health", "/media/x", "/_stcore/host-config"]
)
def test_streamlits_own_addresses_are_left_to_it(address: str, app: Starlette):
    assert ask(app, address, accept="text/html").text == f"streamlit answers {address}"


@pytest.mark.parametrize("path", ["/", "/text", "/assets/app.css", "/nowhere", "/media/x"])
def test_only_reading_is_answered(path: str, app: Starlette):
    answer = ask(app, path, "POST", accept="text/html")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_what_is_no_page_is_left_to_streamlit(app: Starlette):
    assert ask(app, "/manifest.json", accept="*/*").text == "streamlit answers /manifest.json"


def test_a_page_can_be_asked_for_without_its_body(app: Starlette):
    assert ask(app, "/recovery", "HEAD").status == 200


def test_robots_may_read_the_pages_and_not_the_machinery(app: Starlette):
    answer = ask(app, "/robots.txt")
    assert answer.headers["content-type"].startswith("text/plain")
    lines = answer.text.splitlines()
    assert lines[0] == "User-agent: *"
    assert "Disallow: /_stcore/" in lines
    assert "Disallow: /" not in lines


PARTS = (
    '<html lang="en">',
    "<title>Streamlit</title>",
    'href="./favicon.png"',
    '<div id="root"></div>',
)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("times", [0, 2])
def test_a_streamlit_that_lacks_a_part_of_its_page_is_noticed(
    part: str, times: int, monkeypatch: pytest.MonkeyPatch
):
    changed = shell.index().replace(part, f"<!-- --> {part}" * times if times else "<p>")
    monkeypatch.setattr(shell, "index", lambda: changed)
    with pytest.raises(ShellChangedError, match=f"stands {times} times in index.html"):
        shell.shell("overview", "en")


def test_the_text_edition_holds_no_script():
    for page in PATHS:
        text = text_edition(page, "en")
        assert "<script" not in text
        assert not re.search(r'\son[a-z]+="', text)
