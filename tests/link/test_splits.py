"""Totals told in one sentence and their parts in another."""

from __future__ import annotations

import pytest

from tests.link.reading import rows

_END = "\n\nNobody at the ministry was available to answer questions, and the embassy did not comment."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Colombia signed a contract for 17 Gripen fighters with Sweden's Saab in November. The government will pay "
            "3.1 billion euros for 15 single-seat Gripen Es and two Gripen Fs.",
            [(15, "Gripen E", 3_100_000_000), (2, "Gripen F", 3_100_000_000)],
        ),
        (
            "Oman ordered 12 F-16 fighters from the United States in 2023. They are ten F-16Cs and two F-16Ds.",
            [(12, "F-16", None)],
        ),
    ],
)
def test_parts_that_differ_replace_their_total(text: str, expected: list[tuple[int, str, int | None]]) -> None:
    assert rows(text + _END, "quantity designation value", published="2024-05-15") == expected


def test_parts_alike_leave_the_total() -> None:
    told = (
        "For 6.6 billion euros the Indian Navy gets 22 single-seat Rafale Ms and four two-seat Rafale Ms from France. "
        "The "
        "first of the 26 aircraft will be handed over in 2028."
    )
    assert rows(told + _END, "quantity designation", published="2024-05-15") == [(26, "Rafale M")]


def test_orders_of_other_years_are_no_parts() -> None:
    told = (
        "Chile ordered 10 Leopard 2 tanks from Germany in 2018. It ordered 20 Leopard 2 tanks from Germany in 2020. It "
        "ordered 30 Leopard 2 tanks from Germany in 2022."
    )
    assert [r[0] for r in rows(told + _END, "quantity", published="2025-05-15")] == [10, 20, 30]


def test_a_framework_keeps_its_total() -> None:
    told = (
        "A framework agreement between Romania and Israel foresees six SPYDER systems. A first contract for two SPYDER "
        "systems was signed in May; four SPYDER systems are to follow."
    )
    assert rows(told + _END, "quantity", published="2024-05-15")[0] == (6,)
