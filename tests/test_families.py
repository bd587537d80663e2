"""Designations that name one version of a system, versions of one system, and different systems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.families import family_of, same_family, same_system, system_of


def related(one: str, other: str, kind: str | None = None, other_kind: str | None = None) -> tuple[bool, bool]:
    left, right = system_of(one, kind), system_of(other, other_kind)
    return same_system(left, right), same_family(left, right)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("K-9 Thunder", "K9"),
        ("M-142 HIMARS", "HIMARS"),
        ("RGM-84 Harpoon", "Harpoon"),
        ("Scorpene", "Scorpène"),
        ("XG 40", "XG-40"),
    ],
)
def test_one_version(one: str, other: str) -> None:
    assert related(one, other) == (True, True)
    assert related(other, one) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("F-16C", "F-16 Block 70"),
        ("Leopard-2A4", "Leopard 2"),
        ("C-130J-30 Hercules", "C-130J"),
        ("Su-30MK", "Su-30SM"),
        ("9M133 Kornet/AT-14", "Kornet-EM"),
        ("Bayraktar TB-2", "TB2"),
        ("Mi-8MT/Mi-17", "Mi-171"),
        ("Gowind-2500", "Gowind"),
        ("XG-40B", "XG-40"),
    ],
)
def test_versions_of_one_system(one: str, other: str) -> None:
    assert related(one, other) == (False, True)
    assert related(other, one) == (False, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Leopard-1A5", "Leopard 2"),
        ("MiG-21", "MiG-29"),
        ("M-109A5", "M1097"),
        ("AIM-9L", "AIM-92"),
        ("JF-17 Thunder", "K9 Thunder"),
        ("F-5E Tiger-2", "Tiger"),
        ("Mirage 2000", "Mirage III"),
        ("XG-40", "XH-40"),
    ],
)
def test_different_systems(one: str, other: str) -> None:
    assert related(one, other) == (False, False)
    assert related(other, one) == (False, False)


def test_the_words_for_a_kind_tell_a_launcher_from_its_missile() -> None:
    assert related("Patriot PAC-3", "Patriot", "SAM system", "air defence system") == (False, True)
    assert related("Patriot PAC-3", "Patriot", "SAM", "air defence system") == (False, False)


@pytest.mark.parametrize("designation", [None, "", "Unknown", "?"])
def test_a_system_that_is_not_known_has_no_name_but_a_kind(designation: str | None) -> None:
    system = system_of(designation, "Self-propelled gun")
    assert (system.exact, system.stems) == (frozenset(), frozenset())
    assert system.kinds == {"self-propelled howitzer"}


@given(st.text(max_size=20), st.text(max_size=20))
def test_being_one_system_goes_both_ways(one: str, other: str) -> None:
    assert related(one, other) == related(other, one)


@pytest.mark.parametrize(
    "versions",
    [
        ("K9", "K9A1", "K9 Thunder", "k9", "K-9"),
        ("F-16", "F-16C/D", "F-16 Block 70", "Fighting Falcon", "F16"),
        ("Su-30MKI", "Su-30 MKI", "Su-30K"),
        ("Leopard 2", "Leopard 2A6", "Leopard 2A4"),
        ("Eurofighter", "Typhoon", "Eurofighter Typhoon"),
        ("HIMARS", "M142 HIMARS", "M142"),
        ("Rafale", "Rafale M"),
        ("Type 22", "Type-22"),
    ],
)
def test_versions_share_a_stem(versions: tuple[str, ...]) -> None:
    assert len({family_of(version).stem for version in versions}) == 1


@pytest.mark.parametrize(
    "systems",
    [("K9", "K2"), ("Type 22", "Type 23"), ("Leopard 1A5", "Leopard 2A4"), ("MiG-29", "Su-30"), ("F-16", "F-35")],
)
def test_other_systems_have_another_stem(systems: tuple[str, str]) -> None:
    assert family_of(systems[0]).stem != family_of(systems[1]).stem


@pytest.mark.parametrize(("one", "other"), [("Bayraktar TB2", "TB2"), ("UH-60M", "Black Hawk")])
def test_what_the_lexicon_gives_two_names_shares_one(one: str, other: str) -> None:
    assert set(family_of(one).names) & set(family_of(other).names)


@given(st.text(min_size=1))
def test_any_designation_has_a_family_that_is_among_its_names(designation: str) -> None:
    family = family_of(designation)
    assert family.stem and family.stem in family.names
