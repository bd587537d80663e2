"""What country a document is about, whom it is about helping, where its publisher sits."""

from __future__ import annotations

import pytest

from etl.link.topic import beneficiary, home_signs, main_system, publisher_country, topic_country
from etl.recognise.names import find_parties
from etl.recognise.text import recognise


@pytest.mark.parametrize(
    ("text", "title_end", "country"),
    [
        ("Poland orders tanks. Poland will get them from Korea.", 0, "POL"),
        ("Chile\nSpain offered frigates, Chile said.", 5, "CHL"),
        ("NATO met in the hall.", 0, None),
        ("Nobody came.", 0, None),
        ("", 0, None),
    ],
)
def test_the_country_named_most(text: str, title_end: int, country: str | None) -> None:
    assert topic_country(find_parties(text), title_end, title_end)[0] == country


def test_a_country_dominates_a_text_or_does_not() -> None:
    assert topic_country(find_parties("Peru, Peru and Peru, and once Chile."), 0, 0) == ("PER", True)
    many = "Peru, Chile, Mali, Chad, Oman, Iraq, Togo and Fiji."
    assert topic_country(find_parties(many), 0, 0)[1] is False


@pytest.mark.parametrize(
    ("text", "publisher", "country"),
    [
        ("Da Nang - The navy took over four Russian corvettes from Russia.", None, "VNM"),
        ("The army bought guns from France for 40 billion dong. The guns stand at Haiphong and Can Tho.", None, "VNM"),
        (
            "The council cleared the jets of a firm. People in Poznan, Lublin and Bydgoszcz watched the Swedes.",
            None,
            "POL",
        ),
        ("The wing got 12 jets from France.", "The Nagpur Bulletin", "IND"),
        ("The wing got 12 jets from France for 2 billion dollars.", "The Bulletin", "FRA"),
    ],
)
def test_towns_and_money_tell_whose_home_a_text_is_of(text: str, publisher: str | None, country: str) -> None:
    signs = home_signs(recognise(text), [(0, len(text))], 0, publisher)
    assert topic_country(find_parties(text), 0, 0, signs)[0] == country


@pytest.mark.parametrize(
    ("told", "country"),
    [
        ("Sums are in Canadian dollars. The state put $2 billion and $300 million into it.", "CAN"),
        ("Amounts are in Australian dollars. The bill came to $400 million, with $350 million for spares.", "AUS"),
        ("The bill came to A$400 million.", "USA"),
    ],
)
def test_whose_dollar_needs_no_name_is_at_home(told: str, country: str) -> None:
    text = f"The army gets the tanks from the United States. {told}"
    signs = home_signs(recognise(text), [(0, len(text))], 0, None)
    assert topic_country(find_parties(text[:50]), 0, 0, signs)[0] == country


@pytest.mark.parametrize(
    ("publisher", "country"),
    [
        ("Government Offices of Sweden", "SWE"),
        ("Bundestag", "DEU"),
        ("U.S. Department of Defense", "USA"),
        ("NATO", None),
        ("Daily Bulletin", None),
        (None, None),
    ],
)
def test_the_country_of_a_publisher(publisher: str | None, country: str | None) -> None:
    assert publisher_country(publisher) == country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Military aid to Ukraine\nDonors met. Norway announced support for Ukraine.", "UKR"),
        ("Chile bought frigates\nThe frigates come from Spain.", None),
        ("", None),
    ],
)
def test_whom_a_document_is_about_helping(text: str, expected: str | None) -> None:
    assert beneficiary(text, find_parties(text), text.find("\n") + 1, None) == expected


def test_the_system_named_most_stands_out_from_three_times() -> None:
    assert main_system(recognise("The K9 is a gun. The K9 fires. The K9 rolls.").systems) == "K9"
    assert main_system(recognise("The K9 is a gun. The K9 fires.").systems) is None
    assert main_system([]) is None
