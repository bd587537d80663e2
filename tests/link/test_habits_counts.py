"""Habits of sentences: arms counted apart from their name, and counts that leave it out."""

from __future__ import annotations

import pytest

from tests.link.reading import Cell, prose, rows

PUBLISHED = "2025-06-01"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya received T-72 tanks from Ukraine, 33 of them, in 2009.", [("KEN", 33, "T-72")]),
        ("Mi-17 helicopters went to Niger, six of them, in 2019.", [("NER", 6, "Mi-17")]),
        ("Peru bought Super Tucanos from Brazil, 18 of them, and paid at once.", [("PER", 18, "Super Tucano")]),
    ],
)
def test_arms_counted_after_their_name(text: str, found: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient quantity designation", PUBLISHED) == found


@pytest.mark.parametrize(
    "text",
    [
        "The United States gave Kenya 16 helicopters, eight of them UH-1H Hueys and eight MD 530Fs.",
        "Kenya got 16 helicopters from the United States: eight of them UH-1H Hueys, eight of them MD 530Fs.",
    ],
)
def test_of_them_counts_the_name_that_follows(text: str) -> None:
    assert [q for (q,) in rows(prose(text), "quantity", PUBLISHED)] == [8, 8]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chile has two C-130H transports from the United States. One was given to Peru in 2021.", [("PER", 1)]),
        ("Chile operates six Cougar helicopters. One of them was sold to Peru in 2021.", [("PER", 1)]),
        (
            "Greece bought three Belharra frigates from France in 2022. A fourth was ordered last May.",
            [("GRC", 3), ("GRC", 1)],
        ),
        ("Greece has an option for a fourth Belharra with France.", [("GRC", 1)]),
        (
            "Germany gave the Czech army 14 Leopard 2A4s in 2023. A second fourteen arrived in January.",
            [("CZE", 14), ("CZE", 14)],
        ),
        (
            "Angola's contract with Spain covers one C295 for transport and two equipped for patrols.",
            [("AGO", 1), ("AGO", 2)],
        ),
        ("Grenada has been offered one 40-foot patrol boat by the United States.", [("GRD", 1)]),
        (
            "France sold Chad 12 Bastion carriers and Morocco the Caesar. Morocco ordered 36 of the latter.",
            [("TCD", 12), ("MAR", 36)],
        ),
    ],
)
def test_one_and_one_more(text: str, found: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient quantity", PUBLISHED) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rheinmetall said Hungary had ordered 20 Lynx vehicles.", [("DEU", "HUN", 20)]),
        ("Saab said on Monday Brazil would receive four more Gripen fighters.", [("SWE", "BRA", 4)]),
        ("Officials in Oslo say the Danish army has bought 12 Archer guns from Sweden.", [("SWE", "DNK", 12)]),
        ("Seoul confirmed Peru had signed a contract for 30 K808 vehicles.", [("KOR", "PER", 30)]),
    ],
)
def test_what_somebody_said_has_its_own_subject(text: str, found: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient quantity", PUBLISHED) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # words of progress elsewhere in the sentence make an order no part of another
        (
            "Kenya ordered 118 K9 howitzers from Seoul. Peru already knows the gun, for it ordered 30 of them in May.",
            [("KEN", 118), ("PER", 30)],
        ),
        (
            "Kenya bought 40 Su-30K jets from Russia in 1996. A further agreement for 10 Su-30K jets, at $277 million, "
            "has been executed in full.",
            [("KEN", 40), ("KEN", 10)],
        ),
        (
            "Romania ordered six Spyder batteries from Israel last year. For the other four the ministry hopes to "
            "sign a second contract.",
            [("ROU", 6), ("ROU", 4)],
        ),
    ],
)
def test_a_deal_of_its_own_is_no_part_of_another(text: str, found: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient quantity", PUBLISHED) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Latvia ordered 200 Patria 6x6 carriers from Finland. It later added 56.",
            [("FIN", "LVA", 200), ("FIN", "LVA", 56)],
        ),
        (
            "In April Slovakia gave Ukraine its only S-300 battery, and later it added five Mi-17 helicopters.",
            [("SVK", "UKR", 1), ("SVK", "UKR", 5)],
        ),
        (
            "Indonesia bought six Rafale fighters from France in 2022. A year later 18 more were added.",
            [("FRA", "IDN", 6), ("FRA", "IDN", 18)],
        ),
    ],
)
def test_who_adds_arms_stands_where_it_stood(text: str, found: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient quantity", PUBLISHED) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya's air force has three C-27J aircraft; they were ordered from Leonardo in 2017.", ("ITA", "KEN", 3)),
        (
            "Peru's army still operates 40 T-55 tanks. They were supplied by the Soviet Union in 1974.",
            ("SUN", "PER", 40),
        ),
        ("The Chilean navy has two Type 23 frigates at sea. Both were bought from Britain in 2005.", ("GBR", "CHL", 2)),
    ],
)
def test_how_arms_only_mentioned_came(text: str, found: tuple[Cell, ...]) -> None:
    assert rows(prose(text), "supplier recipient quantity", PUBLISHED) == [found]


