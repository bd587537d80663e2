"""Arms told in relative clauses, in answers and quotations, in headlines, in the papers of many countries."""

from __future__ import annotations

import pytest

from tests.link.reading import END, Cell, rows

PUBLISHED = "2025-03-14"
CELLS = "supplier recipient quantity delivered stage"

RELATIVE_CLAUSES: list[tuple[str, list[tuple[Cell, ...]]]] = [
    ("The 14 Gripens that Prague leases from Stockholm will fly until 2035.", [("SWE", "CZE", 14, None, "ordered")]),
    (
        "Argentina, which bought 24 F-16s from Denmark last year, has trained its first pilots.",
        [("DNK", "ARG", 24, None, "ordered")],
    ),
    (
        "The frigates Egypt bought from Italy, two in number, cost 1.2 billion euros.",
        [("ITA", "EGY", 2, None, "ordered")],
    ),
    (
        "Rheinmetall, from which Hungary ordered 218 Lynx vehicles, has opened a plant there.",
        [("DEU", "HUN", 218, None, "ordered")],
    ),
    ("Korea, whose Hanwha sold Egypt 216 K9 guns, has its eye on Algeria.", [("KOR", "EGY", 216, None, "ordered")]),
    (
        "The tanks arrived at Klaipeda, where 44 more Leopards that Lithuania ordered from Germany are "
        "awaited in 2028.",
        [("DEU", "LTU", 44, None, "ordered")],
    ),
    ("Iraq is unhappy with the 36 F-16s it got from the United States.", [("USA", "IRQ", 36, None, "delivered")]),
    ("Turkey, to which Britain hopes to sell 40 Typhoons, prefers used ones.", [("GBR", "TUR", 40, None, "proposed")]),
    (
        "Oman, whose navy received three Khareef corvettes from Britain, may order more.",
        [("GBR", "OMN", 3, None, "delivered")],
    ),
    ("Poland's 48 FA-50s, of which Korea has delivered 12, lack missiles.", [("KOR", "POL", 48, 12, "delivering")]),
    ("The 84 howitzers sold to Armenia by India are ATAGS guns.", [("IND", "ARM", 84, None, "ordered")]),
    ("What Chile bought from Britain were three Type 23 frigates.", [("GBR", "CHL", 3, None, "ordered")]),
    (
        "Those of the 30 Bradley vehicles from the United States that have reached Croatia are at Knin: 22.",
        [("USA", "HRV", 30, 22, "delivering")],
    ),
    (
        "Brazil operates the Gripen, 36 of which it ordered from Sweden in 2014.",
        [("SWE", "BRA", 36, None, "delivered")],
    ),
    (
        "The drones with which Turkey supplied Mali, 17 TB2s in total, changed the war.",
        [("TUR", "MLI", 17, None, "delivered")],
    ),
    ("Ukraine flies F-16s that the Netherlands donated, 24 in number.", [("NLD", "UKR", 24, None, "delivered")]),
    (
        "Kenya is one of three states to which Jordan has sold Cobra helicopters; it received ten.",
        [("JOR", "KEN", 10, None, "delivered")],
    ),
    (
        "Ecuador received from Israel the ten Dvora boats it had contracted in 2020.",
        [("ISR", "ECU", 10, None, "delivered")],
    ),
    ("Kenya has bought Airbus helicopters from France, nine all told.", [("FRA", "KEN", 9, None, "ordered")]),
    (
        "The Leopard 2s that Oslo ordered from Germany, 54 in number, will come from 2026.",
        [("DEU", "NOR", 54, None, "ordered")],
    ),
    (
        "Chad's 20 Ajbans, of which the Emirates has delivered 14, patrol the border.",
        [("ARE", "TCD", 20, 14, "delivering")],
    ),
    (
        "India operates C-17s it bought from the United States, eleven altogether.",
        [("USA", "IND", 11, None, "delivered")],
    ),
    (
        "Brazil's 36 Gripens, of which eight have arrived from Sweden, fly from Anapolis.",
        [("SWE", "BRA", 36, 8, "delivering")],
    ),
    (
        "The frigates Vietnam got from Russia, four in all, have been modernised.",
        [("RUS", "VNM", 4, None, "delivered")],
    ),
    (
        "Oman's patrol ships from Singapore, of which it has received two, are at Wudam.",
        [("SGP", "OMN", 2, None, "delivered")],
    ),
    (
        "Morocco took delivery of Abrams tanks from the United States, 222 in number.",
        [("USA", "MAR", 222, None, "delivered")],
    ),
    (
        "The submarines that Cairo bought from Germany, four altogether, are of the 209 type.",
        [("DEU", "EGY", 4, None, "ordered")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RELATIVE_CLAUSES)
def test_relative_clauses(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected


ANSWERS_AND_QUOTATIONS: list[tuple[str, list[tuple[Cell, ...]]]] = [
    (
        "Q: How many Leopard tanks has Canada given? A: We have given Ukraine eight Leopard 2A4 tanks.",
        [("CAN", "UKR", 8, None, "delivered")],
    ),
    (
        "The Minister of Defence (New Zealand): We have ordered five C-130J aircraft from the United States. "
        "All five were delivered last year.",
        [("USA", "NZL", 5, 5, "delivered")],
    ),
    (
        "To ask the Secretary of State for Defence how many AS90 guns have been granted in kind to Ukraine. "
        "Answer: Thirty-two AS90 guns have been granted in kind to Ukraine.",
        [(None, "UKR", 32, None, "delivered")],
    ),
    (
        "The Government of Norway replied that it had approved licences for the export of 24 NASAMS launchers "
        "to Kuwait in 2023.",
        [("NOR", "KWT", 24, None, "approved")],
    ),
    (
        '"We took 40 Turkish Akincis", the Azerbaijani president told the interviewer, "and Baku will take more".',
        [("TUR", "AZE", 40, None, "ordered")],
    ),
    (
        "The honourable member asked whether Belgium had delivered F-16s to Ukraine. The answer is that none "
        "has been delivered; 30 are promised by 2028.",
        [("BEL", "UKR", 30, None, "agreed")],
    ),
    (
        "In reply to a question the Portuguese minister stated that five KC-390 aircraft had been acquired "
        "from Brazil for 827 million euros, of which two had been received.",
        [("BRA", "PRT", 5, 2, "delivering")],
    ),
    (
        "The federal government has the following knowledge: in 2024 a single export of 20 Fuchs vehicles to "
        "Algeria was licensed by Germany.",
        [("DEU", "DZA", 20, None, "approved")],
    ),
    (
        "Question No. 4417: the number of helicopters bought from Russia by the Ministry of Defence of India "
        "since 2015. Reply: 48 Mi-17V5 helicopters were ordered from Russia in 2016.",
        [("RUS", "IND", 48, None, "ordered")],
    ),
    (
        "Asked about the reports, a spokesman for Egypt's army said that his country had indeed signed for "
        "ten J-10C fighters from China.",
        [("CHN", "EGY", 10, None, "ordered")],
    ),
    (
        '"We are not buying the 24 Su-35s any more", the Egyptian official said of the Russian deal.',
        [("RUS", "EGY", 24, None, "cancelled")],
    ),
    (
        "The Committee noted that Sweden had lent Hungary 14 Gripen aircraft and that the loan had been "
        "extended to 2026.",
        [("SWE", "HUN", 14, None, "delivered")],
    ),
    (
        '"We took delivery of six Black Hawks from the United States", the Croatian defence chief told reporters.',
        [("USA", "HRV", 6, None, "delivered")],
    ),
    ('"The Turks offered us 12 Hurjets", a Spanish general recalled.', [("TUR", "ESP", 12, None, "proposed")]),
    (
        'Asked about the corvettes, the Pakistani admiral replied: "We ordered four from Turkey in 2018."',
        [("TUR", "PAK", 4, None, "ordered")],
    ),
    (
        '"We are not taking the 12 Su-30s any longer", said an Indonesian official of the Russian jets.',
        [("RUS", "IDN", 12, None, "cancelled")],
    ),
    (
        "The Kenyan minister told parliament that 118 Hizir vehicles had been bought from Turkey.",
        [("TUR", "KEN", 118, None, "ordered")],
    ),
    (
        '"France sold us 24 Mistral launchers", said the Estonian colonel, "and we want ten more."',
        [("FRA", "EST", 24, None, "ordered"), ("FRA", "EST", 10, None, "proposed")],
    ),
    (
        "In answer to the opposition the Bulgarian premier confirmed that eight F-16s had been ordered from "
        "the United States in 2019.",
        [("USA", "BGR", 8, None, "ordered")],
    ),
    ('"We handed Kyiv all 14 of our Leopard 2s", the Polish general said.', [("POL", "UKR", 14, None, "delivered")]),
    (
        '"Our navy gets four frigates from Germany", a Brazilian officer explained.',
        [("DEU", "BRA", 4, None, "ordered")],
    ),
    (
        '"We shall send Moldova 12 Piranha carriers", a German minister said in Chisinau.',
        [("DEU", "MDA", 12, None, "ordered")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERS_AND_QUOTATIONS)
def test_answers_and_quotations(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected


HEADLINES: list[tuple[str, list[tuple[Cell, ...]]]] = [
    ("Lima to get 24 jets from Sweden.", [("SWE", "PER", 24, None, "ordered")]),
    ("Seoul wins Romanian order for 54 K9 howitzers.", [("KOR", "ROU", 54, None, "ordered")]),
    ("Kyiv gets ten more Gepards from Berlin.", [("DEU", "UKR", 10, None, "ordered")]),
    ("Warsaw eyes 32 AW149s from Italy.", [("ITA", "POL", 32, None, "proposed")]),
    ("Manila takes delivery of two Korean-built corvettes.", [("KOR", "PHL", 2, None, "delivered")]),
    ("US clears $1.8bn sale of 31 MQ-9Bs to Delhi.", [("USA", "IND", 31, None, "approved")]),
    ("Athens drops plan to buy four used frigates from Netherlands.", [("NLD", "GRC", 4, None, "cancelled")]),
    ("Berlin to send Kyiv two IRIS-T systems this year.", [("DEU", "UKR", 2, None, "ordered")]),
    ("Egypt, Italy close to deal for 24 M-346 trainers.", [("ITA", "EGY", 24, None, "proposed")]),
    ("Norway's Kongsberg bags 1.1bn-kroner missile order from Bulgaria.", [("NOR", "BGR", None, None, "ordered")]),
    ("Ex-British frigates bound for Chile: two Type 23s sold.", [("GBR", "CHL", 2, None, "ordered")]),
    ("Kabul-era Black Hawks: Washington gives Bogota seven UH-60s.", [("USA", "COL", 7, None, "agreed")]),
    ("Tokyo okays export of three Aegis radars to Ottawa.", [("JPN", "CAN", 3, None, "approved")]),
    ("Beijing sells Algiers four corvettes.", [("CHN", "DZA", 4, None, "ordered")]),
    ("Jakarta shelves purchase of 12 ex-Qatari Mirages.", [("QAT", "IDN", 12, None, "cancelled")]),
    ("Hanoi in line for 24 F-16s, says Washington official.", [("USA", "VNM", 24, None, "proposed")]),
    (
        "Madrid buys 18 Turkish Hurjets off the shelf, 12 more to follow.",
        [("TUR", "ESP", 18, None, "ordered"), ("TUR", "ESP", 12, None, "ordered")],
    ),
    ("Paraguay receives first four of six Super Tucanos from Brazil.", [("BRA", "PRY", 6, 4, "delivering")]),
    ("Iraq: 12 Caracals on order from Airbus, delivery 2026-27.", [("FRA", "IRQ", 12, None, "ordered")]),
    ("Nairobi in line for six Bell 412s from Canada, says envoy.", [("CAN", "KEN", 6, None, "proposed")]),
    ("Rabat plumps for 18 Israeli PULS launchers.", [("ISR", "MAR", 18, None, "proposed")]),
    ("Tallinn snaps up 12 Caesars from Paris.", [("FRA", "EST", 12, None, "ordered")]),
    ("Stockholm signs over 14 Gripens to Kyiv.", [("SWE", "UKR", 14, None, "ordered")]),
    ("Hanwha bags Polish order for 290 Chunmoo launchers.", [("KOR", "POL", 290, None, "ordered")]),
    ("Dhaka green-lights purchase of 20 J-10Cs from Beijing.", [("CHN", "BGD", 20, None, "approved")]),
    ("Kuala Lumpur splashes out on 18 FA-50s from Seoul.", [("KOR", "MYS", 18, None, "ordered")]),
    ("Two Ada corvettes for Kyiv launched in Istanbul.", [("TUR", "UKR", 2, None, "ordered")]),
    ("Baghdad gives up on 24 Su-57s from Moscow.", [("RUS", "IRQ", 24, None, "cancelled")]),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_headlines(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected


PAPERS_OF_MANY_COUNTRIES: list[tuple[str, list[tuple[Cell, ...]]]] = [
    (
        "The Ministry of Defence has inked a Rs 63,000-crore deal with France for 26 Rafale Marine jets for "
        "the Indian Navy.",
        [("FRA", "IND", 26, None, "ordered")],
    ),
    (
        "The Centre has cleared a proposal to export 100 Akash missiles to Armenia.",
        [("IND", "ARM", 100, None, "approved")],
    ),
    (
        "Baykar signed an export contract with Albania for three Bayraktar TB2s, the company announced in Istanbul.",
        [("TUR", "ALB", 3, None, "ordered")],
    ),
    (
        "Otokar to deliver 1,059 Cobra II 4x4 vehicles to Romania for nearly 4.3 billion lei, the Turkish "
        "firm told the bourse.",
        [("TUR", "ROU", 1059, None, "ordered")],
    ),
    (
        "TAI said six T129 Atak helicopters were handed over to the Philippine Air Force in three batches.",
        [("TUR", "PHL", 6, None, "delivered")],
    ),
    (
        "The Fuerza Aerea Argentina will incorporate 24 F-16 fighters purchased from Denmark for USD 300 million.",
        [("DNK", "ARG", 24, None, "ordered")],
    ),
    (
        "Embraer confirmed that the Portuguese Air Force has incorporated the third of its five KC-390 aircraft.",
        [("BRA", "PRT", 5, 3, "delivering")],
    ),
    (
        "The Chilean Army incorporated 30 Turkish-made Cobra vehicles, media in Santiago reported.",
        [("TUR", "CHL", 30, None, "delivered")],
    ),
    (
        "The Ecuadorian Navy received two patrol boats donated by the Republic of Korea.",
        [("KOR", "ECU", 2, None, "delivered")],
    ),
    (
        "Colombia's Air Force acquires from Israel two Barak MX batteries for 131 million dollars.",
        [("ISR", "COL", 2, None, "ordered")],
    ),
    (
        "The Chief of Air Staff, Nigeria, said that 12 of the 24 M-346 jets from Italy would be inducted "
        "before the end of 2025.",
        [("ITA", "NGA", 24, None, "ordered")],
    ),
    (
        "President Museveni has commissioned 18 Russian-made Mi-28 helicopters for the UPDF.",
        [("RUS", "UGA", 18, None, "delivered")],
    ),
    (
        "The Kenya Defence Forces have taken possession of 12 MD 530F choppers, courtesy of Uncle Sam.",
        [("USA", "KEN", 12, None, "delivered")],
    ),
    (
        "Paramount Group of South Africa will supply the DRC with 50 Mbombe vehicles.",
        [("ZAF", "COD", 50, None, "ordered")],
    ),
    (
        "HAL bags order for two Dornier-228 aircraft from Guyana; Line of Credit of USD 23.27 mn extended by "
        "Exim Bank.",
        [("IND", "GUY", 2, None, "ordered")],
    ),
    (
        "Dhaka: Bangladesh Army gets 18 T-300 Kasirga rocket launchers from Turkey's Roketsan.",
        [("TUR", "BGD", 18, None, "ordered")],
    ),
    (
        "The Defence Acquisition Council accorded Acceptance of Necessity for 31 MQ-9B UAVs from the US at an "
        "estimated Rs 24,500 crore.",
        [("USA", "IND", 31, None, "approved")],
    ),
    (
        "Bolivian Army gets six helicopters from France through a credit, says the minister in La Paz.",
        [("FRA", "BOL", 6, None, "ordered")],
    ),
    ("Rwanda's army paraded 20 Turkish Cobra vehicles it acquired last year.", [("TUR", "RWA", 20, None, "delivered")]),
    (
        "Uruguay's parliament green-lights buying two OPVs from Spain's Cardama shipyard for 82 million euros.",
        [("ESP", "URY", 2, None, "approved")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAPERS_OF_MANY_COUNTRIES)
def test_papers_of_many_countries(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected
