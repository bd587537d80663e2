"""Cells of the trade register: numbers, years and sums, with the marks of SIPRI's estimates."""

from __future__ import annotations

import re
from functools import cache

from etl.compare.types import Number, Value, Years
from etl.lexicon import load
from etl.recognise.money import find_money
from schemas.vocabulary import Bound

# What a register writes where it knows nothing.
_NOTHING = frozenset({"", "-", "–", "—", "?", "??", ".", "..", "...", "…", "n/a", "na", "n.a.", "unknown"})
_THOUSANDS = re.compile(r"(?<=\d)[., \u00a0](?=\d{3}(?!\d))")
_WHOLE = re.compile(r"(\d{1,9})(?:[.,]0{1,2})?\+?", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIOD = re.compile(r"((?:19|20)\d\d)(?:\s?[-–—/]\s?((?:19|20)?\d\d))?(?:\.0+)?")
_SEPARATOR = re.compile(r"[;,&+\s]+|\band\b")
_MARKS = re.compile(r"[()\[\]?~]")


class CellError(ValueError):
    """A cell that cannot be read; the message says what was expected."""


def number(cell: str) -> Number | None:
    """The number of a cell: ``18``, ``(18)``, ``18?``, ``c. 20``, ``1,200``; None where it says that none is known.

    Raises ``CellError`` for anything else.
    """
    if _empty(cell):
        return None
    bare, estimated = _unmarked(cell)
    match = _WHOLE.fullmatch(_THOUSANDS.sub("", bare))
    if match is None:
        raise CellError(f"{cell.strip()!r} is no number")
    return Number(int(match[1]), estimated or "+" in match[0])


def year(cell: str) -> Number | None:
    """The year of a cell: ``2012``, ``(2012)``, ``c. 2012``, the first of several.

    Raises ``CellError`` as ``years`` does.
    """
    found = years(cell)
    return None if found is None else Number(found.first, found.estimated or found.first != found.last)


def years(cell: str) -> Years | None:
    """The first and last year of a list: ``2019; 2020``, ``2019-2022``, ``2006-07``, ``(2010)-2011``.

    None where the cell says that none is known. Raises ``CellError`` for anything else.
    """
    if _empty(cell):
        return None
    bare, estimated = _unmarked(cell)
    periods = [part for part in _SEPARATOR.split(bare) if part]
    matches = [_PERIOD.fullmatch(part) for part in _joined(periods)]
    found: list[int] = []
    for match in matches:
        if match is None:
            raise CellError(f"{cell.strip()!r} is no year and no list of years")
        first = int(match[1])
        last = int(match[1][: 4 - len(match[2])] + match[2]) if match[2] else first
        if last < first:
            raise CellError(f"{cell.strip()!r} ends before it begins")
        found += (first, last)
    if not found:
        raise CellError(f"{cell.strip()!r} is no year and no list of years")
    return Years(min(found), max(found), estimated)


def values(comments: str) -> tuple[Value, ...]:
    """The sums that the comments give for the deal ("Part of EUR7.9 b ($8.5 b) deal"), none of them a unit price."""
    return tuple(
        Value(money.surface, money.amount, money.currency) for money in find_money(comments) if money.per != "unit"
    )


def marked(cell: str) -> bool:
    """Whether the cell of a column of marks says that the figure beside it is an estimate."""
    return cell.strip().lower() not in {"", "0", "no", "n", "false", "f", "-"}


def _empty(cell: str) -> bool:
    """Whether a cell says that nothing is known, in brackets too: ``(..)``, ``?``."""
    return cell.strip().strip("()[]").strip().lower() in _NOTHING


def _joined(parts: list[str]) -> list[str]:
    """Parts of a list, a period that was written with spaces ("2019 - 2022") in one again."""
    joined: list[str] = []
    for part in parts:
        if joined and (part[0] in "-–—/" or joined[-1][-1] in "-–—/"):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _unmarked(cell: str) -> tuple[str, bool]:
    """A cell without the marks of an estimate, and whether it had any."""
    bare = _about().sub("", _MARKS.sub(" ", cell).strip())
    return " ".join(bare.split()), bare != cell.strip()


@cache
def _about() -> re.Pattern[str]:
    """The words before a figure that make it an estimate: "c.", "about"."""
    rows = load.rows("bounds")
    words = [row["words"] for row in rows if row["bound"] == Bound.ABOUT and row["position"] == "before"]
    longest = "|".join(re.escape(word) for word in sorted({*words, "c"}, key=lambda word: (-len(word), word)))
    return re.compile(rf"^(?:{longest})(?![^\W\d_])\s*", re.IGNORECASE)
