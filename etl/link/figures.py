"""Every amount, count and date of a document, with what it was used for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from etl.extraction import Deal, Figure
from etl.link.uses import use_of
from etl.recognise.mentions import Count, Money, When
from etl.recognise.text import Mentions
from schemas.vocabulary import Bound, FigureKind, UsedAs

_CELL_USES = {
    "value_amount": UsedAs.VALUE,
    "agreed": UsedAs.AGREED,
    "quantity": UsedAs.QUANTITY,
    "delivered": UsedAs.DELIVERED,
    "delivery_from": UsedAs.DELIVERY,
    "delivery_to": UsedAs.DELIVERY,
}

"""What a figure is that a cell of a row was read from."""

Claims = dict[int, tuple[UsedAs, int, int | None]]
"""By a figure's start: its use, the index of its deal, the index of its transfer if it is of one."""


def figures(text: str, mentions: Mentions, deals: Sequence[Deal], noted: dict[int, UsedAs]) -> tuple[Figure, ...]:
    """All figures in text order. ``noted`` are uses that reading found, by the figure's start."""
    claims = _claims(deals)
    found = [*_money(text, mentions, claims), *_counts(text, mentions, claims, noted), *_dates(mentions, claims)]
    return tuple(sorted(found, key=lambda f: (f.start, f.end, f.kind)))


def _claims(deals: Sequence[Deal]) -> Claims:
    claims: Claims = {}
    for d, deal in enumerate(deals):
        for c in deal.cells:
            if c.field in _CELL_USES:
                claims.setdefault(c.start, (_CELL_USES[c.field], d, None))
        for t, transfer in enumerate(deal.transfers):
            for c in transfer.cells:
                if c.field in _CELL_USES:
                    claims.setdefault(c.start, (_CELL_USES[c.field], d, t))
    return claims


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - 60) : start] + " # " + text[end : end + 40]


def _money(text: str, mentions: Mentions, claims: Claims) -> Iterator[Figure]:
    for m in mentions.money:
        use, deal, transfer = claims.get(m.start, (None, None, None))
        if use is None and m.restates is not None and m.restates in claims:
            use, deal, transfer = claims[m.restates]
        if use is None:
            use = UsedAs.UNIT_PRICE if m.per == "unit" else use_of(_around(text, m.start, m.end)) or UsedAs.UNKNOWN
        yield _figure(FigureKind.MONEY, m, m.amount, m.high, m.bound, m.currency, use, deal, transfer)


def _counts(text: str, mentions: Mentions, claims: Claims, noted: dict[int, UsedAs]) -> Iterator[Figure]:
    for c in [*mentions.counts, *(count for count, _ in mentions.other_counts)]:
        use, deal, transfer = claims.get(c.start, (None, None, None))
        if use is None:
            use = noted.get(c.start) or use_of(_around(text, c.start, c.end)) or UsedAs.UNKNOWN
        yield _figure(
            FigureKind.COUNT, c, c.amount, c.high, c.bound, c.unit.value if c.unit else None, use, deal, transfer
        )


def _dates(mentions: Mentions, claims: Claims) -> Iterator[Figure]:
    for w in mentions.dates:
        use, deal, transfer = claims.get(w.start, (UsedAs.UNKNOWN, None, None))
        amount = Decimal(w.value[:4]) if w.value else None
        high = Decimal(w.value_to[:4]) if w.value_to else None
        yield _figure(FigureKind.DATE, w, amount, high, None, w.value, use, deal, transfer)


def _figure(
    kind: FigureKind,
    m: Money | Count | When,
    amount: Decimal | None,
    high: Decimal | None,
    bound: Bound | None,
    unit: str | None,
    use: UsedAs,
    deal: int | None,
    transfer: int | None,
) -> Figure:
    return Figure(kind, m.surface, m.start, m.end, amount, high, bound, unit, use, deal, transfer)
