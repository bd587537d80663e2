"""Parties that a document lends to a row: where the text names them, for who reads the row to see."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.extraction import Deal, Evidence, Transfer
from etl.recognise.mentions import Party
from schemas.vocabulary import Role, Rule

_BESIDE = "is named in the sentence, though not as a side of the deal"
_AROUND = "is not named in the sentence; taken from the text around it"
_SIDES = (Role.SUPPLIER, Role.RECIPIENT)


def point_to_names(text: str, found: Sequence[Deal], parties: Sequence[Party]) -> tuple[Deal, ...]:
    """The deals of a text, the evidence of each party that the text around a row lends moved to where it is named.

    That is the last place before the end of the row's sentence, else the first after it. A party that is named nowhere,
    as the country of who publishes the document, has no evidence. ``parties`` are all that the text names, in order.
    """
    named: dict[str, list[Party]] = {}
    for party in parties:
        named.setdefault(party.code, []).append(party)
    return tuple(
        replace(deal, transfers=tuple(_pointed(text, transfer, named) for transfer in deal.transfers)) for deal in found
    )


def _pointed(text: str, transfer: Transfer, named: dict[str, list[Party]]) -> Transfer:
    """A transfer with the evidence of its lent parties where they are named."""
    if all(c.rule is not Rule.INHERITED or c.field not in _SIDES for c in transfer.cells):
        return transfer
    cells = [c for c in transfer.cells if c.field not in _SIDES]
    for role in _SIDES:
        cells += _side(text, transfer, role, named)
    return replace(transfer, cells=tuple(dict.fromkeys(cells)))


def _side(text: str, transfer: Transfer, role: Role, named: dict[str, list[Party]]) -> Iterator[Evidence]:
    """The evidence of one side; of parties that are lent together there may be one piece for all."""
    codes = [p.code or p.name or "" for p in transfer.parties if p.role is role]
    own = [c for c in transfer.cells if c.field == role]
    pairs = zip(own, codes, strict=True) if len(own) == len(codes) else [(c, code) for c in own[:1] for code in codes]
    for evidence, code in pairs:
        if evidence.rule is not Rule.INHERITED:
            yield evidence
            continue
        where = _nearest(named.get(code, []), evidence, transfer.end)
        if where is not None:
            why = _BESIDE if transfer.start <= where.start < transfer.end else _AROUND
            surface = text[where.start : where.end]
            yield Evidence(role.value, where.start, where.end, surface, Rule.INHERITED, f"{code} {why}")


def _nearest(mentions: Sequence[Party], evidence: Evidence, end: int) -> Party | None:
    """The mention of a party that is nearest before the end of a sentence, its own where the evidence is one."""
    same = next((m for m in mentions if m.start == evidence.start < evidence.end), None)
    at = bisect_left([m.start for m in mentions], end)
    return same or (mentions[at - 1] if at else next(iter(mentions), None))
