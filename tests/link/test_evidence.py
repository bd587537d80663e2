"""The words that filled each cell, and what they do not show by themselves."""

from __future__ import annotations

import pytest

from etl import extract
from etl.extraction import Evidence
from schemas.vocabulary import Rule
from tests.link.reading import END, prose

_STATED, _KNOWN, _RESOLVED, _INHERITED = Rule.STATED, Rule.KNOWN, Rule.RESOLVED, Rule.INHERITED


def evidence(text: str, field: str) -> list[Evidence]:
    """The evidence for a field of the first deal of a text and of its first transfer."""
    deal = extract(text, published="2024-06-22").deals[0]
    cells = [c for c in (*deal.transfers[0].cells, *deal.cells) if c.field == field]
    return list(dict.fromkeys(cells))


def words(text: str, field: str) -> list[str]:
    """The words for a field, in order."""
    return [c.surface for c in evidence(text, field)]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Chile signed a two-year contract with Saab for 40 radars.", "signed a two-year contract"),
        ("Kenya has yet to order six Lynx helicopters from Britain.", "has yet to order"),
        ("Mali has not yet bought the two C295 aircraft from Spain.", "has not yet bought"),
        ("Peru has asked to buy 24 FA-50 fighters from South Korea.", "has asked to buy"),
        ("The six radars were handed over to Ghana by Italy in 2021.", "were handed over"),
        ("Norway will donate 14 mortars to Ukraine.", "will donate"),
        ("Washington has cleared the sale of 20 Apaches to Morocco.", "has cleared"),
        ("Oman scrapped an order for 12 Gripen jets from Sweden.", "scrapped"),
        ("Italy has begun to deliver 18 howitzers to Ghana.", "begun to deliver"),
        ("Greece is in talks with France on three frigates.", "talks"),
        ("Qatar won a letter of intent for 12 Hawk trainers from Britain.", "won a letter of intent"),
    ],
)
def test_a_stage_rests_on_the_words_that_decide_it(sentence: str, told: str) -> None:
    assert [w for w in words(prose(sentence), "stage") if told in w]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jordan ordered 20 tanks from Germany. The contract was cancelled in May.", "was cancelled"),
        ("Jordan ordered 20 tanks from Germany in 2022. The tanks were handed over in May.", "were handed over"),
        ("Togo is in talks on six radars with Italy. In May the contract was signed.", "contract was signed"),
    ],
)
def test_later_words_that_change_a_stage_are_those_shown(text: str, told: str) -> None:
    assert words(text + END, "stage") == [told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Denmark donated 19 F-16s to Ukraine.", ["donated"]),
        ("Romania will build 250 howitzers under licence from South Korea.", ["under licence"]),
        ("Peru bought 24 FA-50 fighters from South Korea.", ["bought"]),
        ("Italy will lend Slovakia a SAMP/T battery.", ["lend"]),
        ("Six radars for Ghana left Italy in May.", []),
    ],
)
def test_an_arrangement_rests_on_words_or_on_none(sentence: str, told: list[str]) -> None:
    assert words(prose(sentence), "arrangement") == told


@pytest.mark.parametrize(
    ("quantity", "told"),
    [
        ("more than 40", "more than"),
        ("up to 40", "up to"),
        ("40", "40"),
        ("about 40", "about"),
        ("30 to 40", "30 to 40"),
    ],
)
def test_a_bound_rests_on_its_words_or_on_the_bare_figure(quantity: str, told: str) -> None:
    assert words(prose(f"Chile ordered {quantity} radars from Italy."), "quantity_bound") == [told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Brazil ordered two batteries of Patriot systems from the United States.", "batteries"),
        ("Brazil ordered 300 tonnes of ammunition from India.", "tonnes"),
        ("Brazil ordered 36 howitzers from India.", "36"),
    ],
)
def test_a_unit_rests_on_its_noun_or_on_the_figure(sentence: str, told: str) -> None:
    assert words(prose(sentence), "quantity_unit") == [told]


@pytest.mark.parametrize(
    ("field", "surface", "rule", "reason"),
    [
        ("supplier", "Saab", _KNOWN, "Saab is a firm of SWE"),
        ("category", "jets", _KNOWN, "fighter aircraft counts as aircraft"),
        ("designation", "Gripen", _STATED, None),
        ("agreed", "last December", _RESOLVED, "counted from publication on 2024-06-22"),
        ("delivery_to", "within three years", _STATED, "counted from the agreement of 2023-12"),
        ("value_bound", "more than", _STATED, None),
        ("value_currency", "more than 2 billion euros", _STATED, None),
    ],
)
def test_what_words_do_not_show_is_said(field: str, surface: str, rule: Rule, reason: str | None) -> None:
    text = prose(
        "Peru last December awarded Saab a contract for 24 Gripen jets, worth more than 2 billion euros,"
        " to be delivered within three years."
    )
    assert [(c.surface, c.rule, c.reason) for c in evidence(text, field)] == [(surface, rule, reason)]


def test_an_order_of_long_ago_rests_on_its_year() -> None:
    (cell,) = evidence(prose("Peru bought 36 Su-22 aircraft from the Soviet Union in 1976."), "stage")
    assert (cell.surface, cell.rule) == ("in 1976", _RESOLVED)
    assert cell.reason == "an order of 1976 of which nothing else is told is over"


def test_a_name_is_shown_where_it_was_told() -> None:
    text = "Egypt has flown the Rafale since 2015. It ordered 30 more of the jets from France in May." + END
    assert [(c.surface, c.rule) for c in evidence(text, "designation")] == [("Rafale", _RESOLVED)]


def test_the_words_before_a_list_lend_their_stage() -> None:
    text = "Aid to Ukraine\n\nDenmark gives Ukraine arms.\n\nDenmark has pledged to Ukraine:\n\n- 20 Piranhas;\n"
    assert [(c.surface, c.rule) for c in evidence(text, "stage")] == [("has pledged", _INHERITED)]


def test_a_party_that_the_text_lends_is_shown_where_it_is_named() -> None:
    text = "Kenya is rearming. The army ordered 30 tanks from Italy in May. Twelve helicopters were bought as well."
    deal = extract(text + END, published="2024-06-22").deals[-1]
    (cell,) = [c for c in deal.transfers[0].cells if c.field == "recipient"]
    assert (cell.surface, cell.rule) == ("Kenya", _INHERITED)


def test_a_deal_is_a_part_by_words_of_its_own() -> None:
    text = "Oman ordered 12 Hawk trainers from Britain in May, with an option for eight more." + END
    part = next(d for d in extract(text).deals if d.part_of is not None)
    assert [c.surface for c in part.cells if c.field == "part_of"] == ["option"]


def test_a_larger_deal_rests_on_the_words_that_name_it() -> None:
    text = "Norway ordered 24 K9 howitzers from South Korea, part of a larger agreement worth 3 billion dollars." + END
    whole = next(d for d in extract(text).deals if d.value_amount is not None)
    assert [c.surface for c in whole.cells if c.field == "stage"] == ["part of a larger agreement"]
