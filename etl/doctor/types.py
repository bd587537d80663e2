"""What an examination finds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

AGAIN = "Build the dataset again: arms-transfers build DOCS... --output {output}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: the file or table that it is in, what it is, and what to do, each in plain words."""

    where: str
    what: str
    todo: str


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found of the dataset in ``output``: sentences on what it is, what is wrong, and what is no fault."""

    output: Path
    about: tuple[str, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
