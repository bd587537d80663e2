"""What comes out of a short text, as tuples of cells that a test can write down."""

from __future__ import annotations

from decimal import Decimal

from etl import extract
from etl.extraction import Deal, Transfer
from etl.link import items
from etl.link.chunks import Sentence, sentences
from etl.recognise.text import recognise

Cell = str | int | None


def rows(
    text: str, cells: str, published: str | None = None, publisher: str | None = None, title: str | None = None
) -> list[tuple[Cell, ...]]:
    """The named cells ("quantity designation recipient") of every transfer of a text, in order.

    Cells are plain strings and numbers; ``value`` is the amount, ``currency`` its currency, ``part_of`` the index of
    the larger deal. A supplier, recipient or transit that is several parties is their codes with a plus ("DNK+NLD").
    """
    found = extract(text, published=published, publisher=publisher, title=title)
    return [
        tuple(_cell(deal, transfer, name) for name in cells.split())
        for deal in found.deals
        for transfer in deal.transfers
    ]


END = " The ministry said that it would give the press no further details on the matter for now."
"""A sentence of prose after which a text is no telegram, whatever stands before it."""


def prose(sentence: str) -> str:
    """A sentence as running text, where a line alone could be read as a telegram."""
    return sentence + " Officials gave no further details."


def sentence(text: str, built: bool = True) -> Sentence:
    """A text that is one sentence, with its chunks, arms joined into items where ``built``."""
    (only,) = sentences(text, [(0, 0, len(text))], recognise(text))
    return Sentence(0, only.start, only.end, items.build(text, only.chunks)) if built else only


_OF_THE_DEAL = {"value": "value_amount", "high": "value_high", "currency": "value_currency"}


def _cell(deal: Deal, transfer: Transfer, name: str) -> Cell:
    if name in ("supplier", "recipient", "via"):
        return "+".join(p.code or p.name or "" for p in transfer.parties if p.role == name) or None
    owner = deal if name in (*_OF_THE_DEAL, "value_bound", "arrangement", "agreed", "part_of") else transfer
    value = getattr(owner, _OF_THE_DEAL.get(name, name))
    if value is None or type(value) is int:
        return value
    return int(value) if isinstance(value, Decimal) else str(value)
