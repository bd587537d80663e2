"""Interviews: who answers for which country, and whose "we" and "you" are meant."""

from __future__ import annotations

import pytest

from etl.link.interviews import interviewed
from etl.recognise.names import find_parties
from tests.link.reading import rows

GUNS = 'How many guns did you get?\n"We bought 24 ATMOS howitzers in 2021."'


def _interviewed(*blocks: str) -> str | None:
    text = "\n\n".join(blocks)
    places = [(n, text.index(block), text.index(block) + len(block)) for n, block in enumerate(blocks)]
    return interviewed(text, places, find_parties(text))


@pytest.mark.parametrize(
    ("opening", "code"),
    [
        ("Chad's chief of staff answered our questions.", "TCD"),
        ("KAMPALA - The minister received this paper on Monday.", "UGA"),
        ("On a visit to France, the Moroccan general in charge of artillery found an hour for us.", "MAR"),
        ("An expert on artillery answered our questions.", None),
        ("France and Chad have old ties.", None),
    ],
)
def test_the_introduction_says_who_answers(opening: str, code: str | None) -> None:
    assert _interviewed(opening, "How many guns did you get?", "We bought 24.") == code


def test_a_text_that_asks_nothing_is_no_interview() -> None:
    assert _interviewed("Chad's chief of staff spoke.", "We bought 24.") is None


def test_we_and_you_are_the_country_of_who_answers() -> None:
    text = f"Denmark's chief of defence answered our questions.\n\n{GUNS}"
    assert rows(text, "quantity supplier recipient") == [(24, "ISR", "DNK")]
    asked = text.replace("How many guns did you get?", "You bought 24 ATMOS howitzers. Why?").replace(
        '"We bought 24 ATMOS howitzers in 2021."', '"They were cheap."'
    )
    assert rows(asked, "quantity recipient") == [(24, "DNK")]


def test_you_is_nobody_where_nobody_is_asked() -> None:
    text = "Anybody may shop. You can buy 12 T-55 tanks from Russia for $20 million, said the dealer."
    assert [r for r in rows(text, "recipient") if r != (None,)] == []


def test_arms_that_an_answer_names_are_bought_by_who_answers() -> None:
    text = 'Togo\'s army chief saw us in May.\n\nWhat do you fly?\n"Six TB2s from Turkey, all delivered in 2022."'
    assert rows(text, "quantity supplier recipient") == [(6, "TUR", "TGO")]


@pytest.mark.parametrize("mark", ["A.", "A:"])
def test_the_letter_of_who_answers_is_no_word_of_the_sentence(mark: str) -> None:
    text = f"Questions on artillery\n\nQ. What did Peru buy?\n\n{mark} Peru bought 12 ATMOS howitzers from Israel."
    assert rows(text, "quantity supplier recipient") == [(12, "ISR", "PER")]
