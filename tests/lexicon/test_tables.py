"""The tables of the lexicon keep to their own rules, whoever edits them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from importlib.resources import files

import pycountry
import pytest
from babel import Locale

from etl.lexicon import load
from etl.recognise.names import find_parties
from schemas.vocabulary import Category, QuantityUnit

FORMS = {"name", "adjective", "people", "capital", "metonym", "body", "organisation", "group"}
COMPANY_KINDS = {"maker", "shipyard", "exporter", "agency", "engine_maker", "other"}
COLUMNS = {
    "parties": ["surface", "code", "form", "ambiguous", "source"],
    "companies": ["name", "spellings", "countries", "kind", "ambiguous", "source"],
    "not_parties": ["surface", "why"],
    "towns": ["surface", "code"],
    "context": ["surface", "role"],
    "pegs": ["code", "anchor", "units", "anchors", "first", "last", "source"],
    "not_rates": ["code", "table", "first", "last", "why"],
}
SYSTEM_COLUMNS = {"designation", "spellings", "kind", "category", "maker", "countries", "ambiguous"}
SYSTEM_TABLES = load.names("systems_")
KIND_COLUMNS = {"term", "weapon", "category", "unit", "generic"}


def known_code(code: str) -> bool:
    """Whether a code is a country's (also a vanished one's), or a name, which does not look like a country's code."""
    if not re.fullmatch(r"[A-Z]{3}", code):
        return len(code) > 1
    return (
        code == "XKX"
        or pycountry.countries.get(alpha_3=code) is not None
        or pycountry.historic_countries.get(alpha_3=code) is not None
    )


def country(code: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]{3}", code)) and known_code(code)


