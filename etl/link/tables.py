"""Tables as text: rows whose header says what each cell holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from etl.documents import Block, BlockKind
from etl.recognise.cues import table

_CELL = re.compile(r"\s*\|\s*|\t+| {2,}")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row: the column's role ("recipient", "quantity") and its span in the text."""

    role: str
    start: int
    end: int


@cache
def _roles() -> dict[str, str]:
    return {name: role for role, names in table()["columns"].items() for name in names}


def _spans(text: str, block: Block) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = block.start
    for match in _CELL.finditer(text, block.start, block.end):
        spans.append((begin, match.start()))
        begin = match.end()
    spans.append((begin, block.end))
    return [(s, e) for s, e in spans if s < e]


def header(text: str, block: Block) -> list[str] | None:
    """The roles of the columns of a header row, empty for those of no use; None where it is no header of transfers."""
    names = [text[s:e].strip().lower() for s, e in _spans(text, block)]
    roles = [_roles().get(name, "") for name in names]
    return roles if "item" in roles and len([r for r in roles if r]) >= 3 else None


def cells(text: str, blocks: Sequence[Block], index: int) -> list[Cell] | None:
    """The cells of a row under a header that says what they hold, None for a header or a row without one."""
    block = blocks[index]
    if block.kind is not BlockKind.TABLE_ROW or block.lead is None:
        return None
    roles = header(text, blocks[block.lead])
    if roles is None:
        return None
    spans = _spans(text, block)
    if len(spans) != len(roles):
        return None
    return [Cell(role, start, end) for role, (start, end) in zip(roles, spans, strict=True) if role]
