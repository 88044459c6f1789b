"""Writes the rules of the decision pathway as a sheet that a clinician can read and sign.

`python -m tests.spec.rule_sheet` writes it anew.
"""

from __future__ import annotations

from app.knowledge.catalog import Library
from app.knowledge.library import library
from app.knowledge.nodes import QuestionNode
from tests.server import ROOT
from tests.spec.pathway_rules import ANSWERS, STAGES

SHEET = ROOT / "docs" / "pathway_rules.md"
HEAD = """# Rules of the decision pathway

Where each answer leads on the page "If it does not help", and what each stage must name. Written
by `make rules` from the tables that the tests hold the app to; a change there or in the questions
shows here. Ids: N questions and stages, E examinations, L options (leaves).

Five rules hold everywhere:

1. The question about emergency signs comes first, and a sign ends the walk.
2. Every question has an answer for a reader who is not sure.
3. From every stage one can go back to the emergency signs.
4. Every finding offers a way without a further procedure (L1 or L11).
5. No way runs in a circle, but for those marked "back to".
"""


def _title(content: Library, node: str) -> str:
    return " ".join(content.prose.line(content.nodes[node].title).plain)


def _names(content: Library, nodes: tuple[str, ...]) -> str:
    return "; ".join(f"{node} {_title(content, node)}" for node in nodes) or "–"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def rule_sheet(content: Library) -> str:
    """Return the sheet in the words of one language."""
    pieces = [HEAD, "## Answers\n"]
    for question in dict.fromkeys(rule.question for rule in ANSWERS):
        node = content.nodes[question]
        assert isinstance(node, QuestionNode)
        labels = {a.id: " ".join(content.prose.line(a.label).plain) for a in node.answers}
        rows = [
            (
                rule.answer,
                rule.means,
                labels[rule.answer],
                f"{'back to ' if rule.returns else ''}{rule.leads} {_title(content, rule.leads)}",
            )
            for rule in ANSWERS
            if rule.question == question
        ]
        asked = " ".join(content.prose.line(node.question).plain)
        pieces.append(f"### {question}: {asked}\n")
        pieces.append(_table(("Rule", "When", "The reader says", "Then"), rows) + "\n")
    pieces.append("## Stages\n")
    pieces.append("A stage may name more than it must, but nothing under “never”.\n")
    stages = [
        (
            f"{rule.stage} {_title(content, rule.stage)}",
            rule.means,
            _names(content, rule.tests),
            _names(content, rule.options),
            ", ".join(rule.onward),
            ", ".join(rule.never) or "–",
        )
        for rule in STAGES
    ]
    head = ("Stage", "Why", "Tests it must name", "Options it must name", "Leads to", "Never")
    return "\n".join([*pieces, _table(head, stages)]) + "\n"


if __name__ == "__main__":
    SHEET.write_text(rule_sheet(library("en")), "utf-8")
