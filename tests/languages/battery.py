"""Reads the sentences of ``battery/`` with the figures that are to be found in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from etl.extraction import Figure

_FOLDER = Path(__file__).parent / "battery"


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and its figures, each as one line: ``money: über 2,6 Mrd. € = at_least 2600000000 EUR``."""

    language: str
    sentence: str
    figures: tuple[str, ...]


def languages() -> list[str]:
    """The languages that have sentences."""
    return sorted(path.stem for path in _FOLDER.glob("*.txt"))


def cases(language: str) -> Iterator[Case]:
    """The sentences of a language."""
    sentence, found = "", []
    for line in [*(_FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith(" "):
            found.append(line.strip())
            continue
        if sentence:
            yield Case(language, sentence, tuple(found))
        sentence, found = line, []


def written(figure: Figure) -> str:
    """A figure as the battery writes it."""
    bound = "" if figure.bound in (None, "exact", "between") else f"{figure.bound.value} "
    if figure.kind == "date":
        amount = str(figure.unit) + (f"..{figure.amount_high}" if figure.amount_high else "")
        return f"date: {figure.surface} = {amount}"
    unit = f" {figure.unit}" if figure.unit else ""
    high = f"..{_plain(figure.amount_high)}" if figure.amount_high is not None else ""
    return f"{figure.kind.value}: {figure.surface} = {bound}{_plain(figure.amount)}{high}{unit}"


def _plain(value: Decimal | None) -> str:
    return f"{value:f}"
