"""Kinds of column that the tables are put together from, each with its type, checks and description.

A check's ``name`` is what ``rejects.check`` says, its ``error`` the plain words of ``rejects.reason``, which follow
"<column> is <value>: ".
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pandas as pd
import pandera.pandas as pa

from schemas import codes

FIRST_YEAR, LAST_YEAR = 1900, 2100


def _every(test: Callable[[str], bool], name: str, error: str) -> pa.Check:
    """A check of each value by ``test``, which is asked once for each that comes several times."""

    def holds(series: pd.Series[str]) -> pd.Series[bool]:
        return series.map({value: test(value) for value in series.unique()}).astype(bool)

    return pa.Check(holds, name=name, error=error)


def text(description: str, *, required: bool = False, unique: bool = False, **more: Any) -> pa.Column:
    """Words of any kind; a required one is neither null nor empty."""
    checks = [_every(lambda value: bool(value.strip()), "filled", "a value has to be there")] if required else []
    checks += more.pop("checks", [])
    return pa.Column(
        str, checks=checks, nullable=not required, unique=unique, coerce=True, description=description, **more
    )


def choice(vocabulary: type[StrEnum], description: str, *, required: bool = False) -> pa.Column:
    """One of the terms of a closed vocabulary."""
    terms = [term.value for term in vocabulary]
    error = f"it has to be one of {', '.join(terms)}"
    return pa.Column(
        str,
        checks=pa.Check.isin(terms, name="vocabulary", error=error),
        nullable=not required,
        coerce=True,
        description=f"{description} One of: {', '.join(terms)}.",
    )


def date(description: str) -> pa.Column:
    """A date as exactly as it is stated: day, month or year (EDTF level 0)."""
    check = _every(codes.is_date, "date", "a date is written 2023-12-01, 2023-12 or 2023 and is one of the calendar")
    return text(f"{description} ISO 8601, possibly partial (2023-12-01, 2023-12, 2023).", checks=[check])


def currency(description: str) -> pa.Column:
    """An ISO 4217 code."""
    return text(description, checks=[_every(codes.is_currency, "currency", "no such currency in ISO 4217")])


def party(description: str) -> pa.Column:
    """A country's code, or the name of what has none."""
    check = _every(codes.is_party, "party", "no such country in ISO 3166 (alpha-3)")
    return text(f"{description} ISO 3166 alpha-3, or the name of what has no code (NATO, Hezbollah).", checks=[check])


def country(description: str) -> pa.Column:
    """A country's code."""
    return text(description, checks=[_every(codes.is_country, "country", "no such country in ISO 3166 (alpha-3)")])


def amount(description: str, *, positive: bool = False) -> pa.Column:
    """A number; a positive one is above zero, any other not below."""
    check = (
        pa.Check.gt(0, name="positive", error="a number above zero is needed")
        if positive
        else pa.Check.ge(0, name="not_negative", error="a number below zero is not possible")
    )
    finite = pa.Check.lt(1e24, name="finite", error="the number is larger than anything countable")
    return pa.Column("float64", checks=[check, finite], nullable=True, coerce=True, description=description)


def year(description: str) -> pa.Column:
    """A year of the Gregorian calendar."""
    check = pa.Check.in_range(FIRST_YEAR, LAST_YEAR, name="year", error=f"a year lies in {FIRST_YEAR} to {LAST_YEAR}")
    return pa.Column("Int32", checks=check, nullable=True, coerce=True, description=description)


def whole(description: str, *, required: bool = True, least: int = 0) -> pa.Column:
    """A whole number: an offset or a number of rows."""
    check = pa.Check.ge(least, name="range", error=f"it is at least {least}")
    return pa.Column("Int64", checks=check, nullable=not required, coerce=True, description=description)


def probability(description: str) -> pa.Column:
    """A number from 0 to 1."""
    check = pa.Check.in_range(0, 1, name="probability", error="a probability lies in 0 to 1")
    return pa.Column("float64", checks=check, nullable=False, coerce=True, description=description)


def flag(description: str) -> pa.Column:
    """True or false."""
    return pa.Column(bool, nullable=False, coerce=True, description=description)


def table(
    name: str,
    description: str,
    columns: dict[str, pa.Column],
    *,
    checks: list[pa.Check],
    key: list[str],
    refers: dict[str, tuple[str, ...]] | None = None,
) -> pa.DataFrameSchema:
    """The schema of a table.

    ``description`` says what a row is, ``checks`` are rules across the fields of a row, ``key`` names the columns that
    tell rows apart (none where rows may repeat). ``refers`` names the columns that hold the identifier of another row,
    each with the tables in one of which that row is, ``table.column``.
    """
    return pa.DataFrameSchema(
        columns,
        checks=checks,
        unique=key or None,
        # All but the first of rows with one key are refused, not the first as well.
        report_duplicates="exclude_first",
        strict=True,
        ordered=True,
        name=name,
        description=description,
        metadata={"key": key, "refers": refers or {}},
    )
