"""Recipients and suppliers as the register spells them."""

from __future__ import annotations

import pytest

from etl.compare.names import party, successors
from etl.lexicon import load
from schemas.codes import is_party


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("South Korea", "KOR"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("Turkey", "TUR"),
        ("UAE", "ARE"),
        ("UNITED STATES", "USA"),
        ("Soviet Union", "SUN"),
        ("East Germany (GDR)", "DDR"),
        ("Viet Nam", "VNM"),
        ("DR Congo", "COD"),
        ("Congo", "COG"),
        ("Bosnia-Herzegovina", "BIH"),
        ("Cote d'Ivoire", "CIV"),
        ("NATO**", "NATO"),
        ("African Union**", "African Union"),
        ("Hezbollah (Lebanon)*", "Hezbollah"),
        ("Hill rebels (Freedonia)*", "Hill rebels (Freedonia)"),
        ("unknown recipient(s)", None),
        ("Unknown supplier(s)", None),
    ],
)
def test_parties(words: str, code: str | None) -> None:
    found = party(words)
    assert found is not None and found.code == code


@pytest.mark.parametrize("words", ["Ruritania", "Source: the register", "12", "*"])
def test_what_is_no_party(words: str) -> None:
    assert party(words) is None


def test_states_that_came_from_others() -> None:
    assert "RUS" in successors()["SUN"]
    assert "SUN" in successors()["RUS"]


def test_codes_of_the_table_are_those_of_parties() -> None:
    rows = load.rows("register_names")
    assert [row for row in rows if row["code"] and not is_party(row["code"])] == []
    assert [row for row in rows if not row["why"]] == []
