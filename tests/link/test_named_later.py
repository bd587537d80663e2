"""Arms that a deal names by kind, and a later clause by name."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows

ORDER = "Saudi Arabia ordered five corvettes from Spain in 2018. "


@pytest.mark.parametrize(
    "sentence", ["The ships are of the Avante 2200 class.", "The corvettes are Avante 2200s.", "They are Avante 2200s."]
)
def test_a_clause_names_the_arms_told_before(sentence: str) -> None:
    assert rows(prose(ORDER + sentence), "designation quantity") == [("Avante 2200", 5)]


@pytest.mark.parametrize("sentence", ["The rival was an F-16 fighter.", "They carry the Exocet missile."])
def test_another_kind_of_arms_gives_no_name(sentence: str) -> None:
    assert rows(prose(ORDER + sentence), "designation quantity") == [(None, 5)]
