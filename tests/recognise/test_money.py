"""The corpus of money: amounts with the ways of writing them, what is no money, and what must hold of any text."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.lexicon import load
from etl.recognise.magnitudes import registry
from etl.recognise.money import find_money
from schemas.vocabulary import Bound

AMOUNTS = """
USD 2600000000 | US$2.6 billion | $2.6bn | US$2.6B | USD2.6 billion | USD 2.6bn | 2.6 billion dollars
USD 2600000000 | U.S. $2.6 billion
USD 2600000000 | 2.6 billion US dollars | $2.6 bln | 2.6 bn USD | $2,600 million | 2.6 billion U.S. dollars
USD 2600000000 | $2.6-billion deal
USD 2600000000 | $2,600,000,000 | $2 600 000 000 | $2.600.000.000 | US$ 2.6 billion | 2,6 billion dollars
USD 2600000000 | US$2.6-billion
USD 1000000 | $1MM | $1m | $1 mn | $1 mln | $1M | a million dollars | one million dollars | $1,000,000 | $1 million
USD 500000000 | half a billion dollars | half-a-billion dollars | $500m | $500 mil | five hundred million dollars
USD 344610000 | a $344,610,000 modification | a maximum-value $344,610,000 order
USD 716000000 | a $716-million order | a 716-million-dollar order
USD 3500000000 | $3.5 Billion | $3.5 BILLION | three and a half billion dollars
USD 5000 | $5,000 | 5,000 dollars
USD 22000000000000 | $22 trillion | $22tn | $22T | $22 trn
EUR 1500000000 | EUR1.5 billion | EUR 1.5bn | €1.5 billion | € 1,5 milliard | 1.5 billion euros
EUR 1500000000 | 1,5 milliarde d'euros | 1.5bn euro
EUR 1500000000 | 1.5 billion EUR | 1,500 million euros | 1,5 Mrd. € | 1.5-billion-euro deal | €1.5bn | €1500m
EUR 1500000000 | Euro 1.5 billion
EUR 20000000 | 20 million euros | €20m | EUR20mn | 20 mln euros | 20 Mio. Euro | twenty million euros | 20.000.000 €
EUR 1000000000 | a billion euros | €1 000 million | a 1-billion-euro envelope
GBP 1600000000 | £1.6 billion | £1.6bn | GBP 1.6bn | 1.6 billion pounds | 1.6bn pounds sterling
GBP 1600000000 | 1.6 billion British pounds
GBP 450000000 | a 450 million pound package | £450m | £450 million-package
GBP 2500 | £2,500 | GBP2,500
JPY 174000000000 | JPY174 billion | 174 billion yen | ¥174 billion | 174bn yen
CNY 8000000000 | 8 billion yuan | RMB8 billion | 8 billion renminbi | CNY 8bn | RMB 8 billion
KRW 3400000000000 | KRW3.4 trillion | 3.4 trillion won | 3.4tn won | ₩3.4 trillion | 3.4 trillion South Korean won
INR 640000000000 | Rs 64,000 crore | Rs 64,000-crore | Rs. 64,000 crore | ₹64,000 crore | INR 64,000 crore
INR 640000000000 | 64,000 crore rupees
INR 1050000000000 | Rs 1.05 lakh crore | ₹1.05 lakh crore | Rs 1,05,000 crore | Rs 1.05 trillion
INR 500000 | Rs 5 lakh | Rs 5,00,000 | ₹5,00,000 | 5 lakh Indian rupees
PKR 12000000000 | PKR 12 billion | 12 billion Pakistani rupees
SEK 1350000000 | SEK 1,350 million | SEK1.35 billion | 1.35 billion kronor | 1.35 billion Swedish kronor
SEK 1350000000 | 1.35 billion Swedish crowns
NOK 4000000000 | NOK4 billion | NOK 4 billion | 4 billion Norwegian kroner | 4 billion Norwegian crowns | NKr4bn
DKK 6700000000 | DKK 6.7 billion | 6.7 billion Danish kroner | DKr6.7bn | 6.7 billion Danish crowns
CZK 19700000000 | 19.7 billion crowns | CZK 19.7 billion | 19.7 billion Czech crowns | 19.7 billion korunas
CZK 19700000000 | 19,7 mld. Kč
PLN 55000000 | 55 mln zł | PLN 55 million | 55 million zlotys | PLN55m | 55 million zloty
CHF 6035000000 | CHF 6.035 billion | 6.035 billion Swiss francs | CHF6.035bn | SFr 6.035 billion
MYR 4080000000 | RM4.08 billion | RM4.08 bil | 4.08 billion ringgit | MYR 4.08 billion
TWD 40500000000 | NT$40.5 billion | TWD 40.5 billion | 40.5 billion New Taiwan dollars | 40.5 billion NT dollars
CAD 390000000 | C$390 million | CAD 390 million | 390 million Canadian dollars | CA$390m | $390 million Canadian
CAD 390000000 | Cdn$390 million
AUD 1300000000 | A$1.3bn | AUD1.3 billion | AU$1.3 billion | 1.3 billion Australian dollars
NZD 70000000 | NZ$70 million | 70 million New Zealand dollars
SGD 70000000 | S$70 million | 70 million Singapore dollars
HKD 70000000 | HK$70 million | 70 million Hong Kong dollars
BRL 1280000000 | R$1.28 billion | BRL1.28 billion | 1.28 billion reais
AED 3900000000 | AED3.9 billion | Dh3.9 billion | Dhs3.9bn | 3.9 billion dirhams | 3.9 billion UAE dirhams
AED 3900000000 | 3.9 billion Emirati dirhams
SAR 3900000000 | SAR 3.9 billion | 3.9 billion Saudi riyals | SR3.9 billion
KWD 12000000 | 12 million Kuwaiti dinars | KWD 12 million | KD12 million
NGN 66000000000 | ₦66 billion | N66 billion | 66 billion naira | NGN 66bn
ZAR 4500000000 | R4.5 billion | 4.5 billion rand | ZAR 4.5bn
PHP 40000000000 | ₱40 billion | P40 billion | 40 billion Philippine pesos | PHP40 billion | Php 40 billion
IDR 7000000000000 | Rp 7 trillion | Rp7 trillion | 7 trillion rupiah | IDR 7 trillion
THB 19500000000 | 19.5 billion baht | THB 19.5 billion | ฿19.5 billion
VND 900000000000 | 900 billion dong | VND900 billion
TRY 2000000000 | 2 billion liras | 2 billion Turkish lira | TL 2 billion | ₺2 billion | TRY 2 billion
ILS 4200000000 | NIS 4.2 billion | 4.2 billion shekels | ₪4.2bn | ILS 4.2 billion
RUB 4600000000 | 4.6 bln rubles | RUB 4.6 billion | 4.6 billion roubles | ₽4.6 billion | 4.6 billion Russian rubles
UAH 30000000000 | UAH 30 billion | 30 billion hryvnias | 30 billion hryvnia | ₴30bn
RON 10200000000 | 10.2 billion lei | RON 10.2 billion | 10.2 billion Romanian lei
HUF 900000000 | HUF 900 million | 900 million forints | 900 million forint
EGP 900000000 | EGP 900 million | 900 million Egyptian pounds | E£900 million | LE 900 million
DEM 5000000000 | DM 5 billion | 5 billion marks | 5 Mrd. DM | 5 billion Deutschmarks | DEM 5bn
DEM 5000000000 | 5 billion German marks
FRF 5000000000 | 5 billion French francs | FF5 billion | FRF 5 billion
ITL 900000000000 | 900 billion lire | ITL 900 billion | 900 billion Italian lire
NLG 500000000 | 500 million guilders | NLG 500 million | Dfl 500 million | 500 million Dutch guilders
ESP 500000000 | 500 million pesetas | ESP 500m
BEF 500000000 | BEF 500 million | 500 million Belgian francs
SUR 500000000 | 500 million Soviet roubles | SUR 500 million
KZT 500000000 | 500 million tenge | KZT500m
"""

BOUNDS = [
    ("more than US$2.6 billion", "more than US$2.6 billion", Bound.AT_LEAST),
    ("worth over €2 bn", "over €2 bn", Bound.AT_LEAST),
    ("at least $5 million", "at least $5 million", Bound.AT_LEAST),
    ("upwards of 300 million euros", "upwards of 300 million euros", Bound.AT_LEAST),
    ("in excess of Rs 500 crore", "in excess of Rs 500 crore", Bound.AT_LEAST),
    ("well over $1bn", "well over $1bn", Bound.AT_LEAST),
    ("sums of $1,000,000 or more.", "$1,000,000 or more", Bound.AT_LEAST),
    ("a $20 million-plus order", "$20 million-plus", Bound.AT_LEAST),
    ("hundreds of millions of dollars", "hundreds of millions of dollars", Bound.AT_LEAST),
    ("up to $2.5 billion", "up to $2.5 billion", Bound.AT_MOST),
    ("as much as 900 million euros", "as much as 900 million euros", Bound.AT_MOST),
    ("not to exceed $92,000,000", "not to exceed $92,000,000", Bound.AT_MOST),
    ("a ceiling of $8 billion", "a ceiling of $8 billion", Bound.AT_MOST),
    ("a maximum $41,972,344 contract", "a maximum $41,972,344", Bound.AT_MOST),
    ("that could run to £3bn", "could run to £3bn", Bound.AT_MOST),
    ("just under CHF 700 million", "just under CHF 700 million", Bound.AT_MOST),
    ("less than $9m", "less than $9m", Bound.AT_MOST),
    ("some 20 million euros", "some 20 million euros", Bound.ABOUT),
    ("nearly Rs 32,350 crore", "nearly Rs 32,350 crore", Bound.ABOUT),
    ("an estimated $1.6 billion", "an estimated $1.6 billion", Bound.ABOUT),
    ("estimated at 3 billion dollars", "estimated at 3 billion dollars", Bound.ABOUT),
    ("at an estimated cost of $5.6 billion", "estimated cost of $5.6 billion", Bound.ABOUT),
    ("JPY1 billion or so", "JPY1 billion or so", Bound.ABOUT),
    ("in the neighbourhood of $4bn", "in the neighbourhood of $4bn", Bound.ABOUT),
    ("EUR some 5 million", "EUR some 5 million", Bound.ABOUT),
    ("~$40M", "~$40M", Bound.ABOUT),
    ("$5 million plus options", "$5 million", Bound.EXACT),
]

RANGES = [
    ("$2.4-2.6 billion", "2400000000", "2600000000", "USD"),
    ("$2.4 to 2.6 billion", "2400000000", "2600000000", "USD"),
    ("US$2 billion to US$2.4 billion", "2000000000", "2400000000", "USD"),
    ("between 3.1 and 3.3 billion dollars", "3100000000", "3300000000", "USD"),
    ("between €200m and €250m", "200000000", "250000000", "EUR"),
    ("€200m–€250m", "200000000", "250000000", "EUR"),
    ("Rs 500-600 crore", "5000000000", "6000000000", "INR"),
    ("900 million to 1.1 billion euros", "900000000", "1100000000", "EUR"),
]

PER = [
    ("$5 million each", "unit"),
    ("€3.2m apiece", "unit"),
    ("$80 million a piece", "unit"),
    ("USD 45m per aircraft", "unit"),
    ("AUD900 million a hull", "unit"),
    ("$2.5-million-a-copy", "unit"),
    ("$100,000-a-shot missiles", "unit"),
    ("a unit price of 7 million euros", "unit"),
    ("a billion euros a year until then", "year"),
    ("$300 million annually", "year"),
    ("annual $300 million", "year"),
    ("£40m per annum", "year"),
    ("SEK 16.9 billion a year earlier", None),
    ("$80 per barrel", None),
]

RESTATED = [
    "KRW3.4 trillion (US$2.6 billion)",
    "3.75 billion euros ($4.5 billion)",
    "AED9 billion, or $2.45 billion",
    "EUR733 million (about USD792 million)",
    "€2.2bn / $2.4bn",
    "$1bn, roughly 3.9 billion zlotys",
    "NT$71 billion, equivalent to $2.2 billion",
    "10.2 billion lei, VAT excluded, or about two billion euros",
    "11.2 billion ringgit [$2.4 billion]",
    "$5 million each (4.5 million euros)",
]

NOT_RESTATED = [
    "$5 million from Japan and €6 million from Italy",
    "NT$71 billion (including $2 billion for spares)",
    "$4 million (plus €1 million for training)",
    "€5 million. $6 million",
]

NO_MONEY = [
    "four D9T bulldozers",
    "the US 5th Fleet",
    "${amount} and $var",
    "page 12 of 40",
    "500-pound bombs and 2,000 pound bombs",
    "a firm that in 2021 won a contract",
    "an SAR 12 radar",
    "ALL 12 aircraft",
    "the K9 and the R2",
    "P-8 and N95",
    "two million rounds",
    "he marks 40 years",
    "output passed the 5 million mark",
    "a three-digit million sum",
    "trucks with Euro 5 engines, after Euro 2020",
    "a 12 m boat with 5 k rounds",
    "$x and A$ and EUR",
    "Article 5 of the treaty",
    "trained 300 men in France",
]

DECIDED = [
    ("US$1.65 billion, or A$2.2 billion, for drones. The $1.3 billion plan is dead.", None, "AUD"),
    ("The offset is worth 40 million Australian dollars. It adds to the $3 million paid before.", None, "AUD"),
    ("The jets cost US$8 billion in all. Ottawa adds $2 billion.", "CAN", "CAD"),
    ("Ottawa gives C$390 million. Washington gave $500 million.", None, "USD"),
    ("A plan worth A$1.3bn ($900m)", None, "USD"),
    ("Ottawa spent $3 million", "CAN", "USD"),
    ("Norway's government in Oslo set aside 5 billion kroner", None, "NOK"),
    ("Denmark's government in Copenhagen set aside 5 billion kroner", None, "DKK"),
    ("Pakistan's navy in Karachi, Pakistan, pays Rs 5 billion", None, "PKR"),
    ("The navy pays Rs 5 billion", None, "INR"),
    ("The navy pays Rs 5 billion", "LKA", "LKR"),
    ("Sweden's parliament gave 3 billion crowns", None, "SEK"),
    ("Morocco's army, in Rabat, pays 3 billion dirhams", None, "MAD"),
    ("Chile's congress gave 3 billion pesos", None, "CLP"),
    ("Kuwait's parliament gave 30 million dinars", None, "KWD"),
    ("Iran's budget gives 30 billion rials", None, "IRR"),
    ("China's budget gives ¥30 billion", None, "CNY"),
]


def cases() -> list[tuple[str, Decimal, str]]:
    lines = (line for line in AMOUNTS.strip().splitlines())
    return [
        (head.split()[0], Decimal(head.split()[1]), text.strip())
        for head, *texts in (line.split(" | ") for line in lines)
        for text in texts
    ]


@pytest.mark.parametrize(("currency", "amount", "text"), cases())
def test_amount_however_written(currency: str, amount: Decimal, text: str) -> None:
    assert [(money.currency, money.amount, money.high) for money in find_money(text)] == [(currency, amount, None)]


def test_corpus_is_large() -> None:
    assert len(cases()) >= 160


@pytest.mark.parametrize(("text", "surface", "bound"), BOUNDS)
def test_bound_words_are_in_the_span(text: str, surface: str, bound: Bound) -> None:
    assert [(money.surface, money.bound) for money in find_money(text)] == [(surface, bound)]


@pytest.mark.parametrize(("text", "low", "high", "currency"), RANGES)
def test_range(text: str, low: str, high: str, currency: str) -> None:
    found = [(money.amount, money.high, money.currency, money.bound) for money in find_money(text)]
    assert found == [(Decimal(low), Decimal(high), currency, Bound.BETWEEN)]


@pytest.mark.parametrize(("text", "per"), PER)
def test_unit_price_and_yearly_sum(text: str, per: str | None) -> None:
    assert [money.per for money in find_money(text)] == [per]


@pytest.mark.parametrize("text", RESTATED)
def test_one_value_in_two_currencies(text: str) -> None:
    original, restated = find_money(text)
    assert restated.restates == original.start


@pytest.mark.parametrize("text", NOT_RESTATED)
def test_two_values(text: str) -> None:
    assert [money.restates for money in find_money(text)] == [None, None]


@pytest.mark.parametrize("text", NO_MONEY)
def test_no_money(text: str) -> None:
    assert find_money(text) == []


@pytest.mark.parametrize(("text", "home", "currency"), DECIDED)
def test_document_decides_a_bare_name(text: str, home: str | None, currency: str) -> None:
    assert find_money(text, home)[-1].currency == currency


def test_third_currency_restates_the_first() -> None:
    assert [money.restates for money in find_money("$3bn (£2.4bn; €2.8bn)")] == [None, 0, 0]


def test_limit_holds_in_the_second_currency_too() -> None:
    assert [money.bound for money in find_money("up to NT$71 billion ($2.2 billion)")] == [Bound.AT_MOST] * 2


def test_unit_price_holds_in_the_second_currency_too() -> None:
    assert [money.per for money in find_money("$5 million (4.5 million euros) each")] == ["unit", "unit"]


def test_elided_currency_is_that_of_the_sentence() -> None:
    found = find_money("It spent 2 billion dollars last year and 1.5 billion this year. It has 3 million men.")
    assert [(money.amount, money.currency) for money in found] == [(2 * 10**9, "USD"), (15 * 10**8, "USD")]


def test_change_is_no_range() -> None:
    found = find_money("It rose from 2 to 3 billion dollars")
    assert [money.amount for money in found] == [2 * 10**9, 3 * 10**9]


@pytest.mark.parametrize("code", [row["code"] for row in load.rows("currencies")])
def test_code_before_and_after(code: str) -> None:
    for text in (f"{code} 5 million", f"{code}5m", f"5 million {code}"):
        assert [(money.currency, money.amount) for money in find_money(text)] == [(code, 5 * 10**6)]


@pytest.mark.parametrize("code", [row["code"] for row in load.rows("currencies")])
def test_currency_is_a_unit(code: str) -> None:
    assert registry().Quantity(1, code).magnitude == 1


@given(st.text())
def test_any_text_gives_ordered_spans(text: str) -> None:
    check_spans(text)


MONEY_WORDS = re.findall(r"\S+", "$ € Rs 5 2.4 - million bn to between and or each ( ) , . dollars euros up a")


@given(st.lists(st.sampled_from(MONEY_WORDS)))
def test_any_sequence_of_money_words_gives_ordered_spans(words: list[str]) -> None:
    check_spans(" ".join(words))
    check_spans("".join(words))


def check_spans(text: str) -> None:
    found = find_money(text)
    assert all(text[money.start : money.end] == money.surface for money in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(money.high is None or money.high > money.amount for money in found)


@given(st.integers(min_value=1, max_value=9_999), st.sampled_from(["US$", "€", "SEK ", "Rs ", "RM"]))
def test_value_does_not_change_with_the_form(tenths: int, sign: str) -> None:
    millions, value = f"{tenths / 10}", tenths * 100_000
    for written in (f"{millions} million", f"{millions}m", f"{value:,}", f"{value:,}".replace(",", "\u202f")):
        assert [money.amount for money in find_money(f"worth {sign}{written}, he said")] == [value]


@pytest.mark.parametrize(
    ("published", "text", "currency"),
    [
        ("2025-09-01", "Prague and Bratislava agreed. The Czech army pays 34 billion crowns, Slovakia waits.", "CZK"),
        ("2025-09-01", "The Czech army gets 246 vehicles from Sweden for 59.7 billion crowns.", "CZK"),
        ("2024-02-10", "Oslo will take 20 vehicles from Sweden and pay 3 billion kr.", "NOK"),
        ("1985-06-01", "Czechoslovakia sold 40 tanks for 300 million crowns.", "CSK"),
        ("1994-06-01", "France sold 30 jets for 4 billion francs.", "FRF"),
        ("2024-06-01", "Germany sold 40 tanks for 300 million marks in 1985.", "DEM"),
        (None, "The Czech Republic and Slovakia paid 90 million crowns.", "CZK"),
    ],
)
def test_money_that_was_given_up_is_money_of_its_time(published: str | None, text: str, currency: str) -> None:
    [money] = find_money(text, None, published)
    assert money.currency == currency
