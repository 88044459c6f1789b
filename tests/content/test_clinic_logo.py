"""A logo is a small still picture beside the profile; any other is refused with the reason."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.knowledge.clinic import Clinic
from app.knowledge.logo import LARGEST, LONGEST_SIDE
from app.knowledge.profile import read_clinic
from tests.content.clinic_files import GOOD_SVG, chunk, png, svg, write

XLINK = ' xmlns:xlink="http://www.w3.org/1999/xlink"'
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'
FOREIGN = f"<foreignObject><body {XHTML}/></foreignObject>"
BOMB = b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = "an address outside of itself in "

REFUSED_SVG = {
    "script": (svg("<script>alert(1)</script>"), "an element <script>"),
    "script by another name": (
        svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>'), "an element <script>",
    ),
    "script within notes of an editor": (
        svg('<i:x xmlns:i="http://www.inkscape.org/x"><script/></i:x>'), "an element <script>",
    ),
    "HTML": (svg(FOREIGN), "an element <foreignObject>"),
    "event handler": (svg(more=' onload="alert(1)"'), "an event handler, onload"),
    "event handler in capitals": (svg('<g OnClick="x()"/>'), "an event handler, OnClick"),
    "event handler in a space of names": (
        svg('<g e:event="load" xmlns:e="http://www.w3.org/2001/xml-events"/>'),
        "an attribute of another kind, event",
    ),
    "link that runs": (svg('<a href="javascript:x()"/>'), "an element <a>"),
    "address that runs": (svg('<use href="javascript:x()"/>'), OUTSIDE + "href"),
    "use of another document": (svg('<use href="other.svg#a"/>'), OUTSIDE + "href"),
    "use by the old address": (
        svg('<use xlink:href="https://a.example/b.svg#c"/>', XLINK), OUTSIDE + "href",
    ),
    "picture from outside": (svg('<image href="https://a.example/b.png"/>'), "an element <image>"),
    "other base": (svg(more=' xml:base="https://a.example/"'), OUTSIDE + "base"),
    "fill from outside": (svg('<path fill="url(https://a.example/#g)"/>'), OUTSIDE + "fill"),
    "fill from a file beside it": (svg('<path fill="url(b.svg#g)"/>'), OUTSIDE + "fill"),
    "one fill of two from outside": (
        svg('<path style="fill:url(#a);stroke:url( //a.example/b )"/>'), OUTSIDE + "style",
    ),
    "style that imports": (
        svg('<style>@import "https://a.example/b.css";</style>'), "an @ rule in its style",
    ),
    "style that moves": (svg("<style>@keyframes a{}</style>"), "an @ rule in its style"),
    "style that fetches": (svg("<style>a{fill:url(https://b.c/d)}</style>"), OUTSIDE + "style"),
    "style that hides what it does": (
        svg(r"<style>a{fill:u\72l(x)}</style>"), "a sign that can hide an address, a backslash",
    ),
    "style in pieces": (
        svg("<style>a{fill:u<![CDATA[rl(x)]]>}</style>"), OUTSIDE + "style",
    ),
    "movement": (svg('<animate attributeName="href" to="x"/>'), "an element <animate>"),
    "change of an address": (svg('<set attributeName="href" to="x"/>'), "an element <set>"),
    "repeats without end": (svg('<use href="#a"/>' * 31), "more than 30 elements <use>"),
    "DOCTYPE": (b"<!DOCTYPE svg>" + svg(), "a DOCTYPE"),
    "entities": (BOMB + svg("&b;"), "a DOCTYPE"),
    "entity from a file": (
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("&a;"), "a DOCTYPE",
    ),
    "style sheet of its own": (
        b'<?xml-stylesheet href="a.css"?>' + svg(), "an instruction <?xml-stylesheet?>",
    ),
    "another encoding": (b'<?xml version="1.0" encoding="utf-7"?>' + svg(), "an SVG in utf-7"),
    "UTF-16": (svg().decode().encode("utf-16"), "neither SVG in UTF-8 nor PNG"),
    "cut short": (svg()[:-3], "neither whole SVG nor PNG"),
    "two pictures": (svg() + svg(), "neither whole SVG nor PNG"),
    "a page": (b"<html/>", "whose first element is not that of an SVG"),
    "no size": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "without a viewBox"),
    "odd size": (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 x"/>', "without a viewBox",
    ),
}  # fmt: skip

REFUSED_PNG = {
    "no picture": (b"\x89PNG\r\n\x1a\n" + b"x" * 99, "a PNG that is damaged"),
    "text by that name": (b"not a picture", "neither whole SVG nor PNG"),
    "a GIF": (b"GIF89a\xff\xff", "neither SVG in UTF-8 nor PNG"),
    "only its first bytes": (b"\x89PNG\r\n\x1a\n", "a PNG that is not whole"),
    "cut short": (png()[:-6], "a PNG that is damaged"),
    "a changed byte": (png().replace(b"\x00\x00\x00\x1e", b"\x00\x00\x00\x1f"), "damaged"),
    "something after its end": (png(after=svg("<script/>")), "a PNG that is damaged"),
    "too wide": (png(LONGEST_SIDE + 1, 1), f"a PNG of {LONGEST_SIDE + 1} by 1 pixels"),
    "no height": (png(10, 0), "a PNG of 10 by 0 pixels"),
    "one that moves": (png(more=chunk(b"acTL", b"\0" * 8)), "a PNG that moves"),
}


def taken(folder: Path, name: str, data: bytes | None = None) -> tuple[Clinic, list[str]]:
    path = write(folder / "clinic", f'name = "North"\nlogo = "{name}"\n')
    if data is not None:
        path.with_name(name).write_bytes(data)
    clinic, faults = read_clinic(path)
    return clinic, [str(fault) for fault in faults]


def refused(result: tuple[Clinic, list[str]], found: str) -> None:
    clinic, faults = result
    assert clinic == Clinic(name="North")
    assert len(faults) == 1
    key, _, rest = faults[0].partition(": found ")
    assert key == "clinic.toml: logo"
    assert found in rest.partition("; allowed: ")[0]
    assert "an SVG or PNG file of up to 200 KB in the folder of this file" in rest
    assert faults[0].isprintable()


@pytest.mark.parametrize("name", REFUSED_SVG)
def test_an_svg_in_which_something_could_run_move_or_fetch_is_refused(name: str, tmp_path: Path):
    data, found = REFUSED_SVG[name]
    refused(taken(tmp_path, "logo.svg", data), found)


@pytest.mark.parametrize("name", REFUSED_PNG)
def test_a_png_that_is_none_is_refused(name: str, tmp_path: Path):
    data, found = REFUSED_PNG[name]
    refused(taken(tmp_path, "logo.png", data), found)


def _outside(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text(GOOD_SVG)
    return path


PLACES: dict[str, tuple[Callable[[Path], str], str]] = {
    "nothing of that name": (lambda folder: "none.svg", "no such file"),
    "a path outside": (
        lambda folder: f"../{_outside(folder, 'a.svg').name}", "outside of the profile's folder",
    ),
    "a whole path": (lambda folder: str(_outside(folder, "a.svg")), "outside of the profile's"),
    "a folder with a name that begins alike": (
        lambda folder: (folder / "clinic2").mkdir() or "../clinic2/a.svg", "outside of the",
    ),
    "a link that leads outside": (
        lambda folder: (folder / "clinic" / "l.svg").symlink_to(_outside(folder, "a.svg"))
        or "l.svg",
        "outside of the profile's folder",
    ),
    "a link to itself": (
        lambda folder: (folder / "clinic" / "l.svg").symlink_to("l.svg") or "l.svg", "",
    ),
    "a folder": (lambda folder: (folder / "clinic" / "d.svg").mkdir() or "d.svg", "a folder"),
    "the profile's folder": (lambda folder: ".", "a folder"),
    "nothing": (lambda folder: "", "a folder"),
    "a pipe": (
        lambda folder: os.mkfifo(folder / "clinic" / "p.svg") or "p.svg", "no plain file",
    ),
    "a sign that no name has": (lambda folder: r"a\u0000.svg", ""),
    "an address": (lambda folder: "https://a.example/logo.svg", "no such file"),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_a_file_elsewhere_or_none_is_refused(name: str, tmp_path: Path):
    (tmp_path / "clinic").mkdir()
    make, found = PLACES[name]
    refused(taken(tmp_path, make(tmp_path)), found)


@pytest.mark.parametrize("value", ["3", "['logo.svg']", "true"])
def test_another_kind_of_value_is_refused(value: str, tmp_path: Path):
    clinic, faults = read_clinic(write(tmp_path / "clinic", f'name = "North"\nlogo = {value}\n'))
    assert clinic == Clinic(name="North")
    assert [fault.key for fault in faults] == ["logo"]


def test_a_file_that_is_too_large_is_not_even_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "clinic"
    folder.mkdir()
    with (folder / "logo.svg").open("wb") as file:
        file.truncate(LARGEST + 1)
    opened: list[Path] = []
    real = Path.open

    def noted(path: Path, *how: str) -> object:
        opened.append(path)
        return real(path, *how)

    profile = write(folder, 'name = "North"\nlogo = "logo.svg"\n')
    monkeypatch.setattr(Path, "open", noted)
    clinic, faults = read_clinic(profile)
    refused((clinic, [str(fault) for fault in faults]), "'logo.svg', a file of 201 KB")
    assert [path.name for path in opened] == ["clinic.toml"]


def test_a_file_of_the_greatest_size_is_taken(tmp_path: Path):
    data = svg("<desc>" + "x" * (LARGEST - len(svg("<desc></desc>"))) + "</desc>")
    assert len(data) == LARGEST
    clinic, faults = taken(tmp_path, "logo.svg", data)
    assert faults == []
    assert clinic.logo is not None


@pytest.mark.parametrize(
    ("name", "data", "kind", "size"),
    [
        ("logo.svg", GOOD_SVG.encode(), "image/svg+xml", (300, 100)),
        ("logo.svg", b"\xef\xbb\xbf" + svg(), "image/svg+xml", (300, 100)),
        (
            "logo.svg",
            b'<?xml version="1.0" encoding="UTF-8"?><svg xmlns="http://www.w3.org/2000/svg" '
            b'xmlns:k="http://www.inkscape.org/namespaces/inkscape" width="64px" height="32" '
            b'k:export-filename="C:\\a.png"><k:page id="p" onload="no"/></svg>',
            "image/svg+xml",
            (200, 100),
        ),
        ("logo.png", png(), "image/png", (30, 10)),
        ("logo.jpg", png(), "image/png", (30, 10)),
    ],
    ids=[
        "all that is allowed",
        "a mark of its encoding",
        "an editor's notes",
        "PNG",
        "named amiss",
    ],
)
def test_a_right_logo_is_taken_as_what_it_is(
    name: str, data: bytes, kind: str, size: tuple[int, int], tmp_path: Path
):
    clinic, faults = taken(tmp_path, name, data)
    assert faults == []
    assert clinic.logo is not None
    assert (clinic.logo.media_type, clinic.logo.data) == (kind, data)
    assert (clinic.logo.width, clinic.logo.height) == size


def test_a_link_that_stays_in_the_folder_is_followed(tmp_path: Path):
    folder = tmp_path / "clinic" / "..data"  # as Kubernetes hands out files
    folder.mkdir(parents=True)
    (folder / "a.svg").write_text(GOOD_SVG)
    (tmp_path / "clinic" / "logo.svg").symlink_to(folder / "a.svg")
    clinic, faults = taken(tmp_path, "logo.svg")
    assert faults == []
    assert clinic.logo is not None
