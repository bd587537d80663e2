"""The changes themselves: they say what they say they do, and a broken relation is seen to be broken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from etl.link import extract_document
from etl.read import read_text
from etl.recognise.text import recognise
from tests.metamorphic.cells import differences, rows_of
from tests.metamorphic.countries import countries
from tests.metamorphic.currencies import currencies
from tests.metamorphic.edits import Edit, Variant, edited, picked
from tests.metamorphic.numbers import numbers
from tests.metamorphic.originals import Original
from tests.metamorphic.paragraphs import distractors, order, paragraphs_of, stories
from tests.metamorphic.systems import systems
from tests.metamorphic.writing import writing

TEXT = """---
title: "Norwegian order for Chile"
publisher: The Weekly
published: 2024-06-10
---
A Norwegian firm sold Chile's army twelve (12) F-16 jets for US$300 million, Santiago said.

Observers were not surprised by the news from the Chileans, who had asked for twelve of them in May.

Nobody in Oslo gave any further details, and the firm did not answer when it was asked by the paper.
"""


def made(text: str = TEXT) -> Original:
    document = read_text(text)
    found = extract_document(document)
    return Original("own/text", 0, text, document, recognise(text, document.published), found, rows_of(found))


def test_a_country_is_renamed_by_all_its_names() -> None:
    (variant,) = countries(made(), most=1)
    assert not any(name in variant.text for name in ("Chile", "Santiago"))
    assert variant.rows[0].recipient == {variant.change.split()[-1]}


def test_a_number_is_renamed_in_words_and_figures() -> None:
    (variant,) = numbers(made())
    assert "thirteen (13) F-16" in variant.text
    assert "asked for thirteen" in variant.text
    assert variant.rows[0].quantity == 13


def test_a_currency_is_renamed_by_its_sign() -> None:
    (variant,) = currencies(made())
    assert "for €300 million" in variant.text
    assert variant.rows[0].value_currency == "EUR"


def test_a_system_is_renamed_by_one_of_its_kind_and_maker() -> None:
    (variant,) = systems(made())
    old, _, new = variant.change.split(" ", 2)
    assert (old, variant.rows[0].designation) == ("F-16", new)
    assert f"(12) {new} jets" in variant.text


def test_a_distractor_stands_before_no_paragraph_that_points_back() -> None:
    text = TEXT.replace("Nobody", "It was silent. Nobody")
    places = [v.change.split(",")[0] for v in distractors(made(text))]
    assert places == ["after the lead", "at the end"]


def test_stories_come_at_the_end_in_either_order() -> None:
    alone, one, other = stories(made())
    assert alone.text.startswith(TEXT.rstrip())
    assert sorted(one.text) == sorted(other.text)
    assert len(one.rows) > len(alone.rows) > 1


def test_the_items_of_a_list_change_places() -> None:
    text = "The packet holds:\n\n- nine mortars for Chile\n- six guns for Peru\n- five tanks for Oman\n"
    (variant,) = order(made(text))
    assert variant.text.split("\n- ")[1:] == ["five tanks for Oman", "six guns for Peru", "nine mortars for Chile\n"]


def test_each_way_of_writing_keeps_the_words() -> None:
    plain = TEXT.lower().replace("us$", "$").split()
    for variant in writing(made()):
        words = variant.text.replace("’", "'").replace("\u00a0", " ").lower().replace("us$", "$").split()
        assert words[: len(plain)] == plain, variant.change


def test_a_broken_relation_is_seen() -> None:
    original = made()
    shorter = Variant("without the order", TEXT.replace("twelve (12) F-16 jets", "them"), original.rows)
    assert shorter.breaks() != []
    assert Variant("as it was", TEXT, original.rows).breaks() == []


def test_differences_name_the_cells_that_changed() -> None:
    row = made().rows[0]
    other = replace(row, stage="cancelled")
    assert differences([row], [other]) == [f"changed: stage {row.stage} -> cancelled"]
    assert differences([row], [other], frozenset({"stage"})) == []
    assert [told.split(":")[0] for told in differences([row], [])] == ["gone"]
    assert [told.split(":")[0] for told in differences([row], [row, row])] == ["new"]


def test_of_edits_that_overlap_the_first_is_made() -> None:
    assert edited("one two", [Edit(4, 7, "three"), Edit(0, 3, "1"), Edit(2, 5, "x")]) == "1 three"


def test_what_is_picked_stays_when_there_is_more_to_choose() -> None:
    few = picked(["a", "b", "c"], "key")
    assert [choice for choice in picked(["a", "d", "b", "e", "c"], "key") if choice in few] == few


@pytest.mark.parametrize(("name", "least"), [("distractors.txt", 25), ("stories.txt", 8)])
def test_there_are_enough_paragraphs(name: str, least: int) -> None:
    assert len(set(paragraphs_of(name))) >= least
