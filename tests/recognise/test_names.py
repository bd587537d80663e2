"""Parties and companies: how they are written, and what looks like one and is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.lexicon import load
from etl.recognise.names import find_companies, find_parties
from etl.recognise.surfaces import Surfaces, plain


def parties(text: str) -> list[tuple[str, str]]:
    return [(party.surface, party.code) for party in find_parties(text)]


def codes(text: str) -> list[str]:
    return [party.code for party in find_parties(text)]


def companies(text: str) -> list[tuple[str, str]]:
    return [(company.surface, company.name) for company in find_companies(text)]


@pytest.mark.parametrize(
    ("text", "surface", "code", "form"),
    [
        ("The guns went to South Korea.", "South Korea", "KOR", "name"),
        ("Ministers of the Republic of Korea signed", "Republic of Korea", "KOR", "name"),
        ("ROK officials signed", "ROK", "KOR", "name"),
        ("the DPRK shipped shells", "DPRK", "PRK", "name"),
        ("sold to Türkiye last year", "Türkiye", "TUR", "name"),
        ("sold to Turkey last year", "Turkey", "TUR", "name"),
        ("sold by the UK in May", "UK", "GBR", "name"),
        ("sold by the U.K. in May", "U.K.", "GBR", "name"),
        ("sold by the U.S. in May", "U.S.", "USA", "name"),
        ("sold by the USA.", "USA", "USA", "name"),
        ("Holland leased two", "Holland", "NLD", "name"),
        ("Burma got six", "Burma", "MMR", "name"),
        ("the Ivory Coast ordered", "Ivory Coast", "CIV", "name"),
        ("the DRC ordered", "DRC", "COD", "name"),
        ("Congo-Brazzaville ordered", "Congo-Brazzaville", "COG", "name"),
        ("Cabo Verde received a boat", "Cabo Verde", "CPV", "name"),
        ("boats for the Emirates", "the Emirates", "ARE", "name"),
        ("a Polish order", "Polish", "POL", "adjective"),
        ("an Emirati order", "Emirati", "ARE", "adjective"),
        ("a South Korean offer", "South Korean", "KOR", "adjective"),
        ("a Nigerien request", "Nigerien", "NER", "adjective"),
        ("a Nigerian request", "Nigerian", "NGA", "adjective"),
        ("the Hellenic navy", "Hellenic", "GRC", "adjective"),
        ("what the Danes paid", "Danes", "DNK", "people"),
        ("what the Saudis paid", "Saudis", "SAU", "people"),
        ("what the Filipinos paid", "Filipinos", "PHL", "people"),
        ("Canberra agreed", "Canberra", "AUS", "capital"),
        ("Kiev agreed", "Kiev", "UKR", "capital"),
        ("Kyiv agreed", "Kyiv", "UKR", "capital"),
        ("The Hague agreed", "The Hague", "NLD", "capital"),
        ("the Kremlin agreed", "Kremlin", "RUS", "metonym"),
        ("Foggy Bottom agreed", "Foggy Bottom", "USA", "metonym"),
        ("the Élysée agreed", "Élysée", "FRA", "metonym"),
        ("the Carter administration agreed", "Carter administration", "USA", "metonym"),
        ("the Royal Saudi Air Force took six", "Royal Saudi Air Force", "SAU", "body"),
        ("the Royal Navy took six", "Royal Navy", "GBR", "body"),
        ("the Royal Navy of Oman took six", "Royal Navy of Oman", "OMN", "body"),
        ("the Bundeswehr took six", "Bundeswehr", "DEU", "body"),
        ("FMV took six", "FMV", "SWE", "body"),
        ("the Israel Defense Forces took six", "Israel Defense Forces", "ISR", "body"),
        ("the Defense Security Cooperation Agency said", "Defense Security Cooperation Agency", "USA", "body"),
        ("Soviet advisers came", "Soviet", "SUN", "adjective"),
        ("East Germany gave rifles", "East Germany", "DDR", "name"),
        ("South Yemen got boats", "South Yemen", "YMD", "name"),
        ("Zaire got boats", "Zaire", "ZAR", "name"),
        ("Czechoslovak rifles", "Czechoslovak", "CSK", "adjective"),
        ("Rhodesia got rifles", "Rhodesia", "RHO", "name"),
        ("Asuncion got boats", "Asuncion", "PRY", "capital"),
        ("Fabrica de Polonia, Brasilia", "Brasilia", "BRA", "capital"),
        ("Kosovo got vehicles", "Kosovo", "XKX", "name"),
        ("Taipei got missiles", "Taipei", "TWN", "capital"),
        ("Somaliland got trucks", "Somaliland", "Somaliland", "name"),
        ("NATO leased tankers", "NATO", "NATO", "organisation"),
        ("a contract of NSPA", "NSPA", "NATO", "organisation"),
        ("the European Union paid", "European Union", "EU", "organisation"),
        ("shipped to Hizballah", "Hizballah", "Hezbollah", "group"),
        ("shipped to the Houthis", "Houthis", "Houthis", "group"),
        ("shipped to Ansar Allah", "Ansar Allah", "Houthis", "group"),
        ("rifles for the Contras", "Contras", "Contras", "group"),
        ("rifles for the Peshmerga", "Peshmerga", "Peshmerga", "group"),
    ],
)
def test_a_party_by_any_of_its_names(text: str, surface: str, code: str, form: str) -> None:
    found = find_parties(text)
    assert [(party.surface, party.code, party.form) for party in found] == [(surface, code, form)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South\nKorea and South\u00a0Africa", ["KOR", "ZAF"]),
        ("C\u00f4te d\u2019Ivoire\u2019s navy", ["CIV"]),
        ("Poland's and Hungary\u2019s orders", ["POL", "HUN"]),
        ("WARSAW, June 3 - POLISH ARMY", ["POL", "POL"]),
        ("US-made guns, a Franco-German tank, a Franco\u2013Italian frigate", ["USA", "FRA", "DEU", "FRA", "ITA"]),
        ("Guinea-Bissau, Equatorial Guinea, Papua New Guinea and Guinea", ["GNB", "GNQ", "PNG", "GIN"]),
        ("North Korea, South Korea, North Macedonia, South Sudan", ["PRK", "KOR", "MKD", "SSD"]),
        ("(Oman)/(Qatar);Kuwait", ["OMN", "QAT", "KWT"]),
        ("Dominican Republic and Dominica", ["DOM", "DMA"]),
        ("Niger and Nigeria", ["NER", "NGA"]),
    ],
)
def test_ways_of_writing(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "it gave us six of them",
        "cold turkey for the chad, and china on the table",
        "Indiana bought them",
        "Omaniya and Perugia",
        "the South China Sea and the Gulf of Oman",
        "the Sea of Japan and the Indian Ocean",
        "as the Washington Post and the Times of India wrote",
        "a loan from the Bank of China",
        "an Air France flight and a British Airways flight",
        "a Kuwait Airways flight",
        "made by Korea Aerospace Industries and Israel Aerospace Industries",
        "it costs US$5 million or 30 million Swedish kronor",
        "it costs 40 million US dollars or 50 million Canadian dollars",
        "worth 900 billion South Korean won",
        "aboard USS Georgia and HMS Scotland",
        "a Kiev-class carrier and a Delhi class destroyer",
        "a battery of ZSU-23-4 guns and a Fatah-110",
        "a major non-NATO ally",
        "veterans of the Korean War and the Vietnam War",
        "at the Paris Air Show and the Singapore Airshow",
        "leftover Soviet-era shells",
        "refugees from the former Yugoslavia",
        "Latin American buyers and the Korean Peninsula",
        "Work will be done in Marietta, Georgia (60%); Lebanon, New Hampshire (20%); and London, Ontario (20%).",
        "The plant is in Warner Robins, Georgia.",
        "Contractors in Alabama, Georgia and Florida bid.",
        "a MALE drone, and a Male pilot",
        "The Georgia National Guard trained there.",
        "The sub was built in Bremerton, Washington, and Groton, Connecticut.",
        "Michael Jordan came. Jordan said he was glad.",
        "Sen. Jordan voted against it.",
        "General Washington crossed the river.",
        "THE SOUTH CHINA SEA AND THE KOREAN WAR",
        "Israel Katz spoke.",
        "Minutes of Congress",
    ],
)
def test_no_party(text: str) -> None:
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Georgia received Javelins, Tbilisi said.", ["GEO", "GEO"]),
        ("In August, Georgia received Javelins.", ["GEO"]),
        ("On Monday, Georgia received Javelins.", ["GEO"]),
        ("boats for Ukraine, Georgia and Moldova", ["UKR", "GEO", "MDA"]),
        ("Assembled in Marietta, Georgia; the buyers are Georgia and Ukraine.", ["GEO", "UKR"]),
        ("Jordan said it would take the tanks.", ["JOR"]),
        ("King Abdullah of Jordan said so.", ["JOR"]),
        ("Michael Jordan met the king; Jordan and Egypt, said Amman, will buy.", ["JOR", "EGY", "JOR"]),
        ("Washington approved the sale.", ["USA"]),
        ("Armenia, Georgia and Azerbaijan", ["ARM", "GEO", "AZE"]),
        ("Chad got Mali's trucks", ["TCD", "MLI"]),
        ("The U.S. notified Congress.", ["USA", "USA"]),
        ("Peru will pay; Congress voted.", ["PER", "PER"]),
        ("The US looked on while Brazil's Congress voted.", ["USA", "BRA"]),
        ("Moscow sold it, Russian papers say.", ["RUS", "RUS"]),
        ("Moscow gave it free.", ["RUS"]),
        ("Moscow gave it free; the USSR was generous.", ["SUN", "SUN"]),
        ("Prague gave it free; Czechoslovakia was generous.", ["CSK", "CSK"]),
        ("Jets that Lima paid for", ["PER"]),
        ("Guyana paid; Georgetown is content.", ["GUY", "GUY"]),
        ("Georgetown is content.", []),
    ],
)
def test_names_with_several_meanings(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "surface", "name", "countries"),
    [
        ("made by Hanwha Aerospace", "Hanwha Aerospace", "Hanwha Aerospace", ("KOR",)),
        ("made by Hanwha", "Hanwha", "Hanwha", ("KOR",)),
        ("MADE BY HANWHA AEROSPACE", "HANWHA AEROSPACE", "Hanwha Aerospace", ("KOR",)),
        ("KAI of Sacheon", "KAI", "Korea Aerospace Industries", ("KOR",)),
        ("BAE Systems Hägglunds of Örnsköldsvik", "BAE Systems Hägglunds", "BAE Systems Hägglunds", ("SWE",)),
        ("BAE Systems won", "BAE Systems", "BAE Systems", ("GBR",)),
        ("Thales UK won", "Thales UK", "Thales UK", ("GBR",)),
        ("Thales won", "Thales", "Thales", ("FRA",)),
        ("Leonardo DRS won", "Leonardo DRS", "Leonardo DRS", ("USA",)),
        ("KNDS won", "KNDS", "KNDS", ()),
        ("MBDA won", "MBDA", "MBDA", ()),
        ("MBDA Italia won", "MBDA Italia", "MBDA Italia", ("ITA",)),
        ("DCNS won", "DCNS", "Naval Group", ("FRA",)),
        ("Pratt & Whitney won", "Pratt & Whitney", "Pratt & Whitney", ("USA",)),
        ("Rheinmetall Hungary won", "Rheinmetall Hungary", "Rheinmetall Hungary", ("HUN",)),
        ("GD Land Systems, or General Dynamics Land Systems-Canada", "General Dynamics Land Systems-Canada",
         "General Dynamics Land Systems-Canada", ("CAN",)),
        ("Krusik won", "Krusik", "Krušik", ("SRB",)),
        ("KRUŠIK WON", "KRUŠIK", "Krušik", ("SRB",)),
        ("Djuro Djakovic won", "Djuro Djakovic", "Đuro Đaković", ("HRV",)),
        ("Yugoimport-SDPR won", "Yugoimport-SDPR", "Yugoimport", ("SRB",)),
        ("rifles made by Arsenal", "Arsenal", "Arsenal", ("BGR",)),
    ],
)  # fmt: skip
def test_a_company_by_any_of_its_names(text: str, surface: str, name: str, countries: tuple[str, ...]) -> None:
    assert [(c.surface, c.name, c.countries) for c in find_companies(text)] == [(surface, name, countries)]


@pytest.mark.parametrize(
    "text",
    [
        "an arsenal of old guns; Arsenal lost at home",
        "Daniel Bell and Mr. Colt resigned",
        "Boeings of the past, BoeingX",
        "Leonardo da Vinci drew a tank",
        "Chris Hughes asked; Hughes was not told.",
        "they paid the Paramount chief",
    ],
)
def test_no_company(text: str) -> None:
    assert companies(text) == []


def test_an_ambiguous_spelling_counts_beside_a_clear_one_of_the_same_company() -> None:
    text = "EDGE Group and Arsenal AD signed; then Arsenal delivered."
    assert companies(text)[1:] == [("Arsenal AD", "Arsenal"), ("Arsenal", "Arsenal")]


def test_two_spellings_that_differ_in_the_kind_of_apostrophe_or_hyphen_are_one_name() -> None:
    assert Surfaces([("l'Arsenal", "A"), ("l\u2019Arsenal", "A"), ("l\u2019Arsenal", "B")]).find("l'Arsenal")[
        0
    ].values == ("A", "B")


NAMES = [row["surface"] for row in load.rows("parties")] + [row["name"] for row in load.rows("companies")]
GLUE = st.sampled_from([" ", ", ", "; ", " and ", "'s ", "-", "\n", " (", ") ", ".", "$5 ", " Navy ", "Mr. ", "x", ""])


@given(st.lists(st.tuples(st.sampled_from(NAMES), GLUE), max_size=12))
def test_any_row_of_names_gives_spans_in_order_without_overlap(pieces: list[tuple[str, str]]) -> None:
    text = "".join(name + glue for name, glue in pieces)
    for found in (find_parties(text), find_companies(text)):
        assert all(text[m.start : m.end] == m.surface for m in found)
        assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.text())
def test_any_text_is_read_without_fault(text: str) -> None:
    find_parties(text)
    find_companies(text)
    assert len(plain(text)) == len(text)


@given(st.sampled_from([row["surface"] for row in load.rows("parties") if not row["ambiguous"]]))
def test_an_unambiguous_surface_is_found_alone_and_not_inside_a_word(surface: str) -> None:
    assert [party.surface for party in find_parties(f"({surface})")] == [surface]
    assert surface not in [party.surface for party in find_parties(f"x{surface}x")]


def test_the_longest_of_the_leftmost_surfaces_is_kept() -> None:
    surfaces = Surfaces([("New", 1), ("New York", 2), ("York Times", 3), ("New York", 4)])
    assert [(hit.start, hit.end, hit.values) for hit in surfaces.find("New York Times, New")] == [
        (0, 8, (2, 4)),
        (16, 19, (1,)),
    ]


def test_no_surfaces_find_nothing() -> None:
    assert Surfaces[int]([]).find("anything") == []
