"""Hyphens at the ends of lines: which are taken out, and which are the word's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.pdf.hyphens import Hyphens

# Lines that show that the document parts words at the ends of lines.
PARTED = ["The ministry will", "get more how-", "itzers, and the how-", "itzers are howitzers."]


@pytest.mark.parametrize(
    ("lines", "others", "joined"),
    [
        (["the how-", "itzers come"], PARTED, "the howitzers come"),
        (["the how-", "itzers come"], ["their howitzers"], "the howitzers come"),
        (["a long-", "range radar"], [*PARTED, "a long-range radar"], "a long-range radar"),
        (["self-", "propelled guns"], PARTED, "self-propelled guns"),
        (["wheel-", "mounted guns"], PARTED, "wheel-mounted guns"),
        (["an air-", "defence gun"], [*PARTED, "by air for the defence of"], "an air-defence gun"),
        (["new air-", "craft come"], [*PARTED, "by air and craft"], "new aircraft come"),
        (["the F-", "16 comes"], PARTED, "the F-16 comes"),
        (["a K-", "drone comes"], PARTED, "a K-drone comes"),
        (["155-", "millimetre guns"], PARTED, "155-millimetre guns"),
        (["the Anglo-", "French ship"], PARTED, "the Anglo-French ship"),
        (["surface-to-", "air missiles"], PARTED, "surface-to-air missiles"),
        (["its military-techni-", "cal aid"], PARTED, "its military-technical aid"),
        (["a finished-", "product sale"], ["nobody parts words here"] * 40, "a finished-product sale"),
        (["two boats -", "or three"], PARTED, "two boats - or three"),
        (["two boats", "come"], PARTED, "two boats come"),
        (["$3-", "$5 million"], PARTED, "$3-$5 million"),
    ],
)
def test_joined(lines: list[str], others: list[str], joined: str) -> None:
    assert Hyphens([*lines, *others]).joined(lines) == joined


@given(st.lists(st.text("ab- é1", max_size=12), max_size=6))
def test_no_letter_is_lost(lines: list[str]) -> None:
    joined = Hyphens(lines).joined(lines)
    assert joined.replace("-", "").replace(" ", "") == "".join(lines).replace("-", "").replace(" ", "")
