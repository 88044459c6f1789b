"""The questions to take: from the list and of one's own, ten in all, kept in the session alone."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from app.knowledge.catalog import Library
from tests.pages.reader import calm, html, opened

SCRIPT = '<script>alert("a")</script>'
LANGUAGES = "Кто? \u05de\u05d9? 谁？ ใคร"


def tick(app: AppTest, *ids: str) -> AppTest:
    for one in ids:
        app.checkbox(key=f"ask-{one}").check()
    return calm(app.run())


def write(app: AppTest, number: int, text: str) -> AppTest:
    return calm(app.text_area(key=f"ask-own-{number}").set_value(text).run())


def listed(app: AppTest) -> list[str]:
    found = re.search(r'<ul class="your-list">(.*?)</ul>', html(app), re.DOTALL)
    assert found is not None
    return re.findall(r'<li dir="auto">(.*?)</li>', found[1])


def count(app: AppTest) -> str:
    [said] = [one.value for one in app.markdown if one.value.startswith('<p class="told"')]
    return str(said)


def fields(app: AppTest) -> list[str]:
    return [one.key for one in app.text_area if one.key.startswith("ask-own-")]


def disabled(app: AppTest) -> set[str]:
    return {one.key for one in (*app.checkbox, *app.text_area) if one.disabled}


def boxes(app: AppTest) -> set[str]:
    return {one.key for one in app.checkbox if one.key.startswith("ask-")}


def test_ticked_questions_stand_in_the_list_and_no_others(library: Library):
    app = opened("visit")
    assert "You have not chosen a question yet." in count(app)
    assert listed(app) == []
    app = tick(app, "Q6", "Q1")
    assert "You chose 2 of up to 10." in count(app)
    assert listed(app) == [library.question(one).text for one in ("Q1", "Q6")]
    app.checkbox(key="ask-Q1").uncheck()
    calm(app.run())
    assert "You chose 1 of up to 10." in count(app)
    assert dict(app.query_params) == {}


def test_one_empty_field_follows_those_that_are_filled():
    app = opened("visit")
    assert fields(app) == ["ask-own-1"]
    app = write(app, 1, "  Who\n stays   with me? ")
    assert fields(app) == ["ask-own-1", "ask-own-2"]
    app = write(app, 2, "And after?")
    assert listed(app) == ["Who stays with me?", "And after?"]
    app = write(app, 1, "   ")
    assert fields(app) == ["ask-own-1", "ask-own-2"]
    assert listed(app) == ["And after?"]


def test_own_words_are_shown_as_written_and_never_as_markup():
    app = write(opened("visit"), 1, SCRIPT)
    app = write(app, 2, LANGUAGES)
    assert listed(app) == ["&lt;script&gt;alert(&#34;a&#34;)&lt;/script&gt;", LANGUAGES]
    assert SCRIPT not in html(app)


def test_ten_in_all_and_the_rest_waits_until_one_is_given_back():
    app = write(opened("visit"), 1, "My own one")
    assert disabled(app) == set()
    eight = [f"Q{number}" for number in range(1, 9)]
    app = tick(app, *eight)
    assert "You chose 9 of up to 10." in count(app)
    assert disabled(app) == set()
    app = tick(app, "Q29")
    assert "You chose 10 of 10" in count(app)
    assert "Untick one to choose another" in count(app)
    assert html(app).count('<p class="note-line">You chose 10 of 10') == len(app.expander)
    chosen = {f"ask-{one}" for one in (*eight, "Q29")}
    assert disabled(app) == (boxes(app) - chosen) | {"ask-own-2"}
    app.checkbox(key="ask-Q4").uncheck()
    calm(app.run())
    assert "You chose 9 of up to 10." in count(app)
    assert disabled(app) == set()
    app = write(app, 2, "Another one")
    assert disabled(app) == (boxes(app) - (chosen - {"ask-Q4"})) | {"ask-own-3"}
    assert listed(app)[-2:] == ["My own one", "Another one"]


def test_of_more_than_ten_the_first_ten_count_and_each_can_be_given_back(library: Library):
    app = opened("visit")
    app = write(app, 1, "My own one")
    twelve = [f"Q{number}" for number in range(1, 13)]
    app = tick(app, *twelve)
    assert listed(app) == [library.question(one).text for one in twelve[:10]]
    assert not disabled(app) & {f"ask-{one}" for one in twelve}


@pytest.mark.parametrize("view", ["patient", "clinic"])
def test_questions_of_clinicians_are_asked_in_their_view_only(view: str, library: Library):
    app = opened("visit", view=view)
    wanted = {
        f"ask-{question.id}"
        for group in library.questions.group
        for question in group.question
        if view == "clinic" or question.audience == "patient"
    }
    assert boxes(app) == wanted


def test_every_group_says_how_many_it_holds_and_the_first_one_is_open(library: Library):
    folds = opened("visit").expander
    named = [(group.title, len(group.question)) for group in library.questions.group]
    assert [fold.label for fold in folds] == [f"{title} ({n})" for title, n in named[:-1]]
    assert [fold.proto.expanded for fold in folds] == [True] + [False] * (len(folds) - 1)
