"""What has come of an order: a part of it, said with whose it is, behind the arms, or by where they were seen."""

import pytest

from tests.link.reading import Cell, rows

END = " The ministry said so on Monday."


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Saab has delivered eight of Hungary's 14 Gripens.", ("SWE", "HUN", 14, 8)),
        ("Lockheed Martin handed over five of Norway's 52 F-35s.", ("USA", "NOR", 52, 5)),
        ("Four Gripens have come so far out of a total of 12 that Peru bought from Sweden.", ("SWE", "PER", 12, 4)),
        ("Eight Hawks had arrived by June out of 20 that Jordan ordered from Britain.", ("GBR", "JOR", 20, 8)),
        ("Two F-16s, the first of 24 ordered from Norway by Peru, landed at Lima in May.", ("NOR", "PER", 24, 2)),
        ("Two of the 40 Leopard tanks that Ghana ordered from Germany went on show in May.", ("DEU", "GHA", 40, 2)),
        ("Six of the ten Hawk jets ordered by Peru from Britain are already at their base.", ("GBR", "PER", 10, 6)),
        ("Ten of the 30 MiG-21s that Angola bought from Russia have been uncrated.", ("RUS", "AGO", 30, 10)),
    ],
)
def test_a_part_that_has_come_is_told_of_the_whole_order(sentence: str, row: tuple[Cell, ...]) -> None:
    assert rows(sentence + END, "supplier recipient quantity delivered stage") == [(*row, "delivering")]


def test_the_last_of_an_order_ends_it() -> None:
    told = "Four Caesar guns, the last of 18 that Denmark bought from France, reached Aalborg in May." + END
    assert rows(told, "quantity delivered stage") == [(18, 18, "delivered")]


@pytest.mark.parametrize(("second", "stage"), [("eight", "delivered"), ("four", "delivering")])
def test_parts_that_are_all_of_an_order_end_it(second: str, stage: str) -> None:
    told = f"Of the 20 tanks that Ghana ordered from Serbia in 2015, 12 came in 2016 and {second} in 2018.{END}"
    assert rows(told, "quantity stage") == [(20, stage)]


def test_a_part_that_is_to_come_has_not_come() -> None:
    told = "Six Black Hawks, the first of 32 that Manila ordered from Poland, will arrive in 2026." + END
    assert rows(told, "quantity delivered", published="2024-06-01") == [(32, None)]
