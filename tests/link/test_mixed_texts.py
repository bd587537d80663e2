"""Texts in which one paragraph is of another kind than the rest: it decides for itself and for nothing else."""

from __future__ import annotations

import pytest

from etl.link.genres import genre_of
from etl.link.topic import beneficiary
from etl.recognise.names import find_parties
from tests.link.reading import rows
from tests.link.test_genres import CONTRACT, NOTICE

OTHERS = [
    "Lisbon opened a new line of its underground on Monday.",
    "Chile has ordered 12 Caesar howitzers from France.",
    "Rain fell on the coast for the third day.",
    "The Danish parliament rose for the summer.",
    "Peru bought eight C-27J transports from Italy.",
    "Growers of olives expect a poor year.",
    "A court in Nairobi heard the case of two bankers.",
    "Trams stood still in Zagreb for an hour.",
    "Tickets for the final sold out within minutes.",
    "The museum shows coins of the ninth century.",
    "Two villages have been without power since Friday.",
    "Wages rose by 3 per cent in the spring.",
    "The bridge will be closed until October.",
    "Nurses in Dublin want shorter shifts.",
]


@pytest.mark.parametrize("paragraph", [NOTICE.strip().replace("\n\n", " "), CONTRACT])
def test_one_notice_among_many_stories_makes_no_text_of_notices(paragraph: str) -> None:
    assert genre_of("\n\n".join([paragraph, *OTHERS])) == "plain"


@pytest.mark.parametrize("paragraph", [NOTICE.strip().replace("\n\n", " "), CONTRACT])
def test_deals_beside_a_notice_are_read(paragraph: str) -> None:
    found = rows("\n\n".join([*OTHERS, paragraph]), "recipient designation")
    assert {("CHL", "Caesar"), ("PER", "C-27J")} <= set(found)


def test_a_long_text_that_speaks_of_help_in_one_place_is_not_about_helping() -> None:
    opening = "Donors announced military aid to Ukraine, and more support for Ukraine."
    text = "\n\n".join([opening, *(f"{other} {n}" for n in range(5) for other in OTHERS)])
    assert beneficiary(text, find_parties(text), 0, None) is None
    assert beneficiary(opening, find_parties(opening), 0, None) == "UKR"


@pytest.mark.parametrize(
    "beside",
    [
        "The university's laboratory received a grant of $40 million from the Norwegian government.",
        "The theatre won a grant of 2 million euros from the Norwegian government.",
        "Aid groups have sent 27 trucks with drinking water to the villages.",
        "Oslo also dispatched 14 lorries loaded with rice and blankets after the flood.",
        "Norway sent three aircraft carrying food as well.",
    ],
)
def test_help_that_is_no_arms_is_no_row_beside_a_gift_of_arms(beside: str) -> None:
    found = rows(f"Norway has given Ukraine eight howitzers as military aid.\n\n{beside}", "quantity value")
    assert found == [(8, None)]


def test_a_contract_among_stories_is_read_as_one() -> None:
    foreign = CONTRACT.replace("8 helicopters.", "8 helicopters for the government of Slovakia.")
    told = [text for text in OTHERS if "Chile" not in text and "Peru" not in text]
    assert rows("\n\n".join([*told, CONTRACT, *told]), "recipient") == []
    assert rows("\n\n".join([*told, foreign, *told]), "supplier recipient quantity") == [("USA", "SVK", 8)]
