"""The gate costs no row: what it leaves holds none, whatever is written, and what it must see it sees."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl import extract
from etl.documents import Document
from etl.extraction import Figure
from etl.gate import Sign, may_hold_transfer, signs
from etl.lexicon import load
from etl.link import extract_document, may_tell_transfer
from etl.link.phrases import whole_words
from etl.read import read_text
from etl.recognise.cues import cue_index, words
from etl.recognise.mentions import Mention
from etl.recognise.money import find_money
from etl.recognise.system_tables import SYSTEM_TABLES
from etl.recognise.systems import find_kinds, find_systems
from etl.recognise.text import recognise
from schemas.vocabulary import FigureKind

_TESTS = Path(__file__).parent
_SETS = ("gold", "practice", "seeds_gold", "../seeds", "clusters", "clusters_practice")


def texts_of(name: str) -> Iterator[str]:
    for path in sorted((_TESTS / name).rglob("*")):
        if path.suffix in (".txt", ".md"):
            yield path.read_text(encoding="utf-8", errors="replace")


def check(document: Document) -> None:
    """What the gate leaves has no row, and the figures that it has without the gate."""
    if may_tell_transfer(document):
        return
    linked, left = extract_document(document, gated=False), extract_document(document)
    assert linked.deals == ()
    assert left.deals == ()
    told = [[(f.kind, f.start, f.end, f.amount, f.bound, f.unit) for f in found.figures] for found in (linked, left)]
    assert told[0] == told[1]


@pytest.mark.parametrize("name", _SETS)
def test_no_row_of_a_set_is_lost(name: str) -> None:
    for text in texts_of(name):
        check(read_text(text))


@pytest.mark.parametrize("name", ["gold", "practice", "../seeds"])
def test_no_row_of_a_paragraph_by_itself_is_lost(name: str) -> None:
    for text in texts_of(name):
        for paragraph in text.split("\n\n"):
            check(read_text(paragraph))


def test_no_telegram_is_lost() -> None:
    for row in json.loads((_TESTS / "telegrams.json").read_text(encoding="utf-8")):
        check(read_text(row["line"], published=row["published"]))


_BATTERIES = sorted(path.name for path in (_TESTS / "link").glob("test_*.py"))


@pytest.mark.parametrize("name", _BATTERIES)
def test_no_row_of_a_battery_is_lost(name: str) -> None:
    tree = ast.parse((_TESTS / "link" / name).read_text(encoding="utf-8"))
    told = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    for text in dict.fromkeys(text for text in told if isinstance(text, str) and " " in text):
        check(read_text(text, published="2024-06-22", publisher="Ministry of Defence of Norway"))


_WHOLE = whole_words(words("parts", "whole_nouns"))


def without_names(text: str) -> str:
    """A text with every kind of arms, system, sum and word for a whole taken out, and what is one without them."""
    while True:
        sums = [f for f in extract_document(read_text(text), gated=False).figures if f.kind is FigureKind.MONEY]
        named = recognise(text)
        found: list[Figure | Mention] = [*sums, *named.systems, *find_systems(text), *named.kinds]
        if not found:
            return _WHOLE.sub("", text)
        for one in sorted(found, key=lambda m: -m.start):
            text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]


@pytest.mark.parametrize("name", ["gold", "../seeds"])
def test_a_text_has_no_row_without_what_the_gate_asks_for(name: str) -> None:
    for text in texts_of(name):
        assert extract_document(read_text(without_names(text)), gated=False).deals == ()


@cache
def vocabulary() -> list[str]:
    kinds = [row["term"] for row in load.rows("kinds")]
    systems = [row["designation"] for table in SYSTEM_TABLES for row in load.rows(table)]
    parties = [row["surface"] for row in load.rows("parties")]
    firms = [row["name"] for row in load.rows("companies")]
    cues = [" ".join(keys) for keys, _ in cue_index().sequences()]
    towns = [row["surface"] for row in load.rows("towns")]
    return [*kinds[::9], *systems[::14], *parties[::4], *firms[::6], *cues[::6], *towns[::40]]


_FRAME = (
    *("The", "a", "12", "two", "another", "the first", "$40 million", "for", "to", "from", "of", "in 2025", "its"),
    *("has", "was", "will", "they", "Norway", "France", "ordered", "delivered", "contract", "aid", "trucks", "which"),
    *(",", ".", ";", ":", ".\n\n", "\n- ", " | ", "(", ")", "and", "XG-40", "Block 70", "one", "seized", "on its way"),
)
_WORDS = st.one_of(st.sampled_from(_FRAME), st.deferred(lambda: st.sampled_from(vocabulary())))
_TEXTS = st.lists(_WORDS, min_size=2, max_size=40).map(" ".join)


@settings(max_examples=400)
@given(_TEXTS)
def test_no_mix_of_words_of_the_lexicon_loses_a_row(text: str) -> None:
    check(read_text(text, published="2024-06-22"))


@settings(max_examples=150)
@given(_TEXTS, st.sampled_from(["", "US Department of Defense", "Saab newsroom"]))
def test_no_publisher_makes_a_row_of_what_is_left(text: str, publisher: str) -> None:
    check(read_text(text, title="Aid to Ukraine", publisher=publisher))


@settings(max_examples=200)
@given(st.one_of(_TEXTS, st.text(max_size=60)))
def test_every_name_that_is_recognised_is_a_sign(text: str) -> None:
    found = signs(text)
    assert found & Sign.ARMS or all(kind.generic and kind.category is None for kind in find_kinds(text))
    assert found & (Sign.ARMS | Sign.POINTER) or not find_kinds(text)
    assert found & Sign.SYSTEM or not find_systems(text)


_HELD = (
    "Norway ordered 12 howitzers from Sweden.",
    "Norway ordered 12 HOWITZERS from Sweden.",
    "Norway ordered 12 XG-40 from Sweden.",
    "Chile gets the F 16, the F16 or the F-16 from Norway.",
    "Peru donated 30 generators to Chad.",
    "Germany announced an aid package for Ukraine. It is worth 500 million euros.",
    "France and Egypt signed a contract worth 2 billion euros.",
    "24 units, Chad, $3 million, 2027",
    "Egypt: six launchers of the IRIS-T air-defence system. Applicant: Diehl Defence. Total value: 742 million euros.",
)


@pytest.mark.parametrize("text", _HELD)
def test_what_may_hold_a_transfer_passes(text: str) -> None:
    assert may_hold_transfer(text)


_LEFT = (
    "",
    "The river burst its banks at three points, and the road is closed.",
    "Rovers won 3 to 1 in front of 24,000 spectators on Saturday.",
    "Sales rose to $40 million in 2024, the company said.",
    "The army's tanks were in action near the town again.",
    "Police want to hear from anybody who saw the truck.",
    "Hawk said that the patriot game was over.",
)


@pytest.mark.parametrize("text", _LEFT)
def test_what_can_hold_none_is_left(text: str) -> None:
    assert not may_hold_transfer(text)


def test_what_is_left_keeps_its_figures() -> None:
    text = "Sales rose to $40 million in May 2024, and 300 people were hired."
    assert [f.surface for f in extract(text).figures] == ["$40 million", "in May 2024", "300"]


def test_an_abbreviation_in_small_letters_is_another_word() -> None:
    assert signs("The SAM was tested.") & Sign.ARMS
    assert not signs("Sam was tested.") & Sign.ARMS


def test_runs_are_told_apart_from_longer_ones() -> None:
    assert not signs("The rifleman and the tankard.") & Sign.ARMS


def test_letters_that_fold_to_more_than_one_keep_their_places() -> None:
    assert signs("\ufb01\ufb01 \u0130stanbul ordered F-16s and Gripen") & Sign.SYSTEM


def test_money_alone_is_no_sign() -> None:
    text = "The bakery made $2 million."
    assert find_money(text)
    assert signs(text) == Sign.NONE
