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
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tests.link.reading import rows

FOLDER = Path(__file__).with_name("passages")
UNSEEN = FOLDER / "unseen"  # Of these only the totals are looked at.
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


@dataclass(frozen=True, slots=True)
class Totals:
    """How some passages are read: so many of them ``right``; of the ``expected`` rows the ``made`` ones meet ``found``,
    and ``exact`` of these with every cell; of ``empty`` passages without a row ``clean`` ones give none."""

    passages: int
    right: int
    expected: int
    made: int
    found: int
    exact: int
    empty: int
    clean: int

    @property
    def rows(self) -> float:
        """F1 of the rows found."""
        return _f1(self.found, self.expected, self.made)

    @property
    def exact_rows(self) -> float:
        """F1 of the rows found with every cell right."""
        return _f1(self.exact, self.expected, self.made)


def totals(read: Sequence[Passage]) -> Totals:
    """How passages are read. A row is found where its arms are known by name or number, and one side of it."""
    count: Counter[str] = Counter()
    for passage in read:
        made = found_in(passage)
        pairs = _paired(passage.right, made)
        exact = sum(not _differing(right, row) for right, row in pairs)
        count["found"] += len(pairs)
        count["exact"] += exact
        count["made"] += len(made)
        count["expected"] += len(passage.right)
        count["right"] += exact == len(passage.right) == len(made)
        count["empty"] += not passage.right
        count["clean"] += not passage.right and not made
    return Totals(len(read), **{name: count[name] for name in Totals.__slots__ if name != "passages"})


def _paired(right: Sequence[Row], made: Sequence[Row]) -> list[tuple[Row, Row]]:
    likest = sorted(
        ((_likeness(one, other), n, m) for n, one in enumerate(right) for m, other in enumerate(made)),
        key=lambda pair: (-pair[0], *pair[1:]),
    )
    taken: dict[int, int] = {}
    for likeness, n, m in likest:
        if likeness > 0 and n not in taken and m not in taken.values():
            taken[n] = m
    return [(right[n], made[m]) for n, m in taken.items()]


def _likeness(right: Row, made: Row) -> float:
    """How like a right row is to one that was made, 0 where it is another one."""
    differing = {name for name, _, _ in _differing(right, made)}
    same = {name for name, cell in zip(CELLS.split(), right, strict=True) if cell and name not in differing}
    sided = {"supplier", "recipient", "designation"} & same or not (right[0] or right[1])
    if not {"quantity", "designation"} & same or not sided:
        return 0
    sides = len({"supplier", "recipient"} & same)
    return 4 + 2 * sides + ("quantity" in same) + (len(right) - len(differing)) / 20


def _f1(found: int, expected: int, made: int) -> float:
    return 2 * found / (expected + made) if expected + made else 1.0


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
