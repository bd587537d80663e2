"""Sales notices: which sentences say what is sold, what it is worth, and which speak of something else."""

from __future__ import annotations

import pytest

from tests.link.reading import rows

HEAD = """The State Department has made a determination approving a possible Foreign Military Sale to the Government \
of Norway of coastal missiles for an estimated cost of $610 million.

"""
REQUEST = "The Government of Norway has requested to buy forty (40) Harpoon missiles. "
FOOT = "\n\nThere are no known offset agreements in connection with this sale."


@pytest.mark.parametrize(
    "aside",
    [
        "The proposed sale will help Norway to sustain the 54 Leopard 2A4 tanks that it bought from the Netherlands.",
        "Implementation will require twenty-two (22) contractor representatives to travel to Norway for three years.",
        "Norway flies 52 F-35A fighters.",
        "The missile has a range of 140 km and a warhead of 220 kg.",
        "The principal contractor will be Boeing, which has built 7,500 missiles of the type.",
    ],
)
def test_what_the_sale_is_for_is_no_part_of_it(aside: str) -> None:
    assert rows(HEAD + REQUEST + "\n\n" + aside + FOOT, "designation quantity recipient value") == [
        ("Harpoon", 40, "NOR", 610_000_000)
    ]


def test_an_earlier_deal_told_in_a_notice_is_a_deal_of_its_own() -> None:
    aside = "\n\nOslo ordered 24 Javelin launchers from the United States in 2016."
    assert rows(HEAD + REQUEST + aside + FOOT, "designation quantity stage agreed") == [
        ("Harpoon", 40, "approved", None),
        ("Javelin", 24, "ordered", "2016"),
    ]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        (
            "A further notification covers twelve (12) MH-60R helicopters at an estimated cost of $900 million.",
            ("MH-60R", 12, 900_000_000, "approved"),
        ),
        (
            "A separate case for six (6) M88A2 recovery vehicles, valued at $80 million, has been withdrawn.",
            ("M88A2", 6, 80_000_000, "cancelled"),
        ),
    ],
)
def test_another_case_is_another_deal(sentence: str, row: tuple[str, int, int, str]) -> None:
    found = rows(HEAD + REQUEST + "\n\n" + sentence + FOOT, "designation quantity value stage")
    assert found == [("Harpoon", 40, 610_000_000, "approved"), row]


REGISTER = """(i) Prospective Purchaser: Government of Chile

(ii) Total Estimated Value:
Major Defense Equipment ..... $310 million
Other ..... $90 million
TOTAL ..... $400 million

(iii) Description and Quantity of Articles or Services under Consideration for Purchase:

Major Defense Equipment (MDE):
Thirty (30) AIM-9X Sidewinder missiles
Eight (8) AIM-9X guidance sections

Non-MDE: Also included are containers, test sets and training.

(iv) Military Department: Navy

Deliveries are estimated to begin in 2028. The proposed sale will not alter the military balance. The principal \
contractor will be Raytheon.
"""


def test_the_total_is_the_value_and_lines_with_a_number_are_the_rows() -> None:
    cells = "designation quantity recipient value value_bound delivery_from stage"
    found = rows(REGISTER, cells, publisher="Federal Register of the United States")
    assert [row[1:] for row in found] == [
        (30, "CHL", 400_000_000, "about", 2028, "approved"),
        (8, "CHL", 400_000_000, "about", 2028, "approved"),
    ]
    assert all(str(row[0]).startswith("AIM-9X") for row in found)


def test_the_one_contractor_makes_what_the_notice_is_mainly_about() -> None:
    assert [r[0] for r in rows(REGISTER, "maker", publisher="Federal Register of the United States")] == [
        "Raytheon",
        "Raytheon",
    ]
