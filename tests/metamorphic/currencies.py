"""A currency swapped for another everywhere in a document: only the currencies of values change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from etl.recognise.currencies import home_of
from etl.recognise.money import find_money
from tests.metamorphic.edits import Edit, Variant, edited, picked
from tests.metamorphic.originals import Original


class Names(NamedTuple):
    """How a currency is written: its code, the sign before a number, its name after one."""

    code: str
    sign: str
    one: str
    many: str


_SIGNS = {
    "USD": r"US ?\$|U\.S\. ?\$|\$|USD",
    "EUR": r"€|EUR",
    "GBP": r"£|GBP",
    "JPY": r"¥|JPY",
    "SEK": r"SEK",
    "PLN": r"PLN",
    "KRW": r"₩|KRW",
    "INR": r"₹|INR",
}
_WORDS = {
    "USD": r"(?:(?:US|U\.S\.|American)[ -])?dollars?",
    "EUR": r"euros?",
    "GBP": r"(?:British )?pounds?(?: sterling)?",
    "JPY": r"(?:Japanese )?yen",
    "SEK": r"(?:Swedish )?(?:kronor|krona|kronas|crowns)",
    "PLN": r"(?:Polish )?(?:zlotys|zloty|złoty|złotych)",
    "KRW": r"(?:(?:South )?Korean )?won",
    "INR": r"(?:Indian )?rupees?",
}
TARGETS = (Names("EUR", "€", "euro", "euros"), Names("USD", "US$", "US dollar", "US dollars"))
"""Currencies of no one country: which money a text counts in tells nothing of who buys."""


def currencies(original: Original) -> Iterator[Variant]:
    """The document with a currency of its values swapped."""
    used = dict.fromkeys(d.value_currency for d in original.found.deals if d.value_currency)
    for old in picked(list(used), original.draw, original.name):
        variant = _swapped(original, old)
        if variant is not None:
            yield variant
            return


def _swapped(original: Original, old: str) -> Variant | None:
    money = original.mentions.money
    taken = {m.currency for m in money}
    target = next((t for t in TARGETS if t.code not in taken), None)
    if target is None or old not in _SIGNS or home_of(old) is not None:
        return None
    # What a sign or word between two amounts belongs to is not told by the mentions: all of a text are replaced.
    edits = [*_edits(original.text, _SIGNS[old], target, True), *_edits(original.text, _WORDS[old], target, False)]
    if not _covers(original, old, edits):
        return None
    text = edited(original.text, edits)
    rows = tuple(
        replace(row, value_currency=target.code) if row.value_currency == old else row for row in original.rows
    )
    return Variant(f"{old} -> {target.code}", text, rows, frozenset({"value_usd"}))


def _edits(text: str, pattern: str, target: Names, sign: bool) -> Iterator[Edit]:
    for match in re.finditer(rf"(?<![A-Za-z$]){pattern}(?![A-Za-z$])", text):
        words = target.code if match[0].isalpha() and match[0].isupper() else target.sign
        if not sign:
            words = target.many if match[0].endswith("s") or target.one in match[0] else target.one
        yield Edit(match.start(), match.end(), words)


def _covers(original: Original, old: str, edits: list[Edit]) -> bool:
    """Whether each amount in ``old`` is edited, and nothing but amounts is."""
    money = find_money(original.text, original.home)
    spans = [(m.start, m.end, m.currency) for m in money]
    inside = [any(start <= e.start < end for start, end, code in spans if code == old) for e in edits]
    named = [
        (s, e) for s, e, code in spans if code == old and re.search(_SIGNS[old] + "|" + _WORDS[old], original.text[s:e])
    ]
    return all(inside) and bool(named)
