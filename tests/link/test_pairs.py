"""The former and the latter, and a verb of arrival that a sentence says once for two things."""

from __future__ import annotations

import pytest

from tests.link.reading import END, rows

PUBLISHED = "2025-07-10"
BOUGHT = "Kenya bought twelve MD 530F helicopters and six patrol boats from the United States"


@pytest.mark.parametrize(
    "later",
    [
        "; the former arrived in 2020, the latter in 2022.",
        "; the former landed in 2020 and the latter in 2022.",
        ". The helicopters arrived in 2020, the boats in 2022.",
        ". The helicopters came in 2020 and the boats in 2022.",
    ],
)
def test_each_has_its_own_year(later: str) -> None:
    found = rows(BOUGHT + later + END, "quantity delivery_from delivery_to stage", PUBLISHED)
    assert found == [(12, 2020, 2020, "delivered"), (6, 2022, 2022, "delivered")]


@pytest.mark.parametrize("later", ["; the former minister spoke in 2020.", "; the latter half of 2020 was quiet."])
def test_words_before_a_noun_mean_none_of_two(later: str) -> None:
    found = rows(BOUGHT + later + END, "quantity delivery_to", PUBLISHED)
    assert found == [(12, None), (6, None)]
