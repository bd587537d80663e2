"""A correction, what became of all of them, and how cells are compared with what a correction expects."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

from etl.check import Refusal
from etl.rows import Row
from schemas.vocabulary import Action


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of the file of corrections, as ``schemas.corrections`` describes it; ``line`` is its number there."""

    action: Action
    row_id: str
    field: str | None
    value: str | None
    expect: str | None
    who: str
    when: str
    why: str
    line: int = 0

    @property
    def expected_reports(self) -> frozenset[str]:
        """The reports that the corrected row is expected to rest on."""
        return frozenset((self.expect or "").split())

    def as_row(self) -> Row:
        """The line as a row of the file."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "line"}

    def refused(self, check: str, reason: str) -> Refusal:
        """The row of ``rejects`` of a correction that does not fit."""
        return Refusal("corrections", {"line": self.line, **self.as_row()}, check, f"Line {self.line}: {reason}")


@dataclass(frozen=True, slots=True)
class Corrected:
    """What became of corrections: those ``applied``, those that do not fit any more, and the rows taken out."""

    applied: tuple[Correction, ...] = ()
    unfit: tuple[Refusal, ...] = ()
    dropped: tuple[Refusal, ...] = ()


class Misfit(Exception):
    """A correction does not fit the dataset: the check's name and a sentence."""

    def __init__(self, check: str, reason: str) -> None:
        super().__init__(reason)
        self.check = check
        self.reason = reason


def same(one: str | None, other: str | None) -> bool:
    """Whether two cells, as text, say the same: numbers by what they are worth, everything else letter by letter."""
    if one == other or one is None or other is None:
        return one == other
    first, second = number(one), number(other)
    return first is not None and second is not None and math.isclose(first, second, rel_tol=1e-12)


def number(text: str) -> float | None:
    """The number that a cell's text is, if it is one."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def listed(values: frozenset[str] | set[str]) -> str:
    """Identifiers in order, for a sentence."""
    return ", ".join(sorted(values))
