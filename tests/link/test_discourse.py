"""What later sentences say of a deal, lists after a colon or a lead-in, headings, aid lists."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


def test_price_and_schedule_in_sentences_of_their_own() -> None:
    text = (
        "Poland signed a contract with Hanwha Aerospace of South Korea for 72 Chunmoo rocket launchers. "
        "The deal is worth $1.6 billion. Deliveries will end by 2029."
    )
    assert rows(text, "quantity designation value currency delivery_to") == [
        (72, "Chunmoo", 1_600_000_000, "USD", 2029),
    ]


def test_a_count_in_the_next_sentence() -> None:
    text = "Morocco signed a contract with Elbit Systems for PULS launchers. It covers 36 launchers."
    assert rows(text, "supplier recipient designation quantity") == [("ISR", "MAR", "PULS", 36)]


def test_more_of_the_same_order() -> None:
    text = "Qatar ordered 24 Typhoon fighters from Britain. The order also includes nine Hawk trainers."
    assert rows(text, "supplier recipient designation quantity") == [
        ("GBR", "QAT", "Typhoon", 24),
        ("GBR", "QAT", "Hawk", 9),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lithuania bought 21 JLTV vehicles from the United States in 2019. It bought another 50 vehicles in 2021.",
            [("USA", "LTU", 21, "2019", "ordered"), ("USA", "LTU", 50, "2021", "ordered")],
        ),
        (
            "Thailand ordered four submarines from China. The order was later cancelled.",
            [("CHN", "THA", 4, None, "cancelled")],
        ),
    ],
)
def test_what_became_of_a_deal_later(text: str, expected: list[tuple[str, str, int, str | None, str]]) -> None:
    assert rows(prose(text), "supplier recipient quantity agreed stage") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Poland bought from South Korea: 180 K2 tanks, 212 K9 howitzers and 48 FA-50 fighters.",
            [("KOR", "POL", "K2", 180), ("KOR", "POL", "K9", 212), ("KOR", "POL", "FA-50", 48)],
        ),
        (
            "Canada will give Ukraine eight Leopard 2 tanks, four M777 howitzers and 20,000 shells.",
            [("CAN", "UKR", "Leopard 2", 8), ("CAN", "UKR", "M777", 4), ("CAN", "UKR", None, 20000)],
        ),
        (
            "Germany has delivered 18 Leopard 2A6 tanks to Ukraine and 14 Gepard guns.",
            [("DEU", "UKR", "Leopard 2A6", 18), ("DEU", "UKR", "Gepard", 14)],
        ),
    ],
)
def test_several_items_of_one_verb(text: str, expected: list[tuple[str, str, str | None, int]]) -> None:
    assert rows(prose(text), "supplier recipient designation quantity") == expected


AID_LIST = """Norwegian support for Ukraine

The government of Norway has donated the following to Ukraine:

Delivered:
- 8 Leopard 2A4 tanks
- 22 M109 howitzers
- 10,000 artillery shells

Planned:
- 6 F-16 fighters
"""


def test_an_aid_list_with_headings() -> None:
    assert rows(AID_LIST, "supplier recipient designation quantity stage arrangement") == [
        ("NOR", "UKR", "Leopard 2A4", 8, "delivered", "aid"),
        ("NOR", "UKR", "M109", 22, "delivered", "aid"),
        ("NOR", "UKR", None, 10000, "delivered", "aid"),
        ("NOR", "UKR", "F-16", 6, "agreed", "aid"),
    ]


LED_LIST = """Aid to Ukraine

Germany is supplying Ukraine with the following weapons:

- 18 Leopard 2A6 tanks
- 52 Gepard anti-aircraft guns
- 4 IRIS-T SLM systems
"""


def test_a_list_under_a_sentence() -> None:
    assert rows(LED_LIST, "supplier recipient designation quantity arrangement") == [
        ("DEU", "UKR", "Leopard 2A6", 18, "aid"),
        ("DEU", "UKR", "Gepard", 52, "aid"),
        ("DEU", "UKR", "IRIS-T SLM", 4, "aid"),
    ]


LOSS_LIST = """Losses of the week

Losses:
- 12 tanks
- 4 howitzers
"""


def test_a_list_of_losses_moves_to_nobody() -> None:
    assert rows(LOSS_LIST, "quantity") == []
