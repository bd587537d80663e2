"""Which row of the register and which transfer are one deal: docs/compare.md tells the rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from etl.compare.differences import number_verdict
from etl.compare.names import successors
from etl.compare.types import DatasetRow, Number, Party, RegisterRow, Verdict
from etl.families import System, same_family, same_system, system_of
from schemas.vocabulary import Stage

_YEARS_APART = 2
"""How far the year of order and the year of the agreement may lie apart; one more where the register estimates."""

_ByParties = dict[str, dict[str | None, list[DatasetRow]]]
"""Transfers by recipient and supplier; None stands for a supplier that is not known."""

_PROPOSED = frozenset({Stage.PROPOSED, Stage.APPROVED, Stage.CANCELLED})
_ALMOST = 0.2


class Match(NamedTuple):
    """A row of the register and a transfer that can be the same deal, and how much speaks for it."""

    register: RegisterRow
    dataset: DatasetRow
    points: int


def matches(register: Iterable[RegisterRow], dataset: Iterable[DatasetRow]) -> list[Match]:
    """The deals that are in both, each row in one match at most, the best first.

    Of matches with the same points that with nearer numbers comes first, then that of a firm deal, then that of the
    earlier line and the smaller identifier: the same files give the same matches.
    """
    by_parties: _ByParties = {}
    for row in dataset:
        for recipient in row.recipients:
            for supplier in row.suppliers or (None,):
                by_parties.setdefault(recipient, {}).setdefault(supplier, []).append(row)
    candidates = [match for row in register for match in _candidates(row, by_parties)]
    lines: set[int] = set()
    transfers: set[str] = set()
    kept = []
    for match in sorted(candidates, key=_rank):
        if match.register.line not in lines and match.dataset.transfer_id not in transfers:
            lines.add(match.register.line)
            transfers.add(match.dataset.transfer_id)
            kept.append(match)
    return kept


def points(register: RegisterRow, dataset: DatasetRow) -> int | None:
    """How much speaks for a row and a transfer being one deal, None where something rules it out."""
    if _party(register.recipient.code, dataset.recipients) in (None, 0):
        return None
    of_supplier = _party(register.supplier.code, dataset.suppliers)
    of_year = _years(register, dataset)
    if of_supplier is None or of_year is None:
        return None
    of_number = _number(register, dataset)
    of_system = _system(register, dataset, numbers_agree=of_number == 3)
    if of_system is None or of_year + of_number == 0:
        return None
    return of_supplier + of_year + of_number + of_system


def _candidates(row: RegisterRow, by_parties: _ByParties) -> Iterator[Match]:
    once: dict[str, DatasetRow] = {}
    for recipient in _codes(row.recipient):
        by_supplier = by_parties.get(recipient, {})
        suppliers = by_supplier.keys() if row.supplier.code is None else (None, *_codes(row.supplier))
        once.update((other.transfer_id, other) for code in suppliers for other in by_supplier.get(code, ()))
    for other in once.values():
        speaking = points(row, other)
        if speaking is not None:
            yield Match(row, other, speaking)


def _codes(party: Party) -> tuple[str, ...]:
    """The codes under which a party may stand in the dataset: its own, and of states that it came from or became."""
    return () if party.code is None else (party.code, *sorted(successors().get(party.code, ())))


def _rank(match: Match) -> tuple[int, float, bool, int, str]:
    number, quantity = match.register.number, match.dataset.quantity
    apart = abs(number.amount - quantity) if number is not None and quantity is not None else float("inf")
    tentative = match.dataset.stage in _PROPOSED
    return -match.points, apart, tentative, match.register.line, match.dataset.transfer_id


def _party(code: str | None, others: tuple[str, ...]) -> int | None:
    """2 where it is the same party, 1 where one state came from the other, 0 where a side does not know, else None."""
    if code is None or not others:
        return 0
    if code in others:
        return 2
    return 1 if successors().get(code, frozenset()).intersection(others) else None


def _years(register: RegisterRow, dataset: DatasetRow) -> int | None:
    """3 for the same year of order, less the further apart, 0 where nothing is known, None where too far apart.

    Where a side tells no year of order, years of delivery speak: 1 where they meet.
    """
    ordered, agreed = register.ordered, dataset.year
    if ordered is not None and agreed is not None:
        apart = abs(ordered.amount - agreed)
        return max(3 - apart, 0) if apart <= _YEARS_APART + ordered.estimated else None
    last = dataset.delivery_to or dataset.delivery_from
    first = dataset.delivery_from or dataset.delivery_to
    if ordered is not None and last is not None and last < ordered.amount:
        return None
    if register.deliveries is None or first is None or last is None:
        return 0
    after = first > register.deliveries.last + _YEARS_APART
    before = last < register.deliveries.first - _YEARS_APART
    return None if after or before else 1


def _number(register: RegisterRow, dataset: DatasetRow) -> int:
    """3 where the numbers agree, 1 where one is within a fifth of the other, else 0."""
    number = register.number or register.delivered
    verdict = number_verdict(number, dataset)
    if verdict is Verdict.SAME:
        return 3
    return 1 if verdict is Verdict.DIFFERS and number is not None and _almost(number, dataset) else 0


def _almost(number: Number, dataset: DatasetRow) -> bool:
    quantity = dataset.quantity or 0
    return abs(number.amount - quantity) <= _ALMOST * max(number.amount, quantity)


def _system(register: RegisterRow, dataset: DatasetRow, *, numbers_agree: bool) -> int | None:
    """3 for one version of a system, 2 for versions of one system, 1 for a kind where a side names no system.

    A kind counts only where the numbers agree. None where the weapons are different ones.
    """
    one = system_of(register.designation, register.description)
    other = system_of(dataset.designation, dataset.weapon)
    if same_system(one, other):
        return 3
    if one.exact and other.exact:
        return 2 if same_family(one, other) else None
    return 1 if numbers_agree and _same_kind(one, other) else None


def _same_kind(one: System, other: System) -> bool:
    return bool(one.kinds & other.kinds)
