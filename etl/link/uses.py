"""What a figure is, judged by the words around it: a deal's value, a unit price, a budget, a company's result."""

from __future__ import annotations

import re
from functools import cache

from etl.link.chunks import K, Sentence
from etl.link.clauses import Clause
from etl.link.items import Item
from etl.recognise.cues import table
from etl.recognise.mentions import Money
from schemas.vocabulary import UsedAs

_VALUE_BEFORE = re.compile(
    r"(?:\bfor|\bworth|\bat|\bcosts?|\bcosting|\bvalued|\bvalue(?: of)?|\bprice(?:d)?(?: of| at)?|\bput at|\bestimated(?: cost of)?|\bcost of|"
    r"\btotal(?:l?ing)?|\bbill is|\bsum of|\bcome to|\bcame to|\bdeal of|\bcontract of|\bworth of|\bpackage of|\bestimate for|\bwith a value of|\bis|\bcost|\bto)"
    r"[\s,(]*(?:a|an|the|about|around|some|up to|over|more than|nearly|roughly|just|only|reported|estimated|total|combined|of|by|almost|reportedly|at|somewhere)*[\s(]*$",
    re.IGNORECASE,
)
_VALUE_AFTER = re.compile(
    r"[\s-]*(?:[\w-]+\s+){0,3}?(?:deal|contract|order|agreement|package|sale|purchase|programme|program|modification|pact|acquisition|tranche|"
    r"drawdown|donation|project|notice|award|buy|refurbishment|transaction|commitment|envelope|contracts|orders|tender)\b",
    re.IGNORECASE,
)


@cache
def _use_patterns() -> tuple[tuple[UsedAs, re.Pattern[str]], ...]:
    section = table()["uses"]
    return tuple(
        (UsedAs(use), re.compile(r"\b(?:" + "|".join(re.escape(w) for w in sorted(section[use], key=len, reverse=True)) + r")\b", re.IGNORECASE))
        for use in ("budget", "company", "export_total", "loss", "inventory", "specification")
    )


def money_use(text: str, sentence: Sentence, clause: Clause, at: int) -> UsedAs:
    """Whether an amount is its clause's deal value, a unit price, or something else by the words around it."""
    money = sentence.chunks[at].ref
    assert isinstance(money, Money)
    if money.per == "unit":
        return UsedAs.UNIT_PRICE
    chunks = sentence.chunks
    start = chunks[clause.start].start
    stop = chunks[clause.stop - 1].end
    before = text[max(start, money.start - 70) : money.start]
    after = text[money.end : min(stop, money.end + 60)]
    other = use_of(before[-45:] + " # " + after[:40])
    named = bool(_VALUE_AFTER.match(after))
    priced = bool(_VALUE_BEFORE.search(before))
    if money.per == "year":
        return UsedAs.BUDGET
    if named and not (other is not None and use_of(before[-20:] + " # " + after[:25]) is not None):
        return UsedAs.VALUE
    if other is not None:
        return other
    framed = any(f.name in ("acquire", "supply", "deliver", "award", "win", "agree", "approve", "price", "deal", "cover", "receive", "cancel") for f in clause.frames)
    has_item = any(isinstance(c.ref, Item) for c in chunks[clause.start : clause.stop])
    if priced and (framed or has_item):
        return UsedAs.VALUE
    if money.restates is not None:
        return UsedAs.VALUE if framed or has_item else UsedAs.UNKNOWN
    opened = at > 0 and chunks[at - 1].kind in (K.OPEN, K.COMMA)
    if opened and (framed or has_item):
        return UsedAs.VALUE
    return UsedAs.UNKNOWN


def use_of(words_around: str) -> UsedAs | None:
    """The use that words around a figure show, None where none of them does."""
    for use, pattern in _use_patterns():
        if pattern.search(words_around):
            return use
    return None
