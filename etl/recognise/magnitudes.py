"""Magnitude words and their factors, taken from ``etl/lexicon/units.txt``, a definitions file of pint.

The file is the only place where a factor stands: "crore", "dozen" and "bn" are units of it. Groups of magnitudes are
read here without pint, whose import alone takes longer than reading a text; a test holds both readings together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import as_file, files
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pint

Group = Literal["magnitudes", "money_magnitudes", "groups"]
_NO_SYMBOL = "_"


@cache
def registry() -> pint.UnitRegistry[Decimal]:
    """The units of the lexicon, counted in decimals: magnitude words, groups ("dozen"), weights, currencies.

    Each currency has a dimension of its own: ``etl/rates`` has the contexts in which one becomes dollars.
    """
    import pint

    with as_file(files("etl.lexicon").joinpath("units.txt")) as path:
        return pint.UnitRegistry(str(path), cache_folder=None, non_int_type=Decimal)


@cache
def factors(group: Group) -> Mapping[str, Decimal]:
    """The words of a group of the units file, aliases and plurals in -s included, with what they multiply by.

    A word with ``_`` in the file is written with a space or hyphen in texts ("half_dozen" gives "half dozen"); a name
    with ``money_`` before it is only a name.
    """
    table: dict[str, Decimal] = {}
    for line in _lines(group):
        name, factor, *aliases = (part.strip() for part in line.split("="))
        for word in (name, *aliases):
            if word != _NO_SYMBOL and not word.startswith("money_"):
                table[word.replace("_", " ")] = Decimal(int(Decimal(factor)))
    return MappingProxyType(table)


def _lines(group: Group) -> Iterator[str]:
    """The definitions of a group: the lines between ``@group NAME`` and ``@end`` that are no comments."""
    inside = False
    for line in files("etl.lexicon").joinpath("units.txt").read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].strip()
        if words.startswith("@"):
            inside = words == f"@group {group}"
        elif inside and words:
            yield words
