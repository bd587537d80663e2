"""Passages with their right rows, as `tests/link/passages/*.txt` writes them, and what the software makes of them.

A passage opens with ``## name [published; publisher]``; ``!`` before the name marks one that is not read right yet.
Its text follows, then a line ``=> `` for each of its rows:
``supplier > recipient; quantity designation; stage; years; value currency; agreed date; delivered count; terms``.
Parties are codes or names, joined by plus. Years are ``2021-2023``, ``2021-`` or ``-2023``. ``?`` is an empty cell,
``*`` one that is not looked at, ``a/b`` one that may be either (of years and values too). Years and value that are not
given have to be empty; the terms after them are looked at where they are given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tests.link.reading import rows

FOLDER = Path(__file__).with_name("passages")
CELLS = (
    "supplier recipient quantity designation stage delivery_from delivery_to value currency "
    "agreed delivered arrangement"
)
_HEAD = re.compile(r"^## (?P<open>! )?(?P<name>\S+)(?: \[(?P<published>[\d-]*)(?:; (?P<publisher>[^\]]+))?\])?\n", re.M)
_YEARS = re.compile(r"(?P<from>\d{4}|\*)?-(?P<to>\d{4}|\*)?")
_VALUE = re.compile(r"(?P<amount>[\d.e]+) (?P<currency>[A-Z]{3})")
_TERMS = ("agreed", "delivered")
_OPEN = "*"

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a few sentences with its right rows; ``open`` where it is known to be read wrong."""

    name: str
    text: str
    published: str | None
    publisher: str | None
    right: tuple[Row, ...]
    open: bool


def passages() -> list[Passage]:
    """All passages of the folder, in the order of its files. Raises ``ValueError`` on a row that is not written so."""
    return [passage for path in sorted(FOLDER.glob("*.txt")) for passage in read_file(path)]


def found_in(passage: Passage) -> list[Row]:
    """The rows that the software finds in a passage."""
    made = rows(passage.text, CELLS, published=passage.published, publisher=passage.publisher)
    return [tuple("" if cell is None else str(cell) for cell in row) for row in made]


def wrong(right: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """What is wrong with the rows found, a line each: none where each right row is found and no other."""
    left, faults = list(found), []
    for row in right:
        best = min(left, key=lambda other: len(_differing(row, other)), default=None)
        if best is None:
            faults.append(f"missed {'; '.join(row)}")
            continue
        left.remove(best)
        faults += [
            f"{cell} of {row[3] or row[2]}: {has!r}, not {should!r}" for cell, should, has in _differing(row, best)
        ]
    return [*faults, *(f"spurious {'; '.join(row)}" for row in left)]


def _differing(right: Row, found: Row) -> list[tuple[str, str, str]]:
    cells = zip(CELLS.split(), right, found, strict=True)
    return [(name, should, has) for name, should, has in cells if should != _OPEN and has not in should.split("/")]


def read_file(path: Path) -> list[Passage]:
    """The passages of a file. Raises ``ValueError`` on a row that is not written so."""
    text = path.read_text(encoding="utf-8")
    heads = list(_HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    made = []
    for head, end in zip(heads, ends, strict=True):
        lines = text[head.end() : end].strip().split("\n")
        made.append(
            Passage(
                f"{path.stem}/{head['name']}",
                "\n".join(line for line in lines if not line.startswith("=>")).strip(),
                head["published"] or None,
                head["publisher"],
                tuple(_row(line.removeprefix("=>")) for line in lines if line.startswith("=>")),
                head["open"] is not None,
            )
        )
    return made


def _row(line: str) -> Row:
    parties, arms, stage, *rest = (part.strip() for part in line.split(";"))
    supplier, recipient = (side.strip() for side in parties.split(" > "))
    quantity, _, designation = arms.partition(" ")
    years = next((found for found in map(_years, rest) if found), None)
    value = next((found for found in map(_value, rest) if found), None)
    known = {part for part in rest if _years(part) or _value(part)}
    terms = {name: part.removeprefix(name).strip() for part in rest for name in _TERMS if part.startswith(f"{name} ")}
    others = [part for part in rest if part not in (*known, _OPEN) and part.split()[0] not in terms]
    if len(others) > 1:
        raise ValueError(f"not the cells of a row: {line}")
    unpriced = _OPEN if _OPEN in rest else ""
    cells = (
        *(supplier, recipient, quantity, designation, stage),
        *(years or ("", "")),
        *(value or 2 * (unpriced,)),
        *(terms.get(name, _OPEN) for name in _TERMS),
        *(others or [_OPEN]),
    )
    return tuple(cell.replace("?", "") if cell else "" for cell in cells)


def _years(part: str) -> tuple[str, str] | None:
    return _either(_YEARS, part, lambda m: (m["from"] or "", m["to"] or ""))


def _value(part: str) -> tuple[str, str] | None:
    return _either(_VALUE, part, lambda m: (str(int(Decimal(m["amount"]))), m["currency"]))


def _either(
    form: re.Pattern[str], part: str, read: Callable[[re.Match[str]], tuple[str, str]]
) -> tuple[str, str] | None:
    found = [form.fullmatch(one) for one in part.split("/")]
    if None in found:
        return None
    first, last = ("/".join(dict.fromkeys(cells)) for cells in zip(*(read(m) for m in found if m), strict=True))
    return first, last
