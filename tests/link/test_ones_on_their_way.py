"""When the first and last of an order come, in words that are no verb of arrival, and how long deliveries go on."""

from __future__ import annotations

import pytest

from tests.link.reading import rows

ORDER = "Chile ordered 12 C-130J aircraft from Lockheed Martin of the United States in 2022. "
FRIGATES = "Peru signed for six frigates with Naval Group of France in 2021. "
GUNS = "Latvia bought 18 Caesar howitzers from France in April 2023. "
Years = tuple[int | None, int | None]


def years(text: str) -> list[Years]:
    return [(a, b) for a, b in rows(text, "delivery_from delivery_to", "2024-05-15")]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ORDER + "The first aircraft leaves the plant in Georgia in the autumn of 2025.", (2025, None)),
        (FRIGATES + "The last left the yard in the spring of 2024.", (None, 2024)),
        (GUNS + "The last two travelled by way of Poland this April.", (None, 2024)),
        (GUNS + "The first of them is to roll into Riga next spring.", (2025, None)),
        (FRIGATES + "New is a timetable: first ship in 2025, last in 2030.", (2025, 2030)),
    ],
)
def test_first_and_last_ones_go_on_their_way(text: str, expected: Years) -> None:
    assert years(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ORDER + "Delivery began in 2023 and goes on until 2026.", (2023, 2026)),
        (FRIGATES + "Deliveries start in 2025 and continue until 2030.", (2025, 2030)),
        (GUNS + "The schedule runs to 2027.", (None, 2027)),
        (FRIGATES + "Work runs until 2030.", (None, 2030)),
    ],
)
def test_how_long_deliveries_go_on(text: str, expected: Years) -> None:
    assert years(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ORDER + "Chilean crews should get their first machine in 2024 and the last one two years later.",
            (2024, 2026),
        ),
        (GUNS + "The first came in November 2023 and the last one half a year later.", (2023, 2024)),
    ],
)
def test_one_before_a_number_of_years_is_no_year(text: str, expected: Years) -> None:
    assert years(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ORDER + "Two are to come by December, the remaining ones during 2025.", (2024, 2025)),
        (FRIGATES + "Two are due by the end of 2025.", (2025, None)),
        (GUNS + "By April six had arrived.", (None, None)),
    ],
)
def test_a_part_that_is_to_come_by_a_year_begins_deliveries(text: str, expected: Years) -> None:
    assert years(text) == [expected]


def test_each_kind_has_the_date_after_it() -> None:
    text = "France gave Kyiv 30 Caesar howitzers and six AMX-10RC tanks. The howitzers came in 2022, the tanks in 2023."
    assert years(text) == [(2022, 2022), (2023, 2023)]
