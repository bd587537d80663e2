"""Which codes and dates are valid."""

from __future__ import annotations

import pytest

from etl.lexicon import load
from schemas.codes import is_country, is_currency, is_date, is_party


@pytest.mark.parametrize("code", ["POL", "KOR", "SUN", "YUG", "CSK", "DDR", "XKX", "TWN"])
def test_countries(code: str) -> None:
    assert is_country(code)


@pytest.mark.parametrize("code", ["", "QQQ", "PL", "pol", "NATO", "UKN"])
def test_no_countries(code: str) -> None:
    assert not is_country(code)


@pytest.mark.parametrize("value", ["POL", "NATO", "EU", "Hezbollah", "Houthis", "PLO"])
def test_parties(value: str) -> None:
    assert is_party(value)


@pytest.mark.parametrize("value", ["", " ", "X", "QQQ", "UKN"])
def test_no_parties(value: str) -> None:
    assert not is_party(value)


def test_every_party_of_the_lexicon_is_one() -> None:
    assert [row["code"] for row in load.rows("parties") if not is_party(row["code"])] == []


@pytest.mark.parametrize("code", ["USD", "KRW", "DEM", "ITL", "XEU", "VES"])
def test_currencies(code: str) -> None:
    assert is_currency(code)


@pytest.mark.parametrize("code", ["", "$", "usd", "XQX", "US$"])
def test_no_currencies(code: str) -> None:
    assert not is_currency(code)


@pytest.mark.parametrize("value", ["2023-12-01", "2023-12", "2023", "2024-02-29"])
def test_dates(value: str) -> None:
    assert is_date(value)


@pytest.mark.parametrize(
    "value",
    ["", "23", "2023-13", "2023-00", "2023-02-29", "2023-1-1", "2023-12-01T00:00", "2023~", "2023/2024", "0000"],
)
def test_no_dates(value: str) -> None:
    assert not is_date(value)
