"""Designations of one system have one family."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.consolidate.families import family_of


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


@pytest.mark.parametrize(
    ("one", "other"), [("Bayraktar TB2", "TB2"), ("UH-60M", "Black Hawk"), ("S-70i Black Hawk", "UH-60M Black Hawk")]
)
def test_what_the_lexicon_gives_two_names_shares_one(one: str, other: str) -> None:
    assert set(family_of(one).names) & set(family_of(other).names)


@given(st.text(min_size=1))
def test_any_designation_has_a_family_that_is_among_its_names(designation: str) -> None:
    family = family_of(designation)
    assert family.stem and family.stem in family.names
