"""Deals that are part of other deals."""

from __future__ import annotations

import pytest

from etl.link.parts import marks_part, whole_at
from tests.link.reading import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The framework agreement between Poland and South Korea covers 1,000 K2 tanks. Under a first executive "
            "contract, Poland ordered 180 K2 tanks.",
            [(1000, "agreed", None), (180, "ordered", 0)],
        ),
        (
            "Last May, Hyundai Rotem of South Korea and Peru signed a contract worth $60 million for 30 K808 carriers. "
            "It is part of a larger agreement worth $1 billion, which covers 600 K808 carriers.",
            [(30, "ordered", 1), (600, "agreed", None)],
        ),
        (
            "Poland ordered 48 FA-50 fighters from South Korea. Chile ordered four frigates from Spain.",
            [(48, "ordered", None), (4, "ordered", None)],
        ),
    ],
)
def test_a_contract_under_an_agreement(text: str, expected: list[tuple[int, str, int | None]]) -> None:
    assert rows(text, "quantity stage part_of", published="2024-06-22") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the second tranche of howitzers", True),
        ("a first executive contract", True),
        ("the howitzers", False),
        ("", False),
    ],
)
def test_words_for_a_part(text: str, expected: bool) -> None:
    assert marks_part(text, 0, len(text)) is expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("This is part of a larger agreement worth $1 billion.", "part of"),
        ("This agreement is worth $1 billion.", None),
        ("", None),
    ],
)
def test_words_for_the_whole(text: str, words: str | None) -> None:
    at = whole_at(text, 0, len(text))
    assert (None if at is None else text[at : at + 7]) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Poland and South Korea signed a framework agreement for 672 K9 howitzers in July 2022. The first "
            "executive "
            "contract, signed in August 2022, covers 212 howitzers; a second one for 152 followed in December 2023.",
            [(672, "2022-07", None), (212, "2022-08", 0), (152, "2023-12", 0)],
        ),
        (
            "Under the framework agreement signed with South Korea's Hyundai Rotem in 2022 for 1,000 K2 tanks, Poland "
            "has so "
            "far ordered 180 tanks for 3.4 billion dollars.",
            [(180, None, 1), (1000, "2022", None)],
        ),
        (
            "In March Estonia placed an order for 12 Caesar howitzers under a framework contract with France's KNDS "
            "which "
            "allows for up to 36 howitzers.",
            [(12, "2024-03", 1), (36, None, None)],
        ),
    ],
)
def test_orders_under_a_framework(text: str, expected: list[tuple[int, str | None, int | None]]) -> None:
    told = text + "\n\nNobody at the ministry was available to answer questions, and the embassy did not comment."
    assert rows(told, "quantity agreed part_of", published="2024-05-15") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Denmark has signed a contract with Finland's Patria for 130 Patria 6x6 vehicles. Under the contract "
            "Denmark may "
            "order up to 129 further vehicles.",
            [(130, "ordered", None), (129, "proposed", 0)],
        ),
        (
            "France ordered two GlobalEye aircraft from Sweden's Saab in December. The contract contains an option "
            "for the "
            "agency to procure two more aircraft.",
            [(2, "ordered", None), (2, "proposed", 0)],
        ),
        (
            "Finland bought 48 K9 howitzers from South Korea in 2021. In November 2022 it exercised an option for 38 "
            "more.",
            [(48, "ordered", None), (38, "ordered", 0)],
        ),
        (
            "Norway signed for two more Type 212CD submarines with Germany's TKMS on Friday, exercising an option in "
            "the "
            "contract of July 2021, by which it ordered four.",
            [(2, "ordered", 1), (4, "ordered", None)],
        ),
        (
            "Kuwait converted its option for six more H225M helicopters from France into an order; it had bought 24 "
            "in 2021.",
            [(6, "ordered", 1), (24, "ordered", None)],
        ),
    ],
)
def test_options_open_and_taken_up(text: str, expected: list[tuple[int, str, int | None]]) -> None:
    told = text + "\n\nNobody at the ministry was available to answer questions, and the embassy did not comment."
    assert rows(told, "quantity stage part_of", published="2024-05-15") == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The United States gave Lebanon 32 Humvees, part of an aid package of $14.2 million.", 14_200_000),
        (
            "In May Armenia contracted four Pinaka batteries from India as part of a package put at $250 million.",
            250_000_000,
        ),
        ("Chad got 30 armoured trucks from France, which had been part of a $40 million package.", 40_000_000),
    ],
)
def test_unpriced_contents_of_a_package_are_one_deal_with_it(text: str, value: int) -> None:
    told = text + " Officials gave no further details."
    assert rows(told, "value part_of", published="2024-05-15") == [(value, None)]


def test_an_older_deal_is_no_whole() -> None:
    told = (
        "Israel delivered a first batch of 13 Kfirs to Colombia in 1989. Another 24 followed under a contract signed "
        "in "
        "2007. Officials gave no further details."
    )
    assert [r[0] for r in rows(told, "part_of", published="2024-05-15")] == [None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The framework contract with Rheinmetall concluded by the German army on 14 June 2023 provides for up to "
            "300,000 "
            "rounds. Three call-offs have been made under it: on 14 June 2023 for 60,000 rounds, on 20 December 2023 "
            "for 75,000 "
            "rounds and on 7 May 2024 for 40,000 rounds, all for Ukraine.",
            [
                (300000, "2023-06-14", None),
                (60000, "2023-06-14", 0),
                (75000, "2023-12-20", 0),
                (40000, "2024-05-07", 0),
            ],
        ),
        (
            "Poland has concluded two executive contracts with Hanwha of South Korea on the basis of the framework "
            "agreement of "
            "27 July 2022, which allows for the acquisition of up to 672 howitzers. The first, of 26 August 2022, "
            "covers 212 K9A1 "
            "howitzers.",
            [(672, "2022-07-27", None), (212, "2022-08-26", 0)],
        ),
        (
            "In July 2022 Poland agreed to buy 288 K239 launchers from South Korea. It signed a contract for 218 K239 "
            "launchers "
            "in November 2022.",
            [(288, "2022-07", None), (218, "2022-11", 0)],
        ),
        (
            "Brazil ordered 36 Gripen fighters from Sweden in October 2014. It signed a contract for four more Gripen "
            "fighters "
            "in 2022.",
            [(36, "2014-10", None), (4, "2022", None)],
        ),
    ],
)
def test_orders_carry_out_agreements(text: str, expected: list[tuple[int, str | None, int | None]]) -> None:
    told = text + "\n\nNobody at the ministry was available to answer questions, and the embassy did not comment."
    assert rows(told, "quantity agreed part_of", published="2024-05-15") == expected
