"""The tables of words keep to their rules, and what CLDR knows agrees with them."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from babel import Locale

from etl.languages.tables import languages, tongue, words
from etl.lexicon import load
from etl.recognise.magnitudes import factors
from schemas.vocabulary import Bound

ROLES = {
    "abbreviated", "among", "and", "between", "bound", "currency", "date_before", "elided", "grammar", "joiner",
    "label", "link", "magnitude", "measure", "month", "noun", "number", "of", "part", "per", "preposition_after",
    "single", "stop", "to", "unit", "whose", "year_after",
}  # fmt: skip
OF_DETECTION = {"never", "preposition", "shared", "telling"}
HABITS = {"capitals", "commas", "dots", "sums", "suffixes"}
ROWS = load.rows("language_words")
NAMES = {name for row in load.rows("currencies") for name in load.values(row["units"])}
COUNTRIES = {country for row in load.rows("currencies") for country in load.values(row["countries"])}


def of_role(*roles: str) -> list[dict[str, str]]:
    return [row for row in ROWS if row["role"] in roles]


def test_roles_are_known() -> None:
    assert {row["role"] for row in ROWS if row["language"] in languages()} <= ROLES
    assert {row["role"] for row in ROWS if row["language"] not in languages()} <= OF_DETECTION


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']}-{row['role']}-{row['words'][:20]}")
def test_words_are_in_small_letters_and_named_once(row: dict[str, str]) -> None:
    found = load.values(row["words"])
    assert found
    assert [word for word, times in Counter(found).items() if times > 1] == []
    assert [word for word in found if word != word.lower() or ("’" in word and row["role"] != "number")] == []
    assert [word for word in found if "*" in word[:-1] or (word.endswith("*") and len(word) < 4)] == []


@pytest.mark.parametrize("language", sorted(languages()))
@pytest.mark.parametrize("role", ["magnitude", "number", "unit", "whose", "bound"])
def test_no_word_stands_for_two_things(language: str, role: str) -> None:
    found: dict[str, set[str]] = {}
    for row in ROWS:
        if (row["language"], row["role"]) == (language, role):
            for word in load.values(row["words"]):
                found.setdefault(word, set()).add(row["value"])
    assert {word: values for word, values in found.items() if len(values) > 1} == {}


def test_values_of_magnitudes_are_factors_that_english_words_have_too() -> None:
    known = set(factors("magnitudes").values()) | {Decimal(12)}
    assert {row["value"] for row in of_role("magnitude") if Decimal(row["value"]) not in known} == set()


def test_units_are_names_of_currencies() -> None:
    assert {name for row in of_role("unit") for name in row["value"].split("/")} - NAMES == set()


def test_whose_currencies_are() -> None:
    assert {row["value"] for row in of_role("whose")} - COUNTRIES == set()
    codes = {row["code"] for row in load.rows("currencies")}
    assert {row["value"] for row in of_role("currency")} - codes == set()


def test_bounds_and_habits() -> None:
    assert {row["value"] for row in of_role("bound")} <= set(Bound)
    assert {habit for row in of_role("grammar") for habit in load.values(row["words"])} <= HABITS


@pytest.mark.parametrize("language", sorted(languages()))
def test_months_are_those_of_cldr_and_more(language: str) -> None:
    months = tongue(language).months
    assert set(months.values()) == set(range(1, 13))
    named = Locale(language).months["format"]["wide"]
    assert {months[name.lower()] for name in named.values()} == set(range(1, 13))


@pytest.mark.parametrize(
    ("language", "name", "code"),
    [
        ("de", "schwedische kronen", "SEK"),
        ("fr", "francs suisses", "CHF"),
        ("es", "dólares estadounidenses", "USD"),
        ("pl", "złotych polskich", "PLN"),
        ("uk", "доларів сша", "USD"),
        ("ru", "турецких лир", "TRY"),
        ("it", "corone danesi", "DKK"),
        ("tr", "abd doları", "USD"),
        ("nl", "noorse kronen", "NOK"),
        ("pt", "ienes japoneses", "JPY"),
    ],
)
def test_names_of_currencies_are_those_of_cldr_in_all_plurals(language: str, name: str, code: str) -> None:
    assert tongue(language).words("currency").get(name) == code


def test_no_word_that_only_english_has_is_common_in_another_language() -> None:
    others = {word for language in languages() for word in words(language, "stop")}
    assert words("en", "telling") & others == set()
