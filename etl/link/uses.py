"""What a figure is, judged by the words around it: a deal's value, a unit price, a budget, a company's result."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from etl.link.chunks import Chunk, K, Sentence
from etl.link.clauses import Clause, subject_start
from etl.link.earned import is_earned
from etl.link.items import Item
from etl.link.phrases import any_of, either, first_words, lacks
from etl.recognise.cues import table, words
from etl.recognise.mentions import Money
from schemas.vocabulary import Arrangement, UsedAs


@cache
def _price_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Words before an amount that price a deal for sure, words that may, and deal nouns after it."""
    section = table()["price"]
    strong, verbs_at, weak, between, nouns = (
        either(section[key]) for key in ("strong", "verbs_at", "weak", "between", "nouns")
    )
    fill = rf":?(?:\s+(?:{between})){{0,3}}[\s,(]*$"
    return (
        re.compile(rf"\b(?:{strong}|(?:{verbs_at}) (?:[\w-]+ ){{0,5}}?at){fill}", re.IGNORECASE),
        re.compile(rf"\b(?:{weak}){fill}", re.IGNORECASE),
        re.compile(rf"[\s-]*(?:[\w-]+\s+){{0,3}}?(?:{nouns})\b", re.IGNORECASE),
    )


@cache
def _difference() -> re.Pattern[str]:
    """Words after an amount that is only the difference to another one: "1.3 billion more than agreed"."""
    return re.compile(rf"\s+(?:{either(words('price', 'difference'))})\b", re.IGNORECASE)


def _bound_prices() -> re.Pattern[str]:
    """Verbs and nouns of price among the words that bound an amount: "could run to 2 billion"."""
    return any_of("price", "in_bound")


def _denied() -> re.Pattern[str]:
    """Words after an amount that take it back: "the figure of 170 million is not one that we recognise"."""
    return any_of("price", "denied")


_PRICED = frozenset(
    {"acquire", "supply", "deliver", "award", "win", "agree", "approve", "price", "deal", "cover", "receive", "cancel"}
)


_USES = (
    UsedAs.BUDGET,
    UsedAs.COMPANY,
    UsedAs.EXPORT_TOTAL,
    UsedAs.LOSS,
    UsedAs.INVENTORY,
    UsedAs.SPECIFICATION,
)
"""Uses that words around a figure may show, in order of weight."""


@cache
def _use_patterns() -> tuple[tuple[UsedAs, re.Pattern[str]], ...]:
    return tuple((use, any_of("uses", use.value)) for use in _USES)


@cache
def _use_words() -> frozenset[str]:
    return first_words(phrase for use in _USES for phrase in words("uses", use.value))


_PART_END = re.compile(r"[,;:(]")
"""Where what follows an amount says no more of it: "worth 250 million, on credit at two per cent"."""


def _prices_each(chunks: Sequence[Chunk], clause: Clause, at: int) -> bool:
    """Whether the amount at chunk ``at`` is told to be the price of each: "each of the 24 it ordered costs"."""
    priced = any(f.name == "price" for f in clause.frames)
    return priced and any(c.text in words("price", "each") for c in chunks[subject_start(chunks, clause) : at])


def _use_beside_deals(text: str, sentence: Sentence, clause: Clause, at: int, money: Money) -> UsedAs | None:
    """What an amount is that no deal is worth: one denied or superseded, a budget, a market; None where it may be."""
    if _denied().search(text, money.end, sentence.end):
        return UsedAs.UNKNOWN
    if money.per == "year":
        return UsedAs.BUDGET
    if _is_superseded(sentence.chunks, clause, at):
        return UsedAs.UNKNOWN
    if _is_of_a_budget(sentence, clause, at):
        return UsedAs.BUDGET
    return UsedAs.UNKNOWN if _is_of_a_market(sentence, clause, at) else None


