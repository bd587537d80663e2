"""Money, counts and dates of texts in other languages: the sentences of ``battery/``, and what holds of any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extraction import Figure
from etl.languages.figures import figures
from etl.languages.tables import languages
from tests.languages import battery

CASES = [case for language in battery.languages() for case in battery.cases(language)]
PUBLISHED = "2024-07-01"


def found(text: str, language: str, **known: str) -> list[str]:
    return [battery.written(figure) for figure in figures(text, language, **known)]


def money(text: str, language: str, **known: str) -> list[str | None]:
    return [figure.unit for figure in figures(text, language, **known) if figure.kind == "money"]


def test_every_language_of_the_tables_has_sentences() -> None:
    assert battery.languages() == sorted(languages())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}-{case.sentence[:40]}")
def test_sentence(case: battery.Case) -> None:
    assert sorted(found(case.sentence, case.language, published=PUBLISHED)) == sorted(case.figures)


def test_no_figure_is_used_for_anything() -> None:
    assert {figure.used_as for case in CASES for figure in figures(case.sentence, case.language)} == {"unknown"}


@pytest.mark.parametrize("language", battery.languages())
def test_sentences_do_not_change_what_is_found_in_others(language: str) -> None:
    cases = list(battery.cases(language))
    text = "\n\n".join(case.sentence for case in cases)
    # Whose the bare dollars are is for the whole text to say.
    expected = [figure.partition(" = ")[0] for case in cases for figure in case.figures]
    assert sorted(figure.partition(" = ")[0] for figure in found(text, language)) == sorted(expected)


def test_a_language_without_words_in_the_tables_has_no_figures() -> None:
    assert figures("Sverige köper 44 stridsvagnar för 22 miljarder kronor.", "sv") == ()


def test_a_tag_with_a_region_is_its_language() -> None:
    assert found("O Brasil compra 36 caças.", "pt-BR") == ["count: 36 = 36"]


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Das Paket kostet 300 Millionen Dollar.", "de", "USD"),
        ("Ottawa zahlt 300 Millionen kanadische Dollar.", "de", "CAD"),
        ("Kanada zahlt 300 Millionen US-Dollar, dazu 20 Millionen Dollar für Ersatzteile.", "de", "USD"),
        ("Norwegen kauft Panzer. Norwegen zahlt 8 Milliarden Kronen.", "de", "NOK"),
        ("Швеция заплатит 8 млрд крон.", "ru", "SEK"),
        ("Чехія заплатить 8 млрд крон.", "uk", "CZK"),
        ("Colombia pagará 300 mil millones de pesos.", "es", "COP"),
        ("Le Royaume-Uni paie 300 millions de livres.", "fr", "GBP"),
    ],
)
def test_which_currency(text: str, language: str, code: str) -> None:
    assert money(text, language)[0] == code


def test_the_publisher_decides_where_the_text_names_no_country() -> None:
    assert money("El contrato asciende a 300 millones de pesos.", "es", home="CHL") == ["CLP"]


def test_money_of_which_nothing_tells_whose_is_left_out() -> None:
    assert money("Kosztuje 8 mld koron.", "pl") == []


@pytest.mark.parametrize(
    ("published", "value"), [("2024-07-01", "2024-06-22"), ("2024-06-01", "2023-06-22"), ("2024-06", "None")]
)
def test_a_day_without_a_year_is_the_last_up_to_publication(published: str, value: str) -> None:
    assert found("Am 22. Juni war es so weit.", "de", published=published) == [f"date: Am 22. Juni = {value}"]


def test_a_day_that_no_month_has_is_no_date() -> None:
    assert "2024-02-31" not in str(found("Am 31. Februar 2024 und am 31.02.2024 geschah nichts.", "de"))


_PIECES = st.sampled_from(
    [token for case in CASES for token in case.sentence.split()]
    + [" ", "\n", "\n\n", "12", "2024", "1.200", "«", "–", "'"]
)
_TEXTS = st.lists(_PIECES, max_size=40).map(" ".join) | st.lists(_PIECES, max_size=30).map("".join) | st.text()


@given(_TEXTS, st.sampled_from(sorted(languages())), st.sampled_from([None, "2024", "2024-02-29"]))
def test_figures_of_any_text_lie_in_it_in_order_and_apart(text: str, language: str, published: str | None) -> None:
    end = 0
    for figure in figures(text, language, published):
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.surface == figure.surface.strip()
        assert is_sound(figure)
        end = figure.end


def is_sound(figure: Figure) -> bool:
    if figure.kind == "date":
        return figure.bound is None and (figure.unit is None) == (figure.amount is None)
    between = figure.amount_high is not None
    return (
        figure.amount is not None
        and between == (figure.bound == "between")
        and (figure.unit is None) == (figure.kind == "count")
    )