def test_arms_only_mentioned_are_no_transfer() -> None:
    assert rows(prose("Peru's army still operates 40 T-55 tanks. They were parked in the rain."), "quantity") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The third contract from Malaysia went to Turkish Aerospace: three Anka drones at a cost of RM423 million.",
            ("TUR", "MYS", 3, "ordered"),
        ),
        ("Croatia expects to sign with Germany for 44 Leopard 2A8 tanks.", ("DEU", "HRV", 44, "proposed")),
        ("Peru hopes to conclude with Israel on six Barak MX batteries.", ("ISR", "PER", 6, "proposed")),
        (
            "Twelve Hürkuş trainers, paid for before the coup, reached Niger from Turkey in May.",
            ("TUR", "NER", 12, "delivered"),
        ),
        (
            "Ten Ground Master 200 radars, made by Thales, were delivered to Kenya in May.",
            ("FRA", "KEN", 10, "delivered"),
        ),
    ],
)
def test_words_beside_a_deal_hide_it_not(text: str, found: tuple[Cell, ...]) -> None:
    assert rows(prose(text), "supplier recipient quantity stage", PUBLISHED) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Iraq received the first of eight Cheongung-II batteries from South Korea. Oman bought ten batteries "
            "in November 2023 for $3.2 billion.",
            [("IRQ", 8), ("OMN", 10)],
        ),
        (
            "Romania ordered 32 F-35 fighters from the United States. Training takes two years. Simulators stand at "
            "Fetesti. Greece, which signed in July for 20, did so as well.",
            [("ROU", 32), ("GRC", 20)],
        ),
        (
            "The navy of Kenya on Friday took over two Shaldag boats from Israel. A third is to follow in December.",
            [("KEN", 2), ("KEN", 1)],
        ),
    ],
)
def test_counts_of_what_the_text_is_about(text: str, found: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "recipient quantity", PUBLISHED) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Americans sold Egypt 35 Phantoms in 1979, for which Cairo paid $594 million, then 244 M60 tanks.",
            [("USA", "EGY", 35), ("USA", "EGY", 244)],
        ),
        (
            "Poland has sent Ukraine 14 Leopard 2 tanks, which arrived in March, 12 MiG-29s and ten Krab howitzers.",
            [("POL", "UKR", 14), ("POL", "UKR", 12), ("POL", "UKR", 10)],
        ),
        (
            "Spain delivered to Oman 600 Pegaso lorries, for which no price was told, and two Descubierta corvettes.",
            [("ESP", "OMN", 600), ("ESP", "OMN", 2)],
        ),
    ],
)
def test_a_list_goes_on_after_what_describes_one_of_its_arms(text: str, found: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient quantity", PUBLISHED) == found


AID = "Since 2022 Lithuania has given military aid to Ukraine. Support to Ukraine goes on. Delivered so far:\n"


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("- 62 M113 carriers, ten of them with mortars", [("LTU", "UKR", 62, "delivered")]),
        ("- 62 M113 carriers, ten of them mortar carriers", [("LTU", "UKR", 62, "delivered")]),
        ("- 2 NASAMS launchers (2023), bought from Norway", [("LTU", "UKR", 2, "delivered")]),
        ("- 30 M577 command vehicles, being overhauled in Kaunas", [("LTU", "UKR", 30, "delivered")]),
        ("- 10 surveillance radars, made by the firm LiTak-Tak", [("LTU", "UKR", 10, "delivered")]),
    ],
)
def test_words_that_describe_a_list_item(item: str, found: list[tuple[Cell, ...]]) -> None:
    assert rows(AID + item, "supplier recipient quantity stage", PUBLISHED, "Ministry of Defence of Lithuania") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Thirty-eight M1A2T tanks from the United States rolled off a ship in Taipei in December. The remaining 70 "
            "are due next year.",
            [(38, "delivered"), (70, "ordered")],
        ),
        ("A further ten howitzers will leave Serbia for Kenya next month.", [(10, "ordered")]),
        ("Forty F-16s for Manila are on offer from Washington. Nothing has been signed.", [(40, "proposed")]),
        (
            "Kenya confirmed that two dozen armoured personnel carriers came off a ship at Mombasa. They are the first "
            "consignment of the Hizir, from Turkey.",
            [(24, "delivered")],
        ),
    ],
)
def test_arms_on_their_way_and_on_offer(text: str, found: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "quantity stage", PUBLISHED) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad has two Ankas from Turkish Aerospace Industries, delivered in 2023.", ("TUR", "TCD", 2, "delivered")),
        ("Chad has six Bastion carriers, donated by France in 2021.", ("FRA", "TCD", 6, "delivered")),
        ("Oman's navy has three Khareef corvettes from Britain, bought in 2007.", ("GBR", "OMN", 3, "delivered")),
        ("Zambia has a C-27J from Italy, handed over in 2019.", ("ITA", "ZMB", 1, "delivered")),
    ],
)
def test_how_a_country_came_by_what_it_has(text: str, found: tuple[Cell, ...]) -> None:
    assert rows(prose(text), "supplier recipient quantity stage", PUBLISHED) == [found]


