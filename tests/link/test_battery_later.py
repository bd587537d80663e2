"""What a deal came to, told one or two sentences after it."""

from __future__ import annotations

import pytest

from tests.link.reading import END, Cell, rows

PUBLISHED = "2025-03-14"
CELLS = "supplier recipient quantity delivered stage"

THE_END_OF_A_DEAL_TOLD_LATER: list[tuple[str, list[tuple[Cell, ...]]]] = [
    (
        "In 2019 Ghana ordered five L-39NG trainers from the Czech Republic. The deal collapsed two years later.",
        [("CZE", "GHA", 5, None, "cancelled")],
    ),
    (
        "Tunisia bought 12 AT-6 aircraft from the United States in 2021. None has been seen yet. The first "
        "pair landed at Sfax in May.",
        [("USA", "TUN", 12, 2, "delivering")],
    ),
    (
        "Latvia ordered 109 second-hand Spartan vehicles from Britain. All have since arrived.",
        [("GBR", "LVA", 109, None, "delivered")],
    ),
    (
        "Senegal contracted France for three OPV 58S ships in 2019. The last of them sailed for Dakar in 2024.",
        [("FRA", "SEN", 3, None, "delivered")],
    ),
    (
        "Colombia agreed in 2023 to buy 18 Atmos howitzers from Israel. Bogota then broke off relations and "
        "the purchase died.",
        [("ISR", "COL", 18, None, "cancelled")],
    ),
    (
        "Canada promised Ukraine one NASAMS system in January 2023. It got there in November 2024.",
        [("CAN", "UKR", 1, None, "delivered")],
    ),
    (
        "The United States offered Turkey 40 F-16 fighters. Ankara later settled for the jets alone and "
        "signed in June 2024.",
        [("USA", "TUR", 40, None, "ordered")],
    ),
    (
        "Pakistan ordered 30 T129 helicopters from Turkey in 2018. Washington withheld the engines. Islamabad "
        "eventually gave up and went to China instead.",
        [("TUR", "PAK", 30, None, "cancelled")],
    ),
    (
        "Lithuania ordered 16 PzH 2000 howitzers from Germany in 2015. Eleven were in the country by 2018. "
        "The remainder came in 2019.",
        [("DEU", "LTU", 16, 16, "delivered")],
    ),
    (
        "Argentina wanted 12 JF-17 fighters from Pakistan. That idea is now history.",
        [("PAK", "ARG", 12, None, "cancelled")],
    ),
    (
        "Italy's parliament cleared the sale of two frigates to Egypt in 2020. Both are now in Alexandria.",
        [("ITA", "EGY", 2, None, "delivered")],
    ),
    (
        "Kazakhstan ordered two A400M transports from Airbus in 2021. One has been handed over, the other is "
        "on the assembly line.",
        [(None, "KAZ", 2, 1, "delivering")],
    ),
    (
        "Ireland bought four airworthy C295 aircraft from Spain. Two arrived last summer. Two are still to come.",
        [("ESP", "IRL", 4, 2, "delivering")],
    ),
    (
        "Iraq signed with South Korea for 24 T-50IQ jets in 2013. Deliveries dragged on until 2021.",
        [("KOR", "IRQ", 24, None, "delivered")],
    ),
    (
        "Bahrain sought 16 F-16 Block 70 fighters from the United States. It signed in 2018, and the opening "
        "aircraft flew off to Isa in 2024.",
        [("USA", "BHR", 16, None, "delivering")],
    ),
    (
        "Cyprus gave six Mi-35 helicopters to Serbia in 2023. The transfer was completed in November.",
        [("CYP", "SRB", 6, None, "delivered")],
    ),
    (
        "Brazil ordered 36 Gripens from Sweden in 2014. Ten years on, only nine had turned up.",
        [("SWE", "BRA", 36, 9, "delivering")],
    ),
    (
        "Slovenia signed for 45 Boxer vehicles from Germany in 2022. The new government pulled out that "
        "autumn and paid 70 million euros in compensation.",
        [("DEU", "SVN", 45, None, "cancelled")],
    ),
    (
        "The Czech Republic ordered eight UH-1Y helicopters from the United States. The eighth touched down "
        "at Namest in 2024.",
        [("USA", "CZE", 8, None, "delivered")],
    ),
    (
        "Ireland ordered eight Piranha carriers from Switzerland in 2021. The sixth has turned up at the Curragh.",
        [("CHE", "IRL", 8, 6, "delivering")],
    ),
    (
        "Angola signed for 12 Su-30K jets with Russia. The last trio flew home to Lubango in 2019.",
        [("RUS", "AGO", 12, 12, "delivered")],
    ),
    ("Zambia wanted 12 J-10 fighters from China. Lusaka changed its mind.", [("CHN", "ZMB", 12, None, "cancelled")]),
    (
        "Morocco bought three SIGMA frigates from the Netherlands. All of them are now at Casablanca.",
        [("NLD", "MAR", 3, None, "delivered")],
    ),
    (
        "Libya negotiated with Italy over six patrol ships. The talks came to nothing and the idea was buried.",
        [("ITA", "LBY", 6, None, "cancelled")],
    ),
    ("Chile asked the United States for 13 Apaches. Santiago got cold feet.", [("USA", "CHL", 13, None, "cancelled")]),
    (
        "Kuwait contracted for ten Caracals with France in 2016. The opening pair arrived in 2019; the rest "
        "trickled in by 2022.",
        [("FRA", "KWT", 10, 10, "delivered")],
    ),
    ("Finland ordered four corvettes from Italy. Just three will be built.", [("ITA", "FIN", 3, None, "ordered")]),
    ("India promised Armenia 90 ATAGS guns. Six got there in 2023.", [("IND", "ARM", 90, 6, "delivering")]),
    (
        "Jamaica took delivery of one Damen patrol vessel in 2005. Two more followed in 2006.",
        [("NLD", "JAM", 1, None, "delivered"), ("NLD", "JAM", 2, None, "delivered")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), THE_END_OF_A_DEAL_TOLD_LATER)
def test_the_end_of_a_deal_told_later(text: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == expected
