"""What a deal told before comes to: its noun in another clause than its price, what is only thrown in, brackets."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Brazil has ordered 36 F-5Es. Northrop, whose contract of 18 October totals $115 million, is to start "
            "deliveries next March.",
            115000000,
        ),
        (
            "Oman has ordered 12 Hawks. BAE Systems, whose order amounts to 900 million pounds, begins in May.",
            900000000,
        ),
        (
            "Kuwait signed last week for thirty A-4KUs. The American order is put at $250 million with spares.",
            250000000,
        ),
        ("Tunisia signed for three Anka-S drones. The deal amounts to $80 million, three stations included.", 80000000),
        (
            "Senegal took delivery of three missile boats from Piriou of France. The €370-million price is final.",
            370000000,
        ),
    ],
)
def test_a_price_is_of_the_deal_told_last(text: str, value: int) -> None:
    assert rows(prose(text), "value") == [(value,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Taiwan is buying 29 HIMARS launchers from the United States. The purchase, which costs NT$32.5 billion, "
            "also includes 84 ATACMS missiles.",
            [("HIMARS", 29, 32500000000), ("ATACMS", 84, 32500000000)],
        ),
        (
            "Chile ordered four frigates from Spain in 2023. The contract, which is put at two billion dollars, "
            "includes 40 missiles as well.",
            [(None, 4, 2000000000), (None, 40, 2000000000)],
        ),
        (
            "Leonardo's 2019 sale to Egypt of 32 helicopters from Italy (twenty-four AW149s, eight AW189s; EUR871.7m) "
            "is done.",
            [("AW149", 24, 871700000), ("AW189", 8, 871700000)],
        ),
        (
            "Embraer's sale to Angola of nine aircraft (six Super Tucanos, three C-390s; $250m) was held up.",
            [("Super Tucano", 6, 250000000), ("C-390", 3, 250000000)],
        ),
    ],
)
def test_what_one_deal_holds_has_one_price(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "designation quantity value") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The United States gave two patrol boats to Jamaica. The boats, together with trailers and spare engines, are "
        "a grant of $3.4 million.",
        "France gave four howitzers to Benin. The guns, along with tools, tents and radios, are a 2-million-euro gift.",
    ],
)
def test_what_only_comes_along_is_no_row(text: str) -> None:
    assert len(rows(prose(text), "weapon")) == 1