def money_use(text: str, sentence: Sentence, clause: Clause, at: int, has_item: bool) -> UsedAs:
    """Whether an amount is its clause's deal value, a unit price, or something else by the words around it.

    ``has_item`` is whether the clause names arms.
    """
    money = sentence.chunks[at].ref
    assert isinstance(money, Money)
    if money.per == "unit":
        return UsedAs.UNIT_PRICE
    chunks = sentence.chunks
    if _prices_each(chunks, clause, at):
        return UsedAs.UNIT_PRICE
    start = sentence.start if clause.relative else chunks[clause.start].start
    stop = chunks[clause.stop - 1].end
    before = text[max(start, money.start - 70) : money.start]
    end = _restated_end(chunks, at)
    after = text[end : min(stop, end + 60)]
    strong, weak, noun_after = _price_patterns()
    described = chunks[clause.antecedent] if clause.relative and clause.antecedent is not None else None
    framed = any(f.name in _PRICED for f in clause.frames) or (
        described is not None and described.kind in (K.CUE, K.ITEM)
    )
    beside = _PART_END.split(after, maxsplit=1)[0]
    close = use_of(before[-22:] + " # " + beside[:22])
    other = close or use_of(before[-45:] + " # " + beside[:35])
    of_no_deal = _use_beside_deals(text, sentence, clause, at, money)
    if of_no_deal is not None:
        return of_no_deal
    if is_earned(chunks, at):
        return UsedAs.VALUE
    if close not in (UsedAs.BUDGET, UsedAs.COMPANY) and _totals_deal(clause, at):
        return UsedAs.VALUE
    if _given_for_arms(chunks, clause, at) or (close is not UsedAs.COMPANY and _pays_whole(chunks, clause, at)):
        return UsedAs.VALUE
    if _difference().match(after):
        return UsedAs.UNKNOWN
    lead = money.surface.rpartition(" of ")[0]
    priced = strong.search(before) or (lead and strong.search(f" {lead} of ")) or _bound_prices().search(money.surface)
    if priced and (framed or has_item or other in (None, UsedAs.EXPORT_TOTAL)) and close is not UsedAs.BUDGET:
        return UsedAs.VALUE
    goods = after.lower().startswith(" worth of ") and framed and has_item  # "300 million euros worth of equipment"
    if (noun_after.match(after) or goods) and close is None:
        return UsedAs.VALUE
    if has_item and (
        _paid(chunks, clause, at) or (close not in (UsedAs.BUDGET, UsedAs.COMPANY) and _costs(chunks, clause, at))
    ):
        return UsedAs.VALUE
    bearers = words("price", "bearers")
    borne = sentence.has(bearers) and any(c.text in bearers for c in chunks[clause.start : at])
    if other is not None and not (borne and other is UsedAs.EXPORT_TOTAL):
        return other
    if weak.search(before) and (framed or has_item or borne):
        return UsedAs.VALUE
    if money.restates is not None:
        return UsedAs.VALUE if framed or has_item else UsedAs.UNKNOWN
    opened = at > 0 and (chunks[at - 1].kind in (K.OPEN, K.COMMA) or chunks[at - 1].text == ";")
    if opened and (framed or has_item):
        return UsedAs.VALUE
    return UsedAs.UNKNOWN


def _restated_end(chunks: Sequence[Chunk], at: int) -> int:
    """Where an amount ends with what gives it again in brackets: "a 386 million-euro ($437 million) contract"."""
    kinds = [c.kind for c in chunks[at + 1 : at + 4]]
    again = chunks[at + 2].ref if kinds == [K.OPEN, K.MONEY, K.CLOSE] else None
    same = isinstance(again, Money) and again.restates == chunks[at].start
    return chunks[at + 3 if same else at].end


def _is_of_a_budget(sentence: Sentence, clause: Clause, at: int) -> bool:
    """Whether a budget puts an amount, and no deal: "the budget of that year had put spares at 290 million"."""
    deal = any(f.name in _PRICED - {"price"} for f in clause.frames)
    budgets = words("price", "budgets")
    return not deal and sentence.has(budgets) and any(c.text in budgets for c in sentence.chunks[clause.start : at])


def _is_of_a_market(sentence: Sentence, clause: Clause, at: int) -> bool:
    """Whether an amount measures a market, and no deal: "put the market for drones at $15 billion", "it will reach"."""
    deal = any(f.name in _PRICED - {"price"} for f in clause.frames)
    markets = words("price", "markets")
    return not deal and sentence.has(markets) and any(c.text in markets for c in sentence.chunks[:at])


