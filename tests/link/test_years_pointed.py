"""Seasons and days that the text before tells the year of date deliveries: "ordered in 2022, they came that autumn"."""

from __future__ import annotations

import pytest

from tests.link.reading import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In May 2019 Kenya bought six Bastion carriers from France. They were landed at Mombasa the same winter.",
            (2019, 2019),
        ),
        (
            "Chile ordered 12 C-130J aircraft from the United States in March 2016; deliveries began that autumn.",
            (2016, None),
        ),
        (
            "The 40 K9 guns that Norway ordered from South Korea in March 2021 were delivered before that Christmas.",
            (None, 2021),
        ),
        ("Italy promised Lebanon ten howitzers in June 2015. All of them had arrived by that summer.", (None, 2015)),
    ],
)
def test_a_season_pointed_to_is_of_the_year_told_before(text: str, expected: tuple[int | None, int | None]) -> None:
    assert rows(text, "delivery_from delivery_to", "2024-05-15") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2019 Oslo, which had more of them than it needed, gave Ukraine twelve M109 howitzers.", (2019, 2019)),
        ("In 2030 Chile, which has waited long, will receive 12 Gripens from Saab of Sweden.", (2030, 2030)),
        ("By 2022 Kenya, whose army had asked for more, had received six Bastion carriers from France.", (None, 2022)),
    ],
)
def test_a_date_that_a_relative_clause_parts_from_its_verb(text: str, expected: tuple[int | None, int | None]) -> None:
    assert rows(text, "delivery_from delivery_to", "2024-05-15") == [expected]


def test_a_date_of_signing_that_a_relative_clause_parts_from_its_verb() -> None:
    text = "In March 2022 Peru, whose fleet had aged, signed for 12 Gripens with Saab of Sweden."
    assert rows(text, "agreed delivery_from", "2024-05-15") == [("2022-03", None)]
