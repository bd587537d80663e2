"""What the measuring programs share: gold documents extracted and paired as ``score.py`` does, and their page."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "accuracy.md"

sys.path.insert(0, str(ROOT))


class Measured(NamedTuple):
    """A gold document: its text, the deals found, their transfers with their deal, the same as ``score.py`` reads them.

    ``golds`` are the right answers, ``paired`` maps places of ``made`` to places of ``golds``.
    """

    name: str
    text: str
    found: Sequence[Any]
    transfers: list[tuple[Any, Any]]
    made: list[dict[str, Any]]
    golds: list[dict[str, Any]]
    paired: dict[int, int]


def load_score() -> Any:
    """The scoring program of the gold as a module."""
    spec = importlib.util.spec_from_file_location("score", ROOT / "tests" / "gold" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measured(folder: Path, score: Any, bears: Callable[[str], Any] | None = None) -> Iterator[Measured]:
    """The documents of a folder of gold documents; ``bears`` gives for each how its stages are borne out."""
    from etl.link import extract_document
    from etl.read import read_path

    for name, golds in score.read_gold(folder).items():
        (document,) = read_path(folder / f"{name}.txt")
        found = extract_document(document, *([bears(name)] if bears is not None else [])).deals
        transfers = [(deal, transfer) for deal in found for transfer in deal.transfers]
        made = [as_scored(*row) for row in transfers]
        yield Measured(name, document.text, found, transfers, made, golds, dict(score.pair(made, golds)))


def as_scored(deal: Any, transfer: Any) -> dict[str, Any]:
    """A transfer as ``score.py`` reads it from the database."""
    sides = {
        role: frozenset(p.code or p.name for p in transfer.parties if p.role == role)
        for role in ("supplier", "recipient")
    }
    number = {
        name: None if (n := getattr(transfer, name)) is None else float(n) for name in ("quantity", "quantity_high")
    }
    value = None if deal.value_amount is None else (float(deal.value_amount), deal.value_currency)
    plain = ("maker", "designation", "category", "delivery_from", "delivery_to", "stage", "quantity_bound")
    cells = {name: getattr(transfer, name) for name in plain}
    counted, bound = transfer.quantity is not None, deal.value_bound
    of_deal = {"value": value, "value_bound": bound, "agreed": deal.agreed, "arrangement": deal.arrangement}
    unit = transfer.quantity_unit if counted else None
    return {**cells, **sides, **number, **of_deal, "quantity_unit": unit, "part_of": deal.part_of}


def faults_of(made: dict[str, Any], gold: dict[str, Any], score: Any) -> list[str]:
    """The faults of a row's core cells, an empty one that the gold fills too; none where the row is right."""
    faults = []
    for cell in score.CORE:
        given, known = score.given(made, cell), score.given(gold, cell)
        if given and not score.right(made, gold, cell):
            faults.append(f"{cell}, {'wrong' if known else 'not in the text'}")
        elif known and not given:
            faults.append(f"{cell}, left empty")
    return faults


def replace_section(page: Path, begin: str, end: str, section: str) -> None:
    """Put a section between the two marks of a page."""
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    page.write_text(f"{before}{begin}\n\n{section}\n\n{end}{rest.partition(end)[2]}", encoding="utf-8")
