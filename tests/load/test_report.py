"""The bench's verdict and its table."""

from __future__ import annotations

import pytest

from tests.load.report import BEGIN, END, Row, put, table


def test_a_median_above_its_bar_misses_it():
    assert Row("bytes", [10, 10, 100], [4, 4.1, 4.2], 0.40).missed
    assert not Row("bytes", [10, 10, 100], [1, 4.0, 90], 0.40).missed


def test_where_more_is_better_less_misses_the_bar():
    assert Row("readers", [20], [199], times=10).missed
    assert not Row("readers", [20], [200], times=10).missed
    assert Row("readers on two", [], [999], least=1000).missed
    assert Row("readers", [20], [200], times=10, least=100).cells()[-2:] == (
        "ratio ≥ 10, ours ≥ 100", "yes",
    )  # fmt: skip


def test_a_row_without_a_bar_is_never_missed_and_claims_nothing():
    row = Row("start", [1.0], [9.0])
    assert not row.missed
    assert row.cells()[-2:] == ("", "")


def test_a_cell_holds_the_median_and_the_spread():
    assert Row("words", [2.0, 1.0, 4.0], [1.0], digits=1).cells()[1] == "2.0 (1.0–4.0)"


def test_many_values_also_show_the_slow_end():
    values = [float(number) for number in range(1, 41)]
    assert Row("reruns", values, values).cells()[1].endswith(", p95 39")


def test_the_table_says_which_bar_is_met():
    text = table([Row("bytes", [10], [4], 0.40), Row("words", [10], [5], 0.15)])
    lines = [[cell.strip() for cell in line.strip("| ").split("|")] for line in text.splitlines()]
    assert [line[-1] for line in lines] == ["met", lines[1][-1], "yes", "no"]
    assert [line[3] for line in lines[2:]] == ["0.400", "0.500"]


def test_only_what_stands_between_the_markers_changes(tmp_path):
    document = tmp_path / "performance.md"
    document.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", "utf-8")
    put(document, "new")
    put(document, "newer")
    assert document.read_text("utf-8") == f"before\n{BEGIN}\nnewer\n{END}\nafter\n"


@pytest.mark.parametrize("text", ["", BEGIN, END, f"{END} {BEGIN}"])
def test_a_document_without_both_markers_is_refused(tmp_path, text):
    document = tmp_path / "performance.md"
    document.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"performance\.md"):
        put(document, "new")
