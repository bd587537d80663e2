"""Plain sentences of which a noun decides what is moved: broad kinds, names of two things, vehicles that only carry."""

from __future__ import annotations

import pytest

from tests.link.reading import END, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Denmark gave Kyiv ten aircraft.", [(10, "aircraft")]),
        ("Estonia has donated four vessels to Senegal.", [(4, "ship")]),
        ("Spain sold Chad six aircraft in 2019.", [(6, "aircraft")]),
        ("Italy supplied three ships to Libya.", [(3, "ship")]),
    ],
)
def test_a_broad_kind_is_a_row_where_it_is_told_who_gives_whom(text: str, expected: list[tuple[int, str]]) -> None:
    assert rows(text + END, "quantity category") == expected


@pytest.mark.parametrize("later", ["ten aircraft", "ten vessels", "a dozen guns", "four ships"])
def test_a_broad_kind_is_not_what_was_named_before_where_its_noun_says_another(later: str) -> None:
    found = rows(f"Oslo gave Kyiv 20 Leopard 1 tanks. Denmark gave Kyiv {later}.{END}", "designation supplier")
    assert [supplier for designation, supplier in found if designation == "Leopard 1"] == ["NOR"]


def test_a_broad_kind_is_what_was_named_before_where_it_may_be() -> None:
    told = "Oslo gave Kyiv 20 Leopard 1 tanks. Denmark gave Kyiv ten vehicles." + END
    assert rows(told, "quantity designation") == [(20, "Leopard 1"), (10, "Leopard 1")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Croatia gave Ukraine 30 M-80 infantry fighting vehicles.", (30, "armoured_vehicle")),
        ("Serbia sold Cameroon 12 M80 fighting vehicles of the infantry.", (12, "armoured_vehicle")),
        ("Croatia gave Ukraine 3,000 M80 rounds.", (3000, "ammunition")),
    ],
)
def test_a_noun_says_which_of_two_things_of_one_name_is_meant(text: str, expected: tuple[int, str]) -> None:
    assert rows(text + END, "quantity category") == [expected]


@pytest.mark.parametrize(
    ("text", "designation"),
    [
        ("Britain sold Peru eight Canberra B.52s in 1955.", "Canberra B.52"),
        ("Britain sold Peru eight Canberra B(I).8s in 1955.", "Canberra B(I).8"),
        ("Oman bought 12 Hunter FGA.73s from Jordan in 1975.", "Hunter FGA.73"),
        ("Kuwait bought 12 Lightning F.53s from Britain in 1966.", "Lightning F.53"),
    ],
)
def test_a_mark_as_british_papers_write_it_is_part_of_a_name(text: str, designation: str) -> None:
    assert rows(text + END, "designation") == [(designation,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France sold Morocco 30 Caesar howitzers on Sherpa trucks.", [30]),
        ("Germany delivered 12 radars mounted on MAN trucks to Oman.", [12]),
        ("It gave Kenya six mortars mounted on Fuchs carriers, Germany said.", [6]),
        ("Germany sent Kyiv 40 trucks and six Gepards.", [40, 6]),
    ],
)
def test_vehicles_on_which_arms_stand_are_no_row_of_their_own(text: str, expected: list[int]) -> None:
    assert [quantity for (quantity,) in rows(text + END, "quantity")] == expected


@pytest.mark.parametrize("more", ["The French asked for 300 million more.", "Paris wanted another 200,000 for it."])
def test_a_bare_number_of_money_counts_no_ships(more: str) -> None:
    told = "Romania chose four Gowind 2500 corvettes of France's Naval Group in 2019. " + more + END
    assert [quantity for (quantity,) in rows(told, "quantity")] == [4]


@pytest.mark.parametrize(
    "aside",
    [
        "Inspections, of which 5 have been carried out since 2023, are made by the embassy.",
        "The pilots, of which 6 have been trained in Spain since 2023, will fly them.",
        "Two schools, of which 4 buildings have been handed over, stand at the base.",
    ],
)
def test_what_is_counted_of_other_things_is_no_part_of_an_order(aside: str) -> None:
    told = f"Chile ordered 12 C295 transport aircraft from Spain in 2022. {aside}{END}"
    assert rows(told, "quantity delivered") == [(12, None)]


@pytest.mark.parametrize(
    "contest",
    [
        "Lockheed's frigates lost to the Belharra.",
        "The Arrowhead lost to the Belharra.",
        "A Dutch bid lost out to the Belharra.",
    ],
)
def test_what_others_have_lost_to_is_not_called_off(contest: str) -> None:
    told = f"Greece ordered three Belharra frigates from France in 2022. {contest}{END}"
    assert rows(told, "quantity designation stage") == [(3, "Belharra", "ordered")]


def test_what_has_lost_is_called_off() -> None:
    told = "Britain offered Chile 12 Type 31 frigates. They lost to the Belharra." + END
    assert rows(told, "quantity stage") == [(12, "cancelled")]
