"""What country a document is about, and where its publisher sits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from etl.recognise.mentions import Party
from etl.recognise.names import find_parties
from etl.recognise.text import Mentions

_WEIGHT = {"name": 1.0, "people": 1.0, "capital": 1.0, "metonym": 1.0, "body": 1.0, "adjective": 0.6, "organisation": 0.0, "group": 0.0}


def topic_country(parties: Sequence[Party], title_end: int, start: int) -> str | None:
    """The country named most, title and opening counting more; None where no country is named."""
    scores: Counter[str] = Counter()
    for party in parties:
        weight = _WEIGHT[party.form]
        if party.end <= title_end:
            weight *= 3
        elif party.start < start + 400:
            weight *= 2
        scores[party.code] += weight  # type: ignore[assignment]
    best = [code for code, score in scores.most_common(1) if score > 0]
    return best[0] if best else None


def publisher_country(publisher: str | None) -> str | None:
    """The country that a publisher's name states ("Government Offices of Sweden"), else None."""
    found = [p.code for p in find_parties(publisher or "") if p.form not in ("organisation", "group")]
    return found[0] if found else None


def places(blocks: Sequence[tuple[int, int, int]], mentions: Mentions) -> dict[int, tuple[tuple[str, ...], frozenset[str]]]:
    """For each block ``(index, start, end)`` the countries named in it, and those that sell by its firms and systems."""
    found: dict[int, tuple[tuple[str, ...], frozenset[str]]] = {}
    for index, start, end in blocks:
        named = dict.fromkeys(p.code for p in mentions.parties if start <= p.start < end and p.form not in ("organisation", "group"))
        sellers = {c for m in mentions.companies if start <= m.start < end for c in m.countries}
        sellers |= {c for m in mentions.systems if start <= m.start < end for c in m.countries}
        found[index] = (tuple(named), frozenset(sellers))
    return found
