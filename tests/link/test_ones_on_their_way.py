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


@pytest.mark.parametrize(
    "text",
    [
        "On 19 January Russia turned over new aircraft to Mali at Senou: five L-39s, one Su-25 and two Mi-8s.",
        "In March Turkey handed over vehicles to Chad: 40 Cobra carriers, six Kirpi carriers and two Ejder carriers.",
        "Last month Serbia got weapons from China: three HQ-22 batteries, six CH-92A drones and 18 FT-8C missiles.",
    ],
)
def test_a_list_after_a_delivery_has_its_date(text: str) -> None:
    assert years(text + " No prices were told.") == [(2024, 2024)] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Next year Guyana is due to receive three Metal Shark boats from the United States.", (2025, 2025)),
        ("In 2026 Oman is expected to get 12 Typhoons from Britain.", (2026, 2026)),
        ("By 2027 Peru is slated to take delivery of six KC-390s from Brazil.", (None, 2027)),
    ],
)
def test_a_date_before_what_is_due_to_come(text: str, expected: Years) -> None:
    assert years(text) == [expected]


@pytest.mark.parametrize(
    "told",
    ["Five of them are expected this year and the last in 2028.", "Four of these will come in 2024, the rest by 2028."],
)
def test_so_many_of_them_are_of_the_one_row_that_has_as_many(told: str) -> None:
    text = "The contract of Portugal of December covers 12 A-29Ns from Brazil, together with a simulator and support. "
    assert years(text + told)[0] == (2024, 2028)


def test_work_that_runs_to_a_year_ends_the_delivery_of_arms_built_for_another() -> None:
    text = (
        "Nigeria takes a dozen AH-1Z Vipers from the United States. In March the Navy gave Bell $455 million to build "
        "them, work that runs to July 2028."
    )
    assert years(text)[0][1] == 2028


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("the first aircraft, once planned for 2023, is now to come in 2025.", (2025, None)),
        ("the jets, once due in 2023, will come in 2026.", (2026, 2026)),
        ("the last, once promised for 2024, will land in 2027.", (None, 2027)),
    ],
)
def test_once_before_an_old_plan_parts_no_clause(told: str, expected: Years) -> None:
    assert years("Chile ordered 12 C-130J aircraft from the United States in 2022; " + told) == [expected]
