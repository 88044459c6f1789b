"""Every way to set two kinds of statistics beside each other, and the fault that it must give."""

from __future__ import annotations

from pathlib import Path

from tests.content.broken import replace
from tests.content.faulty import Case

MILD, OPEN = "en/options/mild.md", "en/options/open.md"
L9, ARRAYS = "en/pathway/l9.md", "en/arrays.toml"
CHANGE = "It fell by {encore.mild.odi.24m} points."
DIFFERENCE = "It was {zaina2016.surgery_minus_nonsurgery.odi.24m} points lower."
BOTH = "zaina2016.surgery_minus_nonsurgery.odi.24m (between_groups)"
ALLOWED = "not both side by side"


def _in_both(root: Path) -> None:
    """Write a change among the harms of one option and a difference among those of another."""
    replace(MILD, "Soreness lasted about", f"{CHANGE} Soreness lasted about")(root)
    replace(OPEN, "**Infection:** {tram", f"{DIFFERENCE} **Infection:** {{tram")(root)


APART = (
    Case("both kinds in one text of an option",
         replace(MILD, "The maker paid; everyone knew what they had.", f"{CHANGE} {DIFFERENCE}"),
         MILD, "found.0", BOTH, ALLOWED),
    Case("both kinds in one field of two options", _in_both,
         "en/options/open.md", "harms", BOTH, ALLOWED),
    Case("both kinds in two fields of a leaf",
         replace(L9, "None of these studies was about people who had had MILD first. [@editorial]",
                 CHANGE),
         L9, "more_evidence", "encore.mild.odi.24m (before_after)", ALLOWED),
    Case("both kinds in the sentence of a picture",
         replace(ARRAYS, "The other {durkin.mild.odi_responder.6m:rest} did not.",
                 f"{CHANGE} {DIFFERENCE}"),
         ARRAYS, "array.limits-six-months.says", BOTH, ALLOWED),
    Case("picture of people without a procedure among harms of one",
         replace(ARRAYS, 'id = "without-japan"\nplace = "without"',
                 'id = "without-japan"\nplace = "harms"'),
         ARRAYS, "without-japan.place", "matsudaira.nonsurgical.improved.36m", "stand apart"),
    Case("people without a procedure among what MILD did",
         replace(MILD, "Who paid is not shown.", "Of {otani.community.no_longer_positive.12m}."),
         MILD, "found.3", "otani.community.no_longer_positive.12m", "stand apart"),
)  # fmt: skip
