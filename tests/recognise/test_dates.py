"""Dates: every habit of writing them with what it means, and what only looks like one."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.lexicon import load
from etl.recognise.dates import find_dates
from etl.recognise.publication import Publication

# text, words, value, relation
EXPLICIT = [
    ("signed on 1 December 2023 in Bern", "on 1 December 2023", "2023-12-01", "on"),
    ("dated Dec. 1, 2023 and filed", "Dec. 1, 2023", "2023-12-01", "on"),
    ("a contract of December 2023 for", "December 2023", "2023-12", "in"),
    ("It paid in 2023.", "in 2023", "2023", "in"),
    ("Handover: 17.12.2025", "17.12.2025", "2025-12-17", "on"),
    ("Stand 2023-12-01 of the list", "2023-12-01", "2023-12-01", "on"),
    ("Stand 2024/06/01 of the list", "2024/06/01", "2024-06-01", "on"),
    ("expected by Oct. 31, 2027, in Ogden", "by Oct. 31, 2027", "2027-10-31", "by"),
    ("date is June 10, 2028; the", "June 10, 2028", "2028-06-10", "on"),
    ("the 1st of May 2023 saw", "the 1st of May 2023", "2023-05-01", "on"),
    ("on 3rd March 1998 they", "on 3rd March 1998", "1998-03-03", "on"),
    ("on May 5th, 2020, when", "on May 5th, 2020", "2020-05-05", "on"),
    ("| 15-Aug-2023 |", "15-Aug-2023", "2023-08-15", "on"),
    ("| 13/06/2024 |", "13/06/2024", "2024-06-13", "on"),
    ("| 06/13/2024 |", "06/13/2024", "2024-06-13", "on"),
    ("| 05/06/2024 |", "05/06/2024", "2024", "in"),
    ("LONDON 01 DEC 2023 the", "01 DEC 2023", "2023-12-01", "on"),
    ("in Sept. 2016 it", "in Sept. 2016", "2016-09", "in"),
    ("in late November 2021 he", "in late November 2021", "2021-11", "in"),
    ("In the first week of January 2023 a dhow", "In the first week of January 2023", "2023-01", "in"),
    ("after February 24, 2022 it", "after February 24, 2022", "2022-02-24", "after"),
    ("since 24 February 2022 it", "since 24 February 2022", "2022-02-24", "since"),
    ("fit by mid-2028 at", "by mid-2028", "2028", "by"),
    ("in late 2023 a", "in late 2023", "2023", "in"),
    ("in early 2026 a", "in early 2026", "2026", "in"),
    ("ready by the end of 2027.", "by the end of 2027", "2027", "by"),
    ("at end-2026 the", "at end-2026", "2026", "in"),
    ("in the middle of 2025 the", "in the middle of 2025", "2025", "in"),
    ("in the course of 2025 the", "in the course of 2025", "2025", "in"),
    ("retires in the mid-2030s, and", "in the mid-2030s", "2035", "in"),
    ("in the first half of 2026 the", "in the first half of 2026", "2026", "in"),
    ("in the first six months of 2025 the", "in the first six months of 2025", "2025", "in"),
    ("by the first quarter of 2026.", "by the first quarter of 2026", "2026", "by"),
    ("in the second and third quarters of 2026", "in the second and third quarters of 2026", "2026", "in"),
    ("from Q3 2025 in", "from Q3 2025", "2025", "from"),
    ("booked in 2024-Q3 as", "in 2024-Q3", "2024", "in"),
    ("during H1 2025 as", "during H1 2025", "2025", "in"),
    ("a backlog in 3Q25, up", "in 3Q25", "2025", "in"),
    ("a result in Q4 FY24, up", "in Q4 FY24", "2024", "in"),
    ("of fiscal 2024 money", "fiscal 2024", "2024", "in"),
    ("in fiscal year 2025 it", "in fiscal year 2025", "2025", "in"),
    ("in FY2025 it", "in FY2025", "2025", "in"),
    ("in FY24 it", "in FY24", "2024", "in"),
    ("in spring 2026 it", "in spring 2026", "2026", "in"),
    ("since the autumn of 2023 it", "since the autumn of 2023", "2023", "since"),
    ("deliveries from 2026 will", "from 2026", "2026", "from"),
    ("deliveries from 2026 onwards will", "from 2026 onwards", "2026", "from"),
    ("deliveries from 2026 on, if", "from 2026 on", "2026", "from"),
    ("starting in 2026 with", "starting in 2026", "2026", "from"),
    ("beginning 2027 with", "beginning 2027", "2027", "from"),
    ("deliveries beginning in 2035 for", "beginning in 2035", "2035", "from"),
    ("from the beginning of 2027 it", "from the beginning of 2027", "2027", "from"),
    ("not before 2027, says", "not before 2027", "2027", "from"),
    ("no earlier than 2028, says", "no earlier than 2028", "2028", "from"),
    ("ready by 2027 and", "by 2027", "2027", "by"),
    ("before the end of 2027 all", "before the end of 2027", "2027", "by"),
    ("no later than 2029 all", "no later than 2029", "2029", "by"),
    ("not later than 2027 all", "not later than 2027", "2027", "by"),
    ("in November 2028 at the latest.", "in November 2028 at the latest", "2028-11", "by"),
    ("will follow before 2025 is over.", "before 2025 is over", "2025", "by"),
    ("runs until 2030 at", "until 2030", "2030", "until"),
    ("until at least 2030 at", "until at least 2030", "2030", "until"),
    ("stocks through 2029.", "through 2029", "2029", "until"),
    ("run through March 2026.", "through March 2026", "2026-03", "until"),
    ("work that runs to July 2028.", "to July 2028", "2028-07", "until"),
    ("since 2022 it", "since 2022", "2022", "since"),
    ("around 2030 it", "2030", "2030", "in"),
    ("by around 2030 it", "by around 2030", "2030", "by"),
    ("under a 2021 contract worth", "2021", "2021", "in"),
    ("the 2022 framework allows", "2022", "2022", "in"),
    ("24 jets (ordered 2018)", "2018", "2018", "in"),
    ("a destroyer (2019), two", "2019", "2019", "in"),
    ("24 Rafale, EUR 6.6bn, 2027", "2027", "2027", "in"),
    ("In 2025 deliveries begin.", "In 2025", "2025", "in"),
    ("In 2019's budget it", "In 2019", "2019", "in"),
    ("at the end of the year 2027 it", "at the end of the year 2027", "2027", "in"),
    ("As early as in 2014 Manila", "in 2014", "2014", "in"),
    ("in the latter half of 2027 it", "in the latter half of 2027", "2027", "in"),
    ("in the early part of 2026 it", "in the early part of 2026", "2026", "in"),
    ("in the opening months of 2025 it", "in the opening months of 2025", "2025", "in"),
    ("towards the end of 2026 it", "towards the end of 2026", "2026", "in"),
    ("no sooner than 2027, says", "no sooner than 2027", "2027", "from"),
    ("not until 2029, says", "not until 2029", "2029", "from"),
    ("between now and 2030 it", "between now and 2030", "2030", "by"),
    ("since the 2014 war it", "since the 2014", "2014", "since"),
    ("after its 2016 order it", "2016", "2016", "in"),
    ("2025: 12 units", "2025", "2025", "in"),
    ("in\n2024 it", "in\n2024", "2024", "in"),
    ("in December\n2024 it", "in December\n2024", "2024-12", "in"),
]

# text, words, value, value_to, relation
SPANS = [
    ("over 2026-2028 with", "over 2026-2028", "2026", "2028", "between"),
    ("deliveries 2026–2028, with", "2026–2028", "2026", "2028", "between"),
    ("in 2025-26 for", "in 2025-26", "2025", "2026", "in"),
    ("by 2026/27 for", "by 2026/27", "2026", "2027", "by"),
    ("took ten in 2013–14.", "in 2013–14", "2013", "2014", "in"),
    ("in 1999-00 it", "in 1999-00", "1999", "2000", "in"),
    ("in FY2025-26 it", "in FY2025-26", "2025", "2026", "in"),
    ("2026 to 2028 is", "2026 to 2028", "2026", "2028", "between"),
    ("from 2026 to 2028 it", "from 2026 to 2028", "2026", "2028", "between"),
    ("from 2030 through 2033.", "from 2030 through 2033", "2030", "2033", "between"),
    ("between 2025 and 2027 it", "between 2025 and 2027", "2025", "2027", "between"),
    ("between late 1986 and 1988 and", "between late 1986 and 1988", "1986", "1988", "between"),
    ("between May 2021 and February 2023, on", "between May 2021 and February 2023", "2021-05", "2023-02", "between"),
    ("between 1 January and 30 September 2023 can", "between 1 January and 30 September 2023",
     "2023-01-01", "2023-09-30", "between"),
    ("from March to June 2025 it", "from March to June 2025", "2025-03", "2025-06", "between"),
    ("between November and March 2024 it", "between November and March 2024", "2023-11", "2024-03", "between"),
    ("Jan-June 2025: 12", "Jan-June 2025", "2025-01", "2025-06", "between"),
    ("on 16-20 December 2024 in", "on 16-20 December 2024", "2024-12-16", "2024-12-20", "on"),
    ("December 16–20, 2024, in", "December 16–20, 2024", "2024-12-16", "2024-12-20", "on"),
    ("in 2025 and 2026 it", "in 2025 and 2026", "2025", "2026", "in"),
    ("in 2024, 2025 and 2026 it", "in 2024, 2025 and 2026", "2024", "2026", "in"),
    ("slated for 2035 and 2037.", "2035 and 2037", "2035", "2037", "in"),
    ("in fiscal years 2025 and 2026 it", "in fiscal years 2025 and 2026", "2025", "2026", "in"),
    ("in late 2025 and 2026 it", "in late 2025 and 2026", "2025", "2026", "in"),
    ("2024-25 to 2026-27 are", "2024-25 to 2026-27", "2024", "2027", "between"),
    ("from May 28, 2024, to May 27, 2029", "from May 28, 2024, to May 27, 2029", "2024-05-28", "2029-05-27", "between"),
    ("the 1990s were", "the 1990s", "1990", "1999", "in"),
    ("in the early 1990s a", "in the early 1990s", "1990", "1993", "in"),
    ("in the second half of the 2020s a", "in the second half of the 2020s", "2025", "2029", "in"),
    ("by the late 2030s a", "by the late 2030s", "2037", "2039", "by"),
    ("in the winter of 2021-22 a", "in the winter of 2021-22", "2021", "2022", "in"),
    ("in the financial year to April 2026, more", "in the financial year to April 2026", "2025-04", "2026-04", "in"),
]  # fmt: skip

# text published on Thursday 2024-06-20, words, value, ahead, relation
RELATIVE = [
    ("It left this morning, the", "this morning", "2024-06-20", None, "on"),
    ("landed last night at", "last night", "2024-06-19", None, "on"),
    ("It signed this week for", "this week", "2024-06", "2024-06", "in"),
    ("The rest come by spring, they", "by spring", "2024", "2025", "by"),
    ("comes the year after next, they", "the year after next", "2026", None, "in"),
    ("He left in July, as", "in July", "2023-07", "2024-07", "in"),
    ("He left in June, as", "in June", "2024-06", "2025-06", "in"),
    ("presented on 30 January and", "on 30 January", "2024-01-30", "2025-01-30", "on"),
    ("OSLO, Feb 3 - Norway", "Feb 3", "2024-02-03", "2025-02-03", "on"),
    ("Last December, the firm", "Last December", "2023-12", None, "in"),
    ("since last March the", "since last March", "2024-03", None, "since"),
    ("last June it", "last June", "2023-06", None, "in"),
    ("next April it", "next April", "2025-04", None, "in"),
    ("before next July it", "before next July", "2024-07", None, "before"),
    ("only this March, although", "this March", "2024-03", None, "in"),
    ("in March this year and", "in March this year", "2024-03", None, "in"),
    ("In January last year it", "In January last year", "2023-01", None, "in"),
    ("in April of next year it", "in April of next year", "2025-04", None, "in"),
    ("by the end of March next year it", "by the end of March next year", "2025-03", None, "by"),
    ("by the end of March.", "by the end of March", "2024-03", "2025-03", "by"),
    ("in early May it", "in early May", "2024-05", "2025-05", "in"),
    ("during the May hostilities", "during the May", "2024-05", "2025-05", "in"),
    ("next year it", "next year", "2025", None, "in"),
    ("this year it", "this year", "2024", None, "in"),
    ("the current year it", "the current year", "2024", None, "in"),
    ("earlier this year.", "earlier this year", "2024", None, "in"),
    ("later this year.", "later this year", "2024", None, "in"),
    ("early next year, with", "early next year", "2025", None, "in"),
    ("at the end of last year that", "at the end of last year", "2023", None, "in"),
    ("in the course of next year.", "in the course of next year", "2025", None, "in"),
    ("in the second half of next year.", "in the second half of next year", "2025", None, "in"),
    ("by the end of the year;", "by the end of the year", "2024", None, "by"),
    ("by year-end;", "by year-end", "2024", None, "by"),
    ("before the year is out.", "before the year is out", "2024", None, "by"),
    ("before next year is out.", "before next year is out", "2025", None, "by"),
    ("delivered only last month and", "last month", "2024-05", None, "in"),
    ("Slovakia next month and", "next month", "2024-07", None, "in"),
    ("Earlier this month FMV", "Earlier this month", "2024-06", None, "in"),
    ("said last week that", "last week", "2024-06", None, "in"),
    ("in the spring of next year.", "in the spring of next year", "2025", None, "in"),
    ("in the autumn of last year.", "in the autumn of last year", "2023", None, "in"),
    ("place this summer.", "this summer", "2024", None, "in"),
    ("last autumn it", "last autumn", "2023", None, "in"),
    ("last summer it", "last summer", "2023", None, "in"),
    ("next spring it", "next spring", "2025", None, "in"),
    ("left over the summer.", "over the summer", "2024", "2025", "in"),
    ("before Christmas, he", "before Christmas", "2023-12-25", "2024-12-25", "before"),
    ("on Friday brushed", "on Friday", "2024-06-14", "2024-06-21", "on"),
    ("said Thursday it", "Thursday", "2024-06-20", "2024-06-27", "on"),
    ("Tuesday's signing was", "Tuesday", "2024-06-18", "2024-06-25", "on"),
    ("last Thursday it", "last Thursday", "2024-06-13", None, "on"),
    ("next Friday it", "next Friday", "2024-06-21", None, "on"),
    ("on Tuesday next week it", "on Tuesday next week", "2024-06-25", None, "on"),
    ("On Tuesday, June 4, it", "On Tuesday, June 4", "2024-06-04", "2025-06-04", "on"),
    ("fell into place on Monday (8/1) when", "on Monday (8/1)", "2024-01-08", None, "on"),
    ("on the 19th, Putin", "on the 19th", "2024-06-19", "2024-07-19", "on"),
    ("on the 21st that", "on the 21st", "2024-05-21", "2024-06-21", "on"),
    ("signed yesterday to", "yesterday", "2024-06-19", None, "on"),
    ("has today received", "today", "2024-06-20", None, "on"),
    ("leaves tomorrow for", "tomorrow", "2024-06-21", None, "on"),
    ("Two years ago at", "Two years ago", "2022", None, "in"),
    ("and, three months ago, another", "three months ago", "2024-03", None, "in"),
    ("out a week and a half ago.", "a week and a half ago", "2024-06", None, "in"),
    ("out five days ago.", "five days ago", "2024-06-15", None, "on"),
    ("two decades ago, will", "two decades ago", "2004", None, "in"),
    ("by the end of the decade.", "by the end of the decade", "2030", None, "by"),
    ("by the middle of the decade.", "by the middle of the decade", "2025", None, "by"),
    ("by the turn of the decade.", "by the turn of the decade", "2030", None, "by"),
    ("within the year.", "within the year", "2024", None, "by"),
    ("in the third quarter.", "in the third quarter", "2023", "2024", "in"),
    ("in three years' time.", "in three years' time", "2027", None, "in"),
    ("within 18 months.", "within 18 months", "2025-12", None, "by"),
    ("As of the end of November, 126", "As of the end of November", "2023-11", "2024-11", "in"),
    ("as of 1 July 2024 it", "as of 1 July 2024", "2024-07-01", None, "from"),
]

# text, words, years, relation: delays, and what the text before must tell
DELAYS = [
    ("within three years of", "within three years", 3, "within"),
    ("within the next decade it", "within the next decade", 10, "within"),
    ("paid back over ten years or", "over ten years", 10, "over"),
    ("over a period of five years it", "over a period of five years", 5, "over"),
    ("over the next four years it", "over the next four years", 4, "over"),
    ("over the coming decade it", "over the coming decade", 10, "over"),
    ("for the next three years it", "for the next three years", 3, "over"),
    ("It runs for seven years and", "for seven years", 7, "over"),
    ("over the next 24 months it", "over the next 24 months", 2, "over"),
    ("in two to three years it", "in two to three years", 3, "within"),
    ("within twenty-five years it", "within twenty-five years", 25, "within"),
    ("in the next decade it", "in the next decade", 10, "within"),
    ("The same year it", "The same year", 0, "in"),
    ("by the end of that year it", "by the end of that year", 0, "by"),
    ("In the following year it", "In the following year", 1, "in"),
    ("A year later Belarus", "A year later", 1, "in"),
    ("a gift the year after.", "the year after", 1, "in"),
    ("955 million the year before, of", "the year before", -1, "in"),
    ("Ten years on, the plant", "Ten years on", 10, "in"),
    ("three years earlier it", "three years earlier", -3, "in"),
]

NEGATIVE = [
    "2,000 tanks and 1,900 trucks",
    "a stock of 2000 rounds",
    "an order of 2000 missiles",
    "the 2000 rifles",
    "26 Mirage 2000s",
    "the Mirage 2000 and the PzH 2000",
    "Project 2000 and Vision 2030",
    "seen at LIMA 2023 and Eurosatory 2024",
    "worth $2025 or Rs 2000",
    "N00019-20-C-0009, FA8615-12-C-6016",
    "+48 22 2025 1234",
    "at 2000 GMT",
    "a range of 2000 km",
    "in 2000 hours of flight",
    "it may march on",
    "May Day and June Carter",
    "the Sunday Times reported",
    "a five-year contract",
    "a 12-year-old hull",
    "in service for over 40 years",
    "ten years after the last Mirage left",
    "the 19th century",
    "on the 3rd floor",
    "31.02.2024",
    "since recent years",
    "every few months",
    "prices will fall",
    "UN resolution 1929",
    "Regulation (EU) 2021/821",
    "spring-loaded",
    "the 2000-strong force",
    "half a year ago",
    "one day it will",
]


@pytest.mark.parametrize(("text", "words", "value", "relation"), EXPLICIT)
def test_explicit(text: str, words: str, value: str, relation: str) -> None:
    [when] = find_dates(text)
    assert (when.surface, when.value, when.relation, when.resolved) == (words, value, relation, False)


@pytest.mark.parametrize(("text", "words", "value", "value_to", "relation"), SPANS)
def test_span(text: str, words: str, value: str, value_to: str, relation: str) -> None:
    [when] = find_dates(text)
    assert (when.surface, when.value, when.value_to, when.relation) == (words, value, value_to, relation)


@pytest.mark.parametrize(("text", "words", "value", "ahead", "relation"), RELATIVE)
def test_relative_to_publication(text: str, words: str, value: str, ahead: str | None, relation: str) -> None:
    [when] = find_dates(text, "2024-06-20")
    assert (when.surface, when.value, when.ahead, when.relation) == (words, value, ahead, relation)


@pytest.mark.parametrize("text", [text for text, *_ in RELATIVE if "2024" not in text])
def test_without_publication_nothing_is_resolved(text: str) -> None:
    assert all(when.value is None and not when.resolved for when in find_dates(text))


@pytest.mark.parametrize(("text", "words", "years", "relation"), DELAYS)
def test_delay(text: str, words: str, years: int, relation: str) -> None:
    [when] = find_dates(text, "2024-06-20")
    assert (when.surface, when.value, when.years, when.relation) == (words, None, years, relation)


@pytest.mark.parametrize("text", NEGATIVE)
def test_no_date(text: str) -> None:
    assert find_dates(text, "2024-06-20") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("in April and again in June 2022 it", ["2022-04", "2022-06"]),
        ("in 2021 and in 2024 it", ["2021", "2024"]),
        ("the first in 2029, the last in 2033", ["2029", "2033"]),
        ("framed in July 2022, sealed a month later", ["2022-07", "2022-08"]),
        ("framed in December 2022, sealed the following month", ["2022-12", "2023-01"]),
        ("on 14 August 1996 and on 22 November of that year", ["1996-08-14", "1996-11-22"]),
        ("flown in the spring of 2023, told in January of the same year", ["2023", "2023-01"]),
        ("ordered in 2022, landed that September", ["2022", "2022-09"]),
        ("ordered in 2022, due by the following March", ["2022", "2023-03"]),
        ("signed in May 2019, landed the following June", ["2019-05", "2019-06"]),
        ("ordered in 2022, landed that autumn", ["2022", "2022"]),
        ("signed in May 2019, in service by the same winter", ["2019-05", "2019"]),
        ("promised on 3 March 2021, on its way the same spring", ["2021-03-03", "2021"]),
        ("signed in October 2018, shipped that spring", ["2018-10", None]),
        ("announced in April 2021, delivered before that Christmas", ["2021-04", "2021-12"]),
        ("exchanged on Christmas Eve", ["2023-12-24"]),
        ("on Monday, yesterday", ["2024-06-17", "2024-06-19"]),
        ("It came in May. March 2024 was", ["2024-05", "2024-03"]),
    ],
)
def test_several(text: str, values: list[str]) -> None:
    assert [when.value for when in find_dates(text, "2024-06-20")] == values


@pytest.mark.parametrize(
    ("published", "value"),
    [("2024-12-20", "2023-12"), ("2024-06", "2023-12"), ("2025-01-02", "2024-12"), ("2024", None), ("soon", None)],
)
def test_last_december(published: str, value: str | None) -> None:
    assert [when.value for when in find_dates("last December", published)] == [value]


def test_end_of_the_decade_told_from_publication() -> None:
    assert [find_dates("by the end of the decade", year)[0].value for year in ("1987-05-01", "2031")] == [
        "1990",
        "2040",
    ]


def test_table_has_months_in_order() -> None:
    months = [row["value"] for row in load.rows("date_words") if row["role"] in ("month", "given_month")]
    assert months == [str(month) for month in range(1, 13)]


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_day_keeps_its_value_in_every_form(day: date) -> None:
    month = f"{day:%B}"
    for form in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat(), f"{day:%d.%m.%Y}"):
        assert [when.value for when in find_dates(f"signed on {form}, he said")] == [day.isoformat()]


WORDS = [*sorted({row["word"] for row in load.rows("date_words")}), "2024", "12", "2026-2028", "May", "19th", ","]


@given(
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.sampled_from([None, "2024", "2024-06-20", "0001-01-01"]),
)
def test_any_sequence_of_date_words(text: str, published: str | None) -> None:
    check(text, published)


@given(st.text(), st.text() | st.none())
def test_any_text(text: str, published: str | None) -> None:
    check(text, published)


def check(text: str, published: str | None) -> None:
    end = 0
    for when in find_dates(text, published):
        assert end <= when.start < when.end <= len(text)
        assert text[when.start : when.end] == when.surface
        for value in (when.value, when.value_to, when.ahead):
            assert value is None or Publication.of(value).year is not None
        end = when.end


def test_linear_time() -> None:
    for piece in ("the end of the first half of ", "2024 and ", "a-", "12/", "in ", "May 1 ", "two years "):
        started = time.process_time()
        find_dates(piece * 4000, "2024-06-20")
        assert time.process_time() - started < 3
