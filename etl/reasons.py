"""Why a cell has its value where no words of the text fill it: what is taken for granted, said plainly."""

from __future__ import annotations

from schemas.vocabulary import Arrangement, Stage

_STAGES = {
    Stage.ORDERED: "no words say how far it has got; a deal of which nothing else is told is taken as ordered",
    Stage.AGREED: "no words say how far it has got; aid of which nothing else is told is taken as agreed",
    Stage.APPROVED: "no words of its own say how far it has got; a licence that is listed is taken as approved",
}
_ARRANGEMENTS = {
    Arrangement.SALE: "no words say so; arms are taken as sold where none tell of a gift, a loan or a licence",
    Arrangement.AID: "no words beside it say so; the document is on aid",
    Arrangement.UNKNOWN: "no words say so; of arms stopped on their way the terms are not told",
}
_PARTY = "no words name it; it is the country of a firm, of the publisher, or the one that the document is about"
_ELSEWHERE = "taken from what is told of the same arms elsewhere in the document"
_FIELDS = {
    "supplier": _PARTY,
    "recipient": _PARTY,
    "via": _PARTY,
    "agreed": "no words say so; the day on which the document was published",
    "part_of": "no words say so; sides, arms, numbers and dates of the two deals show it",
    "value_usd": "no words give it in dollars; converted at the rate that value_usd_basis names",
    "value_usd_basis": "no words: the rate, its date and its source",
    "delivered": _ELSEWHERE,
    "delivery_from": _ELSEWHERE,
    "delivery_to": _ELSEWHERE,
}
WITHOUT_WORDS = frozenset({"stage", "arrangement", *_FIELDS})
"""Fields that may be filled though no words fill them. Every other filled cell has its words in ``evidence``."""


def reason_without_words(field: str, value: object) -> str:
    """Why a cell has a value that no words fill. Raises ``KeyError`` for a field that words always fill."""
    if field == "stage":
        return _STAGES.get(Stage(str(value)), "no words of its own say so; it follows from what is told of its deal")
    if field == "arrangement":
        return _ARRANGEMENTS.get(Arrangement(str(value)), "no words beside it say so; it follows from the document")
    return _FIELDS[field]
