"""Which state a capital, a maker or a kind of arms meant in its time, and years told by the years before them."""

from __future__ import annotations

import pytest

from tests.link.reading import rows


@pytest.mark.parametrize(
    ("text", "supplier"),
    [
        ("In 1972 Moscow delivered 24 MiG-21 fighters to Syria.", "SUN"),
        ("In 2009 Moscow delivered 24 MiG-29 fighters to Syria.", "RUS"),
        ("Prague sold Nigeria 12 L-39 trainers in 1985.", "CSK"),
        ("Prague sold Nigeria 12 L-39 trainers in 2012.", "CZE"),
        ("Belgrade shipped 20 howitzers to Burma in 1957.", "YUG"),
        ("Belgrade shipped 20 howitzers to Cyprus in 2019.", "SRB"),
        ("The GDR gave Angola 18 trucks in 1983. East Berlin also delivered 30 mortars to Angola.", "DDR"),
    ],
)
def test_a_capital_is_that_of_the_state_of_its_time(text: str, supplier: str) -> None:
    assert {cell for (cell,) in rows(text, "supplier")} == {supplier}


def test_arms_come_from_the_state_that_made_them_then() -> None:
    text = "Algeria bought 60 T-62 tanks in 1979. It was cheap. In 2006 Algeria bought 180 T-90 tanks."
    assert rows(text, "quantity supplier") == [(60, "SUN"), (180, "RUS")]


def test_a_paper_of_the_time_means_the_state_of_the_time() -> None:
    text = "Moscow has agreed to sell Iraq 40 Su-22 fighters. Russian instructors will follow."
    assert rows(text, "supplier", published="1978-04-02") == [("SUN",)]
    assert rows(text, "supplier", published="2004-04-02") == [("RUS",)]


def test_a_text_on_a_former_time_speaks_of_its_states_without_a_year() -> None:
    text = (
        "The war of 1973 cost Egypt its air force. By 1974 the Soviet Union had sent it 50 Su-7 fighters.\n\n"
        "Moscow also delivered 120 T-62 tanks to Egypt."
    )
    assert rows(text, "quantity supplier", published="2015-01-10") == [(50, "SUN"), (120, "SUN")]


def test_the_present_is_of_today_whatever_year_stands_beside_it() -> None:
    text = "Moscow has offered to sell Peru 12 Mi-35 helicopters beside those of 1983."
    assert rows(text, "supplier", published="2010-05-01") == [("RUS",)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Iraq ordered 30 Mirage F1 fighters from France in 1977. Two years later it received the 30 jets.", 1979),
        ("Iraq ordered 30 Mirage F1 fighters from France in 1977 and received them the following year.", 1978),
    ],
)
def test_a_year_is_counted_from_the_one_named_before(text: str, year: int) -> None:
    assert rows(text, "delivery_to") == [(year,)]
