"""The founding document gives the rows that its gold says, by the functions that score the dataset."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from etl.extraction import Deal, Extraction, Transfer
from etl.link import extract_document
from etl.read import read_text

_GOLD = Path(__file__).parent / "gold"


def _scoring() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", _GOLD / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCORE = _scoring()


def _row(number: int, deal: Deal, transfer: Transfer) -> dict[str, Any]:
    """A transfer as the scoring functions take it."""

    def parties(role: str) -> frozenset[str]:
        return frozenset(p.code or p.name or "" for p in transfer.parties if p.role == role)

    counted, priced = transfer.quantity is not None, deal.value_amount is not None
    return {
        "supplier": parties("supplier"),
        "recipient": parties("recipient"),
        "maker": transfer.maker,
        "designation": transfer.designation,
        "category": transfer.category,
        "quantity": float(transfer.quantity) if transfer.quantity is not None else None,
        "quantity_high": float(transfer.quantity_high) if transfer.quantity_high is not None else None,
        "quantity_bound": transfer.quantity_bound if counted else None,
        "quantity_unit": transfer.quantity_unit or "unit" if counted else None,
        "value": (float(deal.value_amount), deal.value_currency) if deal.value_amount is not None else None,
        "value_bound": deal.value_bound if priced else None,
        "agreed": deal.agreed,
        "delivery_from": transfer.delivery_from,
        "delivery_to": transfer.delivery_to,
        "stage": transfer.stage,
        "arrangement": deal.arrangement,
        "part_of": deal.part_of,
        "deal": number,
        "evidence": transfer.evidence,
    }


@pytest.fixture(scope="module")
def found() -> Extraction:
    return extract_document(read_text((_GOLD / "s-seed.txt").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def scored(found: Extraction) -> tuple[dict[str, Any], list[Any]]:
    predicted = [_row(n, deal, transfer) for n, deal in enumerate(found.deals) for transfer in deal.transfers]
    result: tuple[dict[str, Any], list[Any]] = SCORE.score({"s-seed": predicted}, SCORE.read_gold(_GOLD, "s-seed"))
    return result


def test_every_required_row_and_nothing_else(scored: tuple[dict[str, Any], list[Any]]) -> None:
    assert (scored[0]["rows"]["precision"], scored[0]["rows"]["recall"]) == (1.0, 1.0)


def test_every_cell(scored: tuple[dict[str, Any], list[Any]]) -> None:
    wrong = {(cell, surface) for _, _, surface, detail in scored[1] for cell in detail}
    assert wrong == set()


def test_every_core_cell(scored: tuple[dict[str, Any], list[Any]]) -> None:
    assert scored[0]["exact_rows"]["f1"] == 1.0


def test_the_contract_is_part_of_the_larger_agreement(scored: tuple[dict[str, Any], list[Any]]) -> None:
    assert scored[0]["part_of"]["f1"] == 1.0


def test_goals_and_investments_are_no_values(found: Extraction) -> None:
    surfaces = {cell.surface for deal in found.deals for cell in deal.cells if cell.field == "value_amount"}
    assert not any("290" in surface for surface in surfaces)
    assert not any(transfer.delivery_to == 2027 for deal in found.deals[1:] for transfer in deal.transfers)
