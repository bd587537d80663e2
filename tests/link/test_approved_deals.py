"""Who approves of a deal told beside it, and who approves of buying."""

from __future__ import annotations

import pytest

from tests.link.reading import rows


@pytest.mark.parametrize(
    "sentence",
    [
        "Bahrain will get 12 Patriot launchers under a package cleared by the Pentagon.",
        "Bahrain is to receive 12 Patriot launchers in a sale approved by the US State Department.",
        "Bahrain is buying 12 Patriot launchers under a $500 million deal authorised by Washington in 2017.",
    ],
)
def test_the_buyer_does_not_approve_of_what_another_approves(sentence: str) -> None:
    found = rows(sentence, "supplier recipient quantity stage", published="2025-02-10")
    assert found == [("USA", "BHR", 12, "approved")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Croatia's parliament gave the green light to buying 89 Bradley vehicles.",
        "The Croatian government has signed off on buying 89 Bradley vehicles.",
        "Croatia's parliament approved acquiring 89 Bradley vehicles.",
    ],
)
def test_who_approves_of_buying_buys(sentence: str) -> None:
    found = rows(sentence, "supplier recipient quantity stage", published="2025-02-10")
    assert found == [("USA", "HRV", 89, "approved")]
