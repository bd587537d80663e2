"""A register and the transfers of a dataset, sorted into what is in both and what only one has."""

from __future__ import annotations

from collections.abc import Sequence

from etl.compare.differences import cells
from etl.compare.match import matches
from etl.compare.scope import scope_of
from etl.compare.types import Comparison, DatasetRow, Outside, Pair, Register


def together(register: Register, dataset: Sequence[DatasetRow]) -> Comparison:
    """The comparison: each row of the register and each transfer of the dataset is in one of its lists, in order."""
    found = sorted(matches(register.rows, dataset), key=lambda match: match.register.line)
    lines = {match.register.line for match in found}
    transfers = {match.dataset.transfer_id for match in found}
    scope = scope_of(register)
    only_dataset: list[DatasetRow] = []
    outside: list[Outside] = []
    for row in dataset:
        if row.transfer_id in transfers:
            continue
        reason = scope.outside(row)
        if reason is None:
            only_dataset.append(row)
        else:
            outside.append(Outside(row, reason))
    return Comparison(
        both=tuple(Pair(m.register, m.dataset, m.points, cells(m.register, m.dataset)) for m in found),
        only_register=tuple(row for row in register.rows if row.line not in lines),
        only_dataset=tuple(only_dataset),
        outside=tuple(outside),
        unread=register.unread,
    )
