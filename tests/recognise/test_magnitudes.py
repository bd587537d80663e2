"""Magnitudes: what is read from the units file without pint is what pint reads in it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.recognise.magnitudes import Group, factors, registry


@pytest.mark.parametrize("group", ["magnitudes", "money_magnitudes", "groups"])
def test_factors_are_those_of_pint(group: Group) -> None:
    units = registry()
    names = units.get_group(group).members
    assert names
    for name in names:
        factor = Decimal(str(units.Quantity(1, name).to_base_units().magnitude))
        for word in (name, *units._units[name].aliases):
            if not word.startswith("money_"):
                assert factors(group)[word.replace("_", " ")] == factor, word


def test_symbols_are_words_too() -> None:
    assert factors("groups")["doz"] == 12
    assert "_" not in factors("magnitudes")


def test_factors_are_written_out() -> None:
    assert str(factors("magnitudes")["million"]) == "1000000"
