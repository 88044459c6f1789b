"""Every number leads back to who measured it and who paid; every drawn part has its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from app.domain.drawings import DRAWINGS
from app.figures.posture import KINDS, posture
from app.knowledge.catalog import Library
from app.knowledge.passport import OWN
from app.knowledge.texts import PatientText, patient_texts
from tests.content.visible import visible

ROW = re.compile(r"\{([a-z0-9_]+\.[a-z0-9_.]+)(?::[a-z_]+)?\}")
OURS = {
    "evidence.wcag_version",
    "evidence.cc_version",
    "evidence.reading_grade",
    "pathway.keep.first",
    "pathway.keep.later",
}
"""Numbers that are our own choice: what this guide aims at, when we suggest a review."""

TABLES = ("outcomes", "events", "facts", "thresholds")


def naming(library: Library) -> Iterator[tuple[PatientText, str, tuple[str, ...]]]:
    """Return each text, row and sources of the row, for every row that patient prose names."""
    sources: dict[str, tuple[str, ...]] = {}
    for table in TABLES:
        frame: pd.DataFrame = getattr(library.evidence, table)
        column = "sources" if table == "facts" else "source_id"
        for row, cited in frame[column].items():
            sources[str(row)] = cited if table == "facts" else (cited,)
    slots = ("about.", "clinic.")
    for item in patient_texts(library):
        for row in ROW.findall(item.text):
            if not row.startswith(slots):
                yield item, row, sources[row]


def test_prose_names_rows(library: Library):
    assert len({row for _, row, _ in naming(library)}) > 100


def test_every_row_in_prose_has_a_source_with_a_funder(library: Library):
    register = library.evidence.sources
    for item, row, sources in naming(library):
        assert sources, (item.file, row)
        for source in sources:
            assert register.at[source, "funder"], source
            assert register.at[source, "funding"], source


def test_only_what_we_chose_ourselves_rests_on_our_own_judgement_alone(library: Library):
    assert {row for _, row, sources in naming(library) if set(sources) == {OWN}} <= OURS


def test_the_source_of_a_number_and_who_paid_open_where_the_number_stands(library: Library):
    register = library.evidence.sources
    missing = []
    for item, row, sources in naming(library):
        html = library.prose.block(item.text).html
        for source in set(sources) - {OWN}:
            shown = visible(html, notes=True)
            label, paid = register.at[source, "label"], register.at[source, "funding"]
            if label not in shown or f"Paid for by: {paid}" not in shown:
                missing.append((item.file, row, source))
    assert missing == []


def test_every_result_on_the_evidence_page_names_its_source(library: Library):
    for table in ("outcomes", "events", "thresholds", "appraisals"):
        frame = getattr(library.evidence, table)
        assert frame["source_label"].str.len().min() > 0
        assert frame["source_funding"].str.len().min() > 0


def test_every_part_of_every_drawing_has_its_name_and_sentence(library: Library):
    drawn = {part for drawing in DRAWINGS.values() for part in drawing.parts}
    drawn |= {part for kind in KINDS for part in posture(kind).parts}
    assert drawn - set(library.parts) == set()
