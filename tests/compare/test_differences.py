"""What the two sides say of a deal, cell by cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.compare.differences import cells, dataset_cells
from etl.compare.types import Cell, Number, Value, Verdict
from tests.compare.rows import here, there, years


def cell(name: str, row, transfer) -> Cell:  # type: ignore[no-untyped-def]
    [found] = [cell for cell in cells(row, transfer) if cell.name == name]
    return found


@pytest.mark.parametrize(
    ("name", "row", "transfer", "register", "dataset", "verdict"),
    [
        ("order_year", there(), here(), "2023", "2023", Verdict.SAME),
        ("order_year", there(ordered=Number(2022, True)), here(), "(2022)", "2023", Verdict.DIFFERS),
        ("order_year", there(), here(agreed=None), "2023", "", Verdict.ONLY_REGISTER),
        ("order_year", there(ordered=None), here(), "", "2023", Verdict.ONLY_DATASET),
        ("order_year", there(ordered=None), here(agreed=None), "", "", Verdict.NEITHER),
        ("number", there(number=Number(152, True)), here(), "(152)", "152", Verdict.SAME),
        ("number", there(number=Number(140)), here(quantity_bound="about"), "140", "~152", Verdict.SAME),
        ("number", there(number=Number(130)), here(quantity_bound="about"), "130", "~152", Verdict.DIFFERS),
        ("number", there(number=Number(900)), here(quantity_bound="at_least"), "900", "≥ 152", Verdict.SAME),
        ("number", there(number=Number(900)), here(quantity_bound="at_most"), "900", "≤ 152", Verdict.DIFFERS),
        ("number", there(), here(quantity=100, quantity_high=200, quantity_bound="between"), "152", "100-200", "same"),
        ("number", there(number=Number(4)), here(quantity=4, quantity_unit="battery"), "4", "4 battery", "same"),
        ("number", there(), here(quantity=4, quantity_unit="regiment"), "152", "4 regiment", "not_comparable"),
        ("delivered", there(delivered=Number(24)), here(delivered=24), "24", "24", Verdict.SAME),
        ("delivered", there(delivered=Number(24)), here(stage="delivered"), "24", "152", Verdict.DIFFERS),
        ("delivered", there(), here(), "0", "", Verdict.ONLY_REGISTER),
        ("delivery_years", there(deliveries=years(2024, 2026)), here(delivery_to=2026), "2024-2026", "by 2026", "same"),
        (
            "delivery_years",
            there(deliveries=years(2024, 2026)),
            here(delivery_from=2025, delivery_to=2026),
            "2024-2026",
            "2025-2026",
            Verdict.DIFFERS,
        ),
        ("delivery_years", there(), here(delivery_from=2025), "", "from 2025", Verdict.ONLY_DATASET),
        ("stage", there(), here(), "ordered", "ordered", Verdict.SAME),
        ("stage", there(delivered=Number(12)), here(), "delivering", "ordered", Verdict.DIFFERS),
        ("stage", there(delivered=Number(12), number=None), here(), "", "ordered", Verdict.ONLY_DATASET),
    ],
)
def test_cells(name, row, transfer, register, dataset, verdict) -> None:  # type: ignore[no-untyped-def]
    assert cell(name, row, transfer) == Cell(name, register, dataset, verdict)


@pytest.mark.parametrize(
    ("amount", "currency", "verdict"),
    [
        (2_600_000_000, "USD", Verdict.SAME),
        (2_650_000_000, "USD", Verdict.SAME),
        (2_000_000_000, "USD", Verdict.DIFFERS),
        (3_400_000_000_000, "KRW", Verdict.NOT_COMPARABLE),
        (None, None, Verdict.ONLY_REGISTER),
    ],
)
def test_values(amount: float | None, currency: str | None, verdict: Verdict) -> None:
    euros, dollars = Decimal(2_400_000_000), Decimal(2_600_000_000)
    row = there(values=(Value("EUR2.4 b", euros, "EUR"), Value("$2.6 b", dollars, "USD")))
    transfer = here(value_amount=amount, value_currency=currency, value_bound=amount and "exact")
    assert cell("value", row, transfer).verdict is verdict
    assert cell("value", row, transfer).register == "EUR2.4 b, $2.6 b"


def test_figures_of_the_dataset_keep_their_bounds() -> None:
    transfer = here(value_amount=2.5e9, value_currency="USD", value_bound="at_least", quantity_bound="about")
    assert dataset_cells(transfer) == ("2023", "~152", "", "", "ordered", "≥ 2500000000 USD")
