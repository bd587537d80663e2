"""Numbers as other languages write them: exact values, and where they end."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.languages.numerals import Number, number_at, range_of
from etl.languages.tables import languages, tongue
from etl.languages.tokens import tokens_of


def read(text: str, language: str) -> tuple[str, Number] | None:
    spoken = tongue(language)
    tokens = tokens_of(text, spoken)
    number = number_at(tokens, 0, spoken)
    return number and (text[tokens[0].start : tokens[number.end - 1].end], number)


def value(text: str, language: str) -> Decimal | None:
    found = read(text, language)
    return found[1].value if found and found[0] == text else None


@pytest.mark.parametrize("language", sorted(languages()))
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", "12"),
        ("1.200", "1200"),
        ("1 200", "1200"),
        ("1\u00a0200", "1200"),
        ("1\u202f200", "1200"),
        ("1'200", "1200"),
        ("1’200", "1200"),
        ("12 500 000", "12500000"),
        ("12.500.000", "12500000"),
        ("12,500,000", "12500000"),
        ("12.500.000,75", "12500000.75"),
        ("12 500 000,5", "12500000.5"),
        ("2,6", "2.6"),
        ("2.6", "2.6"),
        ("0,05", "0.05"),
        ("1,200", "1200"),
    ],
)
def test_digits(text: str, language: str, expected: str) -> None:
    assert value(text, language) == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("6,035 Milliarden", "de", "6035000000"),
        ("2.600 Millionen", "de", "2600000000"),
        ("2.600 millones", "es", "2600000000"),
        ("2,600 millones", "es", "2600000000"),
        ("2,635 millones", "es", "2635000"),
        ("1.250 млрд", "ru", "1250000000"),
        ("1,250 млрд", "ru", "1250000000"),
        ("3 mil millones", "es", "3000000000"),
        ("350 mil milhões", "pt", "350000000000"),
        ("2,6 Mrd.", "de", "2600000000"),
        ("5 tys.", "pl", "5000"),
        ("2 billones", "es", "2000000000000"),
        ("1,5 Billionen", "de", "1500000000000"),
        ("3 trilyon", "tr", "3000000000000"),
        ("anderthalb Milliarden", "de", "1500000000"),
        ("полтора миллиарда", "ru", "1500000000"),
        ("півтора мільйона", "uk", "1500000"),
        ("anderhalf miljard", "nl", "1500000000"),
        ("миллиард", "ru", "1000000000"),
        ("zwei Dutzend", "de", "24"),
        ("une douzaine", "fr", "12"),
    ],
)
def test_magnitudes(text: str, language: str, expected: str) -> None:
    assert value(text, language) == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("zweihundertfünfzig", "de", 250),
        ("Einundzwanzig", "de", 21),
        ("dreitausend", "de", 3000),
        ("quatre-vingt-dix", "fr", 90),
        ("vingt et un", "fr", 21),
        ("deux cent cinquante", "fr", 250),
        ("doscientas cuarenta y dos", "es", 242),
        ("treinta mil", "es", 30000),
        ("centoventi", "it", 120),
        ("ventiquattro", "it", 24),
        ("cento e vinte", "pt", 120),
        ("honderdtwintig", "nl", 120),
        ("sto dwadzieścia", "pl", 120),
        ("dwustu pięćdziesięciu", "pl", 250),
        ("сто двадцять п’ять", "uk", 125),
        ("дев'яносто", "uk", 90),
        ("двадцати четырех", "ru", 24),
        ("пятьсот", "ru", 500),
        ("iki yüz elli", "tr", 250),
        ("on iki", "tr", 12),
        ("yüz yirmi", "tr", 120),
    ],
)
def test_words(text: str, language: str, expected: int) -> None:
    assert value(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("und", "de"),
        ("zweite", "de"),
        ("second", "fr"),
        ("Millionen", "de"),
        ("milliards", "fr"),
        ("millones", "es"),
        ("миллиарды", "ru"),
        ("Panzer", "de"),
        ("K9", "pl"),
        ("Су-35", "ru"),
        ("2A7", "de"),
        ("12.5.24", "de"),
        ("1" * 40, "de"),
        ("٣٤", "fr"),
    ],
)
def test_no_number(text: str, language: str) -> None:
    assert read(text, language) is None


@pytest.mark.parametrize(
    ("text", "language", "ends"),
    [
        ("10 bis 12", "de", (10, 12)),
        ("10-12", "ru", (10, 12)),
        ("10 – 12", "de", (10, 12)),
        ("2 bis 3 Milliarden", "de", (2_000_000_000, 3_000_000_000)),
        ("10 ou 12", "fr", (10, 12)),
        ("12 bis 10", "de", (12, None)),
        ("10 und 12", "de", (10, None)),
    ],
)
def test_ranges(text: str, language: str, ends: tuple[int, int | None]) -> None:
    spoken = tongue(language)
    tokens = tokens_of(text, spoken)
    first = number_at(tokens, 0, spoken)
    assert first is not None
    joined = range_of(tokens, first, spoken, 0)
    assert (joined.value, joined.high) == ends
