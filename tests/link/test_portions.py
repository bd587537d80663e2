"""What has come of an order is a part of it, and figures that go to different countries are rows of their own."""

from __future__ import annotations

import pytest

from tests.link.reading import END, rows

PUBLISHED = "2025-07-10"


@pytest.mark.parametrize(
    "text",
    [
        "Of 90 Bastion carriers that Mali ordered from France in 2019, the first 24 have come.",
        "Of the 90 Bastion carriers that Mali bought from France in 2019, 24 have been handed over.",
        "Of 90 Bastion carriers for Mali from France, made by Arquus, 24 had arrived by March.",
        "Mali ordered 90 Bastion carriers from France in 2019; so far 24 have been delivered.",
        "Mali ordered 90 Bastion carriers from France in 2019. To date 24 have arrived.",
        "France has delivered to Mali 24 out of 90 Bastion carriers.",
    ],
)
def test_what_has_come_is_a_part_of_the_order(text: str) -> None:
    assert rows(text + END, "quantity delivered stage", PUBLISHED) == [(90, 24, "delivering")]


@pytest.mark.parametrize("word", ["promised", "pledged", "donated"])
def test_what_has_come_of_a_promise_is_a_part_of_it(word: str) -> None:
    text = f"Canada has shipped two of its eight {word} Leopard 2A4s to Ukraine."
    assert rows(text + END, "quantity delivered stage", PUBLISHED) == [(8, 2, "delivering")]


def test_what_was_paid_for_and_has_come_in_part() -> None:
    text = "Denmark paid for at least 60 Leopard 1A5 tanks, of which eight had reached Ukraine by May."
    assert rows(text + END, "recipient quantity delivered stage", PUBLISHED) == [("UKR", 60, 8, "delivering")]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey's Baykar exported 48 TB2 drones last year: 36 went to Kuwait, 12 to Poland.",
        "Turkey sold 48 TB2 drones. Of these, 36 will go to Kuwait and 12 to Poland.",
        "Turkey sold 48 TB2 drones abroad: 36 to Kuwait, twelve to Poland.",
        "Turkey will sell 48 TB2 drones. Kuwait gets 36 and Poland 12.",
    ],
)
def test_parts_by_recipient_stand_for_their_total(text: str) -> None:
    found = rows(text + END, "supplier recipient designation quantity", PUBLISHED)
    assert found == [("TUR", "KWT", "TB2", 36), ("TUR", "POL", "TB2", 12)]


def test_parts_of_a_gift_are_gifts() -> None:
    text = "Canada will donate 35 Bison carriers to two African missions. Senegal gets 20 and Ghana 15."
    found = rows(text + END, "recipient quantity arrangement stage", PUBLISHED)
    assert found == [("SEN", 20, "aid", "agreed"), ("GHA", 15, "aid", "agreed")]


def test_nine_out_of_ten_is_a_share_and_counts_nothing() -> None:
    text = "Nine out of ten of the 40 tanks that Oman bought from Italy are idle, 9 out of 10 officers said."
    assert [quantity for (quantity,) in rows(text + END, "quantity", PUBLISHED)] in ([40], [])


@pytest.mark.parametrize(
    "text",
    [
        "Norway's last two Poseidons touched down in January. Oslo bought five from the United States in 2017.",
        "The last two Poseidons reached Norway in January. It ordered five from the United States in 2017.",
    ],
)
def test_the_last_ones_come_before_their_order_is_told(text: str) -> None:
    found = rows(text + END, "quantity delivered delivery_to stage", "2022-03-01")
    assert found == [(5, 5, 2022, "delivered")]


@pytest.mark.parametrize(
    "later",
    [
        "Twelve are due in 2026 and a dozen more in 2027.",
        "Twelve are due in 2026. A dozen more follow in 2027.",
        "Twelve come in 2026, the remaining 24 are to follow in 2027.",
    ],
)
def test_a_schedule_of_which_nothing_has_come(later: str) -> None:
    text = f"Oman ordered 36 tanks from South Korea. {later}"
    found = rows(text + END, "quantity delivery_from stage", PUBLISHED)
    assert found == [(36, 2026, "ordered")]


@pytest.mark.parametrize(
    "text",
    [
        "So far, Embraer of Brazil has delivered five of Portugal's 12 KC-390s.",
        "Five of Portugal's 12 KC-390s have arrived from Brazil.",
        "Portugal has received five of Embraer's 12 KC-390s.",
    ],
)
def test_some_of_whose_arms_came_are_a_part_of_them_all(text: str) -> None:
    assert rows(text, "supplier recipient quantity delivered stage") == [("BRA", "PRT", 12, 5, "delivering")]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Nine of the French army's 76 Caesars were given to Ukraine.", ("FRA", "UKR", 9)),
        ("Some 40 of Germany's 90 Marders went to Ukraine.", ("DEU", "UKR", 40)),
        ("Six of Norway's 57 F-16s have arrived in Romania.", ("NOR", "ROU", 6)),
    ],
)
def test_of_what_its_owner_had_only_what_it_gave_moves(text: str, row: tuple[str, str, int]) -> None:
    assert rows(text, "supplier recipient quantity") == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Poland signed for 50 HIMARS with the United States. It has taken 18 of the 20 bought in 2019.",
        "Poland signed for 50 HIMARS with the United States, having already taken 18 of 20 bought in 2019.",
    ],
)
def test_some_of_what_was_bought_before_are_none_of_those_just_told(text: str) -> None:
    found = rows(text + END, "quantity delivered stage", published="2024-03-01")
    assert found == [(50, None, "ordered"), (20, 18, "delivering")]


@pytest.mark.parametrize(
    ("news", "delivered"),
    [
        ("Half of them have arrived.", 6),
        ("Half the jets have been handed over.", 6),
        ("Two thirds of the aircraft have been delivered.", 8),
        ("A third of them landed in May.", 4),
        ("The third of them landed in May.", 3),
    ],
)
def test_a_share_of_an_order_has_come(news: str, delivered: int) -> None:
    text = "Nigeria ordered 12 Super Tucano jets from the United States in 2022. " + news + END
    assert rows(text, "quantity delivered stage", published=PUBLISHED) == [(12, delivered, "delivering")]


def test_a_share_that_is_no_whole_number_is_none() -> None:
    text = "Nigeria ordered 13 Super Tucanos from the United States in 2022. Half of them have arrived." + END
    assert rows(text, "quantity delivered", published=PUBLISHED) == [(13, None)]
