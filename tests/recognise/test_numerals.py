"""The corpus of numerals: each value as it is written, what is no numeral, what holds of any text."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognise.numerals import find_numerals

WRITTEN: dict[str, list[str]] = {
    "1": ["one frigate", "1 frigate"],
    "2": ["a pair of corvettes", "a couple of radars", "two of them", "two (2) ships"],
    "6": ["half a dozen trainers", "a half-dozen trainers", "half-dozen jets", "six jets", "a half dozen jets"],
    "12": ["a dozen boats", "dozen boats", "the dozen that arrived", "one dozen", "twelve boats", "Twelve (12) boats"],
    "18": ["eighteen (18) howitzers", "18 (eighteen) howitzers", "18 howitzers"],
    "20": ["a score of tanks", "twenty tanks", "20-aircraft deal"],
    "24": ["two dozen guns", "2 dozen guns", "twenty-four guns", "twenty four guns", "Twenty-four guns"],
    "36": ["thirty-six", "36 jets", "36-strong fleet", "(36)", "36."],
    "60": ["three score", "sixty", "five dozen"],
    "157": ["a hundred and fifty-seven vehicles", "one hundred fifty-seven", "157"],
    "183": ["one hundred eighty-three", "one hundred and eighty-three", "183"],
    "100": ["a hundred", "another hundred", "one hundred", "the first hundred"],
    "1200": ["twelve hundred", "1,200", "1 200 rifles", "1\u202f200", "1'200", "1’200", "1.200 rifles"],
    "1205": ["one thousand two hundred and five"],
    "2500": ["two and a half thousand", "2.5 thousand", "2,500", "2.500 men", "two-and-a-half thousand", "2½ thousand"],
    "12000": ["12,000 shells", "12 000 shells", "12\u00a0000 shells", "12k rounds", "twelve thousand", "12 thousand"],
    "105000": ["1,05,000 rounds", "105,000", "1.05 lakh", "one hundred and five thousand", "105 000"],
    "250000": ["a quarter of a million", "250,000", "250 000", "a quarter million"],
    "500000": ["half a million", "a half-million", "half-a-million", "500,000", "five lakh", "0.5 million"],
    "750000": ["three quarters of a million", "three-quarters of a million", "750 thousand"],
    "1200000": ["1.2 million", "1,2 million", "1.2-million", "1,200,000", "12 lakh", "1 200 000", "1.200.000"],
    "1500000": ["one and a half million", "a million and a half", "1½ million", "1.5 mln", "1 and a half million"],
    "30000000": ["3 crore", "three crore", "30 million", "3,00,00,000"],
    "1000000000": ["a billion", "one billion", "1 milliard", "a thousand million", "1,000,000,000"],
    "1050000000000": ["1.05 lakh crore", "1.05 trillion", "1,050 billion"],
}

RANGES = [
    ("250-300 vehicles", "250", "300"),
    ("250 – 300 vehicles", "250", "300"),
    ("250 to 300 vehicles", "250", "300"),
    ("between 40 and 50 tanks", "40", "50"),
    ("between one hundred and two hundred tanks", "100", "200"),
    ("ranging from 12 to 24", "12", "24"),
    ("2.4–2.6 billion", "2400000000", "2600000000"),
    ("2.4 to 2.6 billion", "2400000000", "2600000000"),
    ("900 million to 1.2 billion", "900000000", "1200000000"),
    ("two to three thousand", "2000", "3000"),
    ("five to six hundred", "500", "600"),
    ("two or three submarines", "2", "3"),
    ("1,500-2,000 rounds", "1500", "2000"),
    ("ten to twelve boats", "10", "12"),
]

NO_NUMERAL = [
    "dozens of drones",
    "hundreds and thousands of shells",
    "several dozen",
    "a few hundred",
    "K9",
    "F-16",
    "2A7",
    "M142",
    "AIM-120C-8",
    "FA8675-23-C-0037",
    "155mm",
    "7.62x51",
    "the 28th brigade",
    "in the 1990s",
    "12/05/2024",
    "12.05.2024",
    "at 14:30",
    "two thirds of it",
    "one-third",
    "three-quarters of the fleet",
    "the twenty-first",
    "12-34-56",
    "nobody, someone, often, tension, weighty, attend",
]


@pytest.mark.parametrize(("value", "text"), [(value, text) for value, texts in WRITTEN.items() for text in texts])
def test_value_however_written(value: str, text: str) -> None:
    assert [numeral.amount for numeral in find_numerals(text)][-1:] == [Decimal(value)]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_range(text: str, low: str, high: str) -> None:
    assert [(numeral.amount, numeral.high) for numeral in find_numerals(text)] == [(Decimal(low), Decimal(high))]


@pytest.mark.parametrize("text", NO_NUMERAL)
def test_no_numeral(text: str) -> None:
    assert find_numerals(text) == []


def test_change_is_no_range() -> None:
    assert [numeral.amount for numeral in find_numerals("cut the order from 12 to 24")] == [12, 24]


def test_calibre_after_a_count_is_not_joined_to_it() -> None:
    assert find_numerals("12 155 mm guns")[0].amount == 12


def test_parenthesis_with_another_number_is_not_joined() -> None:
    assert [numeral.amount for numeral in find_numerals("eighteen (12) guns")] == [18, 12]


@given(st.text())
def test_any_text_gives_ordered_spans(text: str) -> None:
    found = find_numerals(text)
    assert all(text[numeral.start : numeral.end] == numeral.surface for numeral in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.text(alphabet="0123456789.,'- \u202f½andhlfozemiktco()\n"))
def test_any_mix_of_digits_and_separators_is_read_without_error(text: str) -> None:
    assert all(numeral.amount >= 0 for numeral in find_numerals(text))


@given(st.integers(min_value=10_000, max_value=10**12))
def test_separator_does_not_change_the_value(value: int) -> None:
    for separator in (",", "\u202f", "\u00a0", " ", "'", "’"):
        written = f"{value:,}".replace(",", separator)
        assert [numeral.amount for numeral in find_numerals(f"with {written} rifles")] == [value]


@given(st.integers(min_value=1, max_value=999_999))
def test_words_keep_the_value(value: int) -> None:
    for conjunction in (" ", " and "):
        written = in_words(value, conjunction)
        assert [numeral.amount for numeral in find_numerals(written)] == [value]


ONES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
)
TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")


def in_words(value: int, conjunction: str) -> str:
    """The English words of ``value``, under a million."""
    if value >= 1000:
        rest = value % 1000
        joint = conjunction if rest < 100 else " "
        thousands = in_words(value // 1000, conjunction) + " thousand"
        return thousands + (joint + in_words(rest, conjunction) if rest else "")
    if value >= 100:
        rest = value % 100
        return ONES[value // 100] + " hundred" + (conjunction + in_words(rest, conjunction) if rest else "")
    if value >= 20:
        return TENS[value // 10 - 2] + (f"-{ONES[value % 10]}" if value % 10 else "")
    return ONES[value]
