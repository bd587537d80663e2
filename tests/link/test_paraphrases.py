"""Pairs of sentences that say the same in another construction give the same row."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows

CELLS = (
    "supplier recipient designation category quantity quantity_bound value currency delivery_from delivery_to stage"
    " arrangement"
)

PAIRS = [
    # direction: active, passive, nominal, relative, participle
    ("Denmark bought 24 CAESAR howitzers from France.", "France sold Denmark 24 CAESAR howitzers."),
    ("Denmark bought 24 CAESAR howitzers from France.", "Denmark was sold 24 CAESAR howitzers by France."),
    ("France sold 24 CAESAR howitzers to Denmark.", "24 CAESAR howitzers were sold to Denmark by France."),
    ("France sold 24 CAESAR howitzers to Denmark.", "The sale of 24 CAESAR howitzers by France to Denmark was signed."),
    (
        "Egypt ordered 12 Rafale fighters from France.",
        "An order from Egypt for 12 Rafale fighters was placed in France.",
    ),
    ("Egypt ordered 12 Rafale fighters from France.", "Egypt placed an order for 12 Rafale fighters with France."),
    ("Egypt ordered 12 Rafale fighters from France.", "France won an Egyptian order for 12 Rafale fighters."),
    ("Egypt ordered 12 Rafale fighters from France.", "Egypt has signed for 12 Rafale fighters from France."),
    ("Egypt ordered 12 Rafale fighters from France.", "Egypt signed a contract with France for 12 Rafale fighters."),
    ("Egypt ordered 12 Rafale fighters from France.", "France and Egypt signed a contract for 12 Rafale fighters."),
    (
        "Egypt ordered 12 Rafale fighters from France.",
        "Egypt, which ordered 12 Rafale fighters from France, is pleased.",
    ),
    (
        "Kenya received six MD 530F helicopters from the United States.",
        "Six MD 530F helicopters were delivered to Kenya by the United States.",
    ),
    (
        "Kenya received six MD 530F helicopters from the United States.",
        "The United States delivered six MD 530F helicopters to Kenya.",
    ),
    (
        "Kenya received six MD 530F helicopters from the United States.",
        "The United States handed six MD 530F helicopters over to Kenya.",
    ),
    (
        "Kenya received six MD 530F helicopters from the United States.",
        "Kenya took delivery of six MD 530F helicopters from the United States.",
    ),
    (
        "Kenya received six MD 530F helicopters from the United States.",
        "Six MD 530F helicopters supplied by the United States arrived in Kenya.",
    ),
    (
        "Kenya received six MD 530F helicopters from the United States.",
        "Six American MD 530F helicopters have been handed over to Kenya.",
    ),
    (
        "Poland plans to buy 96 AH-64E helicopters from the United States.",
        "Poland intends to purchase 96 AH-64E helicopters from the United States.",
    ),
    (
        "Poland plans to buy 96 AH-64E helicopters from the United States.",
        "Poland wants 96 AH-64E helicopters from the United States.",
    ),
    (
        "Poland plans to buy 96 AH-64E helicopters from the United States.",
        "Poland is seeking 96 AH-64E helicopters from the United States.",
    ),
    (
        "Poland plans to buy 96 AH-64E helicopters from the United States.",
        "Poland has asked the United States for 96 AH-64E helicopters.",
    ),
    (
        "Poland plans to buy 96 AH-64E helicopters from the United States.",
        "Poland and the United States are in talks on 96 AH-64E helicopters.",
    ),
    ("Germany donated 18 Leopard 2A6 tanks to Ukraine.", "Ukraine was given 18 Leopard 2A6 tanks by Germany."),
    ("Germany donated 18 Leopard 2A6 tanks to Ukraine.", "18 Leopard 2A6 tanks were donated to Ukraine by Germany."),
    ("Germany donated 18 Leopard 2A6 tanks to Ukraine.", "Germany gave Ukraine 18 Leopard 2A6 tanks."),
    (
        "Germany donated 18 Leopard 2A6 tanks to Ukraine.",
        "18 Leopard 2A6 tanks were given to Ukraine as a gift by Germany.",
    ),
    ("Germany has pledged 18 Leopard 2A6 tanks to Ukraine.", "Germany promised Ukraine 18 Leopard 2A6 tanks."),
    ("Germany has pledged 18 Leopard 2A6 tanks to Ukraine.", "Ukraine was promised 18 Leopard 2A6 tanks by Germany."),
    ("Germany has pledged 18 Leopard 2A6 tanks to Ukraine.", "Germany will donate 18 Leopard 2A6 tanks to Ukraine."),
    (
        "Germany has pledged 18 Leopard 2A6 tanks to Ukraine.",
        "18 Leopard 2A6 tanks have been pledged to Ukraine by Germany.",
    ),
    # companies for countries
    (
        "Morocco ordered 36 CAESAR howitzers from France.",
        "Nexter of France won an order from Morocco for 36 CAESAR howitzers.",
    ),
    (
        "Morocco ordered 36 CAESAR howitzers from France.",
        "Nexter signed a contract with Morocco for 36 CAESAR howitzers.",
    ),
    ("Morocco ordered 36 CAESAR howitzers from France.", "Morocco awarded Nexter a contract for 36 CAESAR howitzers."),
    (
        "Morocco ordered 36 CAESAR howitzers from France.",
        "Nexter was awarded a contract by Morocco for 36 CAESAR howitzers.",
    ),
    (
        "Morocco ordered 36 CAESAR howitzers from France.",
        "Nexter is to build 36 CAESAR howitzers for Morocco under a contract signed in Rabat.",
    ),
    (
        "Morocco ordered 36 CAESAR howitzers from France.",
        "The Moroccan army has ordered 36 CAESAR howitzers from Nexter.",
    ),
    # money
    (
        "Chile bought two frigates from Australia for $110 million.",
        "Chile paid Australia $110 million for two frigates.",
    ),
    (
        "Chile bought two frigates from Australia for $110 million.",
        "Chile bought two frigates from Australia in a $110 million deal.",
    ),
    (
        "Chile bought two frigates from Australia for $110 million.",
        "Australia sold Chile two frigates. The deal is worth $110 million.",
    ),
    (
        "Chile bought two frigates from Australia for $110 million.",
        "Under a deal valued at $110 million, Chile bought two frigates from Australia.",
    ),
    (
        "Chile bought two frigates from Australia for $110 million.",
        "Chile bought two frigates, worth $110 million, from Australia.",
    ),
    (
        "Chile bought two frigates from Australia for $110 million.",
        "Chile bought two frigates from Australia. It paid $110 million for them.",
    ),
    (
        "Chile bought two frigates from Australia for more than $110 million.",
        "Chile bought two frigates from Australia at a cost of over $110 million.",
    ),
    (
        "Chile bought two frigates from Australia for more than $110 million.",
        "Chile bought two frigates from Australia for upwards of $110 million.",
    ),
    (
        "Chile bought two frigates from Australia for about $110 million.",
        "Chile bought two frigates from Australia for some $110 million.",
    ),
    # counts
    ("Oman bought 12 Typhoon fighters from Britain.", "Oman bought a dozen Typhoon fighters from Britain."),
    ("Oman bought 12 Typhoon fighters from Britain.", "Oman bought twelve (12) Typhoon fighters from Britain."),
    (
        "Oman bought at least 12 Typhoon fighters from Britain.",
        "Oman bought no fewer than 12 Typhoon fighters from Britain.",
    ),
    ("Oman bought up to 12 Typhoon fighters from Britain.", "Oman bought as many as 12 Typhoon fighters from Britain."),
    ("Oman bought 12 Typhoon fighters from Britain.", "Oman bought Typhoon fighters from Britain, 12 in all."),
    # time
    (
        "Finland ordered 64 F-35A fighters from the United States for delivery by 2030.",
        "Finland ordered 64 F-35A fighters from the United States, to be delivered by 2030.",
    ),
    (
        "Finland ordered 64 F-35A fighters from the United States for delivery by 2030.",
        "Finland ordered 64 F-35A fighters from the United States. All are due by 2030.",
    ),
    (
        "Finland ordered 64 F-35A fighters from the United States for delivery by 2030.",
        "Finland ordered 64 F-35A fighters from the United States. Deliveries are to be complete by 2030.",
    ),
    (
        "Finland ordered 64 F-35A fighters from the United States for delivery from 2026 to 2030.",
        "Finland ordered 64 F-35A fighters from the United States. Deliveries run from 2026 to 2030.",
    ),
    (
        "Finland ordered 64 F-35A fighters from the United States for delivery from 2026 to 2030.",
        "Finland ordered 64 F-35A fighters from the United States, to be delivered between 2026 and 2030.",
    ),
    (
        "Finland ordered 64 F-35A fighters from the United States for delivery from 2026 to 2030.",
        "Finland ordered 64 F-35A fighters from the United States. The first will arrive in 2026 and the last in 2030.",
    ),
    (
        "Peru received 12 Mirage 2000 fighters from France in 1987.",
        "France delivered 12 Mirage 2000 fighters to Peru in 1987.",
    ),
    (
        "Peru received 12 Mirage 2000 fighters from France in 1987.",
        "In 1987 Peru took delivery of 12 French Mirage 2000 fighters.",
    ),
    (
        "Peru received 12 Mirage 2000 fighters from France in 1987.",
        "12 Mirage 2000 fighters from France arrived in Peru in 1987.",
    ),
    # stage
    (
        "Bulgaria cancelled an order for 30 Stryker vehicles from the United States.",
        "Bulgaria's order for 30 Stryker vehicles from the United States was cancelled.",
    ),
    (
        "Bulgaria cancelled an order for 30 Stryker vehicles from the United States.",
        "Bulgaria scrapped the purchase of 30 Stryker vehicles from the United States.",
    ),
    (
        "Bulgaria cancelled an order for 30 Stryker vehicles from the United States.",
        "Bulgaria has dropped plans to buy 30 Stryker vehicles from the United States.",
    ),
    (
        "Bulgaria cancelled an order for 30 Stryker vehicles from the United States.",
        "Bulgaria will no longer buy 30 Stryker vehicles from the United States.",
    ),
    (
        "The United States approved the sale of 30 Stryker vehicles to Bulgaria.",
        "The sale of 30 Stryker vehicles to Bulgaria was approved by the United States.",
    ),
    (
        "The United States approved the sale of 30 Stryker vehicles to Bulgaria.",
        "The United States cleared Bulgaria's purchase of 30 Stryker vehicles.",
    ),
    (
        "The United States approved the sale of 30 Stryker vehicles to Bulgaria.",
        "The State Department has approved a possible sale to Bulgaria of 30 Stryker vehicles.",
    ),
    (
        "Bulgaria has yet to receive the 30 Stryker vehicles it ordered from the United States.",
        "Bulgaria ordered 30 Stryker vehicles from the United States, none of which has been delivered.",
    ),
    # arrangement
    ("Hungary leased 14 Gripen fighters from Sweden.", "Sweden leased 14 Gripen fighters to Hungary."),
    ("Hungary leased 14 Gripen fighters from Sweden.", "14 Gripen fighters were leased to Hungary by Sweden."),
    (
        "Turkey is building 24 T129 helicopters under licence from Italy.",
        "Italy licensed Turkey to build 24 T129 helicopters.",
    ),
    # lists
    (
        "Jordan ordered 12 F-16 fighters and six CH-47 helicopters from the United States.",
        "Jordan ordered 12 F-16 fighters as well as six CH-47 helicopters from the United States.",
    ),
    (
        "Jordan ordered 12 F-16 fighters and six CH-47 helicopters from the United States.",
        "Jordan ordered 12 F-16 fighters, along with six CH-47 helicopters, from the United States.",
    ),
    (
        "Jordan ordered 12 F-16 fighters and six CH-47 helicopters from the United States.",
        "Besides 12 F-16 fighters, Jordan ordered six CH-47 helicopters from the United States.",
    ),
    (
        "Jordan ordered 12 F-16 fighters and six CH-47 helicopters from the United States.",
        "Jordan ordered 12 F-16 fighters from the United States. It also ordered six CH-47 helicopters.",
    ),
    (
        "Jordan ordered 12 F-16 fighters and six CH-47 helicopters from the United States.",
        "Jordan's order from the United States comprises 12 F-16 fighters and six CH-47 helicopters.",
    ),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_same_said_otherwise(one: str, other: str) -> None:
    found = [
        rows(prose(text), CELLS, published="2031-05-01" if "2030" not in text else "2024-05-01")
        for text in (one, other)
    ]
    assert found[0] and sorted(found[0], key=str) == sorted(found[1], key=str)
