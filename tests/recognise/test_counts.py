"""Counts: numbers of arms with the words around them, numbers of other things, and numbers that count nothing."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.lexicon import load
from etl.recognise.count_nouns import ARMS, plural
from etl.recognise.counts import find_counts, find_other_counts
from etl.recognise.mentions import Count, Mention, System
from schemas.vocabulary import Bound, QuantityUnit

E, A, L, M, B = Bound.EXACT, Bound.ABOUT, Bound.AT_LEAST, Bound.AT_MOST, Bound.BETWEEN

# text, words, amount, bound
PLAIN = [
    ("It ordered 152 howitzers.", "152", 152, E),
    ("152 K9 howitzers, by then", "152", 152, E),
    ("KOR->POL 152 K9 howitzers", "152", 152, E),
    ("POL 152 K9 howitzers", "152", 152, E),
    ("Poland 152 K9s", "152", 152, E),
    ("Poland Orders 24 Howitzers", "24", 24, E),
    ("In June 12 aircraft arrived", "12", 12, E),
    ("two dozen tanks", "two dozen", 24, E),
    ("a dozen jets", "a dozen", 12, E),
    ("half a dozen jets", "half a dozen", 6, E),
    ("eighteen (18) guns", "eighteen (18)", 18, E),
    ("thirty-six (36) helicopters", "thirty-six (36)", 36, E),
    ("a pair of frigates", "a pair", 2, E),
    ("a hundred tanks", "a hundred", 100, E),
    ("one frigate for Oman", "one", 1, E),
    ("fourteen (14) guidance sections", "fourteen (14)", 14, E),
    ("sold 40 depth charges", "40", 40, E),
    ("bought one Patriot battery", "one", 1, E),
    ("12x MQ-9 for Greece", "12x", 12, E),
    ("4 x F-16 for Chile", "4", 4, E),
    ("- 12 armoured ambulances", "12", 12, E),
    ("| tanks | 44 |", "44", 44, E),
    ("a 48-aircraft deal", "48", 48, E),
    ("a 12-ship order", "12", 12, E),
    ("12 000 rifles", "12 000", 12000, E),
    ("1.2 million rifles", "1.2 million", 1200000, E),
    ("2000 missiles", "2000", 2000, E),
    ("24 of them will", "24", 24, E),
    ("12 personnel carriers", "12", 12, E),
    ("14 pilot training aircraft", "14", 14, E),
    ("six crew boats", "six", 6, E),
    ("12 155mm guns", "12", 12, E),
    ("its 36 jets", "36", 36, E),
    ("more than 5,000 rifles", "more than 5,000", 5000, L),
    ("over 200 trucks", "over 200", 200, L),
    ("at least 14 guns", "at least 14", 14, L),
    ("12,000-plus mines", "12,000-plus", 12000, L),
    ("100 or more mines", "100 or more", 100, L),
    ("some 20 carriers", "some 20", 20, A),
    ("about a dozen launchers", "about a dozen", 12, A),
    ("nearly 12,000 bombs", "nearly 12,000", 12000, A),
    ("ten or so boats", "ten or so", 10, A),
    ("20-odd tanks", "20-odd", 20, A),
    ("up to 36 airframes", "up to 36", 36, M),
    ("as many as six of them", "as many as six", 6, M),
    ("fewer than a dozen", "fewer than a dozen", 12, M),
    ("dozens of vehicles", "dozens of", 24, L),
    ("scores of vehicles", "scores of", 40, L),
    ("hundreds of vehicles", "hundreds of", 200, L),
    ("thousands of drones", "thousands of", 2000, L),
    ("tens of thousands of shells", "tens of thousands of", 20000, L),
    ("hundreds of thousands of shells", "hundreds of thousands of", 200000, L),
    ("millions of cartridges", "millions of", 2000000, L),
    ("several hundred missiles", "several hundred", 200, L),
    ("a few dozen tanks", "a few dozen", 24, L),
]

RANGES = [
    ("some 250-300 trucks", "some 250-300", 250, 300),
    ("between 40 and 50 tanks", "between 40 and 50", 40, 50),
    ("10 to 12 jets", "10 to 12", 10, 12),
    ("eight or ten boats", "eight or ten", 8, 10),
    ("2,000–3,000 shells", "2,000–3,000", 2000, 3000),
]

# text, words, amount, modifier
MODIFIED = [
    ("an additional 12 tanks", "an additional 12", 12, "additional"),
    ("another four followed", "another four", 4, "additional"),
    ("a further 18 jets", "a further 18", 18, "additional"),
    ("four more systems", "four more", 4, "additional"),
    ("six additional vehicles", "six additional", 6, "additional"),
    ("thirteen further sets", "thirteen further", 13, "additional"),
    ("up to another 12", "up to another 12", 12, "additional"),
    ("at least 20 more.", "at least 20 more", 20, "additional"),
    ("another 40 or so engines", "another 40 or so", 40, "additional"),
    ("the remaining 460 shells", "the remaining 460", 460, "remaining"),
    ("the other two in May", "the other two", 2, "remaining"),
    ("the first six arrived", "the first six", 6, "first"),
    ("an initial eight came", "an initial eight", 8, "first"),
    ("its first three jets", "its first three", 3, "first"),
    ("the last three jets", "the last three", 3, "last"),
    ("the final 12 jets", "the final 12", 12, "last"),
    ("a total of 14 jets", "a total of 14", 14, "total"),
    ("all 66 jets", "all 66", 66, "total"),
    ("12 in total.", "12 in total", 12, "total"),
    ("batteries with two each.", "two each", 2, "every"),
    ("five more than before", "five", 5, None),
]

UNITS = [
    ("20,000 rounds of ammunition", "20,000 rounds of", 20000, QuantityUnit.ROUND),
    ("about 6,000 rounds of 155 mm", "about 6,000 rounds of", 6000, QuantityUnit.ROUND),
    ("tens of thousands of rounds of ammunition", "tens of thousands of rounds of", 20000, QuantityUnit.ROUND),
    ("five sets of body armour", "five sets of", 5, QuantityUnit.SET),
    ("two batteries of rockets", "two batteries of", 2, QuantityUnit.BATTERY),
    ("three regiments of S-400", "three regiments of", 3, QuantityUnit.REGIMENT),
    ("two battalions of tanks", "two battalions of", 2, QuantityUnit.BATTALION),
    ("two squadrons of Su-27", "two squadrons of", 2, QuantityUnit.SQUADRON),
    ("40 tonnes of explosives", "40 tonnes of", 40, QuantityUnit.TONNE),
    ("1,200 tons of munitions", "1,200 tons of", 1200, QuantityUnit.TONNE),
    ("300 metric tons of rifles", "300 metric tons of", 300, QuantityUnit.TONNE),
    ("12 units of the jet", "12 units of", 12, QuantityUnit.UNIT),
    ("a squadron of 12 jets", "a squadron of 12", 12, QuantityUnit.UNIT),
    ("a second batch of 97 jets", "a second batch of 97", 97, QuantityUnit.UNIT),
    ("a lot of 12, sold", "a lot of 12", 12, QuantityUnit.UNIT),
]

OTHERS = [
    ("155 mm guns", "155", "measures"),
    ("5.56 mm rifles", "5.56", "measures"),
    ("40 km away", "40", "measures"),
    ("22,000 lb of thrust", "22,000", "measures"),
    ("30 knots", "30", "measures"),
    ("turned 90 degrees", "90", "measures"),
    ("weighs 34 tonnes, loaded", "34", "measures"),
    ("a 30-tonne vehicle", "30", "measures"),
    ("25 percent dearer", "25", "measures"),
    ("25% dearer", "25", "measures"),
    ("40 per cent of it", "40", "measures"),
    ("three times as many", "three", "measures"),
    ("index at 53.0; lower", "53.0", "measures"),
    ("five weeks", "five", "time"),
    ("within 30 days", "30", "time"),
    ("20 years", "20", "time"),
    ("24 months", "24", "time"),
    ("a five-year deal", "five", "time"),
    ("the first six months", "the first six", "time"),
    ("12 hours", "12", "time"),
    ("40 soldiers", "40", "people"),
    ("7,000 jobs", "7,000", "people"),
    ("120 new jobs", "120", "people"),
    ("200 staff", "200", "people"),
    ("24 fighter pilots", "24", "people"),
    ("12 Gripen pilots", "12", "people"),
    ("one soldier", "one", "people"),
    ("a crew of 90", "90", "people"),
    ("three crew", "three", "people"),
    ("61,000 Ukrainian recruits", "61,000", "people"),
    ("hundreds of people", "hundreds of", "people"),
    ("3,000 prisoners", "3,000", "people"),
    ("20 companies", "20", "organisations"),
    ("65 countries", "65", "organisations"),
    ("27 member states", "27", "organisations"),
    ("600 bunkers and 12 storage bases", "12", "places"),
    ("nine meetings", "nine", "events"),
    ("eleven documents", "eleven", "documents"),
    ("hundreds of millions of dollars", "hundreds of millions of", "money"),
    ("the other 6.5 billion, spent", "the other 6.5 billion", "money"),
    ("11,600 Cubans", "11,600", "people"),
    ("a 2,000-pound bomb", "2,000", "measures"),
    ("71 votes", "71", "votes"),
    ("two sides", "two", "abstract"),
    ("2,000 a month", "2,000", "rate"),
    ("12 aircraft a year", "12", "rate"),
    ("10,000 rounds per day", "10,000", "rate"),
]

NOTHING = [
    "one of the largest",
    "no one",
    "one another",
    "the first one",
    "one day it may",
    "one in five",
    "155mm guns",
    "the 28th and the second",
    "section 36(c)",
    "Section 36 of",
    "Resolution 2216",
    "Article 5",
    "paragraph 12",
    "phase 2 of it",
    "the 93rd Brigade",
    "Brigade 93",
    "No. 12",
    "no. 12",
    "Leopard 2",
    "Leopard 2 tanks",
    "Block 70",
    "Type 212",
    "Mark 48",
    "Mk 82",
    "Challenger 2",
    "Zuzana 2 howitzers",
    "Torpedo 47",
    "Robotsystem 55",
    "Combat Boat 90",
    "RCH 155",
    "PzH 2000",
    "Super 30",
    "the AV8 and the F-16",
    "LIMA 2023",
    "Mach 2",
    "aged 40",
    "two-seat jets",
    "two thirds of",
    "one-third of",
    "several tanks",
    "a few tanks",
    "a frigate",
    "call +48 22 2025 1234",
    "1. Tanks",
    "at 10:30",
    "at 5 p.m. local",
    "at 1500 GMT",
    "a 6 x 6 truck",
    "DDTC 22-061",
    "36(b)(1) of the Act",
    "1648 - Canada said",
    "seven in every ten",
    "one-off",
]


def only(text: str) -> Count:
    [count] = find_counts(text)
    return count


@pytest.mark.parametrize(("text", "words", "amount", "bound"), PLAIN)
def test_count(text: str, words: str, amount: int, bound: Bound) -> None:
    count = only(text)
    assert (count.surface, count.amount, count.high, count.bound) == (words, amount, None, bound)


@pytest.mark.parametrize(("text", "words", "low", "high"), RANGES)
def test_range(text: str, words: str, low: int, high: int) -> None:
    count = only(text)
    assert (count.surface, count.amount, count.high, count.bound) == (words, low, high, B)


@pytest.mark.parametrize(("text", "words", "amount", "modifier"), MODIFIED)
def test_modifier(text: str, words: str, amount: int, modifier: str | None) -> None:
    count = only(text)
    assert (count.surface, count.amount, count.modifier) == (words, amount, modifier)


@pytest.mark.parametrize(("text", "words", "amount", "unit"), UNITS)
def test_unit(text: str, words: str, amount: int, unit: QuantityUnit) -> None:
    count = only(text)
    assert (count.surface, count.amount, count.unit) == (words, amount, unit)


@pytest.mark.parametrize(("text", "words", "why"), OTHERS)
def test_other_things(text: str, words: str, why: str) -> None:
    assert (words, why) in [(count.surface, reason) for count, reason in find_other_counts(text)]
    assert words not in [count.surface for count in find_counts(text)]


@pytest.mark.parametrize("text", NOTHING)
def test_no_count(text: str) -> None:
    assert find_counts(text) == []


def test_taken_spans_are_no_counts() -> None:
    text = "for $12 by 2027: 24 Leopard 2 tanks"
    taken = [Mention(4, 7, "$12"), Mention(8, 15, "by 2027"), Mention(20, 29, "Leopard 2")]
    assert [count.surface for count in find_counts(text, taken)] == ["24"]


def test_a_number_before_a_known_system_belongs_to_no_name_before_it() -> None:
    system = System(8, 14, "Gripen", "Gripen", "fighter", None, None, ())
    assert [c.surface for c in find_counts("Saab 12 Gripen", [system])] == ["12"]
    assert find_counts("Saab 12 lines") == []


def test_a_list_of_items() -> None:
    text = "• 59 Bradleys, along with 590 missiles and 295,000 rounds of ammunition;\n• 90 carriers, 20 rollers"
    assert [int(count.amount) for count in find_counts(text)] == [59, 590, 295000, 90, 20]


def test_counts_and_other_counts_never_share_a_span() -> None:
    text = "24 jets for 120 pilots of two countries within five years, 12 of them 155 mm"
    spans = [c.start for c in find_counts(text)] + [c.start for c, _ in find_other_counts(text)]
    assert len(spans) == len(set(spans))


def test_table_of_things_that_are_no_arms() -> None:
    rows = load.rows("not_counts")
    assert len(rows) >= 250
    assert len({(row["word"], row["why"] == "label") for row in rows}) == len(rows)
    assert all(row["word"] == row["word"].lower() and row["why"] for row in rows)
    assert {"tank", "frigate", "missile", "aircraft"} <= ARMS


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("country", "countries"),
        ("day", "days"),
        ("airman", "airmen"),
        ("foot", "feet"),
        ("loss", "losses"),
        ("torpedo", "torpedoes"),
    ],
)
def test_plural(word: str, words: str) -> None:
    assert plural(word) == words


@given(st.integers(2, 900_000).filter(lambda n: not 1900 <= n <= 2100))
def test_a_number_keeps_its_value(amount: int) -> None:
    for form in (str(amount), f"{amount:,}"):
        assert [count.amount for count in find_counts(f"they ordered {form} rifles")] == [Decimal(amount)]


PIECES = [
    *(
        "12",
        "two",
        "a dozen",
        "of",
        "another",
        "up to",
        "rounds",
        "tanks",
        "Leopard",
        "more",
        "one",
        "mm",
        "-",
        "(",
        ")",
    ),
    *("hundreds", "thousands", "a squadron of", "soldiers", "+48", "1.", "\n", "%", "x", "each", "the first"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_any_sequence_of_count_words(text: str) -> None:
    check(text)


@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


def check(text: str) -> None:
    counts = [*find_counts(text), *(count for count, _ in find_other_counts(text))]
    end = 0
    for count in sorted(counts, key=lambda c: c.start):
        assert end <= count.start < count.end <= len(text)
        assert text[count.start : count.end] == count.surface
        assert count.high is None or count.high > count.amount
        end = count.end


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=6))
def test_no_count_overlaps_a_taken_span(spans: list[tuple[int, int]]) -> None:
    text = "up to another 12 rounds of ammunition, hundreds of tanks, a squadron of 12"
    taken = [Mention(start, start + length, text[start : start + length]) for start, length in spans]
    for count in find_counts(text, taken):
        assert not any(t.start < count.end and count.start < t.end for t in taken)


def test_linear_time() -> None:
    for piece in ("12 ", "one of ", "a squadron of ", "thousands of ", "12 very very ", "- 12\n", "up to another "):
        started = time.process_time()
        find_counts(piece * 3000)
        assert time.process_time() - started < 4
