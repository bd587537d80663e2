"""Papers of governments and parliaments: "the Cabinet", "we" and an unnamed buyer or seller are their own state."""

from __future__ import annotations

import pytest

from tests.link.reading import rows

CELLS = "supplier recipient designation quantity"


@pytest.mark.parametrize(
    ("publisher", "text", "row"),
    [
        (
            "Ministry of Defence of Belgium",
            "The Cabinet ordered 19 Caesar howitzers from France. They are meant to work with Ukraine's gunners.",
            ("FRA", "BEL", "Caesar", 19),
        ),
        (
            "Houses of the Oireachtas",
            "Two C295 aircraft were ordered in 2019 from Spain and both have been delivered to Cork.",
            ("ESP", "IRL", "C295", 2),
        ),
        (
            "House of Commons, Official Report",
            "An agreement was concluded with Chile on three Type 23 frigates in 2005.",
            ("GBR", "CHL", "Type 23", 3),
        ),
        (
            "Ministry of Defence of the Netherlands",
            "In 2007 an agreement was signed with Portugal on 37 Leopard 2A6 tanks from our stocks.",
            ("NLD", "PRT", "Leopard 2A6", 37),
        ),
    ],
)
def test_the_state_whose_paper_it_is(publisher: str, text: str, row: tuple[str, str, str, int]) -> None:
    assert rows(text, CELLS, published="2024-06-01", publisher=publisher) == [row]


def test_a_country_that_heads_an_answer_is_its_kingdom() -> None:
    text = (
        "The information requested is as follows.\n\nJordan. In 2011 the Kingdom ordered 24 Caesar howitzers from "
        "France.\n\nOman. In 2012 the Sultanate ordered eight NASAMS launchers from Norway."
    )
    found = rows(text, "recipient quantity", published="2024-06-01", publisher="House of Commons, Official Report")
    assert found == [("JOR", 24), ("OMN", 8)]


def test_a_price_that_is_taken_back_is_none() -> None:
    text = (
        "Four Type 22 frigates were sold to Brazil in 1994. The figure of £170 million to which my hon. Friend "
        "referred is not one that we recognise."
    )
    assert rows(text, "quantity value") == [(4, None)]


def test_a_giver_that_buys_replaces_what_it_gave() -> None:
    text = (
        "The Netherlands gave two Patriot launchers to Ukraine in 2023, and military aid to Ukraine goes on.\n\n"
        "In March 2024 the department placed an order with Raytheon for four Patriot launchers."
    )
    found = rows(
        text, "supplier recipient quantity", published="2024-06-01", publisher="Ministry of Defence, The Hague"
    )
    assert ("USA", "NLD", 4) in found


def test_a_numbered_answer_takes_nothing_from_the_paragraph_before_it() -> None:
    text = (
        "(a) Nil.\n\nHindustan Aeronautics handed over its first Tejas to the Air Force in 2016.\n\n"
        "(b) 16 MiG-29K aircraft were contracted in January 2004 at USD 740 million."
    )
    found = rows(text, "supplier recipient designation quantity", published="2017-01-10", publisher="Lok Sabha")
    assert found == [("RUS", "IND", "MiG-29K", 16)]
