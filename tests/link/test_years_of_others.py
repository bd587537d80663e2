"""Years that are another lot's, a bargain's or a loan's, though they stand beside arms that have been told."""

from __future__ import annotations

import pytest

from tests.link.reading import END, rows

EMPTY = (None, None)
Years = tuple[int | None, int | None]


def years(text: str, published: str | None = "2024-05-15") -> list[Years]:
    return [(a, b) for a, b in rows(text + END, "delivery_from delivery_to", published)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru received four C-27J aircraft from Italy in 2015. The fair runs until Saturday.", [(2015, 2015)]),
        (
            "Fiji received two Guardian boats from Australia in 2020 and 2022. Samoa's pair is to be handed over in "
            "the first half of next year.",
            [(2020, 2022)],
        ),
        (
            "Kenya got six MD 530F helicopters from the United States in 2020. It will be complete by 2026.",
            [(2020, 2020)],
        ),
    ],
)
def test_what_has_all_come_is_not_what_is_still_to_come(text: str, expected: list[Years]) -> None:
    assert years(text)[:1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "By 1974 Tehran had contracted for 80 F-14A jets from the United States.",
        "Until 2019 Riyadh had ordered 44 launchers of the THAAD system from the United States.",
        "Germany licensed eight boats for Oman in March, part of an order for 33 from 2013.",
        "Prague approved an extension of the lease of 14 Gripens from Sweden until 2035.",
    ],
)
def test_the_time_of_a_bargain_or_a_loan_dates_no_delivery(text: str) -> None:
    assert set(years(text)) == {EMPTY}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Thai army has received 60 VT-4 tanks from China since 2017 and 111 VN-1 carriers.",
            [(2017, None), EMPTY],
        ),
        (
            "Kyiv got 14 Leopard 2A4 tanks from Poland in February 2023 and 30 Twardy tanks.",
            [(2023, 2023), EMPTY],
        ),
        (
            "Eleven HIMARS launchers from the United States came to Latvia in 2022, along with 64 ATACMS missiles.",
            [(2022, 2022), (2022, 2022)],
        ),
    ],
)
def test_a_date_between_two_lots_is_of_the_first(text: str, expected: list[Years]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Indonesia ordered Rafales from France. Six jets came into force in May 2022, and a further 18 followed on "
        "10 August 2023.",
        "Estonia ordered K9 howitzers from South Korea. Twelve were bought in 2018, and another six followed in 2019.",
    ],
)
def test_more_that_followed_an_order_was_ordered(text: str) -> None:
    assert years(text)[-1:] == [EMPTY]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Philippines ordered six T129 helicopters from Turkey. The first two were unloaded last week; the "
            "second pair will be delivered in 2025.",
            (2024, None),
        ),
        (
            "Poland ordered a second batch of 48 K2 tanks from South Korea. The second batch is due by 2027.",
            (None, 2027),
        ),
        ("Slovenia gave Ukraine 28 M-55S tanks, all in place from October.", (None, 2023)),
    ],
)
def test_which_part_of_an_order_an_ordinal_names(text: str, expected: Years) -> None:
    assert years(text)[:1] == [expected]
