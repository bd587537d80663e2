"""A comparison as rows for programs, and as tables for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TextIO

import pyarrow as pa
from rich.console import Console

from etl.ask import Answer
from etl.compare.differences import CELLS, dataset_cells, register_cells
from etl.compare.types import Comparison, DatasetRow, Found, Pair, RegisterRow, Verdict
from etl.printing import console, grid

_COLUMNS = (
    "found", "line", "transfer_id", "deal_id", "points", "recipient", "supplier",
    "designation_register", "designation_dataset", "description_register", "weapon_dataset",
    *chain.from_iterable((f"{name}_register", f"{name}_dataset") for name in CELLS),
    "differs", "only_register", "only_dataset",
    "status_register", "comments_register", "note",
)  # fmt: skip
# A table of more rows is no longer for people.
_MOST_ROWS = 1000
_NUMBERS = frozenset({"line", "points"})
_Row = dict[str, str | int | None]


def answer(comparison: Comparison) -> Answer:
    """The comparison as rows: one a deal, whichever side has it, and one a line that could not be read.

    ``found`` says where: ``both``, ``register``, ``dataset``, ``outside`` (in the dataset, and nothing for this
    register), or ``unread``. Cells that differ are named in ``differs``.
    """
    rows = list(_rows(comparison))
    types = {name: pa.int64() if name in _NUMBERS else pa.string() for name in _COLUMNS}
    return Answer(pa.table({name: pa.array([row.get(name) for row in rows], types[name]) for name in _COLUMNS}))


def _rows(comparison: Comparison) -> Iterator[_Row]:
    for pair in comparison.both:
        parties = {name: _of_register(pair.register)[name] for name in ("recipient", "supplier")}
        sides = {**_of_register(pair.register), **_of_dataset(pair.dataset), **parties}
        yield {"found": Found.BOTH, "points": pair.points, **sides, **_verdicts(pair)}
    for register in comparison.only_register:
        yield {"found": Found.REGISTER, **_of_register(register)}
    for dataset in comparison.only_dataset:
        yield {"found": Found.DATASET, **_of_dataset(dataset)}
    for outside in comparison.outside:
        yield {"found": Found.OUTSIDE, **_of_dataset(outside.row), "note": outside.reason}
    for unread in comparison.unread:
        yield {"found": Found.UNREAD, "line": unread.line, "note": unread.problem}


def _verdicts(pair: Pair) -> _Row:
    return {
        verdict.value: "; ".join(cell.name for cell in pair.cells if cell.verdict is verdict) or None
        for verdict in (Verdict.DIFFERS, Verdict.ONLY_REGISTER, Verdict.ONLY_DATASET)
    }


def _of_register(row: RegisterRow) -> _Row:
    return {
        "line": row.line,
        "recipient": row.recipient.code or row.recipient.name,
        "supplier": row.supplier.code or row.supplier.name,
        "designation_register": row.designation,
        "description_register": row.description,
        "status_register": row.condition,
        "comments_register": row.comments,
        **{f"{name}_register": said or None for name, said in zip(CELLS, register_cells(row), strict=True)},
    }


def _of_dataset(row: DatasetRow) -> _Row:
    return {
        "transfer_id": row.transfer_id,
        "deal_id": row.deal_id,
        "recipient": ", ".join(row.recipients) or None,
        "supplier": ", ".join(row.suppliers) or None,
        "designation_dataset": row.designation,
        "weapon_dataset": row.weapon,
        **{f"{name}_dataset": said or None for name, said in zip(CELLS, dataset_cells(row), strict=True)},
    }


def print_comparison(comparison: Comparison, stream: TextIO) -> None:
    """The comparison for people: deals in both with what differs, only there, only here, unread lines, and counts."""
    out = console(stream)
    cells = tuple(map(_heading, CELLS))
    parties = ("recipient", "supplier", "weapon")
    _section(out, "In both", ("line", "transfer", *parties, "differences"), map(_pair, comparison.both))
    _section(out, "Only in the register", ("line", *parties, *cells), map(_there, comparison.only_register))
    _section(out, "Only in the dataset", ("transfer", *parties, *cells), map(_here, comparison.only_dataset))
    for unread in comparison.unread:
        out.print(unread.problem, soft_wrap=True)
    out.print(_counts(comparison), soft_wrap=True)


def _section(out: Console, title: str, columns: Sequence[str], rows: Iterable[tuple[object, ...]]) -> None:
    """A table under its title, none where it has no rows; of very many rows the first."""
    every = list(rows)
    if every:
        out.print(grid(columns, every[:_MOST_ROWS], title=title))
    if len(every) > _MOST_ROWS:
        out.print(f"The first {_MOST_ROWS:,} of {len(every):,} rows; --format csv gives all.\n")


def _pair(pair: Pair) -> tuple[object, ...]:
    differing = [cell for cell in pair.cells if cell.verdict is Verdict.DIFFERS]
    said = "; ".join(f"{_heading(cell.name)} {cell.register} there, {cell.dataset} here" for cell in differing)
    row = _of_dataset(pair.dataset)
    weapon = pair.register.designation
    return pair.register.line, pair.dataset.transfer_id, row["recipient"], row["supplier"] or "?", weapon, said


def _there(row: RegisterRow) -> tuple[object, ...]:
    said = _of_register(row)
    return row.line, said["recipient"], said["supplier"], row.designation, *register_cells(row)


def _here(row: DatasetRow) -> tuple[object, ...]:
    said = _of_dataset(row)
    weapon = row.designation or row.weapon
    return row.transfer_id, said["recipient"] or "?", said["supplier"] or "?", weapon, *dataset_cells(row)


def _heading(name: str) -> str:
    return name.replace("_", " ")


def _counts(comparison: Comparison) -> str:
    alike = sum(all(cell.verdict is not Verdict.DIFFERS for cell in pair.cells) for pair in comparison.both)
    lines = [
        f"In both: {len(comparison.both)} deals, {alike} without a difference."
        f" Only in the register: {len(comparison.only_register)}. Only in the dataset: {len(comparison.only_dataset)}.",
    ]
    cells = [cell for pair in comparison.both for cell in pair.cells]
    differing = Counter(cell.name for cell in cells if cell.verdict is Verdict.DIFFERS)
    if differing:
        lines.append(f"Cells that differ: {', '.join(f'{_heading(n)} {differing[n]}' for n in CELLS if differing[n])}.")
    if comparison.outside:
        reasons = Counter(outside.reason for outside in comparison.outside)
        lines.append(f"Not looked for in the register: {len(comparison.outside)}.")
        lines += [f"  {number}: {reason}" for reason, number in sorted(reasons.items())]
    if comparison.unread:
        lines.append(f"Lines of the register that could not be read: {len(comparison.unread)}.")
    return "\n".join(lines)
