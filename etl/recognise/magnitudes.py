"""Magnitude words and their factors, taken from ``etl/lexicon/units.txt`` through pint.

The file is the only place where a factor stands: "crore", "dozen" and "bn" are units of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import as_file, files
from types import MappingProxyType
from typing import Literal

import pint

Group = Literal["magnitudes", "money_magnitudes", "groups"]
_NO_SYMBOL = "_"


@cache
def registry() -> pint.UnitRegistry[float]:
    """The units of the lexicon: magnitude words, groups ("dozen"), weights and the dimension of money."""
    with as_file(files("etl.lexicon").joinpath("units.txt")) as path:
        return pint.UnitRegistry(str(path), cache_folder=None)


@cache
def factors(group: Group) -> Mapping[str, Decimal]:
    """The words of a group of the units file, aliases and plurals in -s included, with what they multiply by.

    A word with ``_`` in the file is written with a space or hyphen in texts ("half_dozen" gives "half dozen").
    """
    units = registry()
    table: dict[str, Decimal] = {}
    for name in sorted(units.get_group(group).members):
        factor = Decimal(str(units.Quantity(1, name).to_base_units().magnitude))
        definition = units._units[name]
        for word in (name, *definition.aliases):
            if not word.startswith("money_"):
                table[word.replace("_", " ")] = factor.to_integral_value()
    return MappingProxyType(table)
