"""Arms found on their way that only their kind is told of are not those that another find is named by."""

from __future__ import annotations

import pytest

from tests.link.reading import prose, rows


@pytest.mark.parametrize(
    ("first", "then", "names"),
    [
        ("1,400 Kalashnikov rifles", "2,116 rifles", ["Kalashnikov", None]),
        ("20 Dehlavieh missiles", "12 anti-tank missiles", ["Dehlavieh", None]),
    ],
)
def test_a_find_is_not_named_after_the_one_before(first: str, then: str, names: list[str | None]) -> None:
    text = prose(
        f"In 2021 the French navy boarded a dhow and seized {first} on their way from Iran to Yemen. "
        f"In January another dhow, bound from Iran for Yemen, was stopped with {then} below deck."
    )
    assert [name for (name,) in rows(text, "designation")] == names
