"""Finds towns: they tell whose home a text is of, and are no parties.

The table is made of the towns of GeoNames (geonames.org, CC BY 4.0) with at least 90,000 people, without those that
share their name with a word, a weapon, a person or a town of another country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from etl.lexicon import load
from etl.recognise.mentions import Mention, Town
from etl.recognise.spans import Spans
from etl.recognise.surfaces import Surfaces, plain


def find_towns(text: str, taken: Sequence[Mention]) -> list[Town]:
    """The towns that ``text`` names outside the mentions ``taken``, in text order, without overlaps."""
    spans = Spans(taken)
    return [
        Town(hit.start, hit.end, text[hit.start : hit.end], hit.values[0])
        for hit in _towns().find(plain(text))
        if not spans.overlap(hit.start, hit.end)
    ]


@cache
def _towns() -> Surfaces[str]:
    return Surfaces(_surfaces())


def _surfaces() -> Iterator[tuple[str, str]]:
    """Each town as the table has it and, as datelines write it, in capitals."""
    for row in load.rows("towns"):
        yield row["surface"], row["code"]
        yield row["surface"].upper(), row["code"]
