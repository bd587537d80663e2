"""Purchases at home, exercises, stocks, losses, budgets and denials are no transfers."""

from __future__ import annotations

import pytest

from tests.link.reading import END, rows

NO_TRANSFER = [
    "The Indian army has placed an order with Bharat Electronics of Bengaluru for 244 Akash launchers.",
    "Poland's defence ministry ordered 96 Krab howitzers from Huta Stalowa Wola.",
    "Turkish firm Aselsan will deliver 50 radars to the Turkish land forces by 2027.",
    "France's army took delivery of 18 Caesar guns built by Nexter.",
    "Eight F-16s of the Portuguese air force flew to Estonia for a four-month mission.",
    "Twelve Rafales took part in the exercise over Sweden with ten Gripens.",
    "Russia has lost more than 3,000 tanks in Ukraine.",
    "The Pakistani navy has eight submarines and wants to keep them until 2040.",
    "The 2025 budget sets 4.2 billion kroner aside for new air defence in Denmark.",
    "Saab's revenue rose by 23 per cent to 63 billion kronor.",
    "Rheinmetall will make 700,000 shells a year in Germany by 2026.",
    "Egypt's fleet of 220 F-16s is the fourth largest in the world.",
    "The howitzer has a range of 40 km and a crew of five.",
    "Japan's budget has money for 12 hypersonic missiles that Mitsubishi is developing.",
    "Iran showed off 20 new missiles at a parade in Tehran.",
    "Germany's exports of arms reached 13.3 billion euros in 2024.",
    "Two Turkish F-16s intercepted a Russian aircraft over the Black Sea.",
    "Britain's Royal Navy decommissioned two Type 23 frigates last year.",
    "Ukraine shot down 34 of 41 Shahed drones on Tuesday night.",
    "Denmark denied that it had sold 12 F-16s to Israel.",
    "The South Korean army received 20 K2 tanks from Hyundai Rotem at Changwon.",
    "Four German Typhoons were replaced at Siauliai by Spanish ones.",
    "Kenya's police lost three armoured vehicles in an ambush near Garissa.",
    "The US Army awarded Oshkosh of Wisconsin a contract for 500 trucks worth $208 million.",
    "Brazil's navy launched its third submarine, built at Itaguai.",
    "Chile has not bought any tanks from Germany since 2008.",
    "China's BYD sold 300,000 cars in Europe.",
    "Israel's parliament raised the defence budget to 109 billion shekels.",
    "Hezbollah fired 40 rockets at northern Israel.",
    "Spain's army will modernise 108 of its own Leopard tanks in Seville.",
    "The Greek air force operates 84 upgraded F-16 Vipers.",
    "The dockyard in Mumbai will build seven stealth frigates for the Indian Navy by 2030.",
    "Algeria's military spending was $21.8 billion last year.",
    "The think tank believes that the Gulf market for drones will be worth $5 billion by 2030.",
    "Some 900 American soldiers with 30 Bradley vehicles are in Syria.",
]


@pytest.mark.parametrize("text", NO_TRANSFER)
def test_nothing_moves_from_one_country_to_another(text: str) -> None:
    assert rows(text + END, "quantity", published="2025-03-14") == []
