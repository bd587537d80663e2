"""Lists of export licences: one entry a licence, with goods, customer, value, and how far it has got."""

from __future__ import annotations

import pytest

from tests.link.reading import rows

HEAD = "The following certifications were received under section 36(c) of the Arms Export Control Act.\n\n"
OTHER = "EC-9. Transmittal No. DDTC 31-9: a proposed license for the export of 90 M4 carbines to Kenya.\n\n"
TAIL = "In the last fiscal year licenses worth $110 billion were granted.\n"


@pytest.mark.parametrize(
    ("entry", "row"),
    [
        (
            "a proposed license for the export to Peru of 30 M777 howitzers, in the amount of $40,000,000 or more",
            ("PER", None, "M777", 30, 40_000_000, "at_least", "sale"),
        ),
        (
            "a proposed manufacturing license agreement for the production in Poland of 12 Javelin launchers",
            ("POL", None, "Javelin", 12, None, None, "licence"),
        ),
        (
            "a proposed license for the export of eight (8) S-70M helicopters to Kuwait by way of Italy",
            ("KWT", "ITA", "S-70M", 8, None, None, "sale"),
        ),
    ],
)
def test_an_entry_of_a_list_of_licences(entry: str, row: tuple[str | int | None, ...]) -> None:
    found = rows(
        f"{HEAD}EC-8. Transmittal No. DDTC 31-8: {entry}.\n\n{OTHER}{TAIL}",
        "recipient via designation quantity value value_bound arrangement stage supplier",
    )
    assert found == [
        (*row, "proposed", "USA"),
        ("KEN", None, "M4", 90, None, None, "sale", "proposed", "USA"),
    ]


GRANTED = """Export licences were granted for the following war weapons.

1. Brazil: 20 howitzers of the type Caesar. Applicant: Nexter. Total value: 90,000,000 euros.

2. Oman: five patrol boats. Applicant: Nexter. The value is not published.

One application was refused. It concerned 400 assault rifles for Laos (applicant: Nexter).

From January to June the government issued individual licences for 3 billion euros.
"""


def test_what_stands_before_a_list_says_how_far_its_licences_have_got() -> None:
    assert rows(GRANTED, "supplier recipient designation quantity value stage") == [
        ("FRA", "BRA", "Caesar", 20, 90_000_000, "approved"),
        ("FRA", "OMN", None, 5, None, "approved"),
        ("FRA", "LAO", None, 400, None, "cancelled"),
    ]


def test_only_the_upkeep_of_a_system_is_licensed() -> None:
    entry = (
        "EC-8. Transmittal No. DDTC 31-8: a proposed license for Spain to support the maintenance of the Patriot system"
    )
    assert rows(f"{HEAD}{entry}.\n\n{OTHER}{TAIL}", "designation category")[0] == ("Patriot", "service")


def test_a_story_on_licences_is_no_list() -> None:
    story = (
        "The government suspended export licences for Oman on Thursday. Individual licences worth 5 billion pounds "
        "were granted since 2015.\n\nThe main applicant, BAE Systems, sold Oman 12 Typhoon jets in 2012.\n\n"
        "A licence for 20 Brimstone missiles for Qatar was granted in May."
    )
    assert ("OMN", "Typhoon", 12, "ordered") in rows(story, "recipient designation quantity stage")


@pytest.mark.parametrize("verb", ["issued", "granted", "authorised"])
def test_the_line_before_a_list_counts_and_not_the_question_that_asks_for_more(verb: str) -> None:
    asked = "For which exports were licences granted, and which applications has the Government denied?\n\n"
    led = f"In the first half of the year licences were {verb} in the following cases:\n\n"
    told = GRANTED.partition("\n\n")[2]
    found = rows(asked + led + told, "recipient stage")
    assert found[:2] == [("BRA", "approved"), ("OMN", "approved")]
