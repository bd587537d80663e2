"""Delivery years and agreement dates."""

from __future__ import annotations

import pytest

from etl.link.years import delivery_years, resolved_date
from etl.recognise.dates import find_dates
from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    ("text", "base", "years"),
    [
        ("by 2027", None, (None, 2027)),
        ("until 2030", None, (None, 2030)),
        ("from 2026", None, (2026, None)),
        ("in 2025", None, (2025, 2025)),
        ("in March 2025", None, (2025, 2025)),
        ("between 2025 and 2027", None, (2025, 2027)),
        ("within three years", "2024-05-01", (None, 2027)),
        ("within three years", "2024", (None, 2027)),
        ("within three years", None, (None, None)),
    ],
)
def test_the_years_of_a_date(text: str, base: str | None, years: tuple[int | None, int | None]) -> None:
    (when,) = find_dates(f"It comes {text}.", None)
    assert delivery_years(when, False, base) == years


def test_a_month_is_the_coming_one_where_the_clause_speaks_of_the_future() -> None:
    (when,) = find_dates("It comes in July.", "2024-06-22")
    assert resolved_date(when, False) == "2023-07"
    assert resolved_date(when, True) == "2024-07"
    assert delivery_years(when, True, None) == (2024, 2024)


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("Poland ordered 48 FA-50 fighters from South Korea in September 2022.", "2022-09"),
        ("Poland ordered 48 tanks from South Korea on 5 September 2022.", "2022-09-05"),
        ("Twelve Mirage 2000s were sold to Peru by France in 1982.", "1982"),
        ("The sale of 20 Leopard 2A4 tanks by Germany to Chile was agreed in March 2006.", "2006-03"),
        ("Last December, Peru ordered 30 K808 vehicles from South Korea.", "2023-12"),
    ],
)
def test_the_date_of_an_agreement(text: str, agreed: str) -> None:
    cells = "agreed delivery_from delivery_to"
    assert rows(prose(text), cells, published="2024-06-22") == [(agreed, None, None)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Estonia will receive 12 K9 howitzers from South Korea by 2026.", (None, 2026)),
        ("Croatia bought 12 Rafale jets from France, with deliveries from 2024.", (2024, None)),
        ("Portugal ordered five KC-390 transports from Brazil, to be delivered between 2023 and 2027.", (2023, 2027)),
        ("Next year Ghana will receive five A-29 aircraft from Brazil.", (2025, 2025)),
        ("The 16 helicopters that Serbia ordered from Russia were delivered in 2019.", (2019, 2019)),
        ("Norway donated 22 M109 howitzers to Ukraine.", (None, None)),
    ],
)
def test_the_years_of_delivery(text: str, years: tuple[int | None, int | None]) -> None:
    assert rows(prose(text), "delivery_from delivery_to", published="2024-06-22") == [years]


def test_without_a_publication_date_nothing_is_guessed() -> None:
    text = prose("Last December, Peru ordered 30 K808 vehicles from South Korea.")
    assert rows(text, "agreed delivery_from delivery_to") == [(None, None, None)]
