"""Towns in a text, and what only looks like one."""

from __future__ import annotations

import pytest

from etl.recognise.mentions import Mention
from etl.recognise.towns import find_towns


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The ship left Gdynia for Antofagasta.", ["POL", "CHL"]),
        ("IZMIR - The yard said", ["TUR"]),
        ("A nice split, and a mobile launcher.", []),
        ("", []),
    ],
)
def test_towns_tell_their_country(text: str, codes: list[str]) -> None:
    assert [town.code for town in find_towns(text, ())] == codes


def test_a_name_that_is_another_mention_is_no_town() -> None:
    text = "Gdynia"
    assert find_towns(text, [Mention(0, 6, text)]) == []
