"""The sheet to take home, from the press of a button to the file: nothing lost, nothing kept."""

from __future__ import annotations

import base64
import datetime
import io
import json
from typing import Any

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from app.domain.visit import LONGEST
from app.handout.pdf import SheetError, TooLongError
from app.knowledge.catalog import Library
from app.ui import take
from tests.content.visible import visible
from tests.pages.reader import calm, html, opened, pressed


def saved(app: AppTest) -> list[dict[str, Any]]:
    """Return the files that the app hands to the browser in this run."""
    found = []

    def look(node: Any) -> None:
        for child in getattr(node, "children", {}).values():
            if (
                getattr(child, "type", "") == "bidi_component"
                and child.proto.component_name == "save"
            ):
                found.append(json.loads(child.proto.json))
            look(child)

    look(app._tree)
    return found


def content(app: AppTest) -> bytes:
    (file,) = saved(app)
    return base64.b64decode(file["content"])


def status(app: AppTest) -> str:
    (said,) = [one.value for one in app.markdown if "take-status" in one.value]
    return visible(said).strip()


def test_nothing_is_made_before_a_button_is_pressed(library: Library):
    app = opened("visit")
    assert saved(app) == []
    assert status(app) == library.words("take.waiting")


@pytest.mark.parametrize(
    ("form", "media_type", "begins"),
    [("pdf", "application/pdf", b"%PDF-"), ("html", "text/html", b"<!DOCTYPE html>")],
)
def test_a_press_makes_the_file_and_says_its_name(
    library: Library, form: str, media_type: str, begins: bytes
):
    app = pressed(opened("visit"), f"take-{form}")
    (file,) = saved(app)
    assert file["type"] == media_type
    assert file["name"].endswith(f".{form}")
    assert datetime.date.fromisoformat(file["name"].removesuffix(f".{form}")[-10:])
    assert content(app).startswith(begins)
    assert status(app) == library.words("take.saved", name=file["name"])


def test_the_next_answer_takes_the_file_away_again():
    app = pressed(opened("visit"), "take-html")
    assert saved(app)
    calm(app.radio(key="ready-sure").set_value("no").run())
    assert saved(app) == []


def test_the_file_holds_every_answer_given_on_the_page(library: Library):
    app = opened("visit")
    app.radio(key="matters-lasts").set_value("a_lot")
    app.text_area(key="matters-own").set_value("To dance\n at the wedding")
    app.radio(key="ready-support").set_value("no")
    app.checkbox(key="ask-Q6").check()
    app.text_area(key="ask-own-1").set_value("Is <b>tea</b> all right?")
    app.get("button_group")[0].set_value(["open", "change-nothing"])
    calm(app.run())
    page = visible(content(pressed(app, "take-html")).decode())
    (wish,) = [one.text for one in library.wishes.statement if one.code == "lasts"]
    (support,) = [one.question for one in library.ready.question if one.code == "support"]
    for text in (
        wish, support, "To dance at the wedding", "Is <b>tea</b> all right?",
        library.prose.line(library.question("Q6").text).text,
    ):  # fmt: skip
        assert text in page, text
    names = [option.name for option in library.options if option.id in ("change-nothing", "open")]
    assert page.index(names[0]) < page.index(
        names[1]
    )  # in the fixed order, not as they were picked


def test_the_plan_is_asked_in_the_clinic_view_alone_and_comes_onto_the_sheet(library: Library):
    assert not [one for one in opened("visit").get("button_group") if one.key == "plan-levels"]
    app = opened("visit", view="clinic")
    (levels,) = [one for one in app.get("button_group") if one.key == "plan-levels"]
    calm(levels.set_value(["L4-L5", "L2-L3"]).run())
    app.radio(key="plan-side-L4-L5").set_value("both")
    app.radio(key="plan-sedation").set_value("light")
    app.radio(key="plan-thinner").set_value("yes")
    app.date_input(key="plan-follow-up").set_value(datetime.date(2027, 1, 5))
    calm(app.run())
    text = PdfReader(io.BytesIO(content(pressed(app, "take-pdf")))).pages[0].extract_text()
    said = " ".join(text.split())
    for expected in (
        "L2–L3, side to be agreed; L4–L5, both sides", library.words("plan.sedation_light"),
        library.words("sheet.thinner_yes"), "January 5, 2027",
    ):  # fmt: skip
        assert expected in said, expected


def test_the_sheet_leads_back_to_the_patients_view_without_an_answer():
    app = opened("visit", view="clinic")
    app.text_area(key="ask-own-1").set_value("private words")
    page = content(pressed(calm(app.run()), "take-html")).decode()
    assert "/visit</a>" in page
    assert "view=clinic" not in page


@pytest.mark.parametrize(
    ("error", "key"), [(TooLongError("x"), "take.too_long"), (SheetError("x"), "take.failed")]
)
def test_a_sheet_that_cannot_be_made_says_so_and_loses_no_answer(
    library: Library, monkeypatch, error: SheetError, key: str
):
    def refuse(*_: object) -> bytes:
        raise error

    monkeypatch.setitem(take.FORMS, "pdf", ("application/pdf", refuse))
    app = opened("visit")
    app.text_area(key="ask-own-1").set_value("private words")
    app = pressed(calm(app.run()), "take-pdf")
    assert status(app) == library.words(key)
    assert saved(app) == []
    assert app.text_area(key="ask-own-1").value == "private words"
    assert "private words" in html(app)


def test_a_fourth_option_is_turned_away_with_its_name(library: Library):
    app = opened("visit")
    (options,) = [one for one in app.get("button_group") if one.key == take.OPTIONS]
    calm(options.set_value(["mild", "open", "spacer", "fusion"]).run())
    assert len(app.session_state[take.OPTIONS]) == 3
    name = next(option.name for option in library.options if option.id == "fusion")
    assert status(app) == library.words("take.full", name=name)


def test_a_text_longer_than_allowed_is_cut_and_does_not_stop_the_sheet():
    app = opened("visit")
    app.session_state["matters-own"] = "a" * (LONGEST + 50)
    assert content(pressed(app, "take-html")).decode().count("a" * LONGEST) == 1
