"""How many bad inputs are tried, counted from the tables that the tests run through."""

from __future__ import annotations

from tests.content import test_clinic_logo, test_clinic_profile, test_clinic_rules
from tests.content.test_refused import CASES
from tests.hostile import addresses, messages, queries

CORPUS = {
    "addresses": len(addresses.TRAVERSAL) + len(addresses.ODD),
    "methods and heads": len(addresses.BY_METHOD) + len(addresses.HEADERS),
    "bytes that are no request": len(addresses.NO_HTTP),
    "handshakes": len(messages.HANDSHAKES),
    "frames": len(messages.FRAMES) + len(messages.BLOBS),
    "messages": len(messages.IGNORED) + len(messages.ABSURD) + len(messages.VALUES),
    "settings of a page": len(queries.QUERIES),
    "content files": len(CASES),
    "clinic profiles": len(test_clinic_profile.BAD) + len(test_clinic_profile.WHOLE)
    + len(test_clinic_rules.BAD),
    "clinic pictures": len(test_clinic_logo.REFUSED_SVG) + len(test_clinic_logo.REFUSED_PNG),
}  # fmt: skip
"""Kind of input to the number of cases."""


def test_the_corpus_is_large_and_no_kind_is_thin():
    assert sum(CORPUS.values()) >= 600, CORPUS
    assert min(CORPUS.values()) >= 10, CORPUS
