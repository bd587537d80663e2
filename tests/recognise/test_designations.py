"""Designations as the tables give them."""

from __future__ import annotations

import pytest

from etl.recognise.designations import as_designation


@pytest.mark.parametrize(
    ("surface", "spelling", "designation"),
    [
        ("F-35As", "", "F-35A"),
        ("Lynxes", "Lynx", "Lynx"),
        ("Typhoons", "Typhoon", "Typhoon"),
        ("IRIS-T system", "", "IRIS-T"),
        ("Mogami-class", "", "Mogami"),
        ("Iron\nDome", "", "Iron Dome"),
        ("HIMARS", "HIMARS", "HIMARS"),
    ],
)
def test_a_designation_is_singular(surface: str, spelling: str, designation: str) -> None:
    assert as_designation(surface, spelling) == designation
