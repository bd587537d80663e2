"""All mentions of a text at once: spans that could be two things are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognise.mentions import Mention
from etl.recognise.text import Mentions, recognise


def counts(text: str) -> list[tuple[str, int, str]]:
    return [(c.surface, int(c.amount), c.bound) for c in recognise(text).counts]


def test_every_kind_of_mention() -> None:
    found = recognise("In 2020 Poland ordered 12 K9 howitzers from Hanwha for $30 million.")
    assert [m.surface for m in found.money] == ["$30 million"]
    assert [m.value for m in found.dates] == ["2020"]
    assert [m.designation for m in found.systems] == ["K9"]
    assert [m.name for m in found.companies] == ["Hanwha"]
    assert [m.code for m in found.parties] == ["POL"]
    assert [m.weapon for m in found.kinds] == ["howitzer"]
    assert [int(m.amount) for m in found.counts] == [12]
    assert [m.surface for m in found.cues] == ["ordered"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the number of a designation, a sum or a date is no count
        ("It bought 12 F-16 Block 70 fighters.", [("12", 12, "exact")]),
        ("It paid $30 million in 2020 for tanks.", []),
        ("It bought six Type 054A/P frigates.", [("six", 6, "exact")]),
        # a bound word that belongs to a verb is no bound
        ("It will hand over 40 tanks.", [("40", 40, "exact")]),
        ("It bought over 40 tanks.", [("over 40", 40, "at_least")]),
        ("The talks over 24 jets go on.", [("24", 24, "exact")]),
    ],
)
def test_counts_among_other_mentions(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert counts(text) == expected


def test_a_company_with_a_country_in_its_name_is_no_party() -> None:
    found = recognise("Korea Aerospace Industries sold 12 trainers.")
    assert [c.countries for c in found.companies] == [("KOR",)]
    assert found.parties == []


def test_a_bare_currency_is_the_publishers() -> None:
    assert [m.currency for m in recognise("It costs 30 million kronor.", home="SWE").money] == ["SEK"]


def test_relative_dates_need_a_publication_date() -> None:
    assert [d.value for d in recognise("It came last December.", "2024-06-22").dates] == ["2023-12"]
    assert [d.value for d in recognise("It came last December.").dates if d.value is not None] == []


PIECES = ["Poland", "12", "F-16", "$3", "million", "in 2020", "tanks", "over", "hand over", "and", "\n"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_any_text(text: str) -> None:
    found = recognise(text, "2024-06-22")
    for mentions in lists(found):
        for mention in mentions:
            assert text[mention.start : mention.end] == mention.surface
    taken = {i for m in [*found.money, *found.systems] for i in range(m.start, m.end)}
    for mention in [*found.dates, *found.counts]:
        assert taken.isdisjoint(range(mention.start, mention.end))


def lists(found: Mentions) -> list[list[Mention]]:
    return [
        [*found.money],
        [*found.dates],
        [*found.systems],
        [*found.companies],
        [*found.parties],
        [*found.kinds],
        [*found.counts],
        [*found.cues],
    ]
