"""The relations between a document and itself changed, what each change does, and which breaks are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.metamorphic.countries import countries
from tests.metamorphic.currencies import currencies
from tests.metamorphic.edits import Variant
from tests.metamorphic.numbers import numbers
from tests.metamorphic.originals import Original, original
from tests.metamorphic.paragraphs import distractors, order, stories
from tests.metamorphic.systems import systems
from tests.metamorphic.writing import writing

KNOWN = Path(__file__).parent / "known_breaks.txt"

RELATIONS: dict[str, Callable[[Original], Iterator[Variant]]] = {
    "country": countries,
    "number": numbers,
    "currency": currencies,
    "system": systems,
    "order": order,
    "story": stories,
    "distractor": distractors,
    "writing": writing,
}
"""From the name of each relation to what changes a document by it."""


class Break(NamedTuple):
    """A change of a document that breaks a relation."""

    relation: str
    document: str
    change: str


class Outcome(NamedTuple):
    """What came of one change of a document: ``differences`` is empty where the relation holds."""

    relation: str
    document: str
    change: str
    differences: tuple[str, ...]


def outcomes(relation: str, document: str, draw: int = 0) -> Iterator[Outcome]:
    """The outcome of each change that a relation makes of a document; ``draw`` decides which changes it makes."""
    for variant in RELATIONS[relation](original(document, draw)):
        yield Outcome(relation, document, variant.change, tuple(variant.breaks()))


def known_breaks() -> list[Break]:
    """The breaks that are known, as ``known_breaks.txt`` lists them: relation, document and change, parted by bars."""
    lines = KNOWN.read_text(encoding="utf-8").splitlines()
    return [Break(*line.split(" | ")) for line in lines if line and not line.startswith("#")]