def _is_superseded(chunks: Sequence[Chunk], clause: Clause, at: int) -> bool:
    """Whether a later amount of the sentence takes the place of one: "rose from 1.8 to 2.1", "originally put at"."""
    before = chunks[max(0, at - _CHANGE_REACH) : at]
    if not any(c.kind is K.MONEY for c in chunks[at + 1 :]):
        return False
    follows = at + 2 < len(chunks) and chunks[at + 1].text == "to" and chunks[at + 2].kind is K.MONEY
    changed = follows and bool(before) and before[-1].text == "from"
    return changed or any(c.text in words("price", "at_first") for c in before)


def _given_for_arms(chunks: Sequence[Chunk], clause: Clause, at: int) -> bool:
    """Whether an amount is given to buy arms with: "earmarked 500 million euros for drones"."""
    item = chunks[at + 2].ref if at + 2 < clause.stop and chunks[at + 1].text == "for" else None
    gives = any(f.name == "supply" or f.entry.arrangement is Arrangement.AID for f in clause.frames if f.at < at)
    return gives and isinstance(item, Item) and item.count is None and item.category is not None


def _totals_deal(clause: Clause, at: int) -> bool:
    """Whether an amount is what a deal comes to: "whose contract of May totals $115 million"."""
    verbs = [f for f in clause.frames if f.name == "price" and not f.nominal and 0 < at - f.at <= _NEAR_VERB]
    deals = [f for f in clause.frames if f.nominal and f.entry.stage is not None]
    return any(noun.at < verb.at for verb in verbs for noun in deals)


_NEAR_VERB = 2
"""Chunks from a verb of price to its amount."""


def _pays_whole(chunks: Sequence[Chunk], clause: Clause, at: int) -> bool:
    """Whether an amount is what is paid for arms told before: "for which it paid 100 million", "is paying 650m"."""
    paid = any(
        f.entry.lemma in words("lemmas", "paying") and (0 < at - f.at <= 3 or (f.passive and 0 < f.at - at <= 3))
        for f in clause.frames
    )
    if not paid or any(c.text in words("price", "shares") for c in chunks[clause.start : at]):
        return False
    around = chunks[max(0, clause.start - 1) : clause.stop]
    known = any(a.text in ("for", "on") and _points_back(b) for a, b in pairwise(around))
    after = chunks[at + 1] if at + 1 < clause.stop else None
    return known or after is None or after.kind in (K.COMMA, K.STOP, K.OPEN)


def _points_back(chunk: Chunk) -> bool:
    """Whether a chunk stands for arms, or names some that are counted."""
    if isinstance(chunk.ref, Item):
        return chunk.ref.count is not None or chunk.ref.definite or chunk.ref.single
    return (chunk.kind in (K.REL, K.PRON) and chunk.text != "whose") or chunk.text in words("grammar", "things")


_CHANGE_REACH = 4
"""Chunks before an amount among which the word stands by which another took its place."""

_BARGAINS = frozenset({"acquire", "receive", "supply", "deliver", "award", "agree", "approve", "win", "cover"})


def _paid(chunks: Sequence[Chunk], clause: Clause, at: int) -> bool:
    """Whether an amount is what a verb of the clause pays: "bought 12 jets for X", "paid X for 48 guns"."""
    verbs = [f for f in clause.frames if not f.nominal and f.name in _BARGAINS and f.at < at]
    if not verbs:
        return False
    paying = verbs[-1].entry.lemma in words("lemmas", "paying") or verbs[-1].name == "award"
    begin = clause.start if verbs[-1].passive else verbs[-1].at
    bought = clause.preps.get(at) == "for" and any(isinstance(c.ref, Item) for c in chunks[begin:at])
    return bought or (paying and at - verbs[-1].at <= 4)


def _costs(chunks: Sequence[Chunk], clause: Clause, at: int) -> bool:
    """Whether an amount is what arms cost somebody: "will cost Lisbon 2.5 billion euros"."""
    return any(
        (f.name == "price" or f.entry.lemma in words("lemmas", "costing"))
        and not f.nominal
        and 0 < at - f.at <= 4
        and all(c.kind in (K.PARTY, K.HOME, K.DET, K.WORD, K.PRON) for c in chunks[f.at + 1 : at])
        for f in clause.frames
    )


def use_of(words_around: str) -> UsedAs | None:
    """The use that words around a figure show, None where none of them does."""
    if lacks(words_around, _use_words()):
        return None
    for use, pattern in _use_patterns():
        if pattern.search(words_around):
            return use
    return None
