"""Arms for which only a letter of intent or a memorandum was signed are agreed, whatever verb counts them."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    "text",
    [
        "Chile is buying three K9 howitzers from South Korea, for which a letter of intent was signed in May.",
        "Oman is to get three C295s from Spain, for which a memorandum of understanding was initialled in May.",
        "Peru ordered three Gripens from Sweden, on which a memorandum was signed in May.",
    ],
)
def test_a_paper_of_intent_orders_nothing(text: str) -> None:
    assert rows(prose(text), "quantity stage", published="2025-10-23") == [(3, "agreed")]


def test_a_contract_for_them_does() -> None:
    text = prose("Chile bought three K9 howitzers from South Korea, for which a contract was signed in May.")
    assert rows(text, "quantity stage", published="2025-10-23") == [(3, "ordered")]
