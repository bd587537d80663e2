"""Arms in building as rows: to others' designs, abroad for a state that is named, for whom a government helps."""

from __future__ import annotations

import pytest

from tests.link.reading import END, rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Peru's yard SIMA will build two corvettes to a Dutch design for the navy by 2030.", ("NLD", "PER", 2)),
        ("In Bangladesh, Khulna Shipyard is building five patrol craft to a Chinese design.", ("CHN", "BGD", 5)),
        ("Vietnam's Song Thu yard built two patrol vessels from Damen's drawings.", ("NLD", "VNM", 2)),
        ("Indonesia's PT PAL is building to Babcock's designs two frigates for the navy.", ("GBR", "IDN", 2)),
    ],
)
def test_arms_built_to_the_design_of_others_are_licensed(text: str, row: tuple[str, str, int]) -> None:
    found = rows(text + END, "supplier recipient quantity arrangement")
    assert found == [(*row, "licence")]


def test_a_design_of_ones_own_is_no_transfer() -> None:
    assert rows("Turkey's yards are building eight frigates to a Turkish design for the navy." + END, "quantity") == []


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan waits for its boats. The second and third of eight Hangor-class submarines were launched in Wuhan.",
        "Pakistan waits for its boats. The first of eight Hangor-class submarines was christened at Wuhan in May.",
        "Pakistan waits for its boats. Two of the eight Hangor-class submarines have been launched at Wuhan.",
    ],
)
def test_the_first_of_several_afloat_are_on_order(text: str) -> None:
    assert rows(text + END, "supplier recipient quantity stage") == [("CHN", "PAK", 8, "ordered")]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Up to 200 KF51 tanks could be produced in Hungary if the cabinet adopts the design.", ("DEU", "HUN", 200)),
        ("As many as 60 K9 howitzers may be assembled in Romania.", ("KOR", "ROU", 60)),
        ("Some 40 Gripens might be built in Colombia.", ("SWE", "COL", 40)),
    ],
)
def test_what_may_be_built_for_a_state_is_proposed(text: str, row: tuple[str, str, int]) -> None:
    assert rows(text + END, "supplier recipient quantity stage") == [(*row, "proposed")]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Two patrol vessels for Uruguay are under construction at Vigo in Spain.", ("ESP", "URY", 2)),
        (
            "Uruguay looks to the sea. Two cutters have been under construction at Vigo, Spain.",
            ("ESP", "URY", 2),
        ),
        ("Oman renews its fleet. Three landing craft are being built in Italy.", ("ITA", "OMN", 3)),
    ],
)
def test_ships_on_the_slip_in_the_one_other_country_named(text: str, row: tuple[str, str, int]) -> None:
    assert rows(text + END, "supplier recipient quantity") == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The US Navy gave Bell $455 million to build a dozen AH-1Z Vipers for Nigeria.", ("USA", "NGA", 12)),
        ("The US Army has awarded Oshkosh a contract for 75 JLTVs for Slovenia.", ("USA", "SVN", 75)),
        (
            "The Canadian army bought 39 armoured vehicles from GDLS-Canada for delivery to Ukraine.",
            ("CAN", "UKR", 39),
        ),
    ],
)
def test_who_orders_at_home_for_another_is_no_recipient(text: str, row: tuple[str, str, int]) -> None:
    assert rows(text + END, "supplier recipient quantity") == [row]


def test_a_gift_in_building_is_on_order_and_what_was_sent_before_is_apart() -> None:
    text = (
        "Norway has sent Ukraine 20 tanks. The minister gave an update on other equipment promised by Norway:\n\n"
        "- ten further NASAMS launchers are being built, on top of the six sent in 2023;\n\n"
        "- 300 drones were handed over in May.\n"
    )
    found = rows(text, "supplier recipient quantity stage", "2025-06-01")
    assert ("NOR", "UKR", 10, "ordered") in found
    assert ("NOR", "UKR", 6, "delivered") in found


@pytest.mark.parametrize(
    "text",
    [
        "Chile bought two Scorpène submarines from France. The same class of submarine has found other buyers. "
        "Malaysia ordered two in 2002.",
        "Chile bought two Scorpène submarines from France. The same type of boat was chosen elsewhere. "
        "Malaysia ordered two in 2002.",
    ],
)
def test_the_same_class_is_the_one_named(text: str) -> None:
    assert ("MYS", "Scorpène") in rows(text + END, "recipient designation")


@pytest.mark.parametrize(
    "text",
    [
        "Malaysia bought three ships from Turkey. The KAAN fighter, 20 of which will be produced for the Turkish Air "
        "Force, is open to Malaysia.",
        "Peru bought 30 K808s from South Korea. Forty KF-21s are being built for the South Korean Air Force.",
    ],
)
def test_what_is_built_for_the_makers_own_force_goes_to_nobody_else(text: str) -> None:
    assert len(rows(text + END, "quantity")) == 1