def doubled(values: list[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


def spellings(row: dict[str, str], column: str) -> list[str]:
    return list(dict.fromkeys((row[column], *load.values(row["spellings"]))))


def header(table: str) -> list[str]:
    with files("etl.lexicon").joinpath(f"{table}.csv").open(encoding="utf-8") as stream:
        return next(csv.reader(stream))


@pytest.mark.parametrize("table", load.names())
def test_every_table_reads_and_has_rows(table: str) -> None:
    assert load.rows(table)


@pytest.mark.parametrize("table", load.names())
def test_header_names_each_column_once(table: str) -> None:
    assert all(re.fullmatch(r"[a-z][a-z_]*", column) for column in header(table))
    assert doubled(header(table)) == []


@pytest.mark.parametrize("table", COLUMNS)
def test_columns(table: str) -> None:
    assert header(table) == COLUMNS[table]


def test_reading_an_uneven_table_names_table_and_line(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "uneven.csv").write_text("surface,code\nUruguay,URY\nParis,FRA,capital\n", encoding="utf-8")
    monkeypatch.setattr(load, "files", lambda package: tmp_path)
    with pytest.raises(ValueError, match=r"uneven\.csv, line 3"):
        load.rows("uneven")


def test_a_missing_table_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load.rows("no_such_table")


def test_values_of_a_cell() -> None:
    assert load.values("K9 | K-9|") == ("K9", "K-9")
    assert load.values("") == ()


# --- parties


def test_party_codes_are_iso_or_names() -> None:
    assert [row["surface"] for row in load.rows("parties") if not known_code(row["code"])] == []


def test_party_forms() -> None:
    assert {row["form"] for row in load.rows("parties")} == FORMS
    assert {row["ambiguous"] for row in load.rows("parties")} == {"", "yes", "only"}


def test_a_code_is_no_iso_code_where_the_party_is_an_organisation_or_group() -> None:
    rows = [row for row in load.rows("parties") if row["form"] in ("organisation", "group")]
    assert [row["code"] for row in rows if country(row["code"])] == []


def test_no_party_surface_twice_for_one_party() -> None:
    assert doubled([f"{row['surface']} = {row['code']}" for row in load.rows("parties")]) == []


def test_a_surface_of_several_parties_has_one_default_at_most() -> None:
    defaults = [row["surface"] for row in load.rows("parties") if row["ambiguous"] != "only"]
    assert doubled(defaults) == []


def test_a_surface_that_needs_another_has_one() -> None:
    rows = load.rows("parties")
    trusted = {row["code"] for row in rows if row["ambiguous"] != "only"}
    assert sorted({row["code"] for row in rows} - trusted) == []


def test_every_surface_can_match() -> None:
    rows = [*load.rows("parties"), *load.rows("not_parties")]
    assert [row["surface"] for row in rows if row["surface"] != " ".join(row["surface"].split())] == []


def test_every_row_says_where_it_comes_from() -> None:
    tables = ("parties", "companies", *(t for t in SYSTEM_TABLES if "source" in header(t)))
    assert [(table, row) for table in tables for row in load.rows(table) if not row["source"]] == []


LOCALE = Locale("en")
# Short names that the sources give to one state and the press to another, or that name nobody's government.
DIFFERENT_IN_THE_PRESS = {("COG", "Congo")}


def iso_names() -> list[tuple[str, str]]:
    pairs = {("XKX", "Kosovo")}
    for entry in pycountry.countries:
        pairs.add((entry.alpha_3, entry.name))
        pairs.add((entry.alpha_3, getattr(entry, "common_name", entry.name)))
        pairs.add((entry.alpha_3, LOCALE.territories[entry.alpha_2]))
    return sorted(pairs - DIFFERENT_IN_THE_PRESS)


@pytest.mark.parametrize(("code", "name"), iso_names())
def test_every_country_is_found_by_the_names_of_iso_and_cldr(code: str, name: str) -> None:
    sentence = f"The ships were sold to {name} in 1998."
    found = find_parties(sentence)
    assert [(party.surface, party.code) for party in found] == [(name, code)]


SOVEREIGN = {row["code"] for row in load.rows("parties") if row["form"] == "capital"}


@pytest.mark.parametrize("code", sorted(code for code in SOVEREIGN if country(code)))
def test_a_state_with_a_capital_has_a_name(code: str) -> None:
    assert any(row["code"] == code and row["form"] == "name" for row in load.rows("parties"))


# --- masks and context


def test_enough_masks() -> None:
    assert len(load.rows("not_parties")) >= 150


def test_no_mask_twice_and_none_hides_a_party() -> None:
    masks = [row["surface"] for row in load.rows("not_parties")]
    assert doubled(masks) == []
    # Words that are a party in one table and nobody in the other would silently never match.
    parties = {row["surface"] for row in load.rows("parties")}
    assert sorted(parties.intersection(masks) - {"Washington D.C.", "Washington DC"}) == []


def test_a_mask_has_its_star_at_one_end() -> None:
    starred = [row["surface"] for row in load.rows("not_parties") if "*" in row["surface"]]
    assert [mask for mask in starred if mask.count("*") != 1 or not (mask[0] == "*" or mask[-1] == "*")] == []


def test_context_words_once_in_a_role() -> None:
    assert doubled([f"{row['surface']} {row['role']}" for row in load.rows("context")]) == []


# --- companies


def test_enough_companies() -> None:
    assert len(load.rows("companies")) >= 400


def test_company_countries_are_iso() -> None:
    rows = load.rows("companies")
    assert [row["name"] for row in rows if not all(country(c) for c in load.values(row["countries"]))] == []


def test_company_kinds() -> None:
    assert {row["kind"] for row in load.rows("companies")} <= COMPANY_KINDS


def test_no_company_spelling_twice() -> None:
    every = [s for row in load.rows("companies") for s in spellings(row, "name")]
    assert doubled(every) == []


def test_ambiguous_spellings_are_spellings() -> None:
    rows = load.rows("companies")
    assert [r["name"] for r in rows if not set(load.values(r["ambiguous"])) <= set(spellings(r, "name"))] == []


@pytest.mark.parametrize("name", ["Airbus", "MBDA", "KNDS", "Eurofighter", "NHIndustries", "Panavia"])
def test_multinationals_have_no_country(name: str) -> None:
    assert [row["countries"] for row in load.rows("companies") if row["name"] == name] == [""]


# --- systems and kinds


def test_enough_systems() -> None:
    assert sum(len(load.rows(table)) for table in SYSTEM_TABLES) >= 1500


@pytest.mark.parametrize("table", SYSTEM_TABLES)
def test_system_columns(table: str) -> None:
    assert set(header(table)) >= SYSTEM_COLUMNS


@pytest.mark.parametrize("table", SYSTEM_TABLES)
def test_system_cells_keep_to_the_vocabulary(table: str) -> None:
    rows = load.rows(table)
    assert sorted({row["category"] for row in rows} - {c.value for c in Category}) == []
    assert [row["designation"] for row in rows if not row["designation"] or not row["kind"]] == []
    assert [r["designation"] for r in rows if not all(country(c) for c in load.values(r["countries"]))] == []


@pytest.mark.parametrize("table", SYSTEM_TABLES)
def test_no_system_spelling_twice_in_a_table(table: str) -> None:
    assert doubled([s for row in load.rows(table) for s in spellings(row, "designation")]) == []


@pytest.mark.parametrize("table", SYSTEM_TABLES)
def test_ambiguous_system_spellings_are_spellings(table: str) -> None:
    rows = load.rows(table)
    wrong = [r for r in rows if not set(load.values(r["ambiguous"])) <= set(spellings(r, "designation"))]
    assert [row["designation"] for row in wrong] == []


@pytest.mark.skipif("kinds" not in load.names(), reason="the table of kinds is not there")
def test_kinds_keep_to_the_vocabulary() -> None:
    rows = load.rows("kinds")
    assert set(header("kinds")) >= KIND_COLUMNS
    assert {row["category"] for row in rows} <= {"", *(c.value for c in Category)}
    assert {row["unit"] for row in rows} <= {"", *(u.value for u in QuantityUnit)}
    assert {row["generic"] for row in rows} <= {"", "yes", "no"}
    assert doubled([row["term"] for row in rows]) == []
