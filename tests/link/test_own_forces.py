"""Arms that go to a country's own soldiers, from nobody named, are no transfer."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 200 T-72 tanks had been handed to the troops by the spring, the defence minister of Russia said.",
        "In Ankara the ministry said that 40 howitzers had been delivered to the units of the Second Army.",
        "India's factories gave 600 rifles to the soldiers last year.",
    ],
)
def test_own_forces_are_no_recipients(sentence: str) -> None:
    assert rows(prose(sentence), "recipient quantity") == []
