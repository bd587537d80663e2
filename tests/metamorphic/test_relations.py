"""Every change that should change nothing else holds on the gold and the seeds, or is known to break a relation.

A break that is not known, and a known one that now holds, fail. ``benchmarks/metamorphic.py --known`` writes the list
anew; the number of its lines may only fall.
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.metamorphic.originals import names, original
from tests.metamorphic.relations import RELATIONS, known_breaks, outcomes

DOCUMENTS = [*names("gold"), *names("seeds")]

LEAST = {
    "country": 50,
    "number": 50,
    "currency": 18,
    "system": 60,
    "order": 10,
    "story": 100,
    "distractor": 150,
    "writing": 340,
}
"""How many changed documents each relation gives at least, so that none holds for want of any."""

MOST = {"country": 1, "story": 17, "distractor": 4}
"""How many breaks of each relation may be known. Lower a number when breaks are mended; raise none."""


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_holds_but_for_known_breaks(relation: str, document: str) -> None:
    known = {b.change for b in known_breaks() if (b.relation, b.document) == (relation, document)}
    found = {o.change: o.differences for o in outcomes(relation, document) if o.differences}
    unknown = {change: told for change, told in found.items() if change not in known}
    assert unknown == {}, "rows changed that should not have"
    assert known - found.keys() == set(), "these hold now: take their lines out of known_breaks.txt and lower MOST"


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_changes_many_documents(relation: str) -> None:
    changed = sum(1 for document in DOCUMENTS for _ in RELATIONS[relation](original(document)))
    assert changed >= LEAST[relation]


def test_known_breaks_only_become_fewer() -> None:
    told = Counter(b.relation for b in known_breaks())
    assert {relation: n for relation, n in told.items() if n > MOST.get(relation, 0)} == {}


def test_each_known_break_is_one_of_a_document_that_is_tested() -> None:
    known = known_breaks()
    assert known == sorted(set(known))
    assert {b.document for b in known} <= set(DOCUMENTS)
    assert {b.relation for b in known} <= RELATIONS.keys()