@pytest.mark.parametrize(
    "more",
    [
        "Among these are 60 M109A7 howitzers.",
        "There are also 60 M109A7 howitzers.",
        "Some 60 M109A7 howitzers are also part of it.",
    ],
)
def test_a_list_goes_on_in_the_next_sentence(more: str) -> None:
    text = f"The State Department approved the sale of 82 HIMARS launchers to Taiwan for $4 billion. {more}"
    found = [("USA", "TWN", 82, "approved"), ("USA", "TWN", 60, "approved")]
    assert rows(prose(text), "supplier recipient quantity stage", PUBLISHED) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Indonesia ordered 42 Rafale fighters from France in 2022. Six jets became effective in September 2022.",
            [(42, "2022"), (6, "2022-09")],
        ),
        ("The framework with Seoul concerns 672 K9 howitzers for Poland.", [(672, None)]),
    ],
)
def test_what_a_contract_concerns_and_when_it_takes_effect(text: str, found: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "quantity agreed", PUBLISHED) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The army of Peru is waiting. Six K2 tanks are being built in Changwon. Peru signed in 2023.",
            [("KOR", "PER", 6)],
        ),
        (
            "Bulgaria has no new carriers yet. General Dynamics has begun to build 183 Strykers in Ohio under a "
            "contract of 2023, which Bulgaria signed in a hurry.",
            [("USA", "BGR", 183)],
        ),
        (
            "Taiwan waits for its arms. Four MQ-9B drones are in production, said the air force of Taiwan.",
            [("USA", "TWN", 4)],
        ),
        (
            "Pakistan ordered four Ada corvettes from Turkey, of which two have been handed over, and two are being "
            "completed for Ukraine.",
            [("TUR", "PAK", 4), ("TUR", "UKR", 2)],
        ),
    ],
)
def test_arms_in_building_abroad_are_ordered(text: str, found: list[tuple[Cell, ...]]) -> None:
    assert rows(prose(text), "supplier recipient quantity", PUBLISHED) == found


@pytest.mark.parametrize(
    "text",
    [
        "Poland is proud of its industry. Twelve Krab howitzers are being built at Stalowa Wola. Poland needs more.",
        "Lockheed Martin has built 4,600 F-16s since 1974. Poland flies 48 of them.",
    ],
)
def test_arms_built_at_home_or_for_all_the_world_are_no_transfer(text: str) -> None:
    assert rows(prose(text), "quantity", PUBLISHED) == []


@pytest.mark.parametrize(
    ("question", "answer", "found"),
    [
        ("What has Poland handed over to Ukraine?", "A dozen Mi-24 helicopters, and 60 PT-91s.", [12, 60]),
        ("How many howitzers did Sweden send to Ukraine?", "Eight Archers. They came by rail.", [8]),
        ("Which guns has France sold to Estonia?", "Twelve Caesar howitzers, for 80 million euros.", [12]),
    ],
)
def test_an_answer_without_a_verb_has_that_of_the_question(question: str, answer: str, found: list[int]) -> None:
    text = f"The minister took questions for an hour.\n\n{question}\n\n{answer}\n\nHe then left."
    assert [q for (q,) in rows(text, "quantity", PUBLISHED)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("IAI will overhaul Colombia's 20 Kfir fighters for $40 million.", ("ISR", "COL", 20, "Kfir", "service")),
        ("Saab has upgraded Thailand's 11 Gripens under a contract.", ("SWE", "THA", 11, "Gripen", "service")),
        ("Poland has overhauled six MiG-29s of the Bulgarian Air Force.", ("POL", "BGR", 6, "MiG-29", "service")),
        (
            "Lockheed Martin is modernising 83 F-16s of the Hellenic Air Force.",
            ("USA", "GRC", 83, "F-16", "service"),
        ),
    ],
)
def test_work_on_the_arms_of_another_is_a_service(text: str, found: tuple[Cell, ...]) -> None:
    assert rows(prose(text), "supplier recipient quantity designation category", PUBLISHED) == [found]


def test_work_on_own_arms_is_no_transfer() -> None:
    assert (
        rows(prose("The Polish army has modernised 142 Leopard 2 tanks of the Polish Land Forces."), "quantity") == []
    )


def test_what_a_parliament_votes_for_is_approved() -> None:
    text = "Parliament in Bucharest has voted for 54 M1A2 Abrams tanks from the United States, worth a billion dollars."
    found = [("USA", "ROU", 54, "approved")]
    assert rows(prose(text), "supplier recipient quantity stage", PUBLISHED) == found
