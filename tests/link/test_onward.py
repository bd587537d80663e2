"""Arms that one country got and gives on to another are two transfers."""

from __future__ import annotations

import pytest

from tests.link.reading import END, rows


@pytest.mark.parametrize(
    "sentence",
    [
        "It sold them to Chile in 2019.",
        "It sold all of them to Chile in 2019.",
        "It sold the aircraft to Chile in 2019.",
        "They were sold to Chile in 2019.",
    ],
)
def test_what_is_sold_on(sentence: str) -> None:
    text = f"Norway bought 12 Mirage 2000 fighters from France in 2009. {sentence}"
    found = rows(text + END, "supplier recipient designation quantity", published="2024-05-10")
    assert found == [("FRA", "NOR", "Mirage 2000", 12), ("NOR", "CHL", "Mirage 2000", 12)]


@pytest.mark.parametrize(
    "sentence",
    ["France sold them to Norway for $300 million.", "It gave them new engines.", "It did not sell them to Chile."],
)
def test_what_goes_to_nobody_else(sentence: str) -> None:
    text = f"Norway bought 12 Mirage 2000 fighters from France in 2009. {sentence}"
    assert rows(text + END, "supplier recipient quantity", published="2024-05-10") == [("FRA", "NOR", 12)]
